import { partsOf, writeExport } from '../../shared/exports/write-export.ts';
import { type RepoPage, type RepositoryId, repositoryId } from '../../shared/hosts/repo-page.ts';
import type { ExportAnswer } from '../../shared/protocol/message.ts';
import { diskPorts, privatePorts } from './ports.ts';
import { lastReading } from './session.ts';
import { followRepository } from './sessions.ts';

/**
 * What a page shows, as the text of an export file. Read anew where it is not stored any more: of a private window nothing outlives
 * the background, and a cache can be cleared while its page stays open. Nothing where there is no file to export.
 */
export async function exportPage(page: RepoPage, isPrivate: boolean, version: string): Promise<ExportAnswer> {
	const stored = await exportText(repositoryId(page), isPrivate, version);
	if (stored) return stored;
	const done = new AbortController();
	try {
		const followed = followRepository(page, isPrivate, () => {}, done.signal);
		await followed.read();
		return followed.news()?.report?.evidence.length ? await exportText(repositoryId(page), isPrivate, version) : undefined;
	} finally {
		done.abort();
	}
}

/** The last reading of a repository as the text of an export file, nothing where there was none. */
export async function exportText(repository: RepositoryId, isPrivate: boolean, version: string): Promise<ExportAnswer> {
	const ports = isPrivate ? privatePorts() : diskPorts;
	const last = await lastReading(repository, ports);
	if (!last) return;
	const bundle = writeExport({
		report: last.report,
		...partsOf(last.events),
		exportedAt: ports.now(),
		generator: { name: 'evalmark-extension', version },
	});
	return { text: `${JSON.stringify(bundle, null, 1)}\n` };
}
