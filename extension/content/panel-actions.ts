import type { RepoPage } from '../../shared/hosts/repo-page.ts';
import type { ExportAnswer, Message } from '../../shared/protocol/message.ts';
import { exportName } from '../export-name.ts';

const { runtime } = globalThis.browser ?? globalThis.chrome;

/** Saves what stands behind the panel as a file. */
export async function saveExport(page: RepoPage): Promise<void> {
	const answer: ExportAnswer = await runtime.sendMessage({ type: 'export', page } satisfies Message);
	if (!answer) return;
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([answer.text], { type: 'application/json' }));
	link.download = exportName(page.path);
	link.click();
	URL.revokeObjectURL(link.href);
}

/** Opens the viewer in a tab of its own, with this repository in it. */
export async function openViewer(page: RepoPage): Promise<void> {
	await runtime.sendMessage({ type: 'view', page } satisfies Message);
}
