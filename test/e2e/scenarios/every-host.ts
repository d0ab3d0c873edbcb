import assert from 'node:assert/strict';
import type { HostId } from '../../../shared/hosts/repo-page.ts';
import { spots } from '../../../shared/hosts/stubs.generated.js';
import { FORGES, type ForgeName } from '../../hosts/forges/server.ts';
import { missingServers, type RealKind } from '../../hosts/real/programs.ts';
import { say } from '../catalogue.ts';
import { type Driver, type Tab, until } from '../driver.ts';
import { counted, inPanel, PANEL, readPanel } from '../panel.ts';
import { pressedPopup } from '../popup-over.ts';
import type { Scenario } from '../world.ts';

const KESTREL = 'lumen-labs/kestrel-32b-instruct';

interface Host {
	/** Pages of the repository that list its results; the first is looked at in full. */
	readonly pages: readonly string[];
	/** Results in all, on main, of open and drafted pull requests, of closed ones, and of those whose state nobody tells. */
	readonly counts: readonly number[];
	/** Of a file at its commit. */
	readonly file: RegExp;
	/** The page of a pull request that the list leads to. */
	readonly pull?: RegExp;
	/** It has no place for the panel. */
	readonly floats?: true;
	readonly withoutPulls?: true;
}

const KEYS = ['results', 'badge_on_main_count', 'badge_community_count', 'badge_withdrawn_count', 'badge_proposed_count'] as const;
const ALL = [14, 8, 5, 1, 0];
const MAIN = [8, 8, 0, 0, 0];
const UNTOLD = [14, 8, 0, 0, 6];
const BB = '/projects/LUM/repos/kestrel-32b-instruct';
const AZURE = '/lumen-labs/models/_git/kestrel-32b-instruct';

const emulated = {
	bitbucketCloud: {
		pages: [`/${KESTREL}`, `/${KESTREL}/src/main/.eval_results/gpqa.yaml`, `/${KESTREL}/pull-requests/3`],
		counts: ALL,
		file: /\/src\/[0-9a-f]{40}\/\.eval_results\/\w+\.yaml#lines-\d+$/,
		pull: /\/pull-requests\/3$/,
	},
	bitbucketServer: {
		pages: [`${BB}/browse`, `${BB}/browse/.eval_results/gpqa.yaml`, `${BB}/pull-requests/3/overview`],
		counts: ALL,
		file: /\/browse\/\.eval_results\/\w+\.yaml\?at=[0-9a-f]{40}#\d+$/,
		pull: /\/pull-requests\/3\/overview$/,
	},
	azure: {
		pages: [AZURE, `${AZURE}?path=/.eval_results/gpqa.yaml&version=GBmain`, `${AZURE}/pullrequest/3`],
		counts: ALL,
		file: /\?path=\/\.eval_results\/\w+\.yaml&version=GC[0-9a-f]{40}&line=\d+$/,
		pull: /\/pullrequest\/3$/,
	},
	modelscope: {
		pages: [`/models/${KESTREL}/files`, `/models/${KESTREL}`],
		counts: MAIN,
		file: /\/resolve\/[0-9a-f]{40}\/\.eval_results\/\w+\.yaml/,
		floats: true,
		withoutPulls: true,
	},
	gitee: {
		pages: [`/${KESTREL}`, `/${KESTREL}/blob/main/.eval_results/gpqa.yaml`, `/${KESTREL}/pulls/3`],
		counts: ALL,
		file: /\/blob\/[0-9a-f]{40}\/\.eval_results\/\w+\.yaml#L\d+$/,
		pull: /\/pulls\/3$/,
	},
	sourcehut: {
		pages: [`/~${KESTREL}/tree/main`, `/~${KESTREL}/tree/main/item/.eval_results/gpqa.yaml`],
		counts: MAIN,
		file: /\/tree\/[0-9a-f]{40}\/item\/\.eval_results\/\w+\.yaml#L\d+$/,
		withoutPulls: true,
	},
	pagure: {
		pages: [`/${KESTREL}`, `/${KESTREL}/blob/main/f/.eval_results/gpqa.yaml`, `/${KESTREL}/pull-request/3`],
		counts: ALL,
		file: /\/blob\/[0-9a-f]{40}\/f\/\.eval_results\/\w+\.yaml#_\d+$/,
		pull: /\/pull-request\/3$/,
	},
} as const satisfies Partial<Record<ForgeName, Host>>;

const real: Readonly<Record<RealKind, Host & { readonly host: HostId }>> = {
	cgit: {
		host: 'cgit',
		pages: [`/${KESTREL}.git/tree/`, `/${KESTREL}.git/tree/.eval_results/gpqa.yaml`],
		counts: UNTOLD,
		file: /\.git\/tree\/\.eval_results\/\w+\.yaml\?id=[0-9a-f]{40}#n\d+$/,
		withoutPulls: true,
	},
	gitweb: {
		host: 'gitweb',
		pages: [`/${KESTREL}.git/tree`, `/${KESTREL}.git/blob/HEAD:/.eval_results/gpqa.yaml`],
		counts: UNTOLD,
		file: /\.git\/blob\/[0-9a-f]{40}:\/\.eval_results\/\w+\.yaml#l\d+$/,
		withoutPulls: true,
	},
	klaus: {
		host: 'klaus',
		pages: ['/kestrel-32b-instruct/', '/kestrel-32b-instruct/tree/main/'],
		counts: UNTOLD,
		file: /\/blob\/[0-9a-f]{40}\/\.eval_results\/\w+\.yaml#L-\d+$/,
		withoutPulls: true,
	},
	lighttpd: { host: 'git', pages: [`/${KESTREL}/`], counts: UNTOLD, file: /^$/ },
};

const countsIn = async (tab: Tab) => {
	const facts = await (await readPanel(tab)).facts();
	return KEYS.map((key) => counted(facts, key));
};

/** What stands right before or after the panel, as a selector of the host has it. */
const isPlaced = (tab: Tab, host: HostId) =>
	tab.evaluate(
		(panel, places) => {
			const own = document.querySelector(panel);
			return places.some(([selector = '', position]) => {
				const anchor = document.querySelector(selector);
				return own !== null && own === (position === 'before' ? anchor?.previousElementSibling : anchor?.nextElementSibling);
			});
		},
		PANEL,
		spots[host].map(([selector, position]) => [selector, position]),
	);

const linksIn = (tab: Tab) =>
	tab.evaluate(
		(host) =>
			[...(document.querySelector(host)?.shadowRoot?.querySelectorAll<HTMLAnchorElement>('.result a') ?? [])].map(({ href }) => href),
		PANEL,
	);

/** Each of its pages counts the same; the first leads to the files at their lines, and to the pull requests. */
async function tellsAll(driver: Driver, host: HostId, url: (path: string) => string, expected: Host): Promise<void> {
	for (const [n, path] of expected.pages.entries()) {
		const tab = await driver.open(url(path));
		assert.deepEqual(await countsIn(tab), expected.counts, path);
		assert.equal(await tab.count(inPanel('.panel--floating')), expected.floats ? 1 : 0, path);
		if (!expected.floats) assert.equal(await isPlaced(tab, host), true, path);
		if (n > 0) continue;
		const panel = await readPanel(tab);
		await panel.open();
		const text = await panel.text();
		assert.equal(text.includes(say('panel_host_without_pulls')), expected.withoutPulls === true && expected.counts === MAIN);
		assert.equal(text.includes(say('panel_floating')), expected.floats === true);
		await panel.results();
		const links = await linksIn(tab);
		if (expected.file.source !== '^$')
			assert.ok(
				links.some((link) => expected.file.test(link)),
				links.join('\n'),
			);
		const { pull } = expected;
		if (pull)
			assert.ok(
				links.some((link) => pull.test(link)),
				links.join('\n'),
			);
		assert.deepEqual(await tab.axe(PANEL), []);
	}
}

/** The script that runs on that site from now on. */
const scriptOn = (driver: Driver, pattern: string) =>
	driver.inExtension(
		async (match) =>
			(await chrome.scripting.getRegisteredContentScripts())
				.flatMap(({ matches, js }) => (matches?.includes(match) ? (js ?? []) : []))
				.join(),
		pattern,
	);

export const everyHost: readonly Scenario[] = [
	...(Object.entries(emulated) as [keyof typeof emulated, Host][]).map(
		([name, expected]): Scenario => ({
			name: `${FORGES[name].origin}: each page of the repository tells what stands on main and in pull requests`,
			async run({ driver, forge: start }) {
				const forge = await start(name);
				await tellsAll(driver, forge.site.kind, (path) => forge.url(path), expected);
			},
		}),
	),
	...(Object.entries(real) as [RealKind, (typeof real)[RealKind]][]).map(
		([kind, expected]): Scenario => ({
			name: `${kind}, the program itself: its pages tell what stands on main and in pull requests`,
			skip: missingServers(kind).length > 0,
			async run({ driver, real: start }) {
				const server = await start(kind);
				await tellsAll(driver, expected.host, (path) => server.url(path), expected);
				// Once it is known what the site is, its pages are asked for that, and the place is kept before they are painted.
				const pattern = `${server.origin}/*`;
				await until('the script of that host', async () => (await scriptOn(driver, pattern)).includes(`stub.${expected.host}.js`));
				assert.deepEqual(await countsIn(await driver.open(server.url(expected.pages[0] ?? ''))), expected.counts);
			},
		}),
	),
	{
		name: 'a page that names no repository: looked for when the user presses, and then shown there',
		skip: missingServers('lighttpd').length > 0,
		async run({ driver, real: start }) {
			const server = await start('lighttpd', 'foreign');
			const url = server.url(`/bare/${KESTREL}`);
			const tab = await driver.open(url);
			await driver.allow(`${server.origin}/*`);
			server.forgetRequests();
			const popup = await pressedPopup(driver, url);
			await until('the offer', () => popup.text('.popup__part button'));
			assert.deepEqual(
				server.requests.map((one) => one.url),
				[],
			);
			await popup.click('button', say('popup_look_for'));
			await until('the repository', async () => (await popup.text('main')).includes(KESTREL));
			const probes = server.requests.filter((one) => one.url.includes('/info/refs'));
			assert.ok(probes.length > 0 && probes.length <= 7, `${probes.length} requests`);
			await until('the results', async () => (await popup.text('main')).includes(say.plural('results', 14)));
			assert.deepEqual(await countsIn(tab), UNTOLD);
		},
	},
	{
		name: 'a page at whose address git does not answer: said, after at most six requests',
		skip: missingServers('lighttpd').length > 0,
		async run({ driver, real: start }) {
			const server = await start('lighttpd', 'foreign');
			const url = server.url('/');
			await driver.open(url);
			await driver.allow(`${server.origin}/*`);
			const popup = await pressedPopup(driver, url);
			server.forgetRequests();
			await popup.click('button', say('popup_look_for'));
			await until('the answer', async () => (await popup.text('main')).includes(say('popup_not_found')));
			assert.ok(server.requests.length <= 6);
			assert.deepEqual(await popup.axe(), []);
		},
	},
	{
		name: 'a site that runs two hosts: a page of each has the panel where that host has it',
		async run({ driver, hub: startHub }) {
			const hub = await startHub();
			const at = (fixture: string) => hub.url(`/${KESTREL}/as/${fixture}`);
			await readPanel(await driver.open(at('plain.html')));
			await until('the script of that host', async () => (await scriptOn(driver, 'http://127.0.0.1/*')).includes('stub.git.js'));
			for (const [fixture, host] of [
				['github-home.html', 'github'],
				['klaus.html', 'klaus'],
				['plain.html', 'git'],
			] as const) {
				const tab = await driver.open(at(fixture));
				await readPanel(tab);
				assert.equal(await isPlaced(tab, host), true, fixture);
			}
		},
	},
	{
		name: 'https://bitbucket.org goes from one repository to the next without loading a page: the panel goes with it',
		async run({ driver, forge: start }) {
			const forge = await start('bitbucketCloud');
			const tab = await driver.open(forge.url(`/${KESTREL}`));
			assert.deepEqual(await countsIn(tab), ALL);
			const go = (path: string, lists: boolean) =>
				tab.evaluate(
					(to, listed) => {
						for (const link of document.querySelectorAll('td a'))
							if (!listed && link.textContent?.startsWith('.eval_results')) link.remove();
						history.pushState(null, '', to);
					},
					path,
					lists,
				);
			// Within the repository it stays as it is.
			await tab.evaluate((host) => document.querySelector(host)?.setAttribute('data-seen', ''), PANEL);
			await go(`/${KESTREL}/src/main/`, true);
			await new Promise((resolve) => setImmediate(resolve));
			assert.equal(await tab.count(`${PANEL}[data-seen]`), 1);
			await go('/lumen-labs/another-model', false);
			await until('the panel goes', async () => (await tab.count(PANEL)) === 0);
		},
	},
	{
		name: 'a host that changes its pages: the panel floats and works, and the page can be reported, without what it says',
		async run({ driver, forge: start }) {
			const forge = await start('enterprise');
			const url = forge.url(`/${KESTREL}`);
			const page = await (await fetch(`${forge.loopback}/${KESTREL}`)).text();
			const body = page.replace('repository-container-header', 'new-header').replace('markdown-body', 'new-body');
			forge.fault(new RegExp(`${KESTREL}$`), {
				kind: 'status',
				status: 200,
				headers: { 'content-type': 'text/html; charset=utf-8' },
				body,
			});
			const tab = await driver.open(url);
			const panel = await readPanel(tab);
			assert.equal(await tab.count(inPanel('.panel--floating')), 1);
			await panel.open();
			assert.ok((await panel.text()).includes(say('panel_floating')));
			const popup = await pressedPopup(driver, url);
			await until('the popup', async () => (await popup.text('main')).includes(KESTREL));
			await popup.click('footer a', say('diagnose_title'));
			const report = await driver.tabAt('diagnose/index.html?tab=');
			await until('the findings', async () => (await report.text('main')).includes(say('diagnose_place_floating')));
			const text = await report.text('.lines');
			for (const expected of ['head>meta[name$=repository_nwo] × 1', 'GitHub Enterprise', 'github'])
				assert.ok(text.includes(expected), `${expected} in: ${text}`);
			assert.ok(text.includes(say('diagnose_spots')));
			for (const content of ['The README', 'Kestrel']) assert.ok(!text.includes(content), text);
		},
	},
];
