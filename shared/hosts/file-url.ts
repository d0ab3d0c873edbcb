import { filled } from './template.ts';

/**
 * Address of the page that shows a file at a commit, or `undefined` where the template makes no http(s) address or the path has
 * segments (`..`) that would lead elsewhere. `line` from 1 becomes the fragment that git hosts share, `#L12`.
 */
export function fileUrl(template: string, commit: string, path: string, line?: number): string | undefined {
	const url = filled(template, { branch: commit, path });
	return url && (line === undefined ? url : `${url}#L${line}`);
}
