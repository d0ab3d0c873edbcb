import { type Answer, request } from '../http/request.ts';
import type { Outcome } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import type { Subject } from './git-problem.ts';
import { gitLimits } from './limits.ts';
import { DELIMITER, FLUSH, pktLine } from './pkt-line.ts';
import { AGENT, type Remote } from './remote.ts';

/** Side-band framing costs 5 bytes in 65,520; a little room lets a pack of just the allowed size through. */
const FRAMED_BYTES = gitLimits.packBytes + 64 * 1024;

/** Sends one version 2 command with its argument lines and reads the whole answer (gitprotocol-v2, "Command Request"). */
export function command(
	remote: Remote,
	name: 'ls-refs' | 'fetch',
	lines: readonly string[],
	ports: Ports,
	signal: AbortSignal,
	subject: Subject,
): Promise<Outcome<Answer>> {
	const head = [`command=${name}`, `agent=${AGENT}`, `object-format=${remote.format}`];
	const text = `${head.map(pktLine).join('')}${DELIMITER}${lines.map(pktLine).join('')}${FLUSH}`;
	const ask = {
		url: `${remote.url}/git-upload-pack`,
		method: 'POST',
		headers: { 'Content-Type': 'application/x-git-upload-pack-request', 'Git-Protocol': 'version=2' },
		body: new TextEncoder().encode(text),
		accepts: ['application/x-git-upload-pack-result'],
		subject,
	} as const;
	return request(ports, ask, { maxBytes: FRAMED_BYTES }, signal);
}
