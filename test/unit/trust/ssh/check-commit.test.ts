import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicKeyOf } from '../../../../shared/trust/crypto/ed25519.ts';
import { type CommitVerdict, commitVerdict, type SigningKey } from '../../../../shared/trust/ssh/check-commit.ts';
import { commitSignature } from '../../../../shared/trust/ssh/commit-signature.ts';
import { fingerprint, readSshKeyLine } from '../../../../shared/trust/ssh/public-key.ts';
import { armoured, header, keyBlob, type Parts, SEED, sigBlob } from './made.ts';
import { missing, type RealKey, type Repository, titled, workshop } from './ssh-keygen.ts';

const numRuns = Number(process.env.EVALMARK_RUNS ?? 1000);
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (of: Uint8Array) => new TextDecoder().decode(of);

/** When all commits here say that they were made, in ms. */
const MADE = 1_750_000_000_000;
const listed = (publicKey: Uint8Array, more: Partial<SigningKey> = {}): SigningKey => ({
	publicKey,
	owner: 'Lumen Labs',
	status: 'active',
	source: { how: 'pasted' },
	...more,
});

const HEAD = `tree ${'a'.repeat(40)}\nauthor Ada <ada@example.org> 1749999999 +0200\ncommitter Bob <bob@example.org> 1750000000 +0000\n`;
const MESSAGE = '\nEnter scores\n';
const signedBy = (armour: string, message = MESSAGE) => bytes(`${HEAD}${header('gpgsig', armour)}${message}`);
const handMade = (parts: Partial<Parts> = {}) => signedBy(armoured(sigBlob(`${HEAD}${MESSAGE}`, SEED, { namespace: 'git', ...parts })));
const publicKey = publicKeyOf(SEED);
const key = listed(publicKey);
const print = fingerprint(keyBlob(publicKey));
const by = (of: SigningKey) => ({
	key: of,
	owner: of.owner,
	fingerprint: print,
	committedAt: 1_750_000_000,
	author: { name: 'Ada', email: 'ada@example.org' },
	committer: { name: 'Bob', email: 'bob@example.org' },
});

describe('a commit', () => {
	test.each<[string, Uint8Array, readonly SigningKey[], CommitVerdict]>([
		['without a signature', bytes(`${HEAD}${MESSAGE}`), [key], { state: 'unsigned' }],
		['by a key of the list', handMade(), [key], { state: 'signed', ...by(key) }],
		['by a key that nobody listed', handMade(), [], { state: 'unknown-key', fingerprint: print }],
		[
			'whose message was changed',
			signedBy(
				text(handMade())
					.split(/gpgsig |\n\n/)[1]!
					.replaceAll('\n ', '\n'),
				'\nEnter other scores\n',
			),
			[key],
			{ state: 'invalid', fingerprint: print },
		],
		['signed as a file', handMade({ namespace: 'file' }), [key], { state: 'wrong-namespace', namespace: 'file', fingerprint: print }],
		['with a signature of a later version', handMade({ version: 2 }), [key], { state: 'malformed', fault: 'other-version' }],
		['that is none', bytes('tree\n'), [key], { state: 'malformed', fault: 'not-a-commit' }],
	])('%s', (_, commit, keys, verdict) => {
		expect(commitVerdict(commit, keys)).toEqual(verdict);
	});

	test.each([
		['openpgp', '-----BEGIN PGP SIGNATURE-----\n\niQEcBAABAgAGBQJXYRjRAAoJEGEJLoW3InGJ\n=jKHM\n-----END PGP SIGNATURE-----\n'],
		['x509', '-----BEGIN SIGNED MESSAGE-----\nMIAGCSqGSIb3DQEHAqCAMIACAQExDTALBglghkgBZQMEAgEw\n-----END SIGNED MESSAGE-----\n'],
		['unknown', 'untrusted comment: signature from minisign secret key\nRWQf6LRC\n'],
	])('with a signature of the kind %s is not checked here', (kind, armour) => {
		expect(commitVerdict(signedBy(armour), [key])).toEqual({ state: 'not-checked-here', kind });
	});

	test('by a key in a token is not checked here', () => {
		const keyType = 'sk-ssh-ed25519@openssh.com';
		const commit = handMade({ key: keyBlob(publicKey, keyType), algorithm: keyType });
		expect(commitVerdict(commit, [key])).toEqual({ state: 'not-checked-here', kind: 'ssh', keyType });
	});

	test.each<[string, Partial<SigningKey>, CommitVerdict['state']]>([
		['from just then', { notBefore: MADE }, 'signed'],
		['from just after', { notBefore: MADE + 1 }, 'outside-validity'],
		['until just then', { notAfter: MADE }, 'signed'],
		['until just before', { notAfter: MADE - 1 }, 'outside-validity'],
		['of a time that is none', { notBefore: Number.NaN }, 'outside-validity'],
		['retired since', { status: 'retired', notAfter: MADE }, 'signed'],
		['retired before', { status: 'retired', notAfter: MADE - 1 }, 'outside-validity'],
		['retired, nobody knows when', { status: 'retired' }, 'outside-validity'],
		['revoked', { status: 'revoked' }, 'revoked'],
		['revoked, and past its time', { status: 'revoked', notAfter: MADE - 1 }, 'revoked'],
	])('by a key %s', (_, more, state) => {
		const one = listed(publicKey, more);
		expect(commitVerdict(handMade(), [one])).toEqual({ state, ...by(one) });
	});

	test('by a key that stands in the list twice counts where either window has it, and not where it is revoked anywhere', () => {
		const early = listed(publicKey, { notAfter: MADE - 1, owner: 'early' });
		const late = listed(publicKey, { notBefore: MADE, owner: 'late' });
		const revoked = listed(publicKey, { status: 'revoked', owner: 'revoked' });
		expect(commitVerdict(handMade(), [early, late])).toEqual({ state: 'signed', ...by(late) });
		expect(commitVerdict(handMade(), [early, late, revoked])).toEqual({ state: 'revoked', ...by(revoked) });
	});

	test('is not by a key of the list that is only like it', () => {
		for (const almost of [publicKey.slice(1), Uint8Array.of(...publicKey, 0), new Uint8Array(), new Uint8Array(32)])
			expect(commitVerdict(handMade(), [listed(almost)])).toEqual({ state: 'unknown-key', fingerprint: print });
	});
});

describe.skipIf(missing)(titled('commits that git signs'), () => {
	let shop: ReturnType<typeof workshop>;
	let real: RealKey;
	let other: RealKey;
	let list: readonly SigningKey[];
	const repositories = new Map<string, Repository>();

	const taken = (line: string): SigningKey => {
		const read = readSshKeyLine(line);
		if (read.kind !== 'ed25519') throw new Error(`no key: ${line}`);
		return listed(read.publicKey);
	};
	const signed = (format: string, rev = 'HEAD') => repositories.get(format)!.commit(rev);
	const committed = (format: string, signer: RealKey, ...args: string[]) => {
		repositories.get(format)!.signing(signer, 'commit', '-q', '--allow-empty', '-S', '-m', 'Enter scores', ...args);
		return signed(format);
	};

	beforeAll(() => {
		shop = workshop();
		real = shop.key('real');
		other = shop.key('other');
		list = [taken(real.line)];
		for (const format of ['sha1', 'sha256']) repositories.set(format, shop.repository(format, `--object-format=${format}`));
	});
	afterAll(() => shop.remove());

	/** git's own word, by a list that holds the same key; ours has to be the same. */
	const agreed = (format: string, commit: Uint8Array): CommitVerdict['state'] => {
		const { state } = commitVerdict(commit, list);
		expect(repositories.get(format)!.accepts(real, commit)).toBe(state === 'signed');
		return state;
	};

	test.each(['sha1', 'sha256'])('in a %s repository are signed, and by whom', (format) => {
		const commit = committed(format, real);
		expect(agreed(format, commit)).toBe('signed');
		expect(commitVerdict(commit, list)).toMatchObject({ owner: 'Lumen Labs', fingerprint: real.fingerprint });
		expect(text(commit)).toContain(format === 'sha1' ? '\ngpgsig -----' : '\ngpgsig-sha256 -----');
	});

	test.each(['sha1', 'sha256'])('in a %s repository are not, where anything was changed afterwards', (format) => {
		const commit = text(committed(format, real));
		expect(agreed(format, bytes(commit.replace('Enter scores', 'Enter s00res')))).toBe('invalid');
		expect(agreed(format, bytes(commit.replace('1750000000', '1750000001')))).toBe('invalid');
		expect(agreed(format, bytes(commit.replace(/^tree ../, 'tree 00')))).toBe('invalid');
		expect(agreed(format, bytes(`${commit}\nCo-authored-by: Mallory\n`))).toBe('invalid');
		expect(agreed(format, bytes(commit.replace('\n\n', '\nencoding UTF-8\n\n')))).toBe('invalid');
	});

	test('are not when they were amended without a signature, and are when with one', () => {
		committed('sha1', real);
		repositories.get('sha1')!.git('commit', '-q', '--amend', '--allow-empty', '-m', 'Enter better scores');
		expect(agreed('sha1', signed('sha1'))).toBe('unsigned');
		expect(agreed('sha1', committed('sha1', real, '--amend'))).toBe('signed');
	});

	test.each(['sha1', 'sha256'])('that merge a signed tag, in a %s repository', (format) => {
		const repository = repositories.get(format)!;
		committed(format, real);
		repository.git('checkout', '-q', '-b', `side-${format}`);
		committed(format, other);
		repository.signing(other, 'tag', '-s', '-m', 'Scores of the side', 'v1');
		repository.git('checkout', '-q', 'main');
		committed(format, real);
		repository.signing(real, 'merge', '-q', '--no-ff', '-S', '-m', 'Merge scores', 'v1');
		const merge = signed(format);
		expect(text(merge).match(/^parent /gm)).toHaveLength(2);
		expect(text(merge)).toMatch(/^mergetag [\s\S]*^ -----BEGIN SSH SIGNATURE-----$[\s\S]*^gpgsig/m);
		expect(agreed(format, merge)).toBe('signed');
		expect(agreed(format, bytes(text(merge).replace(' Scores of', ' Bcores of')))).toBe('invalid');
		repository.git('commit', '-q', '--amend', '-m', 'Merge scores, unsigned');
		expect(agreed(format, signed(format))).toBe('unsigned');
	});

	test('and that hold what was signed in the other format too', () => {
		const commit = text(committed('sha1', real));
		const foreign = header('gpgsig-sha256', shop.sign(other, 'git', 'the same commit in its other form'));
		expect(agreed('sha1', bytes(commit.replace('\n\n', `\n${foreign}\n`)))).toBe('signed');
		expect(agreed('sha1', bytes(commit.replace('\ngpgsig ', `\n${foreign}gpgsig `)))).toBe('signed');
	});

	test('by somebody else', () => {
		const commit = committed('sha1', other);
		expect(agreed('sha1', commit)).toBe('unknown-key');
		expect(commitVerdict(commit, list)).toEqual({ state: 'unknown-key', fingerprint: other.fingerprint });
	});

	test('with the signature of another commit', () => {
		const [first, second] = [text(committed('sha1', real, '-m', 'One')), text(committed('sha1', real, '-m', 'Two'))];
		const signature = /gpgsig [\s\S]*?-----END SSH SIGNATURE-----\n/;
		const moved = second.replace(signature, signature.exec(first)?.[0] ?? '');
		expect(moved).not.toBe(second);
		expect(agreed('sha1', bytes(moved))).toBe('invalid');
	});

	test('by hand, with what ssh-keygen signed for files', () => {
		const payload = bytes(`${HEAD}${MESSAGE}`);
		expect(agreed('sha1', signedBy(shop.sign(real, 'git', payload)))).toBe('signed');
		expect(agreed('sha1', signedBy(shop.sign(real, 'file', payload)))).toBe('wrong-namespace');
	});

	test('outside of the time in which their key counts', () => {
		const commit = committed('sha1', real);
		const [one] = list;
		const within = (more: Partial<SigningKey>) => commitVerdict(commit, [{ ...one!, ...more }]).state;
		expect(within({ notBefore: MADE - 1_000, notAfter: MADE + 1_000 })).toBe('signed');
		expect(within({ notBefore: MADE + 1_000 })).toBe('outside-validity');
		expect(within({ notAfter: MADE - 1_000 })).toBe('outside-validity');
	});

	test.each([
		['ssh-rsa', 'rsa', '-b', '2048'],
		['ecdsa-sha2-nistp256', 'ecdsa'],
	])('with a key of type %s are not checked here', (keyType, ...type) => {
		const commit = committed('sha1', shop.key(keyType, ...type));
		expect(commitVerdict(commit, list)).toEqual({ state: 'not-checked-here', kind: 'ssh', keyType });
	});

	test.each(['sha1', 'sha256'])('in a %s repository are signed no longer when any one byte of them is another', (format) => {
		const commit = committed(format, real);
		expect(commitVerdict(commit, list).state).toBe('signed');
		const flipped = (at: number, mask: number) => commit.map((byte, index) => (index === at ? byte ^ mask : byte));
		const survivors = Array.from(commit, (_, at) => at).filter((at) => commitVerdict(flipped(at, 1), list).state === 'signed');
		expect(survivors).toEqual([]);
		fc.assert(
			fc.property(fc.nat(commit.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
				expect(commitVerdict(flipped(at, mask), list).state).not.toBe('signed');
			}),
			{ numRuns },
		);
	});
});

test('no bytes make the verdict throw, and none but those that were signed are signed', () => {
	const good = handMade();
	const parts = text(good).split(/(?<=\n)/);
	const rearranged = fc.array(fc.constantFrom(...parts), { maxLength: parts.length + 4 }).map((lines) => bytes(lines.join('')));
	const spoiled = fc
		.tuple(fc.nat(good.length), fc.nat(8), fc.uint8Array({ maxLength: 8 }))
		.map(([at, gone, come]) => Uint8Array.of(...good.slice(0, at), ...come, ...good.slice(at + gone)));
	const payload = bytes(`${HEAD}${MESSAGE}`);
	expect(commitVerdict(good, [key]).state).toBe('signed');
	fc.assert(
		fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), rearranged, spoiled), (commit) => {
			if (commitVerdict(commit, [key]).state !== 'signed') return;
			// Bytes may come and go where nobody signs, such as line ends of the armour; what was signed may not.
			expect(commitSignature(commit)).toMatchObject({ payload });
		}),
		{ numRuns },
	);
});
