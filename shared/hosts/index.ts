import type { Ports } from '../ports.ts';
import type { CollectEvent } from './evidence.ts';
import type { DatasetsOf } from './host.ts';
import { hosts } from './registry.ts';
import type { RepoPage } from './repo-page.ts';

export type { DatasetsOf } from './host.ts';
export { recognise } from './pages.ts';

/**
 * Reads everything that stands behind the page's scores, as numbered events from 1 on; the last one is `done`.
 * `datasetsOf` names the datasets that a result file speaks of, so that their definitions are looked for.
 * Expected failures come as `problem` events; rejects only with the signal's reason.
 */
export async function* collect(
	page: RepoPage,
	ports: Ports,
	signal: AbortSignal,
	datasetsOf: DatasetsOf,
): AsyncGenerator<CollectEvent, void> {
	const host = hosts.find(({ id }) => id === page.host);
	let seq = 0;
	for await (const step of host?.collect(page, ports, signal, datasetsOf) ?? []) {
		signal.throwIfAborted();
		yield { ...step, seq: ++seq };
	}
}
