import assert from 'node:assert/strict';
import type { Hub } from '../../hosts/hub.ts';
import { ageStore } from '../age-store.ts';
import { say } from '../catalogue.ts';
import { type Tab, until } from '../driver.ts';
import { counted, inPanel, type Panel, readPanel } from '../panel.ts';
import { LOOPBACK, type Scenario } from '../world.ts';

const KESTREL = '/lumen-labs/kestrel-32b-instruct';
const HOUR = 3_600_000;

const asked = (hub: Hub): string[] =>
	hub.requests.map(({ method, url }) => `${method} ${url}`).filter((line) => /\.git\/|pulls\.json/.test(line));
const notices = (tab: Tab): Promise<string[]> => tab.texts(inPanel('.notice'));

/** The first line until it says what is expected. */
const factLike = (panel: Panel, wanted: RegExp): Promise<string> =>
	until(`a fact like ${wanted}`, async () => (await panel.facts()).find((fact) => wanted.test(fact)));

export const states: readonly Scenario[] = [
	{
		name: 'while it reads, the panel keeps its place and says so',
		async run({ driver, hub: startHub }) {
			const hub = await startHub();
			const gate = hub.hold('.git/');
			const tab = await driver.open(hub.url(KESTREL));
			await gate.reached;
			await until('it says that it reads', async () => (await tab.text(inPanel('.strip'))).includes(say('panel_reading')));
			const height = () => tab.evaluate(() => document.querySelector('evalmark-panel')?.getBoundingClientRect().height ?? 0);
			const before = await height();
			gate.release();
			await readPanel(tab);
			assert.equal(await height(), before);
		},
	},
	{
		name: 'the list of pull requests fails: said, its results shown as proposed, and read on request',
		async run({ driver, hub: startHub }) {
			const hub = await startHub();
			const mend = hub.fault('pulls.json', { kind: 'status', status: 500 });
			const tab = await driver.open(hub.url(KESTREL));
			const panel = await readPanel(tab);
			await panel.open();
			const { main } = hub.repository(KESTREL.slice(1)).expected;
			assert.equal(counted(await panel.facts(), 'badge_on_main_count'), main);
			assert.equal(counted(await panel.facts(), 'badge_community_count'), 0);
			assert.ok(counted(await panel.facts(), 'badge_proposed_count') > 0);
			const [notice = ''] = await notices(tab);
			assert.ok(notice.includes(say('state_subject_submission_states')), notice);
			assert.match(notice, /500/);
			assert.ok(notice.includes(say('state_shown_submission_states')), notice);
			mend();
			await tab.click(inPanel('.notice button'), say('ui_retry'));
			await until('the states', async () => counted(await panel.facts(), 'badge_community_count') === 5);
			assert.deepEqual(await notices(tab), []);
		},
	},
	{
		name: 'rate-limited: says until when, and asks nothing more until then',
		async run({ driver, hub: startHub }) {
			const hub = await startHub();
			hub.fault('.git/', { kind: 'rate-limited', retryAfter: 600 });
			const tab = await driver.open(hub.url(KESTREL));
			const panel = await readPanel(tab);
			await factLike(panel, /^waiting until \d{1,2}:\d{2}/);
			await panel.open();
			const [notice = ''] = await notices(tab);
			assert.match(notice, /takes no more requests for now\..*It can be asked again at \d{1,2}:\d{2}/s);
			hub.forgetRequests();
			await driver.killBackground();
			await tab.reload();
			await factLike(await readPanel(tab), /^waiting until/);
			assert.deepEqual(asked(hub), []);
		},
	},
	{
		name: 'offline: what was read before is shown, with its age',
		async run({ driver, hub: startHub }) {
			const hub = await startHub();
			const tab = await driver.open(hub.url(KESTREL));
			const results = counted(await (await readPanel(tab)).facts(), 'results');
			await driver.killBackground();
			await driver.inExtension(ageStore, 3 * HOUR);
			hub.fault('.git/', { kind: 'drop' });
			await tab.reload();
			const panel = await readPanel(tab);
			await factLike(panel, /^offline, as of 3 hours ago$/);
			assert.equal(counted(await panel.facts(), 'results'), results);
			await panel.open();
			assert.equal((await panel.results()).length, results);
			assert.match((await notices(tab)).join('\n'), /could not be reached/);
		},
	},
	{
		name: 'permission taken back while it reads: says so and points to the toolbar',
		async run({ driver, hub: startHub }) {
			const hub = await startHub();
			const gate = hub.hold('.git/');
			const tab = await driver.open(hub.url(KESTREL));
			await gate.reached;
			await driver.revoke(LOOPBACK);
			gate.release();
			const panel = await readPanel(tab);
			await factLike(panel, new RegExp(`^${say('panel_permission')}$`));
			await panel.open();
			assert.ok((await notices(tab)).join('\n').includes(say('state_permission_how')));
			const before = asked(hub).length;
			await driver.grant(LOOPBACK);
			// One question may have been on its way when the permission went.
			assert.ok(before <= 2, asked(hub).join('\n'));
		},
	},
	{
		name: 'a repository that asks for a password: said, and nothing is sent',
		async run({ driver, hub: startHub }) {
			const hub = await startHub();
			const tab = await driver.open(hub.url('/quiet-corner/locked-weights'));
			const panel = await readPanel(tab);
			await panel.open();
			assert.match((await notices(tab)).join('\n'), /asks for a sign-in, and Evalmark sends none/);
		},
	},
];
