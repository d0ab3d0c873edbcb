import type { Ports } from '../ports.ts';
import type { CollectEvent } from './evidence.ts';
import { git } from './git/index.ts';
import type { DatasetsOf, Host } from './host.ts';
import type { RepoPage } from './repo-page.ts';

export type { DatasetsOf } from './host.ts';
export { recognise } from './pages.ts';

/** Every host that this build knows, in the order in which they are asked. */
export const hosts: readonly Host[] = [git];

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
