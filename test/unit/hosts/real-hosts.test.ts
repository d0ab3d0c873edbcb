import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { about } from '../../../scripts/hosts/about.ts';
import type { Evidence } from '../../../shared/hosts/evidence.ts';
import { atLine } from '../../../shared/hosts/file-url.ts';
import { probe } from '../../../shared/hosts/probe.ts';
import type { HostId } from '../../../shared/hosts/repo-page.ts';
import { buildReport } from '../../../shared/report/build-report.ts';
import { missingServers, type RealKind } from '../../hosts/real/programs.ts';
import { type RealServer, startReal } from '../../hosts/real/servers.ts';
import { collected, places } from './collecting.ts';
import { forgePageOf, forgePorts } from './forges/reading.ts';

const PATH = 'lumen-labs/kestrel-32b-instruct';

interface Case {
	readonly host: HostId;
	/** Pages that list `.eval_results`, or a file in it. */
	readonly listing: readonly string[];
	/** One that lists nothing, but is the same repository's. */
	readonly plain?: string;
	readonly path: string;
	readonly clone: string;
	/** How a file's page says line 4, and by what that page has it. */
	readonly line?: readonly [fragment: string, selector: string];
	/** Pull requests that are read. */
	readonly pulls: readonly number[];
}

const OPEN = [1, 3, 4, 5, 6];
const cases: Readonly<Record<RealKind, Case>> = {
	cgit: {
		host: 'cgit',
		listing: [`/${PATH}.git/tree/`, `/${PATH}.git/tree/.eval_results/gpqa.yaml?h=main`],
		plain: `/${PATH}.git/`,
		path: PATH,
		clone: `/${PATH}.git`,
		line: ['#n4', "id='n4'"],
		pulls: OPEN,
	},
	gitweb: {
		host: 'gitweb',
		listing: [`/${PATH}.git/tree`, `/${PATH}.git/blob/HEAD:/.eval_results/gpqa.yaml`, `/?p=${PATH}.git;a=tree`],
		plain: `/${PATH}.git`,
		path: PATH,
		clone: `/${PATH}.git`,
		line: ['#l4', 'id="l4"'],
		pulls: OPEN,
	},
	klaus: {
		host: 'klaus',
		listing: ['/kestrel-32b-instruct/', '/kestrel-32b-instruct/tree/main/'],
		path: 'kestrel-32b-instruct',
		clone: '/kestrel-32b-instruct',
		line: ['#L-4', 'id="L-4"'],
		pulls: OPEN,
	},
	lighttpd: { host: 'git', listing: [`/${PATH}/`], path: PATH, clone: `/${PATH}.git`, pulls: OPEN },
};

for (const [kind, expected] of Object.entries(cases) as [RealKind, Case][]) {
	describe.skipIf(missingServers(kind).length > 0)(`${kind}, the program itself`, () => {
		let server: RealServer;
		const served = () => ({ ...server, site: { origin: server.origin } });
		beforeAll(async () => {
			server = await startReal(kind);
		}, 60_000);
		afterAll(() => server.close());
		beforeEach(() => server.forgetRequests());

		test.each(expected.listing)('%s is a page of the repository that costs a request', async (path) => {
			const page = await forgePageOf(served(), path);
			expect(page).toMatchObject({ host: expected.host, path: expected.path, kind: 'model' });
			expect(page.cloneUrl).toBe(`${server.origin}${expected.clone}`);
		});

		if (expected.plain)
			test('a page that lists no file costs none', async () => {
				expect(await forgePageOf(served(), expected.plain ?? '')).toMatchObject({
					host: expected.host,
					path: expected.path,
					kind: 'unknown',
				});
			});

		test('gives what stands on main and in pull requests, whose state it does not know, within its budget', async () => {
			const page = await forgePageOf(served(), expected.listing[0] ?? '');
			server.forgetRequests();
			const { evidence, problems, events } = await collected(page, forgePorts(served()));
			const codes = new Set(problems.map(({ code, subject }) => `${code} ${subject}`));
			// A server that leaves nothing out cannot be asked where a pull request started.
			const whole = kind === 'cgit' || kind === 'gitweb';
			expect(codes).toEqual(new Set(whole ? [] : ['not-supported inheritance']));
			const onMain = places(evidence).filter((place) => !place.startsWith('#'));
			expect(onMain).toHaveLength(7);
			expect(statesOf(evidence)).toEqual(new Map(expected.pulls.map((number) => [number, 'unknown'])));
			expect(buildReport(events)?.results.length).toBeGreaterThan(7);
			expect(server.requests.length).toBeLessThanOrEqual(about[expected.host].budget.git);
		});

		if (expected.line)
			test('leads to the line of the file at its commit', async () => {
				const page = await forgePageOf(served(), expected.listing[0] ?? '');
				const { events } = await collected(page, forgePorts(served()));
				const place = buildReport(events)?.evidence.find(({ path }) => path.endsWith('gpqa.yaml'));
				const address = atLine(place?.url ?? '', 4, place?.lines);
				const [fragment = '', mark = ''] = expected.line ?? [];
				expect(address.endsWith(fragment)).toBe(true);
				const answer = await fetch(address.replace(server.origin, server.loopback));
				expect(answer.status).toBe(200);
				const text = await answer.text();
				expect(text).toContain(mark);
				expect(text).toContain('Idavidrein/gpqa');
			});
	});
}

const statesOf = (evidence: readonly Evidence[]) =>
	new Map(evidence.flatMap(({ submission }) => (submission ? [[submission.number, submission.state] as const] : [])));

describe.skipIf(missingServers('lighttpd').length > 0)('a page that names no repository', () => {
	let server: RealServer;
	const served = () => ({ ...server, site: { origin: server.origin } });
	beforeAll(async () => {
		server = await startReal('lighttpd');
	}, 60_000);
	afterAll(() => server.close());
	beforeEach(() => server.forgetRequests());
	const look = (path: string) => probe(`${server.origin}${path}`, forgePorts(served()), new AbortController().signal);

	test('is none until somebody looks for one; then git answers at the beginning of its address', async () => {
		await expect(forgePageOf(served(), `/bare/${PATH}`)).rejects.toThrow('no repository page');
		server.forgetRequests();
		expect(await look(`/bare/${PATH}`)).toEqual({ clone: `${server.origin}/bare/${PATH}.git` });
		expect(server.requests.length).toBeLessThanOrEqual(6);
		for (const { method, url } of server.requests) expect(`${method} ${url}`).toMatch(/^GET .*\/info\/refs\?service=git-upload-pack$/);
	});

	test.each(['/', `/${PATH}/.eval_results/`, '/nowhere/at/all/that/is/deep'])('%s costs at most 6 requests', async (path) => {
		const found = await look(path);
		expect(found).toEqual(path.startsWith(`/${PATH}`) ? { clone: `${server.origin}/${PATH}.git` } : undefined);
		expect(server.requests.length).toBeLessThanOrEqual(6);
	});
});

describe.skipIf(missingServers('cgit').length > 0)('cgit that serves clones by itself', () => {
	test('is said to serve files alone', async () => {
		const server = await startReal('cgit', undefined, { dumb: true });
		const served = { ...server, site: { origin: server.origin } };
		try {
			const { problems, evidence } = await collected(await forgePageOf(served, `/${PATH}.git/tree/`), forgePorts(served));
			expect(evidence).toEqual([]);
			expect(problems.map(({ code, params }) => [code, params.reason])).toEqual([['not-supported', 'dumb']]);
		} finally {
			await server.close();
		}
	});
});
