import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { git } from '../history.ts';
import { type Html, html } from '../html.ts';
import type { HubRepository } from '../repositories.ts';

/** Pages that no known program made. Of the repository they say only a clone URL in a box to copy from, or not even that (below `bare/`). */
export function writePlainPages(documents: string, origin: string, repositories: readonly HubRepository[]): void {
	for (const repository of repositories) {
		const name = path.basename(repository.path);
		const box = html`<h1>${name}</h1>
<p><input value="${origin}/${repository.path}.git" readonly></p>`;
		writeFolder(filesOf(repository, path.join(documents, repository.path)), box, './');
		// The first page of these has no slash at its address' end.
		writeFolder(filesOf(repository, path.join(documents, 'bare', repository.path)), html`<h1>Files</h1>`, `${name}/`);
	}
}

/** Puts the files of `main` where they are served as they are. */
function filesOf({ directory }: HubRepository, top: string): string {
	mkdirSync(top, { recursive: true });
	git(directory, [`--git-dir=${directory}`, `--work-tree=${top}`, 'checkout', '--quiet', '--force', 'main', '--', ':/']);
	return top;
}

function writeFolder(folder: string, head: Html, base: string): void {
	const entries = readdirSync(folder, { withFileTypes: true });
	const items = entries.map((entry) => {
		const name = entry.isDirectory() ? `${entry.name}/` : entry.name;
		return html`<li><a href="${base}${encodeURIComponent(entry.name)}${entry.isDirectory() ? '/' : ''}">${name}</a></li>
`;
	});
	const page = html`<!doctype html>
<meta charset="utf-8">
<title>Files</title>
${head}
<ul>
${items}</ul>
`;
	for (const entry of entries) if (entry.isDirectory()) writeFolder(path.join(folder, entry.name), head, './');
	writeFileSync(path.join(folder, 'index.html'), page.text);
}
