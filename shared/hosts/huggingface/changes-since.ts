import { type Oid, oid } from '../../git/oid.ts';
import type { Ports } from '../../ports.ts';
import type { ChangesSince } from '../evidence.ts';
import { fieldsOf, listOf, textOf } from '../fields.ts';
import { differing } from '../model-files.ts';
import type { RepoPage } from '../repo-page.ts';
import { apiUrl, getJson, type Reading, readingOf } from './reading.ts';

/**
 * What differs between commits and the head at the root of the repository, by the Hub's listings of both: one request for each commit, kept for
 * good. Nothing is said of a commit that the Hub does not list whole. Where models are kept by LFS, the listing has the oid of what points at them.
 */
export async function changesSince(
	page: RepoPage,
	commits: readonly Oid[],
	head: Oid,
	ports: Ports,
	signal: AbortSignal,
): Promise<readonly ChangesSince[]> {
	const reading = readingOf(page, ports, signal);
	const now = await rootOf(reading, head);
	if (!now) return [];
	const changes: ChangesSince[] = [];
	for (const commit of commits) {
		const before = await rootOf(reading, commit);
		if (before) changes.push({ commit, ...differing(before, now), stated: true });
	}
	return changes;
}

/** Kind and oid by name; `undefined` where it is not told whole. */
async function rootOf(reading: Reading, commit: Oid): Promise<ReadonlyMap<string, string> | undefined> {
	const told = await getJson(reading, apiUrl(reading, `/tree/${commit}`), 'file', true);
	if (!told.ok || told.value.next !== undefined) return undefined;
	const entries = listOf(told.value.value).map((item) => {
		const { type, path, oid: id } = fieldsOf(item);
		const known = oid(textOf(id) ?? '');
		const name = textOf(path, 500);
		return known && name !== undefined && (type === 'file' || type === 'directory') ? ([name, `${type} ${known}`] as const) : undefined;
	});
	// One entry that cannot be read may be the one that was changed.
	return entries.includes(undefined) || entries.length === 0 ? undefined : new Map(entries.flatMap((entry) => (entry ? [entry] : [])));
}
