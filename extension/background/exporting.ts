import { partsOf, writeExport } from '../../shared/exports/write-export.ts';
import type { RepoPage, RepositoryId } from '../../shared/hosts/repo-page.ts';
import type { ExportAnswer } from '../../shared/protocol/message.ts';
import { portsOf } from './ports.ts';
import { type Reading, readingOf } from './reading-of.ts';
import { lastReading } from './session.ts';
import { checked } from './signatures.ts';

/** What a page shows, as the text of an export file. Nothing where there is no file to export. */
export async function exportPage(page: RepoPage, isPrivate: boolean, version: string): Promise<ExportAnswer> {
	const reading = await readingOf(page, isPrivate);
	return reading && textOf(reading, isPrivate, version);
}

/** The last reading of a repository as the text of an export file, nothing where there was none. */
export async function exportText(repository: RepositoryId, isPrivate: boolean, version: string): Promise<ExportAnswer> {
	const last = await lastReading(repository, portsOf(isPrivate));
	return last && textOf({ ...last, report: await checked(last.report) }, isPrivate, version);
}

function textOf({ report, events }: Reading, isPrivate: boolean, version: string): ExportAnswer {
	const bundle = writeExport({
		report,
		...partsOf(events),
		exportedAt: portsOf(isPrivate).now(),
		generator: { name: 'evalmark-extension', version },
	});
	return { text: `${JSON.stringify(bundle, null, 1)}\n` };
}
