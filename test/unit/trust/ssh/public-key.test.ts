import { Point } from '@noble/ed25519';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicKeyOf } from '../../../../shared/trust/crypto/ed25519.ts';
import { fingerprint, readSshKeyBlob, readSshKeyLine } from '../../../../shared/trust/ssh/public-key.ts';
import { keyBlob, SEED, string } from './made.ts';
import { missing, type RealKey, titled, workshop } from './ssh-keygen.ts';

const numRuns = Number(process.env.EVALMARK_RUNS ?? 1000);
const publicKey = publicKeyOf(SEED);
const blob = keyBlob(publicKey);
const lineOf = (bytes: Uint8Array, type = 'ssh-ed25519') => `${type} ${Buffer.from(bytes).toString('base64')} ada@example.org`;
const line = lineOf(blob);

describe.skipIf(missing)(titled('keys that ssh-keygen makes'), () => {
	let shop: ReturnType<typeof workshop>;
	const keys: Record<string, RealKey> = {};
	beforeAll(() => {
		shop = workshop();
		keys['ssh-ed25519'] = shop.key('ed25519');
		keys['ssh-rsa'] = shop.key('rsa', 'rsa', '-b', '2048');
		keys['ecdsa-sha2-nistp256'] = shop.key('ecdsa', 'ecdsa');
	});
	afterAll(() => shop.remove());

	test('an Ed25519 key is read from its file, and has the fingerprint that ssh-keygen prints', () => {
		const key = keys['ssh-ed25519']!;
		const read = readSshKeyLine(key.line);
		expect(read).toMatchObject({ kind: 'ed25519', publicKey: { length: 32 } });
		expect(read.kind === 'ed25519' && fingerprint(read.blob)).toBe(key.fingerprint);
	});

	test.each(['ssh-rsa', 'ecdsa-sha2-nistp256'])('a key of type %s is named', (type) => {
		const key = keys[type]!;
		const read = readSshKeyLine(key.line);
		expect(read).toMatchObject({ kind: 'other', type });
		expect(read.kind === 'other' && fingerprint(read.blob)).toBe(key.fingerprint);
	});
});

describe('a line', () => {
	test.each([
		['as it is', line],
		['without a comment', line.split(' ').slice(0, 2).join(' ')],
		['with tabs and the end of a line of Windows', `\t${line.replaceAll(' ', '\t')}\r\n`],
	])('%s is read', (_, text) => {
		expect(readSshKeyLine(text)).toEqual({ kind: 'ed25519', publicKey, blob });
	});

	test('of a key in a token is named', () => {
		const type = 'sk-ssh-ed25519@openssh.com';
		expect(readSshKeyLine(lineOf(keyBlob(publicKey, type), type))).toMatchObject({ kind: 'other', type });
	});

	test.each([
		['too-long', `${line} ${'x'.repeat(9_000)}`],
		['not-one-line', `${line}\n${line}`],
		['private-key', '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n'],
		['options', `no-pty,from="10.0.0.1" ${line}`],
		['options', `ada@example.org namespaces="git" ${line}`],
		['no-type', ''],
		['no-type', Buffer.from(blob).toString('base64')],
		['no-type', `SSH-ED25519${line.slice('ssh-ed25519'.length)}`],
		['cut', 'ssh-ed25519'],
		['not-base64', line.replace('AAAA', 'AAA')],
		['not-base64', line.replace('AAAA', 'AA-A')],
		['not-base64', `ssh-rsa ${Buffer.from(string('ssh-rsa')).toString('base64')}=`],
		// The same bytes in a lax decoder: the last character carries two bits too many.
		['not-base64', 'ssh-rsa AAAAB3NzaC1yc2F='],
		['type-differs', lineOf(keyBlob(publicKey), 'ssh-rsa')],
		['type-differs', lineOf(keyBlob(publicKey, 'ssh-rsa'))],
	])('is refused as %s', (fault, text) => {
		expect(readSshKeyLine(text)).toEqual({ kind: 'malformed', fault });
	});
});

describe('the bytes of a key', () => {
	const smallOrder = Buffer.from('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a', 'hex');
	const mixed = Point.fromBytes(publicKey)
		.add(Point.fromBytes(new Uint8Array(smallOrder)))
		.toBytes();

	test.each([
		['cut', new Uint8Array()],
		['cut', blob.slice(0, 3)],
		['cut', blob.slice(0, -1)],
		['cut', Uint8Array.of(0xff, 0xff, 0xff, 0xff, 1)],
		['cut', new Uint8Array(string('ssh-ed25519'))],
		['no-type', keyBlob(publicKey, '')],
		['no-type', keyBlob(publicKey, 'ssh-ed25519,ssh-rsa')],
		['no-type', keyBlob(publicKey, 'ssh-é')],
		['no-type', keyBlob(publicKey, 'x'.repeat(65))],
		['trailing-bytes', Uint8Array.of(...blob, 0)],
		['length', keyBlob(publicKey.slice(1))],
		['not-a-point', keyBlob(new Uint8Array(32).fill(0xff))],
		['small-order', keyBlob(smallOrder)],
		['torsion', keyBlob(mixed)],
	])('are refused as %s', (fault, bytes) => {
		expect(readSshKeyBlob(bytes)).toEqual({ kind: 'malformed', fault });
	});
});

test('nothing that is no key makes a reader throw, and what is read is what stands there', () => {
	const words = fc.constantFrom('ssh-ed25519', 'ssh-rsa', ' ', '\n', '=', Buffer.from(blob).toString('base64'), 'AAAA', '\u{1f511}');
	const texts = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 200 }),
		fc.array(words, { maxLength: 8 }).map((all) => all.join('')),
	);
	fc.assert(
		fc.property(texts, (text) => {
			const read = readSshKeyLine(text);
			if (read.kind !== 'malformed') expect(text).toContain(Buffer.from(read.blob).toString('base64'));
		}),
		{ numRuns },
	);
	fc.assert(
		fc.property(fc.oneof(fc.uint8Array({ maxLength: 100 }), spoiled(blob)), (bytes) => {
			const read = readSshKeyBlob(bytes);
			expect(read.kind === 'ed25519' ? keyBlob(read.publicKey) : bytes).toEqual(bytes);
		}),
		{ numRuns },
	);
});

/** Bytes with a piece taken out and another put in. */
function spoiled(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
	return fc
		.tuple(fc.nat(bytes.length), fc.nat(8), fc.uint8Array({ maxLength: 8 }))
		.map(([at, gone, come]) => Uint8Array.of(...bytes.slice(0, at), ...come, ...bytes.slice(at + gone)));
}
