import { webcrypto } from 'node:crypto';
import type { CollectEvent, Evidence, Problem } from '../../../shared/hosts/evidence.ts';
import { collect } from '../../../shared/hosts/index.ts';
import type { PageFacts } from '../../../shared/hosts/page-facts.ts';
import { recognise } from '../../../shared/hosts/pages.ts';
import type { RepoPage } from '../../../shared/hosts/repo-page.ts';
import { fetchPort } from '../../../shared/http/fetch-port.ts';
import type { Ports } from '../../../shared/ports.ts';
import { datasetsOf } from '../../../shared/results/datasets-of.ts';
import { memoryStore } from '../../../shared/store/memory-store.ts';
import type { Hub } from '../../hosts/hub.ts';

/** Ports as a face has them, with a memory of their own. */
export const ports = (changes: Partial<Ports> = {}): Ports => ({
	fetch: fetchPort(fetch, { credentials: 'omit' }),
	now: Date.now,
	sleep: (milliseconds, signal) =>
		new Promise((resolve, reject) => {
			const timer = setTimeout(resolve, milliseconds);
			signal.addEventListener('abort', () => {
				clearTimeout(timer);
				reject(signal.reason);
			});
		}),
	// Bytes of ours are never in shared memory, which is all that the wider type would also allow.
	digest: async (algorithm, bytes) => new Uint8Array(await webcrypto.subtle.digest(algorithm, bytes as Uint8Array<ArrayBuffer>)),
	store: memoryStore(),
	...changes,
});

/** The facts that the content script gathers from a page of the hub: only the head, and the names in the file list. */
async function factsOf(hub: Hub, path: string): Promise<PageFacts> {
	const url = hub.url(path);
	const text = await (await fetch(url)).text();
	const attribute = (tag: string, name: string) =>
		(new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
			.replace(/&#39;/g, "'")
			.replace(/&quot;/g, '"')
			.replace(/&lt;/g, '<')
			.replace(/&amp;/g, '&');
	const metas = [...text.matchAll(/<meta [^>]*>/g)].map(([tag]) => ({ name: attribute(tag, 'name'), content: attribute(tag, 'content') }));
	const links = [...text.matchAll(/<link [^>]*>/g)].map(([tag]) => ({
		rel: attribute(tag, 'rel'),
		href: new URL(attribute(tag, 'href'), url).href,
	}));
	const shows = (['.eval_results', 'eval.yaml'] as const).filter((name) => text.includes(`>${name}</a>`));
	return { url, metas, links, shows };
}

export async function pageOf(hub: Hub, path: string): Promise<RepoPage> {
	const page = recognise(await factsOf(hub, path));
	if (!page) throw new Error(`${path} is no repository page`);
	return page;
}

export interface Collected {
	readonly events: readonly CollectEvent[];
	readonly evidence: readonly Evidence[];
	readonly results: readonly Evidence[];
	readonly problems: readonly Problem[];
}

/** Collects everything, or until `until` says so. */
export async function collected(
	page: RepoPage,
	given: Ports = ports(),
	until: (event: CollectEvent) => boolean = () => false,
	signal: AbortSignal = new AbortController().signal,
): Promise<Collected> {
	const events: CollectEvent[] = [];
	for await (const event of collect(page, given, signal, datasetsOf)) {
		events.push(event);
		if (until(event)) break;
	}
	const evidence = events.flatMap((event) => (event.type === 'evidence' ? [event.evidence] : []));
	return {
		events,
		evidence,
		results: evidence.filter(({ role }) => role === 'results'),
		problems: events.flatMap((event) => (event.type === 'problem' ? [event.problem] : [])),
	};
}

/** `path` for the default branch, `#7 path` for a pull request. */
export const places = (evidence: readonly Evidence[]): readonly string[] =>
	evidence.map(({ path, submission }) => (submission ? `#${submission.number} ${path}` : path));
