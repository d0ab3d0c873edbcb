import { partsOf, writeExport } from '../../shared/exports/write-export.ts';
import { withoutSlashes } from '../../shared/git/slashes.ts';
import type { CollectEvent, CollectStep, Problem } from '../../shared/hosts/evidence.ts';
import { collect, recognise } from '../../shared/hosts/index.ts';
import { hosts } from '../../shared/hosts/registry.ts';
import { type RepoPage, repositoryId } from '../../shared/hosts/repo-page.ts';
import { request } from '../../shared/http/request.ts';
import type { Ports } from '../../shared/ports.ts';
import { buildReport } from '../../shared/report/build-report.ts';
import { datasetsOf } from '../../shared/results/datasets-of.ts';
import type { Face } from '../face.ts';
import { generator } from '../generator.ts';
import { pageFacts } from '../page-facts.ts';
import type { Target } from './target.ts';

/** Pages are read up to that many bytes: what names the repository stands in the head. */
const LARGEST_PAGE = 4 * 1024 * 1024;

/** Reads the repository that a page names, or that the address itself clones. */
export async function readPage(address: string, face: Face, ports: Ports): Promise<Target> {
	const { page, problem } = await repositoryOf(address, ports, face.signal);
	const events: CollectEvent[] = [];
	if (problem) events.push(...numbered(notRead(page, problem, ports.now())));
	else for await (const event of collect(page, ports, face.signal, datasetsOf)) events.push(event);
	const report = buildReport(events);
	// A host names the repository before all else, so this is a host that said nothing.
	if (!report) return { kind: 'unreadable', name: address, detail: '' };
	const bundle = writeExport({ report, ...partsOf(events), exportedAt: ports.now(), generator: generator(face.version) });
	return { kind: 'read', name: address, reports: [report], bundle };
}

const numbered = (steps: readonly CollectStep[]): CollectEvent[] => steps.map((step, index) => ({ ...step, seq: index + 1 }));

/** The repository that the address itself names on a host that is known by its addresses, else the page's; a page that names none is taken for a clone address. */
async function repositoryOf(address: string, ports: Ports, signal: AbortSignal): Promise<{ page: RepoPage; problem?: Problem }> {
	for (const { fromAddress } of hosts) {
		const page = fromAddress?.(address);
		if (page) return { page };
	}
	const ask = { url: address, method: 'GET', headers: { accept: 'text/html' }, subject: 'repository', accepts: ['text/html'] } as const;
	const answer = await request(ports, ask, { maxBytes: LARGEST_PAGE }, signal);
	if (answer.ok) {
		const facts = pageFacts(answer.value.url, new TextDecoder().decode(answer.value.bytes));
		const page = recognise(facts);
		if (page) return { page };
	}
	const page = cloneAddress(address);
	// Many servers have no page at a clone address; only what the git request would meet as well ends it here.
	if (!answer.ok && NETWORK.has(answer.problem.code)) return { page, problem: answer.problem };
	return { page };
}

const NETWORK = new Set<Problem['code']>(['offline', 'timeout', 'rate-limited', 'permission-missing']);

function cloneAddress(address: string): RepoPage {
	const url = new URL(address);
	url.hash = '';
	url.search = '';
	const path = withoutSlashes(decoded(url.pathname).replace(/^\/+/, '')).replace(/\.git$/, '');
	return {
		host: 'git',
		origin: url.origin,
		path,
		kind: 'unknown',
		url: url.href,
		cloneUrl: url.href.replace(/\/$/, ''),
		shows: [],
		offers: {},
	};
}

function decoded(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

const notRead = (page: RepoPage, problem: Problem, at: number): CollectStep[] => [
	{
		type: 'repository',
		repository: { id: repositoryId(page), host: page.host, origin: page.origin, path: page.path, kind: page.kind, url: page.url },
	},
	{ type: 'problem', problem },
	{ type: 'done', at },
];
