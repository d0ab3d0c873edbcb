import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommitFault, commitSignature } from '../../../../shared/trust/ssh/commit-signature.ts';
import { armoured, header, sigBlob } from './made.ts';
import { missing, type RealKey, type Repository, titled, workshop } from './ssh-keygen.ts';

const numRuns = Number(process.env.EVALMARK_RUNS ?? 1000);
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (of: Uint8Array) => new TextDecoder().decode(of);

const DIGITS = { sha1: 40, sha256: 64 } as const;
type Format = keyof typeof DIGITS;
const armour = armoured(sigBlob('no matter what'));
const gpgsig = header('gpgsig', armour);
const gpgsig256 = header('gpgsig-sha256', armour);
const author = 'author Ada Löwe <ada@example.org> 1750000000 +0200\n';
const committer = 'committer Bob <> 1750000001 -0330\n';
const top = (format: Format = 'sha1') => `tree ${'a'.repeat(DIGITS[format])}\nparent ${'b'.repeat(DIGITS[format])}\n`;
const message = '\nEnter scores\n\ngpgsig not a header\n -----BEGIN SSH SIGNATURE-----\n';
/** A signed tag that was merged: its own signatures are lines of this header. */
const mergetag = `mergetag object ${'b'.repeat(40)}\n type commit\n tag v1\n tagger Ada <ada@example.org> 1750000000 +0200\n gpgsig ${armour
	.trimEnd()
	.split('\n')
	.join('\n  ')}\n gpgsig-sha256 x\n  y\n \n of the tag\n -----BEGIN PGP SIGNATURE-----\n \n -----END PGP SIGNATURE-----\n`;

const people = {
	author: { name: 'Ada Löwe', email: 'ada@example.org' },
	committer: { name: 'Bob', email: '' },
	committedAt: 1_750_000_001,
};

describe('the signature of a commit', () => {
	test('is the header of its format, and what it is over is the rest', () => {
		for (const [format, own, foreign] of [
			['sha1', gpgsig, gpgsig256],
			['sha256', gpgsig256, gpgsig],
		] as const) {
			const rest = `${top(format)}${author}${committer}`;
			const expected = { kind: 'ssh', armour, payload: bytes(`${rest}${message}`), ...people };
			expect(commitSignature(bytes(`${rest}${own}${message}`))).toEqual(expected);
			expect(commitSignature(bytes(`${rest}${own}${foreign}${message}`))).toEqual(expected);
			expect(commitSignature(bytes(`${rest}${foreign}${own}${message}`))).toEqual(expected);
			expect(commitSignature(bytes(`${rest}${foreign}${message}`))).toEqual({ kind: 'none' });
			expect(commitSignature(bytes(`${rest}${message}`))).toEqual({ kind: 'none' });
		}
	});

	test('leaves merged tags, encodings and messages where they are', () => {
		const rest = `${top()}${author}${committer}${mergetag}encoding ISO-8859-1\n`;
		expect(commitSignature(bytes(`${rest}${message}`))).toEqual({ kind: 'none' });
		for (const commit of [`${rest}${gpgsig}${message}`, `${top()}${gpgsig}${rest.slice(top().length)}${message}`])
			expect(commitSignature(bytes(commit))).toEqual({ kind: 'ssh', armour, payload: bytes(`${rest}${message}`), ...people });
	});

	test('may be the last line, without a message and without a newline', () => {
		const rest = `${top()}${author}${committer}`;
		expect(commitSignature(bytes(`${rest}${gpgsig.trimEnd()}`))).toMatchObject({ armour: armour.trimEnd(), payload: bytes(rest) });
	});

	test('may have an empty line, which is no end of the headers', () => {
		const pgp = '-----BEGIN PGP SIGNATURE-----\n\nwnUEABYKAB0W\n-----END PGP SIGNATURE-----\n\n';
		const commit = `${top()}${author}${committer}${header('gpgsig', pgp)}${message}`;
		expect(commitSignature(bytes(commit))).toMatchObject({ kind: 'openpgp', armour: pgp });
	});

	test('loses one space of each line and no more', () => {
		const commit = `${top()}${author}${committer}gpgsig a\n  b\n \n   c \n${message}`;
		expect(commitSignature(bytes(commit))).toMatchObject({ kind: 'unknown', armour: 'a\n b\n\n  c \n' });
	});

	test.each([
		['ssh', '-----BEGIN SSH SIGNATURE-----'],
		['openpgp', '-----BEGIN PGP SIGNATURE-----'],
		['openpgp', '-----BEGIN PGP MESSAGE-----'],
		['x509', '-----BEGIN SIGNED MESSAGE-----'],
		['unknown', '-----BEGIN SSH'],
		['unknown', ' -----BEGIN SSH SIGNATURE-----'],
		['unknown', ''],
	])('is of the kind %s where it begins with %j', (kind, begin) => {
		const commit = `${top()}${author}${committer}gpgsig ${begin}\n AAAA\n${message}`;
		expect(commitSignature(bytes(commit))).toMatchObject({ kind, armour: `${begin}\nAAAA\n` });
	});

	test.each<[CommitFault, string, string]>([
		['not-a-commit', 'nothing', ''],
		['not-a-commit', 'a blob', 'results: []\n'],
		['not-a-commit', 'a tag', `object ${'a'.repeat(40)}\n`],
		['not-a-commit', 'an oid of no format', `tree ${'a'.repeat(41)}\n${author}${committer}${gpgsig}`],
		['not-a-commit', 'a first line that continues none', ` tree ${'a'.repeat(40)}\n${author}${committer}${gpgsig}`],
		['not-a-commit', 'a tree on two lines', `tree ${'a'.repeat(40)}\n x\n${author}${committer}${gpgsig}`],
		['not-a-commit', 'no committer', `${top()}${author}${gpgsig}${message}`],
		['not-a-commit', 'a committer without a time', `${top()}${author}committer Bob <>\n${gpgsig}${message}`],
		['not-a-commit', 'a signature before all', `${gpgsig}${top()}${author}${committer}${message}`],
		['two-signatures', 'two one after the other', `${top()}${author}${committer}${gpgsig}${gpgsig}${message}`],
		['two-signatures', 'two apart', `${top()}${gpgsig}${author}${committer}${gpgsig}${message}`],
		['two-signatures', 'two of the other format', `${top()}${author}${committer}${gpgsig256}${gpgsig256}${gpgsig}${message}`],
		['other-signature', 'a header that git leaves out', `${top()}${author}${committer}${gpgsig}gpgsig-x free text\n${message}`],
		['other-signature', 'a header without a value', `${top()}${author}${committer}gpgsig\n ${armour}${message}`],
		['two-identities', 'two committers', `${top()}${author}${committer}${committer}${gpgsig}${message}`],
		['two-identities', 'two authors', `${top()}${author}${author}${committer}${gpgsig}${message}`],
		['zero-byte', 'a zero byte in a name', `${top()}${author}${committer.replace('Bob', 'B\0b')}${gpgsig}${message}`],
		['too-many-headers', 'headers without end', `${top()}${author}${committer}${gpgsig}${'x y\n'.repeat(2_000)}${message}`],
	])('is %s: %s', (fault, _, commit) => {
		expect(commitSignature(bytes(commit))).toEqual({ kind: 'malformed', fault });
	});

	test('is not missed where old tools wrote an author that nobody can read', () => {
		expect(commitSignature(bytes(`${top()}author Ada\n${committer}${message}`))).toEqual({ kind: 'none' });
	});
});

/** Commits of all the headers that git writes, in any order, and some of those that it does not. */
const arbitraryCommit = (format: Format) => {
	const ownHeader = format === 'sha1' ? gpgsig : gpgsig256;
	const foreign = format === 'sha1' ? gpgsig256 : gpgsig;
	const more = [foreign, mergetag, 'encoding ISO-8859-1\n', `x-note\n gpgsig ${armour.split('\n')[0]}\n more\n`, 'HG:extra a\n'];
	return fc
		.tuple(fc.shuffledSubarray(more), fc.nat(more.length), fc.constantFrom(message, '\n', '', '\ngpgsig x\n'))
		.map(([headers, at, end]) => {
			const all = [...headers.slice(0, at), ownHeader, ...headers.slice(at)].join('');
			return bytes(`${top(format)}${author}${committer}${all}${end}`);
		});
};

describe.skipIf(missing)(titled('what git takes as signed'), () => {
	let shop: ReturnType<typeof workshop>;
	let key: RealKey;
	const repositories = new Map<Format, Repository>();
	beforeAll(() => {
		shop = workshop();
		key = shop.key('key');
		for (const format of ['sha1', 'sha256'] as const) repositories.set(format, shop.repository(format, `--object-format=${format}`));
	});
	afterAll(() => shop.remove());

	test.each(['sha1', 'sha256'] as const)('is our payload, whatever the headers of a %s commit', (format) => {
		const repository = repositories.get(format)!;
		fc.assert(
			fc.property(arbitraryCommit(format), (commit) => {
				const ours = commitSignature(commit);
				if (ours.kind !== 'ssh') throw new Error(`read as ${ours.kind}`);
				expect(text(ours.payload)).toBe(text(repository.payload(commit)));
				expect(ours.armour).toBe(armour);
			}),
			{ numRuns: 20 },
		);
	});

	test.each(['sha1', 'sha256'] as const)('by `git commit -S` in a %s repository: author, committer, times and bytes', (format) => {
		const repository = repositories.get(format)!;
		repository.signing(key, 'commit', '-q', '--allow-empty', '-S', '-m', 'Enter scores', '--author=Grace <grace@example.org>');
		const commit = repository.commit('HEAD');
		const signature = commitSignature(commit);
		expect(signature).toMatchObject({
			kind: 'ssh',
			author: { name: 'Grace', email: 'grace@example.org' },
			committer: { name: 'Ada Tester', email: 'ada@example.org' },
			committedAt: 1_750_000_000,
		});
		if (signature.kind !== 'ssh') return;
		expect(text(signature.payload)).toBe(text(repository.payload(commit)));
		expect(shop.accepts(key, 'git', signature.armour, signature.payload)).toBe(true);
	});
});

test('no bytes make the reader throw, and no payload has a signature left', () => {
	const lines = fc.constantFrom(top(), author, committer, gpgsig, gpgsig256, mergetag, message, 'gpgsig', ' ', '\n', '\0', 'x y\n', 'ü');
	const spoiled = fc
		.tuple(arbitraryCommit('sha1'), fc.nat(900), fc.nat(8), fc.uint8Array({ maxLength: 8 }))
		.map(([commit, at, gone, come]) => Uint8Array.of(...commit.slice(0, at), ...come, ...commit.slice(at + gone)));
	const put = fc.array(lines, { maxLength: 8 }).map((all) => bytes(`${top()}${all.join('')}`));
	fc.assert(
		fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), put, spoiled), (commit) => {
			const read = commitSignature(commit);
			if (read.kind === 'none' || read.kind === 'malformed') return;
			expect(text(read.payload).split('\n\n')[0]).not.toMatch(/^gpgsig/m);
			// Unsigned, since the only thing that was taken out is the signature.
			expect(commitSignature(read.payload)).toEqual({ kind: 'none' });
			expect(read.payload.length + read.armour.length).toBeLessThan(commit.length);
		}),
		{ numRuns },
	);
});
