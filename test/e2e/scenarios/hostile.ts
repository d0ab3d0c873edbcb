import assert from 'node:assert/strict';
import { attacks } from '../../hosts/demo/difficult.ts';
import { assertHarmless } from '../harmless.ts';
import { inPanel, PANEL, readPanel } from '../panel.ts';
import type { Scenario } from '../world.ts';

const PATH = '/hostile/angle-brackets';
/** Those that survive the reader unchanged and are long enough to be recognised. */
const markup = attacks.filter((attack) => attack.includes('<'));

export const hostile: readonly Scenario[] = [
	...[false, true].map((csp) => ({
		name: `hostile text stays text in the panel${csp ? ' under the strictest policy' : ''}`,
		async run({ driver, hub: startHub }: Parameters<Scenario['run']>[0]) {
			const hub = await startHub({ csp });
			const tab = await driver.open(hub.url(PATH));
			const panel = await readPanel(tab);
			await panel.open();
			assert.equal((await panel.results()).length, attacks.length * 2 + 2);
			await tab.click(inPanel('.badge'));
			await assertHarmless(tab, [], PANEL);
			await tab.press('Escape');
			await tab.click(`${inPanel('.result')} button`, 'Method');
			await assertHarmless(tab, markup, PANEL);
			const others = hub.requests
				.map(({ url }) => url)
				.filter((url) => !url.startsWith(PATH) && !url.startsWith('/datasets/') && !/^\/(hub\.css|favicon\.ico)$/.test(url));
			assert.deepEqual(others, []);
		},
	})),
];
