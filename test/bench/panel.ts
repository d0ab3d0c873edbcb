import { findBrowsers } from '../../scripts/test/browsers.ts';
import { startChromium } from '../e2e/chromium/driver.ts';
import { inPanel, readPanel } from '../e2e/panel.ts';
import { registered } from '../e2e/registered.ts';
import { LOOPBACK } from '../e2e/world.ts';
import { Draft } from '../hosts/demo/draft.ts';
import { resultFile } from '../hosts/demo/result-file.ts';
import { startHub } from '../hosts/hub.ts';
import { type Bench, measurement, median } from './measurement.ts';

const RESULTS = 500;
const ROUNDS = 7;

function fiveHundred() {
	const draft = new Draft({ path: 'bulk/five-hundred', description: '', expected: { main: RESULTS } });
	const entries = Array.from({ length: RESULTS }, (_, n) => ({
		dataset: `bulk/board-${n % 40}`,
		task: `task_${n}`,
		value: (n / 7).toFixed(2),
		date: '2026-05-01',
	}));
	draft.main('Add results', { '.eval_results/all.yaml': resultFile(...entries) });
	return draft.done();
}

/** From the click on the first line to the frame that shows the list, in ms, beside a bare table with a row per result made by the DOM. */
export const panel: Bench = {
	name: 'panel',
	async *run() {
		const { chromium } = await findBrowsers(['chromium']);
		if (chromium) process.env.EVALMARK_CHROMIUM = chromium;
		const hub = await startHub({ repositories: [fiveHundred()] });
		const driver = await startChromium();
		try {
			await driver.grant(LOOPBACK);
			await registered(driver, LOOPBACK);
			const own: number[] = [];
			const table: number[] = [];
			for (let round = 0; round < ROUNDS; round += 1) {
				const tab = await driver.open(hub.url('/bulk/five-hundred'));
				await readPanel(tab);
				own.push(await tab.evaluate(openList));
				if ((await tab.count(inPanel('.result'))) === 0) throw new Error('the list did not open');
				table.push(await tab.evaluate(drawTable, RESULTS));
				await tab.close();
			}
			yield measurement('panel: open 500 results', median(own), 'ms', { name: 'a bare table of 500 rows', value: median(table) });
		} finally {
			await driver.close();
			await hub.close();
		}
	},
};

async function openList(): Promise<number> {
	const toggle = document.querySelector('evalmark-panel')?.shadowRoot?.querySelector<HTMLElement>('.strip__toggle');
	const start = performance.now();
	toggle?.click();
	await new Promise<void>((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
	return performance.now() - start;
}

async function drawTable(rows: number): Promise<number> {
	const start = performance.now();
	const table = document.createElement('table');
	for (let n = 0; n < rows; n += 1) {
		const row = table.insertRow();
		for (const text of [`bulk/board-${n % 40}`, `task_${n}`, (n / 7).toFixed(2), '2026-05-01', 'On main', 'all.yaml'])
			row.insertCell().textContent = text;
	}
	document.body.append(table);
	await new Promise<void>((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
	return performance.now() - start;
}
