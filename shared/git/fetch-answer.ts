import { joined } from '../http/joined.ts';
import { fail, type Outcome, succeed } from '../outcome.ts';
import { gitProblem, type Subject, serverRefusal } from './git-problem.ts';
import { type Oid, oid } from './oid.ts';
import { lineOf, type Packet, readPackets } from './pkt-line.ts';

/** What a `fetch` answers: the pack's bytes, and the commits whose parents it left out. */
export interface FetchAnswer {
	readonly pack: Uint8Array;
	readonly shallow: readonly Oid[];
}

/** Bands of a pack's packets (gitprotocol-pack "Packfile Data"); 2 is progress, for people. */
const DATA_BAND = 1;
const ERROR_BAND = 3;

/** Whether an answer holds the head of its shallow section and no more. */
export function isNothing(bytes: Uint8Array): boolean {
	const { packets, end, bad } = readPackets(bytes);
	return !bad && end === bytes.length && packets.length === 1 && lineOf(packets[0]) === 'shallow-info';
}

/**
 * Reads the answer to a `fetch` that said `done` (gitprotocol-v2 "fetch"). Sections that we did not ask for are passed over.
 * `unexpected-answer` for an empty body, which is how servers refuse some arguments, or another form; `corrupt` for one that was cut.
 * With `soFar` the bytes are the beginning of an answer, and the pack is what has come of it.
 */
export function readFetchAnswer(bytes: Uint8Array, url: string, subject: Subject, soFar = false): Outcome<FetchAnswer> {
	if (bytes.length === 0 && !soFar) return fail(gitProblem(url, 'unexpected-answer', subject, 'empty'));
	const { packets, end, bad } = readPackets(bytes);
	if (bad) return fail(gitProblem(url, 'unexpected-answer', subject, 'packets'));
	const cut = end !== bytes.length;
	const shallow: Oid[] = [];
	let section: string | undefined;
	for (const [index, packet] of packets.entries()) {
		if (packet.type === 'flush') break;
		const line = lineOf(packet);
		if (line === undefined) {
			section = undefined;
		} else if (line.startsWith('ERR ')) {
			return fail(serverRefusal(url, subject, line.slice(4)));
		} else if (section === undefined) {
			section = line;
			if (line === 'packfile') return packOf(packets.slice(index + 1), soFar, shallow, url, subject);
		} else if (section === 'shallow-info' && line.startsWith('shallow ')) {
			const boundary = oid(line.slice('shallow '.length));
			if (boundary !== undefined) shallow.push(boundary);
		}
	}
	if (soFar) return succeed({ pack: new Uint8Array(), shallow });
	return fail(gitProblem(url, cut ? 'corrupt' : 'unexpected-answer', subject, 'no-pack'));
}

function packOf(packets: readonly Packet[], soFar: boolean, shallow: readonly Oid[], url: string, subject: Subject): Outcome<FetchAnswer> {
	const chunks: Uint8Array[] = [];
	for (const packet of packets) {
		if (packet.type === 'flush') return succeed({ pack: joined(chunks), shallow });
		if (packet.type !== 'data') break;
		const band = packet.bytes[0];
		const rest = packet.bytes.subarray(1);
		if (band === DATA_BAND) chunks.push(rest);
		else if (band === ERROR_BAND) return fail(serverRefusal(url, subject, new TextDecoder().decode(rest)));
	}
	return soFar ? succeed({ pack: joined(chunks), shallow }) : fail(gitProblem(url, 'corrupt', subject, 'cut'));
}
