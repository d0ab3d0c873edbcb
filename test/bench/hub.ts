import { findBrowsers } from '../../scripts/test/browsers.ts';
import { startChromium } from '../e2e/chromium/driver.ts';
import { until } from '../e2e/driver.ts';
import { forgetEverything } from '../e2e/forget-everything.ts';
import { inPanel } from '../e2e/panel.ts';
import { Draft } from '../hosts/demo/draft.ts';
import { resultFile } from '../hosts/demo/result-file.ts';
import type { HubRepository } from '../hosts/huggingface/demo.ts';
import { startHuggingFace } from '../hosts/huggingface/server.ts';
import { startTlsFront } from '../hosts/tls-front.ts';
import { type Bench, measurement, median } from './measurement.ts';

const SIZES = [10, 100, 1_000] as const;
const ROUNDS = 3;

/** A model with so many results in one file and so many open pull requests of one result each. */
function model(path: string, results: number, pulls: number): HubRepository {
	const draft = new Draft({ path, description: '', expected: { main: results } });
	const entry = (n: number) => ({ dataset: `bulk/board-${n % 10}`, task: `task_${n}`, value: (n / 7).toFixed(2), date: '2026-05-01' });
	draft.main('Add results', { '.eval_results/all.yaml': resultFile(...Array.from({ length: results }, (_, n) => entry(n))) });
	for (let n = 1; n <= pulls; n++) {
		const files = { [`.eval_results/pull-${n}.yaml`]: resultFile(entry(results + n)) };
		draft.pull({ number: n, title: `Add ${n}`, author: 'bench', state: 'open', files });
	}
	return { repository: draft.done() };
}

/** From navigation to the first badge on a page of the emulated Hub, in ms: nothing stored before (cold), and the next visit (warm). */
export const hub: Bench = {
	name: 'hub',
	async *run() {
		const { chromium } = await findBrowsers(['chromium']);
		if (chromium) process.env.EVALMARK_CHROMIUM = chromium;
		const cases = [
			...SIZES.map((size) => ({ path: `bulk/results-${size}`, results: size, pulls: 0 })),
			...SIZES.map((size) => ({ path: `bulk/pulls-${size}`, results: 10, pulls: size })),
		];
		const front = await startTlsFront();
		const server = await startHuggingFace({ repositories: cases.map(({ path, results, pulls }) => model(path, results, pulls)) });
		const back = front.passTo(server.port);
		const driver = await startChromium({ hosts: front });
		const visit = async (path: string): Promise<number> => {
			const start = performance.now();
			const tab = await driver.open(server.url(`/${path}`));
			await until('the first badge', async () => (await tab.count(inPanel('.strip__toggle .fact'))) > 1, 60_000);
			const took = performance.now() - start;
			await until('the whole of it', async () => !(await tab.text(inPanel('[role=status]'))).startsWith('Reading'), 120_000);
			await tab.close();
			return took;
		};
		try {
			for (const { path, results, pulls } of cases) {
				const cold: number[] = [];
				const warm: number[] = [];
				for (let round = 0; round < ROUNDS; round++) {
					await driver.killBackground();
					await driver.inExtension(forgetEverything);
					server.forgetRequests();
					cold.push(await visit(path));
					if (round === 0)
						yield measurement(`hub: ${results} results, ${pulls} pull requests: all of it, cold`, server.requests.length, 'requests');
					warm.push(await visit(path));
				}
				const name = `hub: ${results} results, ${pulls} pull requests: navigation to first badge`;
				yield measurement(`${name}, cold`, median(cold), 'ms');
				yield measurement(`${name}, warm`, median(warm), 'ms', { name: 'cold', value: median(cold) });
			}
		} finally {
			await driver.close();
			back();
			await server.close();
			await front.close();
		}
	},
};
