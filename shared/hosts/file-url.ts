import { filled } from './template.ts';

/** How a template says where a line is, with what stands before it: `#n%line%`, `&line=%line%`. */
const LINE = /[#&?][\w-]*=?%line%$/;

/**
 * Address of the page that shows a file at a commit, or `undefined` where the template makes no http(s) address or the path has
 * segments (`..`) that would lead elsewhere. `line` from 1 goes where the template has `%line%`, else into the fragment that most
 * git hosts share, `#L12`.
 */
export function fileUrl(template: string, commit: string, path: string, line?: number): string | undefined {
	const url = filled(template.replace(LINE, ''), { branch: commit, path });
	return url && (line === undefined ? url : atLine(url, line, linesOf(template)));
}

/** The part of a template that says a line. */
export const linesOf = (template: string): string | undefined => LINE.exec(template)?.[0];

/** An address of a file with a line in it; one that has a fragment stays as it is. */
export const atLine = (url: string, line: number, lines = '#L%line%'): string =>
	url.includes('#') ? url : `${url}${lines.replace('%line%', `${line}`)}`;
