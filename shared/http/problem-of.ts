import type { Problem, ProblemCode } from '../hosts/evidence.ts';

/** Where a request went, for the words of a problem: never the query, which may carry what is nobody's business. */
function place(url: string): { readonly origin: string; readonly path: string } {
	const parsed = new URL(url);
	return { origin: parsed.origin, path: parsed.pathname };
}

/** A problem at that address. */
export function problemAt(
	url: string,
	code: ProblemCode,
	subject: Problem['subject'],
	params: Problem['params'] = {},
	until?: number,
): Problem {
	const problem = { code, subject, params: { ...place(url), ...params } };
	return until === undefined ? problem : { ...problem, until };
}

/** What a status says went wrong, or `undefined` for success (2xx). */
export function codeOfStatus(status: number): ProblemCode | undefined {
	if (status >= 200 && status < 300) return undefined;
	if (status === 401 || status === 403) return 'sign-in-needed';
	if (status === 404 || status === 410) return 'not-found';
	if (status === 429) return 'rate-limited';
	if (status >= 500) return 'server-error';
	return 'unexpected-answer';
}
