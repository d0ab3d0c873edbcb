import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type DemoRepository, Draft } from '../hosts/demo/draft.ts';
import { resultFile } from '../hosts/demo/result-file.ts';
import { type Hub, startHub } from '../hosts/hub.ts';
import { collect, commandLineGit, cost, isomorphicGit } from './costs.ts';
import { type Bench, type Measurement, measurement } from './measurement.ts';

const PULLS = [10, 100, 1_000, 10_000];
const FILES = [100, 1_000, 10_000, 100_000];
/** Pull requests that add a result: the newest. */
const ADDING = 5;
const score = (value: number) => resultFile({ dataset: 'fieldnotes/tide-tables', task: 'high_water', value: `${value}` });

/** What reading costs as pull requests and files grow: everything with us, the default branch alone with the peers. */
export const growth: Bench = {
	name: 'growth',
	async *run() {
		for (const pulls of PULLS) yield* measured(`${pulls} pull requests, 100 files`, model(100, pulls), pulls);
		for (const files of FILES) yield* measured(`10 pull requests, ${files} files`, model(files, 10), 10);
	},
};

async function* measured(name: string, repository: DemoRepository, pulls: number): AsyncIterable<Measurement> {
	const hub = await startHub({ repositories: [repository] });
	try {
		addPulls(hub, pulls);
		const own = await cost(hub, collect(1 + ADDING));
		const shallow = await cost(hub, isomorphicGit);
		const partial = await cost(hub, commandLineGit);
		for (const [peer, of] of [
			['isomorphic-git clone, depth 1', shallow],
			['git clone --depth 1 --filter=blob:none --no-checkout', partial],
		] as const) {
			yield measurement(`growth: ${name}: bytes`, own.bytes, 'bytes', { name: peer, value: of.bytes });
			yield measurement(`growth: ${name}: requests`, own.requests, 'requests', { name: peer, value: of.requests });
			yield measurement(`growth: ${name}: time`, own.time, 'ms', { name: peer, value: of.time });
		}
	} finally {
		await hub.close();
	}
}

/** A model with so many files; its newest pull requests add a result each. */
function model(files: number, pulls: number): DemoRepository {
	const draft = new Draft({ path: 'bulk/growing', description: '', expected: { main: 1, open: ADDING } });
	const many = Array.from({ length: files }, (_, n) => [`data/${n % 500}/${n}.txt`, `${n}\n`] as const);
	draft.main('All of it', { ...Object.fromEntries(many), '.eval_results/tides.yaml': score(0) });
	for (let n = pulls - ADDING + 1; n <= pulls; n++) {
		draft.pull({ number: n, title: `${n}`, author: 'a', state: 'open', files: { [`.eval_results/${n}.yaml`]: score(n) } });
	}
	return draft.done();
}

/** The others stand where the default branch does: written into the list of refs, since making ten thousand one by one takes minutes. */
function addPulls({ repositories }: Hub, pulls: number): void {
	for (const { directory, head } of repositories) {
		const lines = Array.from({ length: pulls - ADDING }, (_, n) => `refs/pull/${n + 1}/head`).sort();
		const packed = ['# pack-refs with: peeled fully-peeled sorted ', ...lines.map((name) => `${head} ${name}`), ''];
		writeFileSync(path.join(directory, 'packed-refs'), packed.join('\n'));
	}
}
