import type { Files } from '../history.ts';
import { card, type DemoRepository, Draft, type PullState } from './draft.ts';
import { resultFile } from './result-file.ts';

const number = (n: number, digits: number) => String(n).padStart(digits, '0');

/** 1,000 results in ten files on the default branch. */
export function thousandResults(): DemoRepository {
	const draft = new Draft({ path: 'bulk/one-thousand-results', description: 'One thousand results', expected: { main: 1000 } });
	const files: Record<string, string> = { 'README.md': card('One thousand results', 'A long list.') };
	for (let file = 0; file < 10; file++) {
		const entries = Array.from({ length: 100 }, (_, n) => ({
			dataset: `bulk/benchmark-${number((file * 100 + n) % 40, 2)}`,
			task: `task_${number(file * 100 + n, 4)}`,
			value: ((file * 100 + n) / 10).toFixed(1),
			date: '2026-05-01',
		}));
		files[`.eval_results/part-${number(file, 2)}.yaml`] = resultFile(...entries);
	}
	draft.main('First upload', files);
	return draft.done();
}

/** 20,000 files, 50 pull requests of which ten touch results; half of those start from an old `main`. */
export function twentyThousandFiles(): DemoRepository {
	const draft = new Draft({
		path: 'bulk/twenty-thousand-files',
		description: '20,000 files and 50 pull requests',
		expected: { main: 4, open: 8, draft: 1, closed: 1 },
	});
	const entry = (task: string, value: string) => resultFile({ dataset: 'fieldnotes/tide-tables', task, value, date: '2026-05-01' });
	const shards: Record<string, string> = {};
	for (let n = 0; n < 20_000; n++) shards[`shards/${number(Math.floor(n / 100), 3)}/${number(n, 5)}.txt`] = `shard ${n} of 20000\n`;
	draft.main('Add 20,000 shards', { 'README.md': card('20,000 files', 'Version 0.'), ...shards });
	draft.main('Add results', {
		'.eval_results/high.yaml': entry('high_water', '70.1'),
		'.eval_results/low.yaml': entry('low_water', '60.0'),
	});
	let old = 0;
	for (let n = 1; n <= 120; n++) {
		const files: Record<string, string> = { 'README.md': card('20,000 files', `Version ${n}.`) };
		if (n === 40) files['.eval_results/high.yaml'] = entry('high_water', '71.5');
		if (n === 70) files['.eval_results/slack.yaml'] = entry('slack_water', '55.5');
		if (n === 90) files['.eval_results/low.yaml'] = `${entry('low_water', '61.0')}${entry('slack_water', '56.0')}`;
		const mark = draft.main(`Update the README, ${n}`, files);
		if (n === 20) old = mark;
	}
	for (let n = 1; n <= 50; n++) {
		const touches = n % 5 === 0;
		const stale = n % 10 === 0;
		const state: PullState = n === 5 ? 'draft' : n === 10 ? 'closed' : 'open';
		const files: Files = touches
			? { [`.eval_results/run-${number(n, 2)}.yaml`]: entry('high_water', `${50 + n / 10}`) }
			: { [`shards/000/${number(n, 5)}.txt`]: `changed by ${n}\n` };
		// Half of those that do not touch results start early too: their trees differ from the default branch's all the same.
		const early = stale || n % 2 === 1 ? { from: old } : {};
		draft.pull({ number: n, title: touches ? `Add run ${n}` : `Change shard ${n}`, author: `runner ${n}`, state, files, ...early });
	}
	return draft.done();
}
