import assert from 'node:assert/strict';
import { benchmarks } from '../../hosts/demo/benchmarks.ts';
import { Draft } from '../../hosts/demo/draft.ts';
import { kestrel } from '../../hosts/demo/kestrel.ts';
import { resultFile } from '../../hosts/demo/result-file.ts';
import type { Hub } from '../../hosts/hub.ts';
import { dieAfter } from '../die-after.ts';
import type { Driver } from '../driver.ts';
import { forgetEverything } from '../forget-everything.ts';
import { readPanel } from '../panel.ts';
import type { Scenario } from '../world.ts';

const PATH = '/lumen-labs/kestrel-32b-instruct';
/** What the background asks for; pages and style sheets are the tab's own. */
const OURS = /\.git\/|pulls\.json/;

/** Matches only the n-th of the requests that a pattern matches. */
class Nth extends RegExp {
	#left: number;
	constructor(pattern: RegExp, n: number) {
		super(pattern);
		this.#left = n;
	}
	override test(text: string): boolean {
		if (!super.test(text)) return false;
		this.#left -= 1;
		return this.#left === 0;
	}
}

/** All that the panel says in the end. Ages are of this moment and differ. */
async function finalReport(driver: Driver, hub: Hub, path = PATH): Promise<string> {
	const tab = await driver.open(hub.url(path));
	const panel = await readPanel(tab);
	await panel.open();
	const report = JSON.stringify({ facts: await panel.facts(), results: await panel.results() });
	await tab.close();
	return report;
}

export const survives: readonly Scenario[] = [
	{
		name: 'killing the background at any request loses nothing',
		async run({ driver, hub: startHub }) {
			// Fewer benchmarks than the demo has, or the same request would be killed twenty times.
			const hub = await startHub({ repositories: [kestrel(), ...benchmarks().slice(0, 1)] });
			const undisturbed = await finalReport(driver, hub);
			const gates = hub.requests.filter(({ method, url }) => OURS.test(`${method} ${url}`)).length;
			assert.ok(gates >= 3, `only ${gates} requests`);
			for (let n = 1; n <= gates; n += 1) {
				await driver.killBackground();
				await driver.inExtension(forgetEverything);
				const gate = hub.hold(new Nth(OURS, n));
				const report = finalReport(driver, hub);
				await Promise.race([gate.reached, report.then(() => assert.fail(`request ${n} of ${gates} was not made again`))]);
				await driver.killBackground();
				gate.release();
				assert.equal(await report, undisturbed, `killed at request ${n} of ${gates}`);
			}
		},
	},
	{
		name: 'a background that died between any two events loses nothing',
		async run({ driver, hub: startHub }) {
			const made = new Draft({ path: 'lumen-labs/merlin', description: '', expected: { main: 1 } });
			const file = (value: string) => resultFile({ dataset: 'fieldnotes/tide-tables', task: 'high', value });
			const from = made.main('1', { '.eval_results/a.yaml': file('20.90') });
			made.pull({ number: 1, title: 'p', author: 'p', state: 'open', from, files: { '.eval_results/b.yaml': file('6') } });
			const hub = await startHub({ repositories: [made.done()] });
			const path = '/lumen-labs/merlin';
			const undisturbed = await finalReport(driver, hub, path);
			let events = 1;
			for (let n = 0; n < events; n += 1) {
				await driver.killBackground();
				events = await driver.inExtension(dieAfter, n);
				assert.ok(events >= 6, `only ${events} events`);
				assert.equal(await finalReport(driver, hub, path), undisturbed, `died after ${n} of ${events} events`);
			}
		},
	},
	{
		name: 'what was read is shown again after the background was killed, without a request',
		async run({ driver, hub: startHub }) {
			const hub = await startHub();
			const before = await finalReport(driver, hub);
			await driver.killBackground();
			hub.forgetRequests();
			assert.equal(await finalReport(driver, hub), before);
			assert.deepEqual(
				hub.requests.filter(({ method, url }) => OURS.test(`${method} ${url}`)),
				[],
			);
		},
	},
];
