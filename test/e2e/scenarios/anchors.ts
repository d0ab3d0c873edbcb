import assert from 'node:assert/strict';
import type { Anchor } from '../../../shared/hosts/host.ts';
import { hosts } from '../../../shared/hosts/registry.ts';
import type { HostId } from '../../../shared/hosts/repo-page.ts';
import { say } from '../catalogue.ts';
import { type Tab, until } from '../driver.ts';
import { counted, inPanel, PANEL, readPanel } from '../panel.ts';
import type { Scenario } from '../world.ts';

/** How often an anchor matches in this browser, what stands at its spot, and whether that is on the screen beside it. */
interface Placed {
	readonly matches: number;
	readonly neighbour: string | undefined;
	readonly height: number;
	/** From the anchor's lower edge down to the panel's upper one, in CSS pixels; for a panel inside of its anchor from that one's upper edge. */
	readonly below: number;
}

const placed = (tab: Tab, { selector, position }: Anchor): Promise<Placed> =>
	tab.evaluate(
		(wanted, where, panel) => {
			const found = document.querySelectorAll(wanted);
			const [anchor] = found;
			const spots = {
				after: anchor?.nextElementSibling,
				before: anchor?.previousElementSibling,
				append: anchor?.lastElementChild,
				prepend: anchor?.firstElementChild,
			};
			const around = anchor?.getBoundingClientRect();
			const own = document.querySelector(panel)?.getBoundingClientRect();
			return {
				matches: found.length,
				neighbour: spots[where]?.localName,
				height: own?.height ?? 0,
				below: (own?.top ?? 0) - ((where === 'after' ? around?.bottom : around?.top) ?? 0),
			};
		},
		selector,
		position,
		PANEL,
	);

/** Every page on which a host's panel has a place of its own. */
const onItsPage = (host: string, anchor: Anchor): Scenario => ({
	name: `the panel stands at ${anchor.selector} of ${host}’s ${anchor.fixture}, which matches ${anchor.expected} times`,
	async run({ driver, hub: startHub }) {
		const hub = await startHub();
		const tab = await driver.open(hub.url(`/lumen-labs/kestrel-32b-instruct/as/${anchor.fixture}`));
		assert.ok(counted(await (await readPanel(tab)).facts(), 'results') > 0);
		const { matches, neighbour, height, below } = await placed(tab, anchor);
		assert.equal(matches, anchor.expected);
		assert.equal(neighbour, PANEL);
		assert.equal(await tab.count(PANEL), 1);
		assert.equal(await tab.count(inPanel('.panel--floating')), 0);
		assert.ok(height >= 36, `${height} px high`);
		// Margins of the page lie between them, and nothing else does.
		assert.ok(anchor.position === 'before' ? below < 0 : below >= 0 && below < 64, `${below} px below`);
	},
});

/** Known by addresses of their own: their panel itself is looked at on the emulated hosts, in `every-host.ts`. */
const BY_ADDRESS: ReadonlySet<HostId> = new Set<HostId>([
	'azure-devops',
	'bitbucket-cloud',
	'bitbucket-data-center',
	'gitee',
	'modelscope',
	'pagure',
	'sourcehut',
]);

const onItsFixture = (host: string, anchor: Anchor): Scenario => ({
	name: `${anchor.selector} of ${host}’s ${anchor.fixture} matches ${anchor.expected} times`,
	async run({ driver, hub: startHub }) {
		const hub = await startHub();
		const tab = await driver.open(hub.url(`/lumen-labs/kestrel-32b-instruct/as/${anchor.fixture}`));
		assert.equal((await placed(tab, anchor)).matches, anchor.expected);
	},
});

export const anchors: readonly Scenario[] = [
	// A hub's pages are known by their own address: the scenarios on the emulated Hub look where its panel stands.
	...hosts
		.filter(({ id }) => id !== 'huggingface')
		.flatMap((host) => host.anchors.map((anchor) => (BY_ADDRESS.has(host.id) ? onItsFixture : onItsPage)(host.id, anchor))),
	{
		name: 'on a page without any place for it the panel floats, and goes when it is dismissed',
		async run({ driver, hub: startHub }) {
			const hub = await startHub();
			const url = hub.url('/pages/no-heading.html');
			const tab = await driver.open(url);
			for (const { selector } of hosts.flatMap((host) => host.anchors)) assert.equal(await tab.count(selector), 0, selector);
			const panel = await readPanel(tab);
			assert.ok(counted(await panel.facts(), 'results') > 0);
			const seen = () =>
				tab.evaluate((target) => {
					const floating = document.querySelector(target)?.shadowRoot?.querySelector('.panel--floating')?.getBoundingClientRect();
					const inside =
						floating && floating.bottom <= innerHeight && floating.right <= innerWidth && floating.top >= 0 && floating.left >= 0;
					return {
						floats: floating !== undefined,
						inside: inside ?? false,
						page: document.querySelector('ul')?.getBoundingClientRect().top,
					};
				}, PANEL);
			const before = await seen();
			assert.deepEqual({ floats: before.floats, inside: before.inside }, { floats: true, inside: true });
			await panel.open();
			assert.equal((await seen()).inside, true, 'the opened panel is larger than the window');
			await tab.click(`${inPanel('.strip')} button[aria-label="${say('panel_dismiss')}"]`);
			await until('the panel goes', async () => (await tab.count(inPanel('.panel'))) === 0);
			assert.equal((await seen()).page, before.page, 'the page moved');
			// A page that changes does not bring it back; another visit does.
			await tab.evaluate(() => document.querySelector('evalmark-panel')?.remove());
			await until('its element is put back', async () => (await tab.count(PANEL)) === 1);
			assert.equal(await tab.count(inPanel('.panel')), 0);
			await tab.reload();
			await readPanel(tab);
			assert.equal((await seen()).floats, true);
		},
	},
];
