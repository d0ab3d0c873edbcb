import { partsOf, writeExport } from '../../shared/exports/write-export.ts';
import type { RepositoryId } from '../../shared/hosts/repo-page.ts';
import type { ExportAnswer } from '../../shared/protocol/message.ts';
import { diskPorts, privatePorts } from './ports.ts';
import { lastReading } from './session.ts';

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
