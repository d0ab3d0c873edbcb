import type { Problem, ProblemCode } from '../hosts/evidence.ts';
import { problemAt } from '../http/problem-of.ts';

export type Subject = Problem['subject'];

const LONGEST_WORD = 200;

/** A problem with what a git server said or sent. `reason` is a code of ours, `message` the server's own words. */
export function gitProblem(url: string, code: ProblemCode, subject: Subject, reason: string, message?: string): Problem {
	return problemAt(url, code, subject, { reason, ...(message !== undefined && { message: plainLine(message) }) });
}

/** What an `ERR` line or an error band means. The words are those of git's upload-pack.c, in English on every server. */
export function serverRefusal(url: string, subject: Subject, message: string): Problem {
	if (/not our ref|couldn't find remote ref|unknown ref/i.test(message)) return gitProblem(url, 'not-found', subject, 'refused', message);
	if (/filter|shallow|not supported|unsupported/i.test(message)) return gitProblem(url, 'not-supported', subject, 'refused', message);
	if (/repository not found|not exported|access denied/i.test(message)) return gitProblem(url, 'not-found', subject, 'refused', message);
	return gitProblem(url, 'server-error', subject, 'refused', message);
}

/** A server's text as one line without control characters, cut to a length that fits a sentence. */
function plainLine(text: string): string {
	const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
	return line.length > LONGEST_WORD ? `${line.slice(0, LONGEST_WORD)}…` : line;
}
