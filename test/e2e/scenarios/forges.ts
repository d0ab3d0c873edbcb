import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { kestrel } from '../../hosts/demo/kestrel.ts';
import type { Fault } from '../../hosts/faults.ts';
import { FORGES, type ForgeName, MEMBER } from '../../hosts/forges/server.ts';
import { ageStore } from '../age-store.ts';
import { say } from '../catalogue.ts';
import { type Tab, until } from '../driver.ts';
import { idOfTab } from '../id-of-tab.ts';
import { counted, inPanel, PANEL, readPanel } from '../panel.ts';
import { kept } from '../private/kept.ts';
import type { Scenario } from '../world.ts';

const home = (name: ForgeName) =>
	FORGES[name].kind === 'gitlab' ? '/lumen-labs/research/kestrel-32b-instruct' : '/lumen-labs/kestrel-32b-instruct';
const notices = (tab: Tab) => tab.texts(inPanel('.notice'));
/** What each kind calls a file and a pull request. */
const BELOW = {
	github: { file: '/blob/main/.eval_results/gpqa.yaml', pull: '/pull/3', closed: '/pull/1', spot: '#repository-container-header' },
	gitlab: {
		file: '/-/blob/main/.eval_results/gpqa.yaml',
		pull: '/-/merge_requests/3',
		closed: '/-/merge_requests/1',
		spot: '.project-home-panel',
	},
	gitea: { file: '/src/branch/main/.eval_results/gpqa.yaml', pull: '/pulls/3', closed: '/pulls/1', spot: '.repo-header' },
} as const;

/** The forges of which every page is tried; those of `every-host.ts` differ more. */
type Elder = { [Name in ForgeName]: (typeof FORGES)[Name]['kind'] extends keyof typeof BELOW ? Name : never }[ForgeName];

const counts = async (tab: Tab) => {
	const facts = await (await readPanel(tab)).facts();
	return (['results', 'badge_on_main_count', 'badge_community_count', 'badge_withdrawn_count'] as const).map((key) => counted(facts, key));
};

const whole = (name: Elder): Scenario => ({
	name: `${FORGES[name].origin}: home, file and pull request tell what stands on main and the state of each pull request`,
	async run({ driver, forge: start }) {
		const forge = await start(name);
		const { file, pull, closed, spot } = BELOW[FORGES[name].kind];
		// A draft, a merged, a closed and an open one.
		const pulls = ['6', '2', '1', '3'].map((number) => pull.replace('3', number));
		for (const [n, rest] of ['', file, ...pulls].entries()) {
			const tab = await driver.open(forge.url(`${home(name)}${rest}`));
			assert.deepEqual(await counts(tab), [14, 8, 5, 1], rest);
			if (n > 0) continue;
			assert.equal(await tab.evaluate((selector) => document.querySelector(selector)?.nextElementSibling?.localName, spot), PANEL);
			assert.equal(await tab.count(inPanel('.panel--floating')), 0);
			// These pages leave light and dark to the system, and so does the panel.
			assert.equal(await tab.count(inPanel('[data-theme]')), 0);
			const panel = await readPanel(tab);
			await panel.open();
			assert.deepEqual(await notices(tab), []);
			const rows = await panel.results();
			const withdrawn = rows.find((row) => row.includes(say('badge_withdrawn'))) ?? '';
			assert.ok(withdrawn.includes('scorekeeper'), withdrawn);
			assert.ok(withdrawn.includes('closed by lumen-labs') && withdrawn.includes('2026'), withdrawn);
			const merged = rows.find((row) => row.includes(say('panel_came_by'))) ?? '';
			assert.ok(merged.includes('95.1') && merged.includes(say('panel_pull_request', { number: '2' })), merged);
			const links = await tab.evaluate(
				(host) =>
					[...(document.querySelector(host)?.shadowRoot?.querySelectorAll<HTMLAnchorElement>('.result a') ?? [])].map(({ href }) => href),
				PANEL,
			);
			for (const page of [closed, pull.replace('3', '2')]) assert.ok(links.includes(forge.url(`${home(name)}${page}`)), links.join());
		}
	},
});

const trouble = (what: string, name: ForgeName, fault: Fault, sentence: string): Scenario => ({
	name: `${FORGES[name].origin} with an API that gives ${what}: the rest is told, pull requests as proposed`,
	async run({ driver, forge: start }) {
		const forge = await start(name);
		forge.fault(/\/api\/|\/repos\//, fault);
		const tab = await driver.open(forge.url(home(name)));
		const panel = await readPanel(tab);
		const facts = await panel.facts();
		assert.equal(counted(facts, 'badge_on_main_count'), 8);
		assert.equal(counted(facts, 'badge_proposed_count'), 6);
		await panel.open();
		const said = (await notices(tab)).join('\n');
		assert.ok(said.includes(sentence), `${sentence} in ${said}`);
		assert.ok(said.includes(say('state_subject_submission_states')), said);
	},
});

export const forges: readonly Scenario[] = [
	...(['github', 'enterprise', 'gitlab', 'subPath', 'codeberg', 'gitea'] as const).map(whole),
	{
		name: 'https://gogs.nautilus.example: results on main and in pull requests, whose states nobody tells',
		async run({ driver, forge: start }) {
			const forge = await start('gogs');
			const tab = await driver.open(forge.url(home('gogs')));
			const panel = await readPanel(tab);
			const facts = await panel.facts();
			assert.equal(counted(facts, 'badge_on_main_count'), 8);
			assert.ok(counted(facts, 'badge_proposed_count') >= 6, facts.join());
			assert.equal(await tab.evaluate(() => document.querySelector('.header-wrapper')?.nextElementSibling?.localName), PANEL);
			await panel.open();
			const said = (await notices(tab)).join('\n');
			assert.ok(said.includes(say('state_subject_inheritance')), said);
		},
	},
	...(['github', 'enterprise', 'gitlab', 'subPath', 'codeberg', 'gitea'] as const).flatMap((name) => {
		const { host } = new URL(name === 'github' ? FORGES.github.api : FORGES[name].origin);
		return [
			trouble('429', name, { kind: 'rate-limited', retryAfter: 600 }, say('state_rate_limited', { origin: host })),
			trouble('500', name, { kind: 'status', status: 500 }, say('state_server_error_status', { origin: host, status: '500' })),
		];
	}),
	trouble(
		'403 with nothing left',
		'github',
		{ kind: 'status', status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4102444800' } },
		say('state_rate_limited', { origin: 'api.github.com' }),
	),
	trouble('401', 'enterprise', { kind: 'status', status: 401 }, say('state_sign_in_needed', { origin: 'github.nautilus.example' })),
	trouble('a web page', 'codeberg', { kind: 'html' }, say('state_unexpected_answer_status', { origin: 'codeberg.org', status: '200' })),
	trouble('no answer', 'gitea', { kind: 'hang' }, say('state_timeout', { origin: 'forge.nautilus.example' })),
	{
		name: 'a forge whose git asks for a password is said to be locked, and nothing else happens to its page',
		async run({ driver, forge: start }) {
			const forge = await start('codeberg');
			forge.fault('.git/', { kind: 'status', status: 401 });
			const tab = await driver.open(forge.url(home('codeberg')));
			const panel = await readPanel(tab);
			await panel.open();
			const said = (await notices(tab)).join('\n');
			assert.ok(said.includes(say('state_sign_in_needed', { origin: 'codeberg.org' })), said);
			assert.equal(await tab.text('.flex-item-title'), home('codeberg').slice(1));
		},
	},
	{
		name: 'a score that left main, and one whose pull request’s ref was deleted, are gone since the last visit, not vanished',
		async run({ driver, forge: start, folder }) {
			const forge = await start('codeberg');
			const url = forge.url(home('codeberg'));
			const tab = await driver.open(url);
			assert.deepEqual(await counts(tab), [14, 8, 5, 1]);
			const { directory } = forge.repository(home('codeberg').slice(1));
			const work = `${folder()}/work`;
			const git = (...args: readonly string[]) => execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args]);
			git('clone', '--quiet', directory, work);
			git('-C', work, 'rm', '--quiet', '.eval_results/gpqa.yaml');
			git('-C', work, 'commit', '--quiet', '--message=Take a score back');
			git('-C', work, 'push', '--quiet', 'origin', 'HEAD:main');
			git('-C', directory, 'update-ref', '-d', 'refs/pull/3/head');
			await driver.killBackground();
			await driver.inExtension(ageStore, 3 * 3_600_000);
			await tab.reload();
			const panel = await readPanel(tab);
			await until('it is gone', async () => counted(await panel.facts(), 'panel_gone_count') === 2);
			await panel.open();
			const said = (await notices(tab)).join('\n');
			for (const part of [say.plural('panel_gone', 2), '71.40', '69.2', say('panel_pull_request', { number: '3' })])
				assert.ok(said.includes(part), `${part} in ${said}`);
			const links = await tab.evaluate(
				(host) =>
					[...(document.querySelector(host)?.shadowRoot?.querySelectorAll<HTMLAnchorElement>('.notice a') ?? [])].map(({ href }) => href),
				PANEL,
			);
			// Where it stood then.
			assert.ok(
				links.some((link) => /\/src\/commit\/[0-9a-f]{40}\/\.eval_results\/gpqa\.yaml$/.test(link)),
				links.join(),
			);
			// Who wants nothing remembered is told nothing of it.
			const options = await driver.open(driver.extensionUrl('extension/options/index.html'));
			await options.click('#memory button', say('options_forget'));
			await until('it is forgotten', async () => (await options.text('#memory [role=status]')).includes(say('options_forgotten')));
			await driver.killBackground();
			await driver.inExtension(ageStore, 3 * 3_600_000);
			await tab.reload();
			await until('nothing is gone', async () => counted(await (await readPanel(tab)).facts(), 'panel_gone_count') === 0);
		},
	},
	{
		name: 'how a score changed is told on request: old and new value, who, when, and the file as it stood',
		async run({ driver, forge: start, folder }) {
			const forge = await start('gitlab');
			const path = home('gitlab').slice(1);
			const work = `${folder()}/work`;
			const git = (...args: readonly string[]) =>
				execFileSync('git', ['-c', 'user.name=Noor van Dijk', '-c', 'user.email=n@example.org', ...args]);
			git('clone', '--quiet', forge.repository(path).directory, work);
			const file = `${work}/.eval_results/gpqa.yaml`;
			writeFileSync(file, readFileSync(file, 'utf8').replace('71.40', '70.9'));
			git('-C', work, 'commit', '--quiet', '--all', '--message=Correct the score');
			git('-C', work, 'push', '--quiet', 'origin', 'HEAD:main');
			const tab = await driver.open(forge.url(home('gitlab')));
			await (await readPanel(tab)).open();
			forge.forgetRequests();
			await tab.evaluate(
				(host, name) => {
					const rows = [...(document.querySelector(host)?.shadowRoot?.querySelectorAll('.result') ?? [])];
					const row = rows.find((one) => one.textContent?.startsWith('70.9'));
					[...(row?.querySelectorAll<HTMLElement>('button.more') ?? [])].find((one) => one.textContent === name)?.click();
				},
				PANEL,
				say('compose_history'),
			);
			const told = await until('the history', () => tab.text(inPanel('.history')));
			for (const part of ['71.40', '70.9', 'Noor van Dijk', 'Correct the score', say('history_first')])
				assert.ok(told.includes(part), `${part} in ${told}`);
			assert.ok((await tab.text(inPanel('.compose'))).includes(say.plural('history_changed', 1)));
			assert.ok(forge.requests.length <= 3, forge.requests.map(({ url }) => url).join());
			const links = await tab.evaluate(
				(host) =>
					[...(document.querySelector(host)?.shadowRoot?.querySelectorAll<HTMLAnchorElement>('.history a') ?? [])].map(({ href }) => href),
				PANEL,
			);
			assert.equal(links.length, 2);
			for (const link of links) assert.match(link, /\/-\/blob\/[0-9a-f]{40}\/\.eval_results\/gpqa\.yaml$/);
		},
	},
	...(
		[
			['github', 'token'],
			['enterprise', 'token'],
			['gitlab', 'token'],
			['subPath', 'token'],
			['codeberg', 'token'],
			['codeberg', 'cookies'],
			['gitea', 'token'],
		] as const
	).map(
		([name, way]): Scenario => ({
			name: `${FORGES[name].origin}: a private repository is read with ${way} where the user says so, by nobody else's means, and nothing of it is remembered`,
			async run({ driver, forge: start }) {
				const path = home(name);
				const forge = await start(name, 'granted', [{ ...kestrel(), path: path.slice(1), locked: true }]);
				const { host } = new URL(FORGES[name].origin);
				const url = forge.url(path);
				const tab = await driver.open(url);
				const said = async () => {
					const panel = await readPanel(tab);
					if ((await tab.count(inPanel('.panel__body'))) === 0) await panel.open();
					return (await notices(tab)).join('\n');
				};
				// The browser is signed in, and Evalmark sends nothing of it unless it is told to.
				assert.ok((await said()).includes(say('state_sign_in_needed', { origin: host })));
				const options = await driver.open(driver.extensionUrl('extension/options/index.html'));
				const radio = (value: string) => `#private input[name="access https://${host}/*"][value=${value}]`;
				await options.click(radio(way));
				if (way === 'token') {
					await options.focus('#private input[type=password]');
					await options.type('a-wrong-one');
					await options.press('Enter');
					await until('it holds', async () =>
						(await options.texts('#private [role=status]')).join().includes(say('options_private_holds')),
					);
					await tab.reload();
					assert.ok((await said()).includes(say('state_sign_in_needed_refused', { origin: host })));
					await options.focus('#private input[type=password]');
					await options.type(MEMBER);
					await options.press('Enter');
				}
				await until('it holds', async () => (await options.texts('#private [role=status]')).join().includes(say('options_private_holds')));
				await tab.reload();
				await until('it is read', async () => (await counts(tab))[0] === 14);
				assert.deepEqual(await counts(tab), [14, 8, 5, 1]);
				const stored = async (start: string) => (await driver.inExtension(kept)).filter((entry) => entry.startsWith(start)).length;
				assert.equal(await stored('sighting'), 0);
				assert.equal(await stored('setting access'), 1);
				// What content scripts could read the extension does not even have.
				assert.equal(await driver.inExtension(() => (chrome.storage as unknown) === undefined), true);
				await options.click(radio('off'));
				await until('it is off', async () =>
					(await options.texts('#private [role=status]')).join().includes(say('options_private_off_done', { site: host })),
				);
				await tab.reload();
				assert.ok((await said()).includes(say('state_sign_in_needed', { origin: host })));
				// Whoever takes the site away takes this with it.
				await options.click(radio('cookies'));
				await until('it is kept again', async () => (await stored('setting access')) === 1);
				await driver.revoke(`https://${host}/*`);
				await until('it is forgotten', async () => (await stored('setting access')) === 0);
			},
		}),
	),
	{
		name: 'github.com is granted with its API by one press, and the page is read without a reload',
		async run({ driver, forge: start }) {
			const forge = await start('github', 'foreign');
			const url = forge.url(home('github'));
			const tab = await driver.open(url);
			assert.equal(await tab.count(PANEL), 0);
			for (const site of ['https://github.com/*', 'https://api.github.com/*']) await driver.allow(site);
			const id = await driver.pressToolbarButton(url);
			const popup = await driver.open(`${driver.extensionUrl('extension/popup/index.html')}?tab=${id}`);
			await popup.click('button', say('popup_grant'));
			const origins = await until('both sites', () =>
				driver.inExtension(async () => {
					const { origins = [] } = await chrome.permissions.getAll();
					return origins.some((one) => one.includes('api.github.com')) && origins;
				}),
			);
			assert.ok(origins.includes('https://github.com/*'));
			assert.deepEqual(await counts(tab), [14, 8, 5, 1]);
		},
	},
	{
		name: 'github.com without its API says which site is missing, and is read again when that is granted',
		async run({ driver, forge: start }) {
			const forge = await start('github', 'without-api');
			const url = forge.url(home('github'));
			const tab = await driver.open(url);
			assert.deepEqual(await counts(tab), [14, 8, 0, 0]);
			const id = await driver.inExtension(idOfTab, url);
			const popup = await driver.open(`${driver.extensionUrl('extension/popup/index.html')}?tab=${id}`);
			await driver.allow('https://api.github.com/*');
			await popup.click('button', say('options_allow_site', { site: 'api.github.com' }));
			await until('the states', async () => (await counts(tab))[2] === 5);
			await driver.revoke('https://api.github.com/*');
		},
	},
];
