import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { about } from '../../../../scripts/hosts/about.ts';
import type { Evidence } from '../../../../shared/hosts/evidence.ts';
import { mayCarryResults } from '../../../../shared/hosts/may-carry-results.ts';
import { buildReport } from '../../../../shared/report/build-report.ts';
import { FORGES, type Forge, startForge } from '../../../hosts/forges/server.ts';
import { collected, places } from '../collecting.ts';
import { apiFaults } from './api-faults.ts';
import { forgePageOf, forgePorts } from './reading.ts';

type Name = 'bitbucketCloud' | 'bitbucketServer' | 'azure' | 'modelscope' | 'gitee' | 'sourcehut' | 'pagure';

interface Case {
	readonly home: string;
	/** Of the repository, below the forge's folder. */
	readonly path: string;
	readonly clone: string;
	readonly file: string;
	readonly pull?: string;
	/** Below the forge's folder, of a file at a commit. */
	readonly fileAt: (commit: string, path: string) => string;
	/** What the API has to be asked. */
	readonly api?: RegExp;
	readonly closedBy?: string;
	readonly author?: string;
	readonly comments?: number;
}

const KESTREL = 'lumen-labs/kestrel-32b-instruct';
const cases: Readonly<Record<Name, Case>> = {
	bitbucketCloud: {
		home: `/${KESTREL}`,
		path: KESTREL,
		clone: `/${KESTREL}.git`,
		file: `/${KESTREL}/src/main/.eval_results/gpqa.yaml`,
		pull: `/${KESTREL}/pull-requests/3`,
		fileAt: (commit, path) => `/${KESTREL}/src/${commit}/${path}`,
		api: /\/2\.0\/repositories\//,
		closedBy: 'lumen-labs',
		comments: 0,
	},
	bitbucketServer: {
		home: '/projects/LUM/repos/kestrel-32b-instruct/browse',
		path: 'projects/LUM/repos/kestrel-32b-instruct',
		clone: '/scm/lum/kestrel-32b-instruct.git',
		file: '/projects/LUM/repos/kestrel-32b-instruct/browse/.eval_results/gpqa.yaml',
		pull: '/projects/LUM/repos/kestrel-32b-instruct/pull-requests/3/overview',
		fileAt: (commit, path) => `/projects/LUM/repos/kestrel-32b-instruct/browse/${path}?at=${commit}`,
		api: /\/rest\/api\/1\.0\//,
		comments: 0,
	},
	azure: {
		home: '/lumen-labs/models/_git/kestrel-32b-instruct',
		path: 'lumen-labs/models/_git/kestrel-32b-instruct',
		clone: '/lumen-labs/models/_git/kestrel-32b-instruct',
		file: '/lumen-labs/models/_git/kestrel-32b-instruct?path=/.eval_results/gpqa.yaml&version=GBmain',
		pull: '/lumen-labs/models/_git/kestrel-32b-instruct/pullrequest/3',
		fileAt: (commit, path) => `/lumen-labs/models/_git/kestrel-32b-instruct?path=/${path}&version=GC${commit}`,
		api: /\/_apis\/git\//,
		closedBy: 'lumen-labs',
	},
	modelscope: {
		home: `/models/${KESTREL}/files`,
		path: `models/${KESTREL}`,
		clone: `/models/${KESTREL}.git`,
		file: `/models/${KESTREL}`,
		fileAt: (commit, path) => `/models/${KESTREL}/resolve/${commit}/${path}`,
	},
	gitee: {
		home: `/${KESTREL}`,
		path: KESTREL,
		clone: `/${KESTREL}.git`,
		file: `/${KESTREL}/blob/main/.eval_results/gpqa.yaml`,
		pull: `/${KESTREL}/pulls/3`,
		fileAt: (commit, path) => `/${KESTREL}/blob/${commit}/${path}`,
		api: /\/api\/v5\//,
		comments: 0,
	},
	sourcehut: {
		home: `/~${KESTREL}/tree/main`,
		path: `~${KESTREL}`,
		clone: `/~${KESTREL}`,
		file: `/~${KESTREL}/tree/main/item/.eval_results/gpqa.yaml`,
		fileAt: (commit, path) => `/~${KESTREL}/tree/${commit}/item/${path}`,
	},
	pagure: {
		home: `/${KESTREL}`,
		path: KESTREL,
		clone: `/${KESTREL}.git`,
		file: `/${KESTREL}/blob/main/f/.eval_results/gpqa.yaml`,
		pull: `/${KESTREL}/pull-request/3`,
		fileAt: (commit, path) => `/${KESTREL}/blob/${commit}/f/${path}`,
		api: /\/api\/0\//,
		closedBy: 'lumen-labs',
		comments: 0,
	},
};

const statesOf = (evidence: readonly Evidence[]) =>
	new Map(evidence.flatMap(({ submission }) => (submission ? [[submission.number, submission.state] as const] : [])));

for (const [name, expected] of Object.entries(cases) as [Name, Case][]) {
	const { kind, origin, ...site } = FORGES[name];
	const folder = 'folder' in site ? site.folder : '';
	describe(kind, () => {
		let forge: Forge;
		beforeAll(async () => {
			forge = await startForge(name);
		}, 60_000);
		afterAll(() => forge.close());
		beforeEach(() => forge.forgetRequests());
		const isGit = (url: string) => /\/(?:info\/refs|git-upload-pack)/.test(url);

		test.each([expected.home, expected.file, ...(expected.pull ? [expected.pull] : [])])('%s is about the repository', async (path) => {
			const page = await forgePageOf(forge, path);
			expect(page).toMatchObject({ host: kind, origin, path: `${folder}/${expected.path}`.slice(1), kind: 'model' });
			expect(page.cloneUrl).toBe(`${origin}${folder}${expected.clone}`);
			expect(mayCarryResults(page)).toBe(true);
		});

		test('gives what stands on main, and what each pull request adds in its state', async () => {
			const { evidence, problems, events } = await collected(await forgePageOf(forge, expected.home), forgePorts(forge));
			// Where nothing can be left out it cannot be asked where a pull request started.
			expect(problems.map(({ code, subject }) => [code, subject])).toEqual(kind === 'pagure' ? [['not-supported', 'inheritance']] : []);
			expect(places(evidence).filter((place) => !place.startsWith('#'))).toHaveLength(7);
			const draft = kind === 'pagure' ? 'open' : 'draft';
			const states = [
				[1, 'closed'],
				[3, 'open'],
				[4, 'open'],
				[5, 'open'],
				[6, draft],
			] as const;
			expect(statesOf(evidence)).toEqual(new Map(expected.pull ? states : []));
			const report = buildReport(events);
			const { submissions } = report ?? {};
			if (!expected.pull) expect(submissions).toEqual({ total: 0, read: 0 });
			const withdrawn = evidence.find(({ submission }) => submission?.number === 1)?.submission;
			expect(withdrawn?.closedBy).toBe(expected.closedBy);
			const third = evidence.find(({ submission }) => submission?.number === 3)?.submission;
			if (expected.pull) expect(third).toMatchObject({ author: 'Noor van Dijk', url: `${origin}${folder}${expected.pull}` });
			expect(third?.comments).toBe(expected.comments);
			const [first] = report?.evidence ?? [];
			expect(first?.url).toBe(`${origin}${folder}${expected.fileAt(first?.commit ?? '', first?.path ?? '')}`);
		});

		test('asks no more than its row says, and nothing again within five minutes', async () => {
			const page = await forgePageOf(forge, expected.home);
			const given = forgePorts(forge);
			forge.forgetRequests();
			const first = await collected(page, given);
			const git = forge.requests.filter(({ url }) => isGit(url));
			const { budget } = about[kind];
			expect(git.length).toBeLessThanOrEqual(budget.git);
			expect(forge.requests.length - git.length).toBeLessThanOrEqual(budget.api);
			for (const { url } of forge.requests) if (!isGit(url)) expect(url).toMatch(expected.api ?? /^nothing$/);
			expect(forge.requests.reduce((sum, { down }) => sum + down, 0)).toBeLessThan(100_000);
			forge.forgetRequests();
			const again = await collected(page, given);
			expect(forge.requests).toEqual([]);
			expect(places(again.evidence)).toEqual(places(first.evidence));
		});

		const { api } = expected;
		if (api)
			test.each(apiFaults('{"value":[{"id":"one"}]}'))('an API that gives %s is told, and what git says stands', async (_, fault, code) => {
				const back = forge.fault(api, fault);
				try {
					const { evidence, problems } = await collected(await forgePageOf(forge, expected.home), forgePorts(forge));
					expect(problems.map((one) => [one.code, one.subject]).filter(([, subject]) => subject !== 'inheritance')).toEqual([
						[code, 'submission-states'],
					]);
					expect(places(evidence).filter((place) => !place.startsWith('#'))).toHaveLength(7);
					for (const state of statesOf(evidence).values()) expect(state).toBe('unknown');
				} finally {
					back();
				}
			});

		test('a repository that git asks a password for is said to be locked', async () => {
			const back = forge.fault(/info\/refs/, { kind: 'status', status: 401 });
			try {
				const { evidence, problems } = await collected(await forgePageOf(forge, expected.home), forgePorts(forge));
				expect(problems.map((one) => [one.code, one.subject])).toEqual([['sign-in-needed', 'repository']]);
				expect(evidence).toEqual([]);
			} finally {
				back();
			}
		});
	});
}

test('a pull request from a fork of Bitbucket Cloud is read there; where that fails the others stand', async () => {
	const forge = await startForge('bitbucketCloud');
	try {
		const page = await forgePageOf(forge, `/${KESTREL}`);
		const back = forge.fault(/-fork\//, { kind: 'status', status: 500 });
		const without = await collected(page, forgePorts(forge));
		back();
		expect(without.problems.map(({ code, subject }) => [code, subject])).toEqual([['server-error', 'submissions']]);
		expect([...statesOf(without.evidence).keys()]).toEqual([1, 3, 5, 6]);
		const whole = await collected(page, forgePorts(forge));
		expect(whole.problems).toEqual([]);
		expect([...statesOf(whole.evidence).keys()]).toEqual([1, 3, 4, 5, 6]);
	} finally {
		await forge.close();
	}
});

test('what stands on main of Bitbucket Cloud is shown before any fork is asked', async () => {
	const forge = await startForge('bitbucketCloud');
	try {
		const page = await forgePageOf(forge, `/${KESTREL}`);
		forge.forgetRequests();
		await collected(page, forgePorts(forge), ({ type }) => type === 'evidence');
		expect(forge.requests.length).toBeGreaterThan(3);
		expect(forge.requests.filter(({ url }) => url.includes('-fork/'))).toEqual([]);
	} finally {
		await forge.close();
	}
});
