import { afterEach, describe, expect, test } from 'vitest';
import { parseCommand } from '../../../cli/arguments.ts';
import { bundledKeys } from '../../../shared/trust/keys/bundled.ts';
import { MODELS_WITH_KNOWN_TOKENS } from '../../../shared/trust/keys/known-answers.ts';
import { say, workplace } from './face.ts';
import { entry, ISSUER, REPOSITORY, signersFolder } from './signing.ts';

const made: { remove: () => void }[] = [];
afterEach(() => {
	for (const place of made.splice(0)) place.remove();
});
const FILE = 'k/.eval_results/hle.yaml';
/** A folder with a public key in `public.json`. */
async function inFolder() {
	const place = await signersFolder({ [FILE]: entry('1') });
	made.push(place);
	place.write('public.json', JSON.stringify(place.jwk));
	const kept = async () => JSON.parse((await place.evalmark('keys', '--json')).out);
	const whose = ['--owner', 'Harbor Eval Lab', '--scope', 'host=huggingface.co,benchmark=cais/hle', '--issuer', ISSUER];
	return { ...place, kept, add: (...more: string[]) => place.evalmark('keys', 'add', 'public.json', ...whose, ...more) };
}

/** Of RFC 8037, appendix A.2, as a JWK and as OpenSSH writes it. */
const OTHER = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' } as const;
const OTHER_THUMBPRINT = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k';
const sshLine = (x: string) => {
	const string = (bytes: Buffer) => Buffer.concat([Buffer.from([0, 0, 0, bytes.length]), bytes]);
	const blob = Buffer.concat([string(Buffer.from('ssh-ed25519')), string(Buffer.from(x, 'base64url'))]);
	return `ssh-ed25519 ${blob.toString('base64')} me@example`;
};

describe('evalmark keys add', () => {
	test('without --yes shows the thumbprint, adds nothing and says so', async () => {
		const { add, kept, thumbprint } = await inFolder();
		const { code, out, err } = await add();
		expect(out).toContain(`Thumbprint: ${thumbprint}`);
		expect(out).toContain('cais/hle');
		expect(err).toContain('Nothing was added. Compare each thumbprint');
		expect(code).toBe(0);
		expect(await kept()).toMatchObject({ keys: [], changes: [] });
	});

	test('with --yes takes the key in, for what it was said to speak for', async () => {
		const { add, kept, jwk, thumbprint, evalmark, sign } = await inFolder();
		expect(await add('--yes')).toMatchObject({ code: 0, err: '1 key counts now.\n' });
		const { keys, bundled } = await kept();
		expect(keys).toEqual([
			{
				jwk,
				thumbprint,
				owner: 'Harbor Eval Lab',
				purpose: 'results',
				issuer: ISSUER,
				scopes: [{ hosts: ['huggingface.co'], benchmarks: ['cais/hle'] }],
				status: 'active',
				source: { how: 'pasted', at: expect.stringMatching(/^2026-09-21T/) },
			},
		]);
		expect(bundled).toEqual(bundledKeys);
		await sign(FILE, '--in-place');
		expect((await evalmark('verify', 'k', '--repository', REPOSITORY)).out).toContain('Verified: 1');
	});

	test('takes a list as it is, and reads it from standard input too', async () => {
		const { list, evalmark, withInput, read, kept } = await inFolder();
		list('list.json', [{ organisations: ['lumen-labs'] }, {}]);
		expect((await evalmark('keys', 'add', 'list.json')).out).toContain('lumen-labs');
		expect((await withInput(read('list.json'), 'keys', 'add', '-', '--yes')).code).toBe(0);
		expect((await kept()).keys).toMatchObject([{ scopes: [{ organisations: ['lumen-labs'] }, {}], source: { how: 'imported' } }]);
		const said = await evalmark('keys', 'add', 'list.json', '--owner', 'Somebody else', '--yes');
		expect(said.err).toContain('list.json is a key list, and says itself whose its keys are');
		expect(said.code).toBe(2);
	});

	test('takes an SSH key for commits, with its fingerprint', async () => {
		const { write, evalmark, kept } = await inFolder();
		write('id.pub', `${sshLine(OTHER.x)}\n`);
		const { out, code } = await evalmark('keys', 'add', 'id.pub', '--owner', 'me', '--yes');
		expect(out).toContain(`Thumbprint: ${OTHER_THUMBPRINT}`);
		expect(out).toMatch(/SSH fingerprint: SHA256:[\w+/]{43}/);
		expect(code).toBe(0);
		expect((await kept()).keys).toMatchObject([{ purpose: 'commits', scopes: [{}] }]);
		const issued = await evalmark('keys', 'add', 'id.pub', '--owner', 'me', '--issuer', ISSUER);
		expect(issued).toMatchObject({ code: 2, err: expect.stringContaining('A commit names no issuer') });
	});

	test('asks whose a bare key is, after it has shown which', async () => {
		const { evalmark, thumbprint, write } = await inFolder();
		for (const more of [[], ['--owner', 'x'], ['--scope', 'any']]) {
			const { code, out, err } = await evalmark('keys', 'add', 'public.json', ...more, '--yes');
			expect(out).toBe(`Thumbprint: ${thumbprint}\n`);
			expect(err).toContain('Say whose key it is');
			expect(code).toBe(2);
		}
		write('id.pub', sshLine(OTHER.x));
		expect((await evalmark('keys', 'add', 'id.pub')).out).toContain('SSH fingerprint: SHA256:');
		expect((await evalmark('keys', 'add', 'public.json', '--owner', 'x'.repeat(101), '--scope', 'any')).err).toContain('/keys/0/owner');
	});

	test('refuses a key for the tokens of the Hub, and says why', async () => {
		const { add, kept, thumbprint, write } = await inFolder();
		const { code, out, err } = await add('--purpose', 'model-index', '--yes');
		expect(err).toContain('Harbor Eval Lab');
		expect(err).toMatch(new RegExp(`${thumbprint}: .{40}`));
		expect(err).toContain(MODELS_WITH_KNOWN_TOKENS[0]);
		expect({ code, out }).toEqual({ code: 1, out: '' });
		// A card whose tokens nobody knows to be real is no help, and one that is not there is said.
		write(
			'README.md',
			'---\nmodel-index:\n- name: x\n  results:\n  - dataset:\n      type: y\n    metrics:\n    - type: z\n      value: 1\n      verifyToken: a.b.c\n---\n',
		);
		expect((await add('--purpose', 'model-index', '--card', 'README.md', '--yes')).err).toContain(MODELS_WITH_KNOWN_TOKENS[0]);
		expect(await add('--purpose', 'model-index', '--card', 'nothing.md', '--yes')).toMatchObject({ code: 2, out: '' });
		expect((await kept()).keys).toEqual([]);
	});

	test.each([
		['a secret key', { ...OTHER, d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A' }, say('key_refused_secret_key')],
		['another kind of key', { kty: 'RSA', n: 'x', e: 'AQAB' }, say('key_refused_other_kind', { kind: 'RSA' })],
		[
			'a weak key',
			{ ...OTHER, x: 'AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
			say('key_refused_point', { fault: say('key_fault_small_order') }),
		],
		['the key of the demo', bundledKeys[0]?.jwk, say('key_refused_bundled')],
		['no key', { a: 1 }, say('key_refused_not_a_key')],
		[
			'a list with a wrong thumbprint',
			{ format: 'evalmark-keys', version: 1, keys: [{ ...bundledKeys[0], thumbprint: 'A'.repeat(43) }] },
			say('key_list_refused_thumbprint', { name: 'x.json', at: '/keys/0', owner: bundledKeys[0]?.owner ?? '' }),
		],
	])('takes %s for no key to add, and ends with 1', async (_what, value, sentence) => {
		const { write, evalmark, kept } = await inFolder();
		write('x.json', JSON.stringify(value));
		const whose = 'format' in (value ?? {}) ? [] : ['--owner', 'x', '--scope', 'any'];
		const { code, out, err } = await evalmark('keys', 'add', 'x.json', ...whose, '--yes');
		expect(err).toContain(sentence);
		expect({ code, out }).toEqual({ code: 1, out: '' });
		expect((await kept()).keys).toEqual([]);
	});

	test('says that a list has no key in it', async () => {
		const { write, evalmark } = await inFolder();
		write('x.json', JSON.stringify({ format: 'evalmark-keys', version: 1, keys: [] }));
		expect(await evalmark('keys', 'add', 'x.json', '--yes')).toEqual({ code: 1, out: '', err: 'x.json lists no key.\n' });
	});

	test('takes what it can of a set, and names the others', async () => {
		const { write, evalmark, kept } = await inFolder();
		write('set.json', JSON.stringify({ keys: [OTHER, { kty: 'EC', crv: 'P-256' }] }));
		const { code, err } = await evalmark('keys', 'add', 'set.json', '--owner', 'x', '--scope', 'any', '--yes');
		expect(err).toContain(say('key_refused_other_kind', { kind: 'EC P-256' }));
		expect(code).toBe(0);
		expect((await kept()).keys).toMatchObject([{ thumbprint: OTHER_THUMBPRINT }]);
	});

	test('says where the list cannot be kept', async () => {
		const { add, settings } = await inFolder();
		settings.put = async () => {};
		expect(await add('--yes')).toMatchObject({ code: 4, out: '', err: 'The list of keys could not be written, so nothing was changed.\n' });
	});

	test('--json says what was added and what was not', async () => {
		const { add, thumbprint } = await inFolder();
		expect(JSON.parse((await add('--json')).out)).toMatchObject({ added: [], keys: [{ thumbprint }], refused: [], changes: [] });
		expect(JSON.parse((await add('--json', '--yes')).out)).toMatchObject({ added: [{ thumbprint }] });
	});
});

const STOPPED = `${say('key_change_title', { owner: 'Harbor Eval Lab' })} ${say('key_change_stop')}`;

describe('another key under an issuer whose key is known', () => {
	/** A key is kept, and its result signed; then its issuer comes with another one. */
	async function changed() {
		const place = await inFolder();
		await place.add('--yes');
		await place.sign(FILE, '--in-place');
		place.list('new.json', [{}], { jwk: OTHER, thumbprint: OTHER_THUMBPRINT });
		const verify = (...more: string[]) => place.evalmark('verify', 'k', '--repository', REPOSITORY, ...more);
		return { ...place, verify, stop: () => place.evalmark('keys', 'add', 'new.json', '--yes') };
	}

	test('stops all of its keys, loudly, with 1, wherever they are asked for', async () => {
		const { stop, evalmark, verify, thumbprint } = await changed();
		const { code, err } = await stop();
		expect(err).toContain(STOPPED);
		expect(err).toContain(`${say('key_change_known')}: ${thumbprint}`);
		expect(err).toContain(`${say('key_change_offered')}: ${OTHER_THUMBPRINT}`);
		expect(err).toContain(`evalmark keys decide ${ISSUER} keep`);
		expect(err).not.toContain('counts now');
		expect(code).toBe(1);
		const listed = await evalmark('keys');
		expect(listed.out).toContain(STOPPED);
		expect(listed.code).toBe(1);
		const checked = await verify();
		expect(checked.err).toContain(STOPPED);
		expect(checked.out).toContain('Unknown key: 1');
		expect(checked.code).toBe(1);
		expect((await evalmark('check', 'k')).err).toContain(STOPPED);
	});

	test('is told without --yes too, and stops nothing', async () => {
		const { evalmark, verify } = await changed();
		const { code, err } = await evalmark('keys', 'add', 'new.json');
		expect(err).toContain(STOPPED);
		expect(err).toContain('Nothing was added.');
		expect(code).toBe(1);
		expect((await verify()).out).toContain('Verified: 1');
	});

	test.each([
		['keep', 'Verified: 1', true, 0],
		['use-new', 'Unknown key: 1', false, 0],
		['remove-both', 'Unknown key: 1', undefined, 0],
	] as const)('is decided by %s', async (decision, counts, isOld, expected) => {
		const { stop, evalmark, verify, kept, thumbprint } = await changed();
		await stop();
		expect((await evalmark('keys', 'decide', ISSUER, decision)).code).toBe(0);
		const { keys, changes } = await kept();
		expect(changes).toEqual([]);
		expect(keys.map((key: { thumbprint: string }) => key.thumbprint)).toEqual(
			isOld === undefined ? [] : [isOld ? thumbprint : OTHER_THUMBPRINT],
		);
		const { code, out } = await verify();
		expect(out).toContain(counts);
		expect(code).toBe(expected);
		expect(await evalmark('keys', 'decide', ISSUER, decision)).toMatchObject({
			code: 2,
			err: `There is nothing to decide about ${ISSUER}.\n`,
		});
	});

	test('stops them for one run where a list of that run brings it, and nothing is kept of it', async () => {
		const { verify } = await changed();
		const { code, out, err } = await verify('--keys', 'new.json');
		expect(err).toContain('To decide, take the list in with “evalmark keys add”.');
		expect(out).toContain('Unknown key: 1');
		expect(code).toBe(1);
		expect(await verify()).toMatchObject({ code: 0, err: '' });
	});
});

describe('evalmark keys', () => {
	test('lists what came with the program where there is nothing else', async () => {
		const { evalmark } = await inFolder();
		const { code, out } = await evalmark('keys', 'list');
		expect(out).toContain('You have taken in no key.');
		expect(out).toContain(bundledKeys[0]?.thumbprint);
		expect(code).toBe(0);
	});

	test('removes one by its thumbprint', async () => {
		const { add, evalmark, thumbprint, kept } = await inFolder();
		await add('--yes');
		expect(await evalmark('keys', 'remove', thumbprint)).toMatchObject({
			code: 0,
			out: `${say('key_removed', { owner: 'Harbor Eval Lab' })}\n`,
		});
		expect((await kept()).keys).toEqual([]);
		expect(await evalmark('keys', 'remove', thumbprint)).toMatchObject({ code: 2, err: expect.stringContaining(thumbprint) });
	});

	test('removes none that came with the program', async () => {
		const { evalmark } = await inFolder();
		const removed = await evalmark('keys', 'remove', bundledKeys[0]?.thumbprint ?? '');
		expect(removed).toMatchObject({ code: 2, err: `${say('key_demo_more')}\n` });
	});

	test('takes a thumbprint for one also where it looks like an option', () => {
		const thumbprint = `-${'o'.repeat(42)}`;
		for (const argv of [
			['keys', 'remove', thumbprint],
			['keys', 'remove', '--json', thumbprint],
			['keys', 'remove', '--', thumbprint],
		])
			expect(parseCommand(argv)).toMatchObject({ ok: true, command: { act: 'remove', thumbprint } });
	});

	test('exports a list that can be added again', async () => {
		const { add, evalmark, read, kept } = await inFolder();
		await add('--yes');
		const { out } = await evalmark('keys', 'export');
		expect(await evalmark('keys', 'export', '-o', 'mine.json')).toMatchObject({ code: 0, out: '', err: 'Wrote mine.json.\n' });
		expect(read('mine.json')).toBe(out);
		const { keys } = await kept();
		expect(JSON.parse(out)).toEqual({ format: 'evalmark-keys', version: 1, keys });
		expect((await evalmark('keys', 'add', 'mine.json', '--yes')).code).toBe(0);
	});

	test.each([
		[['keys', 'frob'], 'keys does not know frob'],
		[['keys', 'list', 'x'], 'keys list takes no further argument x'],
		[['keys', 'add'], 'Name a file with keys'],
		[['keys', 'add', 'a', 'b'], 'takes no further argument b'],
		[['keys', 'add', 'a', '--scope', 'frob=1'], 'frob=1 is no scope'],
		[['keys', 'add', 'a', '--scope', 'host='], 'is no scope'],
		[['keys', 'add', 'a', '--scope', ''], 'is no scope'],
		[['keys', 'add', 'a', '--purpose', 'all'], 'all is no purpose'],
		[['keys', 'add', 'a', '--issuer', 'x'], 'x is no issuer'],
		[['keys', 'remove'], 'by its thumbprint'],
		[['keys', 'decide', ISSUER], 'keep, use-new or remove-both'],
		[['keys', 'decide', ISSUER, 'maybe'], 'keep, use-new or remove-both'],
		[['keys', 'export', '--yes'], 'keys export has no option --yes'],
		[['keys', 'add', 'nowhere'], 'there is no such file'],
	])('says what is wrong with %j and ends with 2', async (argv, sentence) => {
		const place = workplace();
		made.push(place);
		const { code, out, err } = await place.evalmark(...argv);
		expect(err).toContain(sentence);
		expect({ code, out }).toEqual({ code: 2, out: '' });
	});
});

test('nothing in a list reaches the terminal as more than text', async () => {
	const { list, evalmark } = await inFolder();
	list('list.json', [{ hosts: ['x\u001b[31m'] }], { owner: 'me\u202e\u001b]0;x\u0007' });
	await evalmark('keys', 'add', 'list.json', '--yes');
	for (const argv of [
		['keys'],
		['keys', '--json'],
		['keys', 'export'],
		['keys', 'add', 'list.json'],
		['verify', 'k', '--keys', 'list.json'],
	]) {
		const { out, err } = await evalmark(...argv);
		// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
		expect(`${out}${err}`).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
	}
});
