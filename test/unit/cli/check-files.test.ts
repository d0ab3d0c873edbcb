import { existsSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readExport } from '../../../shared/exports/read-export.ts';
import { exportOf, steps, throughFile } from '../exports/repository.ts';
import { workplace } from './face.ts';

const good = '- dataset:\n    id: acme/owl-bench\n    task_id: owl_day\n  value: 20.90\n';
const bad = '- dataset:\n    id: acme/owl-bench\n    task_id: owl_day\n  value: much\n';

const made: ReturnType<typeof workplace>[] = [];
const inFolder = (files: Record<string, string | Uint8Array> = {}) => {
	const place = workplace(files);
	made.push(place);
	return place;
};
afterEach(() => {
	for (const place of made.splice(0)) place.remove();
});

describe('evalmark check', () => {
	test('prints each result on a line of its own, value as written, and ends with 0', async () => {
		const { evalmark } = inFolder({ 'kestrel/.eval_results/owl.yaml': good });
		const { code, out, err } = await evalmark('check', 'kestrel');
		expect(out).toContain('20.90  acme/owl-bench · owl_day');
		expect(out).toContain('kestrel/.eval_results/owl.yaml:1');
		expect({ code, err }).toEqual({ code: 0, err: '' });
	});

	test('says what is wrong with file, line and column, and ends with 1', async () => {
		const { evalmark } = inFolder({ 'kestrel/.eval_results/owl.yaml': bad });
		const { code, out } = await evalmark('check', 'kestrel');
		expect(out).toMatch(/^ +error {2}kestrel\/\.eval_results\/owl\.yaml:4:10 {2}The value “much” is not a number\.$/m);
		expect(code).toBe(1);
	});

	test.each([
		['a checkout', 'kestrel'],
		['its .eval_results', 'kestrel/.eval_results'],
		['one file of it', 'kestrel/.eval_results/owl.yaml'],
		['a folder above it', '.'],
	])('takes %s, and names the file from here', async (_what, target) => {
		const { evalmark } = inFolder({
			'kestrel/.eval_results/owl.yaml': good,
			'kestrel/README.md': '# Kestrel',
			'kestrel/node_modules/x/.eval_results/no.yaml': bad,
		});
		const { code, out } = await evalmark('check', target);
		expect(out).toContain('kestrel/.eval_results/owl.yaml:1');
		expect(code).toBe(0);
	});

	test('takes any YAML file that is named for a result file, and an eval.yaml for a definition', async () => {
		const { evalmark } = inFolder({ 'loose.yaml': bad, 'bench/eval.yaml': '{}\n' });
		expect((await evalmark('check', 'loose.yaml')).out).toContain('loose.yaml:4:10');
		const definition = await evalmark('check', 'bench/eval.yaml');
		expect(definition.out).toContain('bench/eval.yaml:1:');
		expect(definition.code).toBe(1);
	});

	test('shows each checkout of a folder on its own', async () => {
		const { evalmark } = inFolder({ 'a/.eval_results/x.yaml': good, 'b/.eval_results/x.yaml': good });
		const { out } = await evalmark('check', '.');
		expect(out.match(/^1 result/gm)).toHaveLength(2);
	});

	test('says on standard error that a folder holds nothing, and that there is no such file', async () => {
		const { evalmark } = inFolder({ 'empty/README.md': '' });
		expect(await evalmark('check', 'empty')).toEqual({ code: 0, out: '', err: 'empty: no result files here.\n' });
		expect(await evalmark('check', 'nowhere')).toEqual({ code: 2, out: '', err: 'nowhere: there is no such file or folder.\n' });
	});

	test('says of files on a disk neither that somebody accepted them nor where they stood', async () => {
		const { evalmark } = inFolder({ 'kestrel/.eval_results/owl.yaml': good });
		const { out } = await evalmark('check', 'kestrel');
		expect(out).toContain('files on this computer');
		expect(out).not.toMatch(/on main|@0{7}/i);
	});
});

describe('a file without end or measure', () => {
	test.skipIf(!existsSync('/dev/zero'))('that is none, such as a device, is not read', async () => {
		const { code, out, err } = await inFolder().evalmark('check', '/dev/zero');
		expect({ code, out, err }).toEqual({ code: 4, out: '', err: '/dev/zero: this is neither a file nor a folder.\n' });
	});

	test('is not read when it was named', async () => {
		const { evalmark, folder } = inFolder({ 'k/.eval_results/big.yaml': good, 'big.json': '{' });
		truncateSync(join(folder, 'k/.eval_results/big.yaml'), 8 * 1024 * 1024 + 1);
		truncateSync(join(folder, 'big.json'), 256 * 1024 * 1024 + 1);
		const { code, out, err } = await evalmark('check', 'k/.eval_results/big.yaml', 'big.json');
		expect(err).toBe(
			'k/.eval_results/big.yaml: larger than 8 MiB, so it was not read.\nbig.json: larger than 256 MiB, so it was not read.\n',
		);
		expect({ code, out }).toEqual({ code: 4, out: '' });
	});

	test('stands for itself alone in a folder: all others are read', async () => {
		const { evalmark, folder } = inFolder({ 'k/.eval_results/big.yaml': good, 'k/.eval_results/owl.yaml': good, 'alone/eval.yaml': good });
		truncateSync(join(folder, 'k/.eval_results/big.yaml'), 8 * 1024 * 1024 + 1);
		truncateSync(join(folder, 'alone/eval.yaml'), 8 * 1024 * 1024 + 1);
		const { code, out } = await evalmark('check', '.');
		expect(out).toContain('20.90  acme/owl-bench · owl_day');
		expect(out).toContain('.eval_results/big.yaml could not be read.');
		expect(out).toContain('eval.yaml could not be read.');
		expect(code).toBe(4);
	});
});

describe('evalmark check --json', () => {
	test('prints one valid export of all targets and nothing else', async () => {
		const { evalmark } = inFolder({ 'a/.eval_results/x.yaml': good, 'b/.eval_results/x.yaml': bad });
		const { code, out, err } = await evalmark('check', 'a', 'b', '--json');
		const read = readExport(out);
		expect(read.ok && read.bundle.results.map((result) => result.valueText)).toEqual(['20.90', 'much']);
		expect(read.ok && read.bundle.generator).toEqual({ name: 'evalmark', version: '0.1.0' });
		expect({ code, err }).toEqual({ code: 1, err: '' });
	});

	test('does not say where on this computer a folder lies', async () => {
		const { evalmark, folder } = inFolder({ 'owner/kestrel/.eval_results/x.yaml': good });
		const { out } = await evalmark('check', join(folder, 'owner/kestrel'), '--json');
		expect(out).not.toContain(folder);
		expect(JSON.parse(out).repositories[0].id).toBe('local/owner/kestrel');
	});

	test('can be checked again', async () => {
		const { evalmark, write } = inFolder({ 'a/.eval_results/x.yaml': bad });
		write('out.json', (await evalmark('check', 'a', '--json')).out);
		const again = await evalmark('check', 'out.json', '--json');
		expect(again.code).toBe(1);
		expect(JSON.parse(again.out).results).toHaveLength(1);
	});
});

describe('evalmark check on an export', () => {
	const { bundle } = exportOf();

	test('says what it hashed and followed', async () => {
		const { evalmark } = inFolder({ 'x.evalmark.json': JSON.stringify(bundle) });
		const { code, out } = await evalmark('check', 'x.evalmark.json');
		expect(out).toContain('12 files and git objects hashed again on this computer, 3 files followed from their commits to their bytes');
		expect(out).toContain('20.90  acme/owl-bench · owl_day');
		expect(code).toBe(0);
	});

	test('names what does not fit, also beside --json, and ends with 1', async () => {
		const forged = throughFile({ ...bundle, results: bundle.results.map((result) => ({ ...result, valueText: '99' })) });
		const { evalmark } = inFolder({ 'x.json': JSON.stringify(forged) });
		const { code, out } = await evalmark('check', 'x.json');
		expect(out).toMatch(/error {2}\/results\/0\/valueText {2}.*the list says 99, the bytes say 20\.90/);
		expect(out).toMatch(/^ +20\.90 {2}/m);
		expect(code).toBe(1);
		expect((await evalmark('check', 'x.json', '--json')).err).toContain('/results/0/valueText');
	});

	test('prints nothing of a list that its bytes do not say, and leaves it to be found what was changed', async () => {
		const forged = throughFile({
			...bundle,
			results: bundle.results.map((result) => ({ ...result, valueText: '99' })),
			assessments: bundle.assessments.map((assessment) => ({ ...assessment, badges: [{ code: 'verified' }] })),
		});
		const { evalmark } = inFolder({
			'x.json': JSON.stringify(forged),
			'y.json': JSON.stringify({ ...bundle, note: 'of a newer version' }),
		});
		const { code, out } = await evalmark('check', 'x.json', '--json');
		expect(JSON.parse(out)).toEqual(throughFile(bundle));
		expect(code).toBe(1);
		expect(JSON.parse((await evalmark('check', 'y.json', '--json')).out)).toMatchObject({ note: 'of a newer version' });
	});

	test.each([
		['repository', 4],
		['file', 4],
		['inheritance', 4],
		['submission-states', 0],
	] as const)('that a host does not support reading its %s, ends with %i', async (subject, expected) => {
		const { bundle: odd } = exportOf(
			steps().map((step) => (step.type === 'problem' ? { ...step, problem: { code: 'not-supported', subject, params: {} } } : step)),
		);
		const { evalmark } = inFolder({ 'x.json': JSON.stringify(odd) });
		expect((await evalmark('check', 'x.json')).code).toBe(expected);
	});

	test('gives the reason for what was not read in the words that the panel has for it', async () => {
		const params = { path: '.eval_results', reason: 'symlink' };
		const { bundle: linked } = exportOf(
			steps().map((step) => (step.type === 'problem' ? { ...step, problem: { code: 'not-supported', subject: 'file', params } } : step)),
		);
		const { evalmark } = inFolder({ 'x.json': JSON.stringify(linked) });
		expect((await evalmark('check', 'x.json')).out).toContain(
			'.eval_results could not be read. It is a link where a folder belongs, and links are not followed.',
		);
	});

	test.each(['https://[', 'http://a b', 'https://x:99999'])('does not stumble over %s where an origin belongs', async (origin) => {
		const odd = throughFile({ ...bundle, repositories: bundle.repositories.map((repository) => ({ ...repository, origin })) });
		const { evalmark } = inFolder({ 'x.json': JSON.stringify(odd) });
		const { code, out } = await evalmark('check', 'x.json');
		expect(out).toContain('/repositories/0/origin');
		expect(code).toBe(1);
	});

	test('refuses what it cannot read with a reason, and ends with 4', async () => {
		const { evalmark } = inFolder({ 'x.json': JSON.stringify({ ...bundle, version: 2 }), 'y.json': '{' });
		const { code, err } = await evalmark('check', 'x.json', 'y.json');
		expect(err).toContain('x.json: The export has version 2; this Evalmark reads up to version 1. Open it with a newer Evalmark.');
		expect(err).toContain('y.json: The file is not complete JSON');
		expect(code).toBe(4);
	});
});

describe('nothing in a file reaches the terminal as more than text', () => {
	// Colours, window title, a link, cursor movement, C1, bidirectional override, a tag, a bell, a carriage return.
	const attacks = [
		'\u001b[31m',
		'\u001b]0;title\u0007',
		'\u001b]8;;https://evil.example\u001b\\',
		'\u001b[2K\u001b[1A',
		'\u009b31m',
		'\u202e',
		'\u{e0041}',
		'\u0007',
		'\r',
	];
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
	const raw = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\udb40/;

	test.each(attacks)('%j in every field, in names and in an export', async (attack) => {
		const quoted = JSON.stringify(`x${attack}y`);
		const entry = `- dataset:\n    id: ${quoted}\n    task_id: ${quoted}\n  value: ${quoted}\n  date: ${quoted}\n  notes: ${quoted}\n  ${quoted}: 1\n  source:\n    url: ${quoted}\n    name: ${quoted}\n`;
		const name = attack.includes('/') ? 'plain.yaml' : `x${attack}.yaml`;
		const { evalmark, write } = inFolder({ [`k/.eval_results/${name}`]: entry });
		for (const argv of [
			['check', 'k'],
			['check', `k/.eval_results/${name}`],
			['check', '.', `no${attack}`],
			[`${attack}`],
			['check', 'k', '--json'],
			['export', attack, '-o', 'x'],
		]) {
			const { out, err } = await evalmark(...argv);
			expect(`${out}${err}`.length, argv.join(' ')).toBeGreaterThan(0);
			expect(`${out}${err}`, argv.join(' ')).not.toMatch(raw);
		}
		const json = await evalmark('check', 'k', '--json');
		expect(JSON.parse(json.out).results[0].dataset.id).toBe(`x${attack}y`);
		const forged = JSON.parse(json.out);
		forged.results[0].valueText = attack;
		forged.evidence[0].path += attack;
		write('forged.json', JSON.stringify(forged));
		expect((await evalmark('check', 'forged.json')).out).not.toMatch(raw);
	});
});

describe('the command line', () => {
	test.each([
		[[], 'No command was given.'],
		[['frobnicate'], 'There is no command frobnicate.'],
		[['check'], 'Name at least one file, folder or address.'],
		[['check', '--frob'], 'Unknown option'],
		[['check', 'x', '-o', 'y'], 'check has no option --output'],
		[['export', 'https://git.example.org/a/b'], 'Say where to write the export: -o FILE.'],
		[['export', 'a-folder', '-o', 'x'], 'a-folder is not an http or https address'],
		[['export', 'ftp://git.example.org/a/b', '-o', 'x'], 'is not an http or https address'],
	])('says what is wrong with %j and ends with 2', async (argv, sentence) => {
		const { code, out, err } = await inFolder().evalmark(...argv);
		expect(err).toContain(sentence);
		expect({ code, out }).toEqual({ code: 2, out: '' });
	});

	test('explains itself and its exit codes', async () => {
		const { code, out } = await inFolder().evalmark('--help');
		for (const word of ['check', 'export', 'verify', 'keygen', 'sign', 'keys add', '--json', '--no-cache', 'Exit codes'])
			expect(out).toContain(word);
		expect(code).toBe(0);
		expect((await inFolder().evalmark('--version')).out).toBe('evalmark 0.1.0\n');
	});

	test('names the version of the package', () => {
		expect(JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')).bin).toEqual({
			evalmark: 'dist/cli/evalmark.js',
		});
	});
});
