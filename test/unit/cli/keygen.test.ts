import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readSecretKey } from '../../../shared/trust/signing/secret-key.ts';
import { workplace } from './face.ts';
import { signersFolder } from './signing.ts';

const made: { remove: () => void }[] = [];
afterEach(() => {
	for (const place of made.splice(0)) place.remove();
});
const inFolder = async () => {
	const place = await signersFolder({});
	made.push(place);
	return place;
};

describe('evalmark keygen', () => {
	test.skipIf(process.platform === 'win32')('writes a secret key that only its owner can read', async () => {
		const { mode, read, thumbprint } = await inFolder();
		expect(mode('key.json')).toBe(0o600);
		expect(Object.keys(JSON.parse(read('key.json')))).toEqual(['kty', 'crv', 'x', 'd']);
		expect(readSecretKey(read('key.json'))).toMatchObject({ ok: true, key: { thumbprint } });
	});

	test('prints the public key, its thumbprint and what to do next, and nothing of the secret', async () => {
		const place = workplace();
		made.push(place);
		const { code, out, err } = await place.evalmark('keygen', '-o', 'key.json');
		const { d, ...jwk } = JSON.parse(readFileSync(join(place.folder, 'key.json'), 'utf8'));
		const [first = '', second, third, ...rest] = out.split('\n');
		expect(JSON.parse(first)).toEqual(jwk);
		expect(second).toMatch(/^Thumbprint: [\w-]{43}$/);
		expect(third).toContain('evalmark sign');
		expect(rest).toEqual(['']);
		expect(out).not.toContain(d);
		expect({ code, err }).toEqual({ code: 0, err: '' });
	});

	test('overwrites nothing', async () => {
		const { evalmark, read } = await inFolder();
		const before = read('key.json');
		const { code, out, err } = await evalmark('keygen', '-o', 'key.json');
		expect(read('key.json')).toBe(before);
		expect(err).toContain('key.json is there already');
		expect({ code, out }).toEqual({ code: 2, out: '' });
	});

	test('makes another key each time', async () => {
		const { evalmark, thumbprint } = await inFolder();
		expect(JSON.parse((await evalmark('keygen', '-o', 'other.json', '--json')).out).thumbprint).not.toBe(thumbprint);
	});

	test('says where it cannot write', async () => {
		const { evalmark } = await inFolder();
		const { code, out, err } = await evalmark('keygen', '-o', 'no/such/key.json');
		expect({ code, out, err }).toEqual({ code: 4, out: '', err: 'no/such/key.json could not be written (ENOENT).\n' });
	});
});
