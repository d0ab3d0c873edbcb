import { afterEach, describe, expect, test } from 'vitest';
import type { Oid } from '../../../shared/git/oid.ts';
import { valueHistory } from '../../../shared/history/value-history.ts';
import { readPast } from '../../../shared/hosts/git/past.ts';
import { buildReport } from '../../../shared/report/build-report.ts';
import { Draft } from '../../hosts/demo/draft.ts';
import { resultFile } from '../../hosts/demo/result-file.ts';
import { git } from '../../hosts/history.ts';
import { type Hub, startHub } from '../../hosts/hub.ts';
import { collected, pageOf, ports } from '../hosts/collecting.ts';

const PATH = 'lumen-labs/osprey';
const A = '.eval_results/a.yaml';
const tide = (task: string, value: string, notes?: string) =>
	resultFile({ dataset: 'fieldnotes/tide-tables', task, value, ...(notes && { notes }) });
let hub: Hub | undefined;
afterEach(async () => {
	await hub?.close();
	hub = undefined;
});

async function served(make: (draft: Draft) => void): Promise<Hub> {
	const draft = new Draft({ path: PATH, description: '', expected: { main: 1 } });
	make(draft);
	hub = await startHub({ repositories: [draft.done()] });
	return hub;
}

/** How the first result (or the one that is looked for) changed. */
async function historyOf(hub: Hub, given = ports(), wanted: (value: string | undefined, task: string | undefined) => boolean = () => true) {
	const page = await pageOf(hub, PATH);
	const report = buildReport((await collected(page, given)).events);
	const result = report?.results.find((one) => wanted(one.valueText, one.dataset.taskId));
	const place = report?.evidence.find(({ id }) => id === result?.evidence);
	if (!result || !place) throw new Error('no such result');
	hub.forgetRequests();
	const past = await readPast(page, place.commit as Oid, given, new AbortController().signal); // a commit of the report is an oid
	if (!past.ok) return past;
	return {
		ok: true,
		value: valueHistory(past.value, result, place.path, { file: report?.repository.fileTemplate, pull: `${page.origin}/pull/%number%` }),
	} as const;
}
const told = (history: Awaited<ReturnType<typeof historyOf>>) =>
	history.ok ? history.value.changes.map(({ value, author, title }) => [value, author, title]) : history.problem.code;

describe('how a score changed', () => {
	test('from value to value, with who, what and where; commits that changed something else are passed over', async () => {
		const hub = await served((draft) => {
			draft.main('First upload', { 'README.md': 'x' }, 'Ada');
			draft.main('Add scores', { [A]: tide('high', '61.25') }, 'Ada');
			draft.main('Correct it', { [A]: tide('high', '60.0') }, 'Noor van Dijk');
			draft.main('Write more', { 'README.md': 'y' }, 'Ada');
			draft.main('And again', { [A]: tide('high', '59.5') }, 'Hana Sato');
		});
		const history = await historyOf(hub);
		expect(told(history)).toEqual([
			['59.5', 'Hana Sato', 'And again'],
			['60.0', 'Noor van Dijk', 'Correct it'],
			['61.25', 'Ada', 'Add scores'],
		]);
		expect(history).toMatchObject({ value: { whole: true } });
		const [first] = history.ok ? history.value.changes : [];
		expect(first?.url).toBe(hub.url(`/${PATH}/blob/${first?.commit}/${A}`));
		expect(first?.at).toBeGreaterThan(0);
	});

	test('is told of who made the change, not of who merged it', async () => {
		const hub = await served((draft) => {
			draft.main('Add scores', { [A]: tide('high', '61.25') }, 'Ada');
			draft.pull({ number: 1, title: 'A better run', author: 'Teo Okafor', state: 'merged', files: { [A]: tide('high', '64') } });
		});
		const history = await historyOf(hub);
		expect(told(history)).toEqual([
			['64', 'Teo Okafor', 'A better run'],
			['61.25', 'Ada', 'Add scores'],
		]);
		// And leads to the pull request that brought it.
		expect(history.ok && history.value.changes.map(({ pull, pullUrl }) => [pull, pullUrl])).toEqual([
			[1, `${hub.origin}/pull/1`],
			[undefined, undefined],
		]);
	});

	test('by a squashed pull request leads to it too', async () => {
		const hub = await served((draft) => {
			draft.main('Add scores', { [A]: tide('high', '61.25') }, 'Ada');
			draft.pull({ number: 7, title: 'Better', author: 'Teo', state: 'merged', squash: true, files: { [A]: tide('high', '64') } });
		});
		const history = await historyOf(hub);
		expect(history.ok && history.value.changes.map(({ pull }) => pull)).toEqual([7, undefined]);
	});

	test('through a move to another file, and through being taken away for a while', async () => {
		const hub = await served((draft) => {
			draft.main('Add', { [A]: tide('high', '1') }, 'Ada');
			draft.main('Move', { [A]: null, '.eval_results/b.yaml': tide('high', '1') }, 'Ada');
			draft.main('Take away', { '.eval_results/b.yaml': null, 'x.txt': 'x' }, 'Ada');
			draft.main('Back', { '.eval_results/b.yaml': tide('high', '2') }, 'Ada');
		});
		expect(told(await historyOf(hub))).toEqual([
			['2', 'Ada', 'Back'],
			[undefined, 'Ada', 'Take away'],
			['1', 'Ada', 'Add'],
		]);
	});

	test('of two entries of one task, the one with the same notes is followed', async () => {
		const two = (plain: string, tools: string) => tide('high', plain) + tide('high', tools, '"With tools"');
		const hub = await served((draft) => {
			draft.main('Add', { [A]: two('1', '5') }, 'Ada');
			draft.main('Tools again', { [A]: two('1', '6') }, 'Ada');
		});
		expect(told(await historyOf(hub, ports(), (value) => value === '6'))).toEqual([
			['6', 'Ada', 'Tools again'],
			['5', 'Ada', 'Add'],
		]);
		expect(told(await historyOf(hub, ports(), (value) => value === '1'))).toEqual([['1', 'Ada', 'Add']]);
	});

	test('of a pull request, from its own head on', async () => {
		const hub = await served((draft) => {
			draft.main('Add', { [A]: tide('high', '1') }, 'Ada');
			draft.pull({
				number: 1,
				title: 'Offer',
				author: 'Noor van Dijk',
				state: 'open',
				files: { '.eval_results/b.yaml': tide('low', '2') },
			});
		});
		expect(told(await historyOf(hub, ports(), (value) => value === '2'))).toEqual([['2', 'Noor van Dijk', 'Offer']]);
	});

	test('of more commits than are read: what is known, and that it is not all', async () => {
		const hub = await served((draft) => {
			draft.main('Add', { [A]: tide('high', '1') }, 'Ada');
			for (let n = 0; n < 160; n++) draft.main(`${n}`, { 'README.md': `${n}` }, 'Ada');
			draft.main('Change', { [A]: tide('high', '2') }, 'Ada');
		});
		const history = await historyOf(hub);
		expect(told(history)).toEqual([['2', 'Ada', 'Change']]);
		expect(history).toMatchObject({ value: { whole: false } });
	});

	test('takes two requests, and none the second time', async () => {
		const hub = await served((draft) => {
			for (let n = 1; n <= 40; n++) draft.main(`${n}`, { [A]: tide('high', `${n}`) }, 'Ada');
		});
		const given = ports();
		const first = await historyOf(hub, given);
		expect(first.ok && first.value.changes).toHaveLength(40);
		// What the server can do was known, and the commits came with the page: root trees, results.
		expect(hub.requests).toHaveLength(2);
		expect(hub.requests.reduce((sum, { down }) => sum + down, 0)).toBeLessThan(60_000);
		expect(told(await historyOf(hub, given))).toEqual(told(first));
		expect(hub.requests).toHaveLength(0);
	});

	test('from a server that leaves nothing out is not asked for', async () => {
		const hub = await served((draft) => draft.main('Add', { [A]: tide('high', '1') }, 'Ada'));
		for (const { directory } of hub.repositories) git(directory, ['config', 'uploadpack.allowFilter', 'false']);
		expect(told(await historyOf(hub))).toBe('not-supported');
	});
});
