import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { benchmarks } from '../../hosts/demo/benchmarks.ts';
import { signatures } from '../../hosts/demo/signatures.ts';
import { type Hub, startHub } from '../../hosts/hub.ts';
import { NOW, say, workplace } from './face.ts';
import { entry, ISSUER, REPOSITORY, signersFolder } from './signing.ts';

const made: { remove: () => void }[] = [];
afterEach(() => {
	for (const place of made.splice(0)) place.remove();
});
const FILE = 'k/.eval_results/hle.yaml';
const inFolder = async (file: string) => {
	const place = await signersFolder({ [FILE]: file });
	made.push(place);
	return place;
};
/** A folder with one signed result, and a list that trusts its key for the Hub. */
async function signed(file = entry('20.90'), ...more: string[]) {
	const place = await inFolder(file);
	expect((await place.sign(FILE, '--in-place', ...more)).code).toBe(0);
	place.list('list.json', [{ hosts: ['huggingface.co'] }]);
	return { ...place, verify: (...argv: string[]) => place.evalmark('verify', 'k', '--repository', REPOSITORY, ...argv) };
}

describe('evalmark verify', () => {
	test('calls verified what a key in scope has signed, says whose it is and what it leaves open, and ends with 0', async () => {
		const { verify, thumbprint } = await signed();
		const { code, out, err } = await verify('--keys', 'list.json');
		expect(out).toMatch(/^ {2}Verified {2}20\.90 {2}cais\/hle · hle {2}k\/\.eval_results\/hle\.yaml:1$/m);
		expect(out).toContain(`Signed by Harbor Eval Lab, key ${thumbprint}.`);
		expect(out).toContain('The signature does not name the commit of the model');
		expect(out).toMatch(/\n\nVerified: 1\n$/);
		expect({ code, err }).toEqual({ code: 0, err: '' });
	});

	test('finds out a value that was edited afterwards, with and without the key', async () => {
		const { verify, read, write } = await signed();
		write(FILE, read(FILE).replace('20.90', '29.90'));
		for (const keys of [['--keys', 'list.json'], []]) {
			const { code, out } = await verify(...keys);
			expect(out).toContain('Claims mismatch  29.90');
			expect(out).toContain('Value: the token says 20.90, here stands 29.90.');
			expect(code).toBe(1);
		}
	});

	test('finds out a signature that was forged', async () => {
		const { verify, read, write } = await signed();
		write(FILE, read(FILE).replace(/(verifyToken: \S+\.)\S+/, `$1${'A'.repeat(86)}`));
		const { code, out } = await verify('--keys', 'list.json');
		expect(out).toContain('Signature invalid');
		expect(out).toContain('under the key that the token names, Harbor Eval Lab’s.');
		expect(code).toBe(1);
	});

	test('names an unknown key, and ends with 0', async () => {
		const { verify, thumbprint } = await signed();
		const { code, out } = await verify();
		expect(out).toContain('Unknown key  20.90');
		expect(out).toContain(`It names the key ${thumbprint}.`);
		expect(out).toContain('The key that it names is not in your list.');
		expect(code).toBe(0);
	});

	test.each([
		['the scope', { scopes: [{ organisations: ['other'] }] }, 'may not speak for this', 0],
		['the issuer', { issuer: 'https://other.example' }, `The token names ${ISSUER} as its issuer`, 0],
		['that it was revoked', { status: 'revoked', reason: 'laptop stolen' }, 'laptop stolen', 1],
		['that it came later', { notBefore: '2027-01-01' }, 'It is dated before the key', 1],
		['that it had ended', { notAfter: '2020-01-01' }, 'It is dated after the key', 1],
	] as const)('heeds %s that a list gives a key', async (_what, more, sentence, expected) => {
		const { verify, list } = await signed();
		list('other.json', [{ hosts: ['huggingface.co'] }], more);
		const { code, out } = await verify('--keys', 'other.json');
		expect(out).toContain(sentence);
		expect(out).not.toMatch(/^ {2}Verified/m);
		expect(code).toBe(expected);
	});

	test('says of a file that stands nowhere that it could not be compared, and ends with 4', async () => {
		const { evalmark } = await signed();
		const { code, out } = await evalmark('verify', 'k', '--keys', 'list.json');
		expect(out).toContain('Could not check  20.90');
		expect(out).toContain('The file stands in no repository');
		expect(code).toBe(4);
	});

	test('finds out a token that was copied from another repository', async () => {
		const { evalmark } = await signed();
		const { code, out } = await evalmark('verify', 'k', '--keys', 'list.json', '--repository', `${REPOSITORY}-instruct`);
		expect(out).toContain('Repository: the token says lumen-labs/kestrel-32b, here stands lumen-labs/kestrel-32b-instruct.');
		expect(code).toBe(1);
	});

	test('compares the host’s id where it is said', async () => {
		const { verify } = await signed(entry('1'), '--repository-id', '621ffd');
		expect((await verify('--keys', 'list.json')).code).toBe(4);
		expect((await verify('--keys', 'list.json', '--repository-id', '621ffd')).out).toContain('Verified: 1');
		expect((await verify('--keys', 'list.json', '--repository-id', '621ffe')).code).toBe(1);
	});

	test('finds nothing wrong with results that have no token', async () => {
		const { evalmark } = await inFolder(`${entry('1')}${entry('2', 'a/b')}`);
		const { code, out } = await evalmark('verify', 'k');
		expect(out).toMatch(/^ {2}Unsigned {2}1 {2}cais\/hle · hle/m);
		expect(out).toMatch(/Unsigned: 2\n$/);
		expect(code).toBe(0);
	});

	test('ends with 1 for a token that is none', async () => {
		const { evalmark } = await inFolder(`${entry('1')}  verifyToken: x.y\n`);
		const { code, out } = await evalmark('verify', 'k');
		expect(out).toContain('Malformed token');
		expect(out).toContain('It has 2 parts; a token has three.');
		expect(code).toBe(1);
	});

	test('ends with 1 for a file that may hold tokens which nobody sees', async () => {
		const { evalmark } = await inFolder('just: text\n');
		const { code, out } = await evalmark('verify', 'k');
		expect(out).toMatch(/error {2}k\/\.eval_results\/hle\.yaml:1:1 {2}The file is not a list of results/);
		expect(out).toMatch(/0 results\n$/);
		expect(code).toBe(1);
	});

	test('takes several files of one checkout for one repository', async () => {
		const { evalmark, write, read } = await signed();
		write('k/.eval_results/second.yaml', read(FILE));
		const files = [FILE, 'k/.eval_results/second.yaml'];
		const { code, out } = await evalmark('verify', ...files, '--keys', 'list.json', '--repository', REPOSITORY);
		expect(out).toMatch(/Verified: 2\n$/);
		expect(code).toBe(0);
	});

	test('does not take two checkouts for one repository', async () => {
		const { evalmark, write } = await signed();
		write('other/.eval_results/hle.yaml', entry('1'));
		const { code, out, err } = await evalmark('verify', '.', '--repository', REPOSITORY);
		expect(err).toContain('--repository names one');
		expect({ code, out }).toEqual({ code: 2, out: '' });
	});

	test('says what it cannot read', async () => {
		const { evalmark } = await signed();
		expect(await evalmark('verify', 'nowhere')).toEqual({ code: 2, out: '', err: 'nowhere: there is no such file or folder.\n' });
		expect(await evalmark('verify', 'k', '--keys', 'nowhere')).toMatchObject({ code: 2, out: '' });
	});

	test.each([
		['{', 'not-json', {}],
		['{"keys":[]}', 'not-a-list', {}],
		['{"format":"evalmark-keys","version":1,"keys":[{}]}', 'schema', { at: '/keys/0', detail: "must have required property 'jwk'" }],
	])('checks with no list that it cannot read: %s', async (text, why, params) => {
		const { verify, write } = await signed();
		write('list.json', text);
		const { code, out, err } = await verify('--keys', 'list.json');
		expect(err).toContain('list.json');
		expect(err).toContain(say.code('key_list_refused', why, { ...params, name: 'list.json' }));
		expect({ code, out }).toEqual({ code: 2, out: '' });
	});

	test('takes no key for a host’s own tokens from a list', async () => {
		const { verify, list, thumbprint } = await signed();
		list('hub.json', [{}], { purpose: 'model-index' });
		const { err, out } = await verify('--keys', 'hub.json');
		expect(err).toMatch(new RegExp(`^hub\\.json: Harbor Eval Lab, ${thumbprint}: .{40}`));
		expect(out).toContain('Unknown key: 1');
	});
});

describe('evalmark verify --json', () => {
	test('prints one object with each verdict whole, and nothing else', async () => {
		const { verify, thumbprint } = await signed(`${entry('20.90')}${entry('1', 'a/b')}`);
		const { code, out, err } = await verify('--keys', 'list.json', '--json');
		const { results, problems, ...rest } = JSON.parse(out);
		expect(rest).toEqual({});
		expect(problems).toEqual([]);
		expect(results).toHaveLength(2);
		expect(results[0]).toEqual({
			id: expect.stringMatching(/hle\.yaml#0$/),
			file: FILE,
			line: 1,
			state: 'verified',
			rules: 1,
			scheme: 'eval-result',
			reasons: [
				{ code: 'commit-not-signed', params: {} },
				{ code: 'revision-not-signed', params: {} },
			],
			claims: expect.arrayContaining([{ claim: 'value', signed: '20.90', shown: '20.90', verdict: 'equal' }]),
			signedAt: NOW,
			key: {
				thumbprint,
				owner: 'Harbor Eval Lab',
				// What the list says of itself is not believed.
				source: 'imported',
				since: new Date(NOW).toISOString(),
				scopes: ['huggingface.co'],
			},
		});
		expect({ code, err }).toEqual({ code: 0, err: '' });
	});

	test('says of a result without a token that it has none', async () => {
		const { evalmark } = await inFolder(entry('1'));
		const { out } = await evalmark('verify', 'k', '--json');
		expect(JSON.parse(out).results).toEqual([
			{ id: expect.any(String), file: FILE, line: 1, state: 'unsigned', rules: 1, reasons: [], claims: [] },
		]);
	});

	test('checks an export, and says what does not fit in it', async () => {
		const { evalmark, write } = await signed();
		const bundle = JSON.parse((await evalmark('check', 'k', '--json')).out);
		write('x.json', JSON.stringify(bundle));
		const good = await evalmark('verify', 'x.json', '--keys', 'list.json', '--repository', REPOSITORY, '--json');
		expect(JSON.parse(good.out)).toMatchObject({ results: [{ state: 'verified' }], problems: [] });
		expect(good.code).toBe(0);
		bundle.results[0].valueText = '99';
		write('y.json', JSON.stringify(bundle));
		const bad = await evalmark('verify', 'y.json', '--keys', 'list.json', '--repository', REPOSITORY, '--json');
		expect(JSON.parse(bad.out)).toMatchObject({
			results: [{ state: 'verified' }],
			problems: [{ file: 'y.json', code: 'differs', pointer: '/results/0/valueText' }],
		});
		expect(bad.err).toContain('/results/0/valueText');
		expect(bad.code).toBe(1);
	});
});

describe('evalmark check', () => {
	test('shows the states, by the keys that the user keeps', async () => {
		const { evalmark, verify } = await signed();
		expect((await evalmark('check', 'k')).out).toContain('Unknown key');
		await evalmark('keys', 'add', 'list.json', '--yes');
		expect((await evalmark('check', 'k')).out).toContain('Could not check');
		expect((await verify()).out).toContain('Verified: 1');
	});

	test.each([
		['was edited', (text: string) => text.replace('20.90', '29.90'), 'Claims mismatch', 1],
		['was cut', (text: string) => text.replace(/(verifyToken: \S+)\S/, '$1'), 'Malformed token', 1],
		['is by an unknown key', (text: string) => text, 'Unknown key', 0],
	])('counts a token as a finding where it %s', async (_what, change, label, expected) => {
		const { evalmark, read, write } = await signed();
		write(FILE, change(read(FILE)));
		const { code, out } = await evalmark('check', 'k');
		expect(out).toContain(label);
		expect(code).toBe(expected);
		const json = await evalmark('check', 'k', '--json');
		expect(json.code).toBe(expected);
		expect(JSON.parse(json.out).assessments[0].signature).toMatchObject({ rules: 1 });
	});
});

describe('the address of a repository', { timeout: 60_000 }, () => {
	const place = workplace();
	let hub: Hub;
	const model = signatures();
	beforeAll(async () => {
		hub = await startHub({ repositories: [model, ...benchmarks()] });
	}, 120_000);
	afterAll(async () => {
		place.remove();
		await hub.close();
	});

	test('has every state told, by the keys that come with the program', async () => {
		const { code, out } = await place.evalmark('verify', hub.url(`/${model.path}`));
		for (const label of ['Verified', 'Verified, changed since', 'Claims mismatch', 'Unknown key', 'Expired', 'Not yet valid', 'Unsigned'])
			expect(out).toMatch(new RegExp(`^ {2}${label} `, 'm'));
		expect(out).toMatch(/\.eval_results\/01_verified\.yaml:\d+@[0-9a-f]{7}/);
		expect(code).toBe(1);
		const json = await place.evalmark('verify', hub.url(`/${model.path}`), '--json');
		expect(JSON.parse(json.out).results).toHaveLength(12);
	});
});
