import type { Limits } from '../http/limits.ts';
import type { Ask } from '../http/read-answer.ts';
import { fail, type Outcome, succeed } from '../outcome.ts';
import { gitProblem, type Subject } from './git-problem.ts';
import { gitLimits } from './limits.ts';
import { DELIMITER, FLUSH, pktLine } from './pkt-line.ts';
import { AGENT, type Remote } from './remote.ts';

/** Side-band framing costs 5 bytes in 65,520; a little room lets a pack of just the allowed size through. */
export const answerLimits: Partial<Limits> = { maxBytes: gitLimits.packBytes + 64 * 1024 };

/** Ref names come from pages and servers: what would not fit one line of one packet is not sent. No ref is longer than 4 kB on any host. */
const isSendable = (line: string): boolean => line.length <= 4_096 && !/\p{Cc}/u.test(line);

/**
 * One version 2 command with its argument lines, to be sent (gitprotocol-v2 "Command Request").
 * `not-supported` for a line that no server would take.
 */
export function commandAsk(remote: Remote, name: 'ls-refs' | 'fetch', lines: readonly string[], subject: Subject): Outcome<Ask> {
	if (!lines.every(isSendable)) return fail(gitProblem(remote.url, 'not-supported', subject, 'ref-name'));
	const head = [`command=${name}`, `agent=${AGENT}`, `object-format=${remote.format}`];
	const text = `${head.map(pktLine).join('')}${DELIMITER}${lines.map(pktLine).join('')}${FLUSH}`;
	return succeed({
		url: `${remote.url}/git-upload-pack`,
		method: 'POST',
		headers: { 'Content-Type': 'application/x-git-upload-pack-request', 'Git-Protocol': 'version=2' },
		body: new TextEncoder().encode(text),
		accepts: ['application/x-git-upload-pack-result'],
		subject,
	});
}
