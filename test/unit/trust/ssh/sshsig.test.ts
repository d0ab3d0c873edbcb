import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicKeyOf } from '../../../../shared/trust/crypto/ed25519.ts';
import { fingerprint } from '../../../../shared/trust/ssh/public-key.ts';
import { readSshSig, sshSignatureFits } from '../../../../shared/trust/ssh/sshsig.ts';
import { armoured, keyBlob, type Parts, SEED, sigBlob } from './made.ts';
import { missing, type RealKey, titled, workshop } from './ssh-keygen.ts';

const numRuns = Number(process.env.EVALMARK_RUNS ?? 1000);
const bytes = (text: string) => new TextEncoder().encode(text);
const message = bytes('- dataset: {id: fieldnotes/tide-tables}\n  value: 71.25\n');
const publicKey = publicKeyOf(SEED);
const by = { publicKey, fingerprint: fingerprint(keyBlob(publicKey)) };
const made = (parts: Partial<Parts> = {}) => armoured(sigBlob(message, SEED, parts));

describe.skipIf(missing)(titled('signatures that ssh-keygen makes'), () => {
	let shop: ReturnType<typeof workshop>;
	let key: RealKey;
	let other: RealKey;
	beforeAll(() => {
		shop = workshop();
		key = shop.key('key');
		other = shop.key('other');
	});
	afterAll(() => shop.remove());

	test.each(['sha256', 'sha512'])('over %s fit, and name the key', (hash) => {
		const armour = shop.sign(key, 'eval-result', message, '-O', `hashalg=${hash}`);
		expect(readSshSig(armour)).toMatchObject({ kind: 'ed25519', sig: { hash, namespace: 'eval-result' } });
		expect(sshSignatureFits(armour, message, 'eval-result')).toMatchObject({ state: 'fits', fingerprint: key.fingerprint });
	});

	test('ssh-keygen says the same of the right bytes, others, another namespace and another key', () => {
		const armour = shop.sign(key, 'file', message);
		const changed = bytes('- dataset: {id: fieldnotes/tide-tables}\n  value: 91.25\n');
		const cases = [
			{ namespace: 'file', over: message, of: key, state: 'fits' },
			{ namespace: 'file', over: changed, of: key, state: 'does-not-fit' },
			{ namespace: 'git', over: message, of: key, state: 'other-namespace' },
			{ namespace: 'file', over: message, of: other, state: 'fits' },
		];
		for (const { namespace, over, of, state } of cases) {
			const fit = sshSignatureFits(armour, over, namespace);
			expect(fit.state).toBe(state);
			const ours = fit.state === 'fits' && fit.fingerprint === of.fingerprint;
			expect(shop.accepts(of, namespace, armour, over)).toBe(ours);
		}
	});

	test('what is put together by hand in these tests is what ssh-keygen would have made', () => {
		const line = `ssh-ed25519 ${Buffer.from(keyBlob(publicKey)).toString('base64')}\n`;
		expect(shop.accepts({ ...key, line }, 'file', made(), message)).toBe(true);
		expect(shop.accepts({ ...key, line }, 'file', made({ hash: 'sha256' }), message)).toBe(true);
	});

	test.each([
		['ssh-rsa', 'rsa', '-b', '2048'],
		['ecdsa-sha2-nistp384', 'ecdsa', '-b', '384'],
	])('by a key of type %s are named and not checked', (keyType, ...type) => {
		const foreign = shop.key(keyType, ...type);
		const armour = shop.sign(foreign, 'file', message);
		expect(sshSignatureFits(armour, message, 'file')).toEqual({ state: 'unsupported', keyType, fingerprint: foreign.fingerprint });
	});
});

describe('a signature', () => {
	test('fits by the key inside of it', () => {
		expect(sshSignatureFits(made(), message, 'file')).toEqual({ state: 'fits', ...by });
	});

	test('made for something else says for what, where it fits', () => {
		expect(sshSignatureFits(made({ namespace: 'mail' }), message, 'file')).toEqual({ state: 'other-namespace', namespace: 'mail', ...by });
		expect(sshSignatureFits(made({ namespace: 'mail' }), bytes('else'), 'file')).toEqual({ state: 'does-not-fit', ...by });
	});

	test('cannot be given to another key or another hash', () => {
		const key = keyBlob(publicKeyOf(new Uint8Array(32).fill(8)));
		expect(sshSignatureFits(made({ key }), message, 'file').state).toBe('does-not-fit');
		const read = readSshSig(made());
		if (read.kind !== 'ed25519') throw new Error(`not read: ${read.kind}`);
		const { signature } = read.sig;
		expect(sshSignatureFits(made({ signature, hash: 'sha256' }), message, 'file').state).toBe('does-not-fit');
		expect(sshSignatureFits(made({ signature, namespace: 'git' }), message, 'git').state).toBe('does-not-fit');
	});

	test('by a key in a token is named', () => {
		const keyType = 'sk-ssh-ed25519@openssh.com';
		const key = keyBlob(publicKey, keyType);
		expect(sshSignatureFits(made({ key }), message, 'file')).toEqual({ state: 'unsupported', keyType, fingerprint: fingerprint(key) });
	});

	test('by an RSA key of the largest size is short enough to be named', () => {
		// Its numbers alone: two of 16,384 bits and the exponent. To find a key of that size takes minutes.
		const number = Buffer.alloc(2_049, 1);
		const blob = sigBlob(message, SEED, { key: keyBlob(number, 'ssh-rsa'), algorithm: 'rsa-sha2-512', signature: number });
		expect(sshSignatureFits(armoured(blob), message, 'file')).toMatchObject({ state: 'unsupported', keyType: 'ssh-rsa' });
	});

	test.each([
		['lines of 64', (text: string) => text.replace(/\n(?!-----)/g, '').replace(/(?<=SIGNATURE-----\n?)/, '\n')],
		['no newline at its end', (text: string) => text.trimEnd()],
		['an empty line at its end', (text: string) => `${text}\n`],
	])('may have %s', (_, change) => {
		expect(sshSignatureFits(change(made()), message, 'file').state).toBe('fits');
	});

	const identity = Uint8Array.of(1, ...new Uint8Array(31));
	test.each<[string, Partial<Parts>]>([
		['no-magic', { magic: 'SSHSIh' }],
		['other-version', { version: 0 }],
		['other-version', { version: 2 }],
		['namespace', { namespace: '' }],
		['namespace', { namespace: 'file\0' }],
		['namespace', { namespace: Uint8Array.of(0xc3) }],
		['reserved', { reserved: 'x' }],
		['other-hash', { hash: 'sha1' }],
		['other-hash', { hash: 'SHA512' }],
		['other-hash', { hash: '' }],
		['signature-type', { algorithm: 'ssh-rsa' }],
		['signature-type', { algorithm: '' }],
		['signature-length', { signature: new Uint8Array(63) }],
		['signature-length', { signature: new Uint8Array(65) }],
		['trailing-bytes', { afterSignature: 'x' }],
		['trailing-bytes', { after: 'x' }],
		['length', { key: keyBlob(publicKey.slice(1)) }],
		['not-a-point', { key: keyBlob(new Uint8Array(32).fill(0xff)) }],
		['trailing-bytes', { key: Uint8Array.of(...keyBlob(publicKey), 1) }],
		['cut', { key: '' }],
		// Under this key such a signature is over any message at all.
		['small-order', { key: keyBlob(identity), signature: Uint8Array.of(...identity, ...new Uint8Array(32)) }],
	])('is refused as %s: %o', (fault, parts) => {
		expect(sshSignatureFits(made(parts), message, 'file')).toEqual({ state: 'malformed', fault });
	});

	test.each<[string, (text: string) => string]>([
		['no-armour', () => ''],
		['no-armour', (text) => ` ${text}`],
		['no-armour', (text) => text.replaceAll('\n', '\r\n')],
		['no-armour', (text) => text.replace('END', 'ENDE')],
		['no-armour', (text) => `${text}x`],
		['no-armour', (text) => `${text}${text}`],
		['no-armour', () => '-----BEGIN SSH SIGNATURE-----\n'],
		['not-base64', (text) => text.replace('U1NI', 'U1N I')],
		['not-base64', (text) => text.replace('U1NI', 'U1NI\n\n')],
		['not-base64', (text) => text.replace('U1NI', 'U1N')],
		['not-base64', (text) => text.replace('U1NI', '-1NI')],
		['not-base64', () => '-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n'],
		['no-magic', () => armoured(new Uint8Array(3))],
		['cut', () => armoured(sigBlob(message).slice(0, -1))],
		['cut', () => armoured(sigBlob(message).slice(0, 12))],
		['too-long', () => armoured(sigBlob(message, SEED, { after: 'x'.repeat(7_000) }))],
	])('is refused as %s', (fault, change) => {
		expect(sshSignatureFits(change(made()), message, 'file')).toEqual({ state: 'malformed', fault });
	});

	test('with stray bits in its last character is not the same one', () => {
		const text = armoured(sigBlob(message, SEED, { namespace: 'fil' }));
		const last = /(.)(=+)\n-----END/.exec(text)?.[1] ?? '';
		const next = String.fromCharCode(last.charCodeAt(0) + 1);
		const stray = text.replace(`${last}=`, `${next}=`);
		const decoded = (armour: string) => Buffer.from(armour.split('\n').slice(1, -2).join(''), 'base64');
		expect(decoded(stray)).toEqual(decoded(text));
		expect(sshSignatureFits(text, message, 'fil').state).toBe('fits');
		expect(sshSignatureFits(stray, message, 'fil')).toEqual({ state: 'malformed', fault: 'not-base64' });
	});
});

test('whoever signs whatever for whatever is who is read, and no other message or namespace fits', () => {
	const namespaces = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => !/\p{Cc}/u.test(text));
	fc.assert(
		fc.property(
			fc.uint8Array({ minLength: 32, maxLength: 32 }),
			fc.uint8Array({ maxLength: 200 }),
			fc.uint8Array({ maxLength: 200 }),
			namespaces,
			namespaces,
			fc.constantFrom('sha256', 'sha512'),
			(seed, signed, other, namespace, otherNamespace, hash) => {
				const armour = armoured(sigBlob(signed, seed, { namespace, hash }));
				expect(sshSignatureFits(armour, signed, namespace)).toMatchObject({ state: 'fits', publicKey: publicKeyOf(seed) });
				if (!Buffer.from(signed).equals(other)) expect(sshSignatureFits(armour, other, namespace).state).toBe('does-not-fit');
				if (namespace !== otherNamespace) expect(sshSignatureFits(armour, signed, otherNamespace).state).toBe('other-namespace');
			},
		),
		{ numRuns: Math.max(100, numRuns / 10) },
	);
});

test('no text makes the reader throw, and a text that is changed anywhere no longer fits', () => {
	const good = made();
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
			for (const armour of [text, `-----BEGIN SSH SIGNATURE-----\n${text}\n-----END SSH SIGNATURE-----\n`, armoured(bytes(text))])
				expect(sshSignatureFits(armour, message, 'file').state).toBe('malformed');
		}),
		{ numRuns },
	);
	const place = fc.nat(good.trimEnd().length - 1);
	fc.assert(
		fc.property(place, fc.nat(4), fc.string({ unit: 'binary-ascii', maxLength: 4 }), (at, gone, come) => {
			const text = good.slice(0, at) + come + good.slice(at + gone);
			// Where lines are broken is not signed.
			fc.pre(text.replaceAll('\n', '') !== good.replaceAll('\n', ''));
			expect(sshSignatureFits(text, message, 'file').state).not.toBe('fits');
		}),
		{ numRuns },
	);
});
