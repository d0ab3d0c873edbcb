import type { CollectEvent } from '../../shared/hosts/evidence.ts';
import type { RepositoryId } from '../../shared/hosts/repo-page.ts';
import type { Store } from '../../shared/store/store.ts';

/** One reading of a repository, as far as it got. */
export interface Run {
	/** When it began, in ms since 1970, in base 36 of constant length: sorts by time. */
	readonly id: string;
	readonly events: readonly CollectEvent[];
}

const digits = (value: number, base: number, length: number) => value.toString(base).padStart(length, '0');

export const runId = (begun: number): string => digits(begun, 36, 9);
export const begunAt = (run: string): number => Number.parseInt(run, 36);

/** `<repository id>#<run>#<number>`: sorts by run, then by number. A repository id has no `#`. */
const keyOf = (repository: RepositoryId, run: string, seq: number) => `${repository}#${run}#${digits(seq, 10, 6)}`;

/** Stores one event. Whatever is posted was stored before. */
export function storeEvent(store: Store, repository: RepositoryId, run: string, event: CollectEvent, at: number): Promise<void> {
	return store.put('event', keyOf(repository, run, event.seq), { value: event, at });
}

/** The newest run that is stored, `undefined` where there is none. Events are in order and without gaps from 1 on. */
export async function newestRun(store: Store, repository: RepositoryId): Promise<Run | undefined> {
	const keys = await store.keys('event', `${repository}#`);
	const id = keys.at(-1)?.split('#')[1];
	if (id === undefined) return;
	return readRun(store, repository, id);
}

/** That run as far as it is stored. */
export async function readRun(store: Store, repository: RepositoryId, id: string): Promise<Run> {
	const events: CollectEvent[] = [];
	for (const key of await store.keys('event', `${repository}#${id}#`)) {
		const entry = await store.get<CollectEvent>('event', key);
		// After a gap (an event that found no room) nothing later may count: the report would silently lack something.
		if (entry?.value.seq !== events.length + 1) break;
		events.push(entry.value);
	}
	return { id, events };
}

/** Forgets every run of the repository but those named. */
export async function keepOnly(store: Store, repository: RepositoryId, runs: readonly string[]): Promise<void> {
	for (const key of await store.keys('event', `${repository}#`)) {
		if (!runs.includes(key.split('#')[1] ?? '')) await store.delete('event', key);
	}
}
