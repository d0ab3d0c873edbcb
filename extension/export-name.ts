/** File name of a repository's export: its path, with what file systems refuse replaced. `lumen/kestrel` → `lumen-kestrel.evalmark.json` */
export function exportName(path: string): string {
	const safe = path
		.replace(/[^\p{L}\p{N}._-]+/gu, '-')
		.replace(/^[.-]+|[.-]+$/g, '')
		.slice(0, 100);
	return `${safe || 'repository'}.evalmark.json`;
}
