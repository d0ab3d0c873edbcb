import { afterEach, describe, expect, test } from 'vitest';
import { reportBuilder } from '../../../shared/report/build-report.ts';
import { Draft } from '../../hosts/demo/draft.ts';
import { resultFile } from '../../hosts/demo/result-file.ts';
import { git } from '../../hosts/history.ts';
import { type Hub, startHub } from '../../hosts/hub.ts';
import { type Collected, collected, pageOf, places } from './collecting.ts';

const PATH = 'lumen-labs/merlin';
const A = '.eval_results/a.yaml';
const B = '.eval_results/b.yaml';
const entry = (task: string, value: string) => ({ dataset: 'fieldnotes/tide-tables', task, value });
const file = (...entries: readonly (readonly [string, string])[]) => resultFile(...entries.map(([task, value]) => entry(task, value)));
const draft = (listsPulls = false) => new Draft({ path: PATH, description: '', expected: { main: 0 }, listsPulls });

let hub: Hub | undefined;
afterEach(async () => {
	await hub?.close();
	hub = undefined;
});

/** Serves the draft and collects it. */
async function read(made: Draft, before: (hub: Hub) => void = () => undefined): Promise<Collected> {
	hub = await startHub({ repositories: [made.done()] });
	before(hub);
	return collected(await pageOf(hub, PATH));
}

/** `#7 high_water=50`: what a reader is told beside what stands on the default branch. */
function proposed({ events }: Collected): readonly string[] {
	const builder = reportBuilder();
	for (const event of events) builder.add(event);
	const report = builder.report();
	const numbers = new Map(report?.evidence.map(({ id, submission }) => [id, submission?.number]));
	return (report?.results ?? []).flatMap(({ evidence, dataset, valueText }) => {
		const number = numbers.get(evidence);
		return number === undefined ? [] : [`#${number} ${dataset.taskId}=${valueText}`];
	});
}

describe('what a pull request merely inherits is not its own', () => {
	test('a branch from an old default branch that touches nothing', async () => {
		const made = draft();
		const old = made.main('1', { [A]: file(['high', '1']), [B]: file(['low', '1']) });
		made.main('2', { [A]: file(['high', '2']) });
		made.main('3', { [B]: null });
		made.pull({ number: 1, title: 'p', author: 'p', state: 'open', from: old, files: { 'README.md': 'x' } });
		const all = await read(made);
		expect(proposed(all)).toEqual([]);
		expect(all.events).toContainEqual(expect.objectContaining({ type: 'submissions', total: 1, read: 1 }));
	});

	test('a branch from an old default branch that adds one file', async () => {
		const made = draft();
		const old = made.main('1', { [A]: file(['high', '1']) });
		made.main('2', { [A]: file(['high', '2']) });
		made.pull({ number: 1, title: 'p', author: 'p', state: 'open', from: old, files: { [B]: file(['low', '5']) } });
		expect(proposed(await read(made))).toEqual(['#1 low=5']);
	});

	test('the other entries of a file of which it edits one', async () => {
		const made = draft();
		const old = made.main('1', { [A]: file(['high', '1'], ['low', '1'], ['slack', '1']) });
		made.main('2', { [A]: file(['high', '1'], ['low', '2'], ['slack', '1']) });
		made.pull({
			number: 1,
			title: 'p',
			author: 'p',
			state: 'open',
			from: old,
			files: { [A]: file(['high', '9'], ['low', '1'], ['slack', '1']) },
		});
		const all = await read(made);
		expect(proposed(all)).toEqual(['#1 high=9']);
		expect(all.results.find(({ submission }) => submission)?.base).toHaveLength(2);
	});

	test.each([
		['moved to a new file', { [A]: file(['high', '1']), [B]: file(['low', '2']) }],
		['moved to another file', { [A]: file(['high', '1']), '.eval_results/c.yaml': file(['slack', '1'], ['low', '2']) }],
		['copied to a new file', { [B]: file(['low', '2'], ['low', '3']) }],
		['copied from a file of its starting point', { [B]: file(['old', '7'], ['slack', '1']) }],
	])('an entry that it %s', async (_, files) => {
		const made = draft();
		const start = { [A]: file(['high', '1'], ['low', '2']), '.eval_results/c.yaml': file(['slack', '1']) };
		const old = made.main('1', { ...start, '.eval_results/d.yaml': file(['old', '7']) });
		made.main('2', { '.eval_results/d.yaml': file(['old', '8']) });
		made.pull({ number: 1, title: 'p', author: 'p', state: 'open', from: old, files });
		expect(proposed(await read(made))).toEqual(JSON.stringify(files).includes('value: 3') ? ['#1 low=3'] : []);
	});

	test('a file that was squashed into the default branch, also after that went on', async () => {
		const made = draft();
		made.main('1', { [A]: file(['high', '1']) });
		made.pull({ number: 1, title: 'p', author: 'p', state: 'merged', squash: true, files: { [B]: file(['low', '5']) } });
		made.main('3', { 'README.md': 'x' });
		expect(proposed(await read(made))).toEqual([]);
	});

	test('a file that was merged and then changed on the default branch', async () => {
		const made = draft();
		made.main('1', { [A]: file(['high', '1']) });
		made.pull({ number: 1, title: 'p', author: 'p', state: 'merged', files: { [B]: file(['low', '5']) } });
		made.main('3', { [B]: file(['low', '6']) });
		expect(proposed(await read(made))).toEqual([]);
	});

	test('a file that it deletes', async () => {
		const made = draft();
		made.main('1', { [A]: file(['high', '1']), [B]: file(['low', '1']) });
		made.pull({ number: 1, title: 'p', author: 'p', state: 'open', files: { [A]: null } });
		made.pull({ number: 2, title: 'p', author: 'p', state: 'open', files: { [A]: null, [B]: null } });
		expect(proposed(await read(made))).toEqual([]);
	});

	test('a file that it renames, and the old entries of one that it renames and edits', async () => {
		const made = draft();
		made.main('1', { [A]: file(['high', '1'], ['low', '1']) });
		made.pull({ number: 1, title: 'p', author: 'p', state: 'open', files: { [A]: null, [B]: file(['high', '1'], ['low', '1']) } });
		made.pull({ number: 2, title: 'p', author: 'p', state: 'open', files: { [A]: null, [B]: file(['high', '1'], ['low', '7']) } });
		expect(proposed(await read(made))).toEqual(['#2 low=7']);
	});

	test('what it took over when the default branch was merged into it', async () => {
		const made = draft();
		const old = made.main('1', { [A]: file(['high', '1']) });
		const middle = made.main('2', { [A]: file(['high', '2']) });
		made.history.commit('refs/pull/1/head', 'p', { [B]: file(['low', '5']) }, { from: old });
		made.history.commit('refs/pull/1/head', 'merge main', { [A]: file(['high', '2']) }, { merge: middle });
		made.main('3', { [A]: file(['high', '3']) });
		expect(proposed(await read(made))).toEqual(['#1 low=5']);
	});

	test('but all of a branch that shares no history', async () => {
		const made = draft();
		made.main('1', { [A]: file(['high', '1']) });
		made.history.commit('refs/pull/1/head', 'p', { [B]: file(['low', '5']), [A]: file(['high', '1']) });
		expect(proposed(await read(made))).toEqual(['#1 low=5']);
	});
});

describe('histories that one request does not reach through', () => {
	const long = () => {
		const made = draft();
		const old = made.main('1', { [A]: file(['high', '1'], ['low', '1']) });
		for (let n = 2; n <= 400; n++)
			made.main(`${n}`, n % 100 === 0 ? { [A]: file(['high', `${n}`], ['low', '1']) } : { 'README.md': `${n}` });
		made.pull({ number: 1, title: 'p', author: 'p', state: 'open', from: old, files: { 'README.md': 'x' } });
		made.pull({ number: 2, title: 'p', author: 'p', state: 'open', from: old, files: { [A]: file(['high', '1'], ['low', '8']) } });
		made.pull({ number: 3, title: 'p', author: 'p', state: 'open', files: { [B]: file(['slack', '5']) } });
		return made;
	};

	test('are read from where the branch left instead', async () => {
		const all = await read(long());
		expect(proposed(all)).toEqual(['#2 low=8', '#3 slack=5']);
		expect(all.problems).toEqual([]);
	});

	test('are said to be unknown where that fails too, and the entries are shown', async () => {
		const all = await read(long(), ({ fault }) => {
			fault('POST /lumen-labs/merlin.git', { kind: 'status', status: 500 }, { after: 5 });
		});
		expect(proposed(all)).toEqual(['#1 high=1', '#2 high=1', '#2 low=8', '#3 slack=5']);
		expect(all.problems).toMatchObject([{ code: 'server-error', subject: 'inheritance', params: { numbers: '#1, #2' } }]);
	});

	test('are read without trees from servers that take no depth in filters', async () => {
		const all = await read(long(), ({ repositories: [repository] }) => {
			for (const [key, value] of [
				['uploadpackfilter.allow', 'true'],
				['uploadpackfilter.tree.maxDepth', '0'],
			] as const)
				git(repository?.directory ?? '', ['config', key, value]);
		});
		expect(proposed(all)).toEqual(['#2 low=8', '#3 slack=5']);
		expect(all.problems).toEqual([]);
	});
});

describe('unusual repositories', () => {
	test('results in pull requests alone are found', async () => {
		const made = draft();
		made.main('1', { 'README.md': 'x' });
		made.pull({ number: 1, title: 'p', author: 'p', state: 'open', files: { [A]: file(['high', '1']) } });
		expect(proposed(await read(made))).toEqual(['#1 high=1']);
	});

	test('one without a commit is named and nothing else', async () => {
		const made = draft();
		made.main('1', { [A]: file(['high', '1']) });
		const all = await read(made, ({ repositories: [repository] }) => {
			git(repository?.directory ?? '', ['update-ref', '-d', 'refs/heads/main']);
		});
		expect(all.events.map(({ type }) => type)).toEqual(['repository', 'done']);
	});
});

describe('how many pull requests', () => {
	test('the newest 200 are read, and it is said that there are more', async () => {
		const made = draft();
		made.main('1', { [A]: file(['high', '1']) });
		for (let n = 1; n <= 203; n++) made.pull({ number: n, title: 'p', author: 'p', state: 'open', files: { [B]: file(['low', `${n}`]) } });
		const all = await read(made);
		const numbers = all.results.flatMap(({ submission }) => submission?.number ?? []);
		expect([numbers.length, numbers[0], numbers.at(-1)]).toEqual([200, 4, 203]);
		expect(all.events).toContainEqual(expect.objectContaining({ type: 'submissions', total: 203, read: 200 }));
		expect(all.problems).toMatchObject([{ code: 'too-large', subject: 'submissions', params: { total: 203, read: 200 } }]);
	});

	test.each([['refs/pr/7'], ['refs/merge-requests/7/head'], ['refs/pull/7/head']])('those under %s count', async (ref) => {
		const made = draft();
		const tip = made.main('1', { [A]: file(['high', '1']) });
		made.history.commit(ref, 'p', { [B]: file(['low', '5']) }, { from: tip });
		const all = await read(made);
		expect(places(all.results)).toEqual([A, `#7 ${B}`]);
		expect(all.results[1]).toMatchObject({ ref, submission: { number: 7, state: 'unknown' } });
	});

	test('none, and no results: the repository is named and nothing else is asked for', async () => {
		const made = draft();
		made.main('1', { 'README.md': 'x' });
		const all = await read(made);
		expect(all.events.map(({ type }) => type)).toEqual(['repository', 'submissions', 'done']);
	});
});
