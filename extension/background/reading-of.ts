import { type RepoPage, repositoryId } from '../../shared/hosts/repo-page.ts';
import { portsOf } from './ports.ts';
import { lastReading } from './session.ts';
import { followRepository } from './sessions.ts';
import { checked } from './signatures.ts';

/** A report and the events that it was built from, with the bytes of every file. */
export type Reading = NonNullable<Awaited<ReturnType<typeof lastReading>>>;

/**
 * The last reading of what a page shows. Read anew where it is not stored any more: of a private window nothing outlives the background,
 * and a cache can be cleared while its page stays open. Nothing where there is no file in it.
 */
export async function readingOf(page: RepoPage, isPrivate: boolean): Promise<Reading | undefined> {
	const stored = await lastReading(repositoryId(page), portsOf(isPrivate));
	if (stored) return withSignatures(stored);
	const done = new AbortController();
	try {
		const followed = followRepository(page, isPrivate, () => {}, done.signal);
		await followed.read();
		const read = followed.news()?.report?.evidence.length ? await lastReading(repositoryId(page), portsOf(isPrivate)) : undefined;
		return read && (await withSignatures(read));
	} finally {
		done.abort();
	}
}

/** The reading with its signatures checked, by the keys that count now. */
const withSignatures = async (reading: Reading): Promise<Reading> => ({ ...reading, report: await checked(reading.report) });
