import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Evidence } from '../../../../shared/hosts/evidence.ts';
import { buildReport } from '../../../../shared/report/build-report.ts';
import { Draft } from '../../../hosts/demo/draft.ts';
import { resultFile } from '../../../hosts/demo/result-file.ts';
import { FORGES, type Forge, startForge } from '../../../hosts/forges/server.ts';
import { collected, places } from '../collecting.ts';
import { apiFaults } from './api-faults.ts';
import { forgePageOf, forgePorts } from './reading.ts';

/** Gogs tells less: see `gogs.test.ts`. */
const NAMES = ['github', 'enterprise', 'gitlab', 'subPath', 'codeberg', 'gitea'] as const;
type ForgeName = (typeof NAMES)[number];
const forges = new Map<ForgeName, Forge>();
beforeAll(async () => {
	for (const name of NAMES) forges.set(name, await startForge(name));
}, 60_000);
afterAll(async () => {
	for (const forge of forges.values()) await forge.close();
});
beforeEach(() => {
	for (const forge of forges.values()) forge.forgetRequests();
});

const at = (name: ForgeName) => forges.get(name)!;
const nested = (name: ForgeName) => FORGES[name].kind === 'gitlab';
const home = (name: ForgeName) => (nested(name) ? '/lumen-labs/research/kestrel-32b-instruct' : '/lumen-labs/kestrel-32b-instruct');
const states = (evidence: readonly Evidence[]) =>
	new Map(evidence.flatMap(({ submission }) => (submission ? [[submission.number, submission.state] as const] : [])));
/** Below the forge's own folder, without what changes from run to run. */
const asked = (name: ForgeName) => at(name).requests.map(({ method, url }) => `${method} ${decodeURIComponent(url)}`);

describe.each(NAMES)('%s', (name) => {
	test.each([
		['home', ''],
		[
			'a folder at a branch with slashes',
			{
				github: '/tree/fix/the/scores/.eval_results',
				gitlab: '/-/tree/fix/the/scores/.eval_results',
				gitea: '/src/branch/fix/the/scores/.eval_results',
			},
		],
		[
			'a file',
			{
				github: '/blob/main/.eval_results/gpqa.yaml',
				gitlab: '/-/blob/main/.eval_results/gpqa.yaml',
				gitea: '/src/branch/main/.eval_results/gpqa.yaml',
			},
		],
		['a pull request', { github: '/pull/3', gitlab: '/-/merge_requests/3', gitea: '/pulls/3' }],
	] as const)('%s is about the same repository', async (_, rest) => {
		const below = typeof rest === 'string' ? rest : rest[FORGES[name].kind];
		const page = await forgePageOf(at(name), `${home(name)}${below}`);
		const { origin, folder = '' } = at(name).site;
		expect(page).toMatchObject({ host: FORGES[name].kind, origin, path: `${folder}${home(name)}`.slice(1), kind: 'model' });
		expect(page.cloneUrl).toBe(`${origin}${folder}${home(name)}.git`);
	});

	test('gives what stands on main, and what each pull request adds in its state', async () => {
		const { evidence, problems, events } = await collected(await forgePageOf(at(name), home(name)), forgePorts(at(name)));
		expect(problems).toEqual([]);
		expect(places(evidence).filter((place) => !place.startsWith('#')).length).toBeGreaterThan(3);
		expect(states(evidence)).toEqual(
			new Map([
				[1, 'closed'],
				[3, 'open'],
				[4, 'open'],
				[5, 'open'],
				[6, 'draft'],
				// Number 2 is merged, and 7 changes no result.
			]),
		);
		const report = buildReport(events);
		const badges = report?.assessments.flatMap((one) => one.badges.map(({ code }) => code)) ?? [];
		expect(badges.filter((code) => code === 'withdrawn')).toHaveLength(1);
		expect(badges.filter((code) => code === 'community')).toHaveLength(5);
	});

	test('says which file of main came by a pull request, with its page', async () => {
		const { events } = await collected(await forgePageOf(at(name), home(name)), forgePorts(at(name)));
		const { origin, folder = '' } = at(name).site;
		const pull = { github: '/pull/2', gitlab: '/-/merge_requests/2', gitea: '/pulls/2' }[FORGES[name].kind];
		const merged = buildReport(events)?.evidence.flatMap((place) =>
			place.merged ? [[place.path, place.merged.number, place.merged.url]] : [],
		);
		expect(merged).toEqual([['.eval_results/gsm8k.yaml', 2, `${origin}${folder}${home(name)}${pull}`]]);
	});

	test('names the pages of the host: of a file, of a pull request, for a new discussion', async () => {
		const { evidence, events } = await collected(await forgePageOf(at(name), home(name)), forgePorts(at(name)));
		const { origin, folder = '' } = at(name).site;
		const base = `${origin}${folder}${home(name)}`;
		const kind = FORGES[name].kind;
		const pull = { github: '/pull/3', gitlab: '/-/merge_requests/3', gitea: '/pulls/3' }[kind];
		expect(evidence.find(({ submission }) => submission?.number === 3)?.submission).toMatchObject({
			author: 'Noor van Dijk',
			comments: 0,
			url: `${base}${pull}`,
		});
		const report = buildReport(events);
		const [first] = report?.evidence ?? [];
		const between = { github: '/blob/', gitlab: '/-/blob/', gitea: '/src/commit/' }[kind];
		expect(first?.url).toBe(`${base}${between}${first?.commit}/${first?.path}`);
		expect(report?.repository.discussTemplate).toMatch(/^https:.*\/issues\/new\?.*%title%.*%body%/);
	});

	test('asks git first, and its API once or twice', async () => {
		await collected(await forgePageOf(at(name), home(name)), forgePorts(at(name)));
		const git = asked(name).filter((line) => line.includes('.git/'));
		const api = asked(name).filter((line) => line.includes('/issues') || line.includes('merge_requests?') || line.includes('/pulls?'));
		expect(git[0]).toContain('GET');
		// Capabilities, refs, commits, root trees, result trees, and two for what pull requests inherit.
		expect(git.length).toBeLessThanOrEqual(7);
		// The lists of GitHub and Gitea do not say who closed one.
		expect(api).toHaveLength(FORGES[name].kind === 'gitlab' ? 1 : 2);
		// Pages of the repository were not asked for.
		expect(asked(name).length - 1).toBe(git.length + api.length);
		const down = at(name).requests.reduce((sum, { down }) => sum + down, 0);
		expect(down).toBeLessThan(60_000);
	});

	test('asks nothing again within five minutes', async () => {
		const given = forgePorts(at(name));
		const page = await forgePageOf(at(name), home(name));
		const first = await collected(page, given);
		at(name).forgetRequests();
		const second = await collected(page, given);
		expect(asked(name)).toEqual([]);
		expect(places(second.evidence)).toEqual(places(first.evidence));
	});

	test.each(apiFaults('[{"id":"one"}]'))('an API that gives %s leaves what git says: proposed, and said', async (_, fault, code) => {
		const back = at(name).fault(/\/api\/|\/repos\//, fault);
		try {
			const { evidence, problems } = await collected(await forgePageOf(at(name), home(name)), forgePorts(at(name)));
			expect(problems.map((one) => [one.code, one.subject])).toEqual([[code, 'submission-states']]);
			expect(new Set(states(evidence).values())).toEqual(new Set(['unknown']));
			expect(places(evidence).filter((place) => !place.startsWith('#')).length).toBeGreaterThan(3);
		} finally {
			back();
		}
	});

	test('a repository that git asks a password for is said to be locked', async () => {
		const back = at(name).fault('.git/', { kind: 'status', status: 401 });
		try {
			const { evidence, problems } = await collected(await forgePageOf(at(name), home(name)), forgePorts(at(name)));
			expect(problems.map((one) => [one.code, one.subject])).toEqual([['sign-in-needed', 'repository']]);
			expect(evidence).toEqual([]);
		} finally {
			back();
		}
	});
});

test('an API that wants no more questions does not keep git from being asked', async () => {
	const forge = at('enterprise');
	const given = forgePorts(forge);
	const page = await forgePageOf(forge, home('enterprise'));
	const back = forge.fault('/api/v3/', { kind: 'status', status: 429, headers: { 'retry-after': '600' } });
	await collected(page, given);
	back();
	forge.forgetRequests();
	// The refs are forgotten after five minutes; the pause lasts ten.
	const later = { ...given, now: () => Date.now() + 6 * 60_000 };
	const { problems, evidence } = await collected(page, later);
	expect(problems.map(({ code, subject }) => [code, subject])).toEqual([['rate-limited', 'submission-states']]);
	expect(evidence.length).toBeGreaterThan(3);
	expect(asked('enterprise').some((line) => line.includes('.git/'))).toBe(true);
	expect(asked('enterprise').some((line) => line.includes('/api/v3/'))).toBe(false);
});

test('github.com without its API granted: what git says, and which site is missing', async () => {
	const forge = at('github');
	const { evidence, problems } = await collected(
		await forgePageOf(forge, home('github')),
		forgePorts(forge, {}, ['https://api.github.com']),
	);
	expect(problems.map(({ code, params }) => [code, params.origin])).toEqual([['permission-missing', 'https://api.github.com']]);
	expect(new Set(states(evidence).values())).toEqual(new Set(['unknown']));
});

test('a commit that names an issue in the form of a squash does not make it a pull request', async () => {
	const score = (value: string) => resultFile({ dataset: 'fieldnotes/tide-tables', task: 'high_water', value });
	const draft = new Draft({ path: 'tidepool/anchovy', description: '', expected: { main: 2 } });
	draft.main('First', { 'README.md': 'x' });
	draft.main('Round as asked (#12)', { '.eval_results/a.yaml': score('1') });
	draft.pull({ number: 7, title: 'Add b', author: 'Teo', state: 'merged', squash: true, files: { '.eval_results/b.yaml': score('2') } });
	const forge = await startForge('github', [draft.done()]);
	try {
		const { events } = await collected(await forgePageOf(forge, '/tidepool/anchovy'), forgePorts(forge));
		const merged = buildReport(events)?.evidence.map(({ path, merged: by }) => [path, by?.number]);
		expect(merged).toEqual([
			['.eval_results/a.yaml', undefined],
			['.eval_results/b.yaml', 7],
		]);
	} finally {
		await forge.close();
	}
});
