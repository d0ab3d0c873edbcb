import { hosts } from '../../shared/hosts/registry.ts';
import type { HostId, RepoPage } from '../../shared/hosts/repo-page.ts';
import type { Ports } from '../../shared/ports.ts';
import { buildReport } from '../../shared/report/build-report.ts';
import type { SeenRequest } from '../../test/hosts/faults.ts';
import { type ForgeName, startForge } from '../../test/hosts/forges/server.ts';
import { startHuggingFace } from '../../test/hosts/huggingface/server.ts';
import { missingServers, type RealKind } from '../../test/hosts/real/programs.ts';
import { startReal } from '../../test/hosts/real/servers.ts';
import { collected } from '../../test/unit/hosts/collecting.ts';
import { forgePageOf, forgePorts } from '../../test/unit/hosts/forges/reading.ts';
import { hubPageOf, hubPorts } from '../../test/unit/hosts/huggingface/reading.ts';
import { about } from './about.ts';

const KESTREL = 'lumen-labs/kestrel-32b-instruct';

/** What answers for each host, and a page there that lists its results. */
const served: Readonly<
	Record<HostId, { readonly forge: ForgeName; readonly page: string } | { readonly real: RealKind; readonly page: string } | 'hub'>
> = {
	huggingface: 'hub',
	github: { forge: 'github', page: `/${KESTREL}` },
	gitlab: { forge: 'gitlab', page: '/lumen-labs/research/kestrel-32b-instruct' },
	gitea: { forge: 'codeberg', page: `/${KESTREL}` },
	gogs: { forge: 'gogs', page: `/${KESTREL}` },
	'bitbucket-cloud': { forge: 'bitbucketCloud', page: `/${KESTREL}` },
	'bitbucket-data-center': { forge: 'bitbucketServer', page: '/projects/LUM/repos/kestrel-32b-instruct/browse' },
	'azure-devops': { forge: 'azure', page: '/lumen-labs/models/_git/kestrel-32b-instruct' },
	modelscope: { forge: 'modelscope', page: `/models/${KESTREL}/files` },
	gitee: { forge: 'gitee', page: `/${KESTREL}` },
	sourcehut: { forge: 'sourcehut', page: `/~${KESTREL}/tree/main` },
	pagure: { forge: 'pagure', page: `/${KESTREL}` },
	cgit: { real: 'cgit', page: `/${KESTREL}.git/tree/` },
	gitweb: { real: 'gitweb', page: `/${KESTREL}.git/tree` },
	klaus: { real: 'klaus', page: '/kestrel-32b-instruct/' },
	git: { real: 'lighttpd', page: `/${KESTREL}/` },
};

interface Standing {
	readonly page: RepoPage;
	readonly ports: Ports;
	readonly requests: readonly SeenRequest[];
	forgetRequests(): void;
	close(): Promise<void>;
}

async function standing(id: HostId): Promise<Standing | undefined> {
	const what = served[id];
	if (what === 'hub') {
		const hub = await startHuggingFace();
		return Object.assign(hub, { page: hubPageOf('lumen-labs/kestrel-32b'), ports: hubPorts(hub) });
	}
	if ('real' in what && missingServers(what.real).length > 0) return undefined;
	const server =
		'real' in what
			? await startReal(what.real).then((real) => Object.assign(real, { site: { origin: real.origin } }))
			: await startForge(what.forge);
	return Object.assign(server, { page: await forgePageOf(server, what.page), ports: forgePorts(server) });
}

/** One line for each host: what its pages tell of the demo's model, and what reading it took; then the same again, from what was kept. */
export async function* measuredTable(): AsyncGenerator<string, void> {
	const head = ['host', 'pages', 'pull requests', 'history', 'private', 'results', 'requests', 'kB', 'again', 'at most', 'tried against'];
	const widths = [22, 25, 60, 9, 15, 19, 10, 7, 7, 9, 15];
	const row = (cells: readonly (string | number)[]) =>
		cells.map((cell, n) => `${cell}`.slice(0, (widths[n] ?? 10) - 1).padEnd(widths[n] ?? 10)).join('');
	yield row(head);
	for (const { id } of hosts) {
		const { pages, pulls, history, private: locked, budget, tried } = about[id];
		const facts = [id, pages, pulls.replaceAll('`', ''), history ? 'yes' : 'no', locked] as const;
		const most = `${budget.git}+${budget.api}`;
		const server = await standing(id);
		if (!server) {
			yield row([...facts, 'not read: the program is missing', '', '', '', most, tried]);
			continue;
		}
		try {
			server.forgetRequests();
			const first = await collected(server.page, server.ports);
			const requests = server.requests.length;
			const bytes = server.requests.reduce((sum, { down }) => sum + down, 0);
			server.forgetRequests();
			await collected(server.page, server.ports);
			const found = buildReport(first.events)?.results.length ?? 0;
			const problems = first.problems.length > 0 ? `, ${first.problems.map(({ code }) => code).join()}` : '';
			yield row([...facts, `${found}${problems}`, requests, (bytes / 1000).toFixed(1), server.requests.length, most, tried]);
		} finally {
			await server.close();
		}
	}
}
