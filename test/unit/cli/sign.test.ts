import { chmodSync, lstatSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { NOW } from './face.ts';
import { entry, ISSUER, REPOSITORY, signersFolder } from './signing.ts';

const made: { remove: () => void }[] = [];
afterEach(() => {
	for (const place of made.splice(0)) place.remove();
});
const inFolder = async (files: Readonly<Record<string, string | Uint8Array>>) => {
	const place = await signersFolder(files);
	made.push(place);
	return place;
};

const FILE = '.eval_results/hle.yaml';
const layout = `# scores\r\n${entry('20.90 # as measured').replaceAll('\n', '\r\n')}\r\n${entry('7', 'a/b').replaceAll('\n', '\r\n')}  notes: x`;
const claims = (text: string) => {
	const [, payload = ''] = /verifyToken: [\w-]+\.([\w-]+)\./.exec(text) ?? [];
	return JSON.parse(Buffer.from(payload, 'base64url').toString());
};

describe('evalmark sign', () => {
	test('prints the whole file with a token for each entry, and leaves the file as it is', async () => {
		const { sign, read } = await inFolder({ [FILE]: layout });
		const { code, out, err } = await sign(FILE);
		expect(read(FILE)).toBe(layout);
		expect(out.match(/verifyToken/g)).toHaveLength(2);
		expect(out.replace(/ {2}verifyToken: \S+\r\n/g, '')).toBe(layout);
		expect(err).toContain(`Signed 2 results of lumen-labs/kestrel-32b on huggingface.co, as ${ISSUER}`);
		expect(code).toBe(0);
	});

	test('changes the file where it is told to, with its rights, and prints nothing', async () => {
		const { sign, read, mode, folder } = await inFolder({ [FILE]: layout });
		chmodSync(join(folder, FILE), 0o664);
		const { code, out } = await sign(FILE, '--in-place');
		expect(read(FILE).replace(/ {2}verifyToken: \S+\r\n/g, '')).toBe(layout);
		expect(mode(FILE)).toBe(0o664);
		expect(readdirSync(join(folder, '.eval_results'))).toEqual(['hle.yaml']);
		expect({ code, out }).toEqual({ code: 0, out: '' });
	});

	test('changes the file that a link leads to', async () => {
		const { sign, read, folder } = await inFolder({ 'real.yaml': entry('1') });
		symlinkSync('real.yaml', join(folder, 'link.yaml'));
		await sign('link.yaml', '--in-place');
		expect(lstatSync(join(folder, 'link.yaml')).isSymbolicLink()).toBe(true);
		expect(read('real.yaml')).toContain('verifyToken');
	});

	test('prints a byte order mark as it stands there', async () => {
		const { sign } = await inFolder({ 'a.yaml': `\ufeff${entry('1')}` });
		expect((await sign('a.yaml')).out.startsWith('\ufeff- dataset')).toBe(true);
	});

	test('says in the token what it was told to say', async () => {
		const { evalmark } = await inFolder({ 'a.yaml': entry('20.90') });
		const { out } = await evalmark(
			...['sign', 'a.yaml', '--key', 'key.json', '--repository', 'https://hf.co/lumen-labs/kestrel-32b', '--issuer', `${ISSUER}/`],
			...['--commit', 'a'.repeat(40), '--repository-id', '621ffd', '--expires', '2027-01-31', '--harness', 'inspect_ai@0.3.150'],
			...['--log', 'A'.repeat(64)],
		);
		expect(claims(out)).toEqual({
			version: 1,
			iss: ISSUER,
			iat: NOW / 1000,
			exp: Date.parse('2027-02-01') / 1000,
			// The Hub's short name only leads there.
			subject: { host: 'huggingface.co', repository: 'lumen-labs/kestrel-32b', repository_id: '621ffd', commit: 'a'.repeat(40) },
			dataset: { id: 'cais/hle', task_id: 'hle' },
			value: '20.90',
			harness: { name: 'inspect_ai', version: '0.3.150' },
			log_digest: `sha256:${'a'.repeat(64)}`,
		});
	});

	test('takes the issuer from the key file where none is named', async () => {
		const { evalmark, write, read } = await inFolder({ 'a.yaml': entry('1') });
		const args = ['sign', 'a.yaml', '--key', 'key.json', '--repository', REPOSITORY];
		const without = await evalmark(...args);
		expect(without.err).toContain('Say who signs: --issuer https://…, or “iss” in key.json.');
		expect(without).toMatchObject({ code: 2, out: '' });
		write('key.json', JSON.stringify({ ...JSON.parse(read('key.json')), iss: ISSUER }));
		expect(claims((await evalmark(...args)).out).iss).toBe(ISSUER);
	});

	test('signs nothing where one entry cannot be signed, and names file, line and reason', async () => {
		const file = `${entry('1')}${entry('88%')}- {value: 1}\n`;
		const { sign, read } = await inFolder({ 'a.yaml': file });
		const { code, out, err } = await sign('a.yaml', '--in-place');
		expect(err).toContain('error  a.yaml:8  The value 88% is no plain decimal number');
		expect(err).toContain('error  a.yaml:9  This entry does not say which benchmark');
		expect(err).toContain('Nothing was signed, and a.yaml is as it was.');
		expect(read('a.yaml')).toBe(file);
		expect({ code, out }).toEqual({ code: 1, out: '' });
	});

	test('names what makes an entry mean two things', async () => {
		const { sign } = await inFolder({ 'a.yaml': `${entry('&v 1')}${entry('*v')}` });
		expect((await sign('a.yaml')).err).toMatch(/a\.yaml:8 {2}The alias “\*v” is not followed\. Other programs may read something else/);
	});

	test('--json says what was signed, and gives the file where it is not changed', async () => {
		const { sign, thumbprint, read } = await inFolder({ 'a.yaml': entry('1'), 'b.yaml': `${entry('1')}  verifyToken: x\n` });
		const printed = JSON.parse((await sign('a.yaml', '--json')).out);
		const repository = { origin: 'https://huggingface.co', path: 'lumen-labs/kestrel-32b' };
		expect(printed).toMatchObject({ file: 'a.yaml', key: thumbprint, issuer: ISSUER, repository });
		expect(printed.results).toEqual([
			{ line: 1, dataset: 'cais/hle', task: 'hle', value: '1', token: expect.stringMatching(/^eyJ/), replaced: false },
		]);
		expect(printed.text).toBe(`${entry('1')}  verifyToken: ${printed.results[0].token}\n`);
		const changed = JSON.parse((await sign('b.yaml', '--json', '--in-place')).out);
		expect(changed.results[0].replaced).toBe(true);
		expect(changed.text).toBeUndefined();
		expect(read('b.yaml')).toContain(changed.results[0].token);
	});

	test.skipIf(process.platform === 'win32')('warns of a key that others can read', async () => {
		const { sign, folder } = await inFolder({ 'a.yaml': entry('1') });
		expect((await sign('a.yaml')).err).not.toContain('chmod');
		chmodSync(join(folder, 'key.json'), 0o640);
		const { code, err } = await sign('a.yaml');
		expect(err).toContain('key.json can be read by others on this computer.');
		expect(code).toBe(0);
	});

	test.each([
		['{', 'it is not JSON'],
		['{"kty":"RSA"}', 'a key of another kind'],
		['{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}', 'This is a public key'],
	])('does not sign with %s', async (text, sentence) => {
		const { sign, write } = await inFolder({ 'a.yaml': entry('1') });
		write('key.json', text);
		const { code, out, err } = await sign('a.yaml');
		expect(err).toContain(sentence);
		expect({ code, out }).toEqual({ code: 2, out: '' });
	});

	test.each([
		['nothing.yaml', 2, 'there is no such file'],
		['.', 4, 'neither a file nor a folder'],
	])('does not stumble over %s', async (file, expected, sentence) => {
		const { sign } = await inFolder({});
		const { code, err } = await sign(file);
		expect(err).toContain(sentence);
		expect(code).toBe(expected);
	});
});

test('the secret half is printed nowhere, whatever is wrong with its file', async () => {
	const { evalmark, sign, secret, read, write, folder } = await inFolder({ 'a.yaml': entry('1'), 'b.yaml': '{' });
	chmodSync(join(folder, 'key.json'), 0o644);
	const key = JSON.parse(read('key.json'));
	const spoilt = [
		JSON.stringify(key),
		`${JSON.stringify(key)} x`,
		`{"d":"${secret}","d":"${secret}"}`,
		JSON.stringify({ ...key, x: key.x.replace(/^./, '-') }),
		JSON.stringify({ ...key, kty: 'EC' }),
		JSON.stringify({ ...key, iss: 'ftp://x' }),
		JSON.stringify([key]),
		JSON.stringify({ keys: [key] }),
		JSON.stringify({ format: 'evalmark-keys', version: 1, keys: [{ jwk: key }] }),
		secret,
	];
	for (const text of spoilt) {
		write('key.json', text);
		const runs = [
			await sign('a.yaml'),
			await sign('a.yaml', '--json'),
			await sign('b.yaml'),
			await evalmark('keygen', '-o', 'key.json'),
			await evalmark('keys', 'add', 'key.json', '--owner', 'me', '--scope', 'any', '--yes'),
			await evalmark('keys', 'add', 'key.json', '--json'),
			await evalmark('verify', 'a.yaml', '--keys', 'key.json'),
			await evalmark('verify', 'key.json'),
			await evalmark('check', 'key.json', '--json'),
			await evalmark('keys', 'export'),
			await evalmark('keys', '--json'),
		];
		for (const { out, err } of runs) expect(`${out}${err}`).not.toContain(secret);
	}
});

describe('the command line of sign', () => {
	const all = ['sign', 'a.yaml', '--key', 'k', '--repository', REPOSITORY, '--issuer', ISSUER];
	test.each([
		[['sign'], 'Name the result file'],
		[['sign', 'a.yaml', 'b.yaml'], 'takes no further argument b.yaml'],
		[['sign', 'a.yaml'], '--key FILE'],
		[['sign', 'a.yaml', '--key', 'k'], '--repository URL'],
		[['sign', 'a.yaml', '--key', 'k', '--repository-id', '1'], '--repository-id says more'],
		[['sign', 'a.yaml', '--key', 'k', '--repository', 'lumen-labs/kestrel-32b'], 'is not the http or https address'],
		[['sign', 'a.yaml', '--key', 'k', '--repository', 'https://huggingface.co/'], 'is not the http or https address'],
		[[...all, '--issuer', 'https://x.example/a'], 'is no issuer'],
		[[...all, '--commit', 'main'], 'is no commit'],
		[[...all, '--expires', '2027-02-30'], 'is no date'],
		[[...all, '--expires', 'tomorrow'], 'is no date'],
		[[...all, '--expires', '2020-01-01'], 'expired before it is made'],
		[[...all, '--harness', '@1'], 'names no program'],
		[[...all, '--log', 'abc'], 'is no SHA-256'],
		[[...all, '--keys', 'x'], 'sign has no option --keys'],
		[['keygen'], '-o FILE'],
		[['keygen', 'x', '-o', 'y'], 'takes no further argument x'],
	])('says what is wrong with %j and ends with 2', async (argv, sentence) => {
		const { evalmark } = await inFolder({ 'a.yaml': entry('1') });
		const { code, out, err } = await evalmark(...argv);
		expect(err).toContain(sentence);
		expect({ code, out }).toEqual({ code: 2, out: '' });
	});
});
