import { joined } from '../http/joined.ts';
import type { Ask } from '../http/read-answer.ts';
import { fail, type Outcome, succeed } from '../outcome.ts';
import type { FetchAnswer } from './fetch-answer.ts';
import type { Wanted } from './fetch-objects.ts';
import { gitProblem, type Subject, serverRefusal } from './git-problem.ts';
import { type Oid, oid } from './oid.ts';
import { FLUSH, lineOf, pktLine, readPackets } from './pkt-line.ts';
import type { Ref } from './refs.ts';

/**
 * Protocol version 0, which servers speak that know no other, or whose proxy drops the `Git-Protocol` header: the first answer lists
 * all refs, and `fetch` is a request of its own form. Source: gitprotocol-pack, "Reference Discovery" and "Packfile Negotiation".
 */
export interface Advertised {
	readonly refs: readonly Ref[];
	readonly features: readonly string[];
}

/** The lines after the service line, up to their flush; `undefined` for what is no list of refs. */
export function advertisedRefs(lines: readonly string[]): Advertised | undefined {
	const [head = '', feature] = (lines[0] ?? '').split('\0');
	if (feature === undefined) return undefined;
	const features = feature.trim().split(' ').filter(Boolean);
	const symrefs = new Map(features.flatMap((one) => (one.startsWith('symref=') ? [one.slice(7).split(':') as [string, string]] : [])));
	const refs: Ref[] = [];
	for (const line of [head, ...lines.slice(1)]) {
		const at = oid(line.split(' ', 1)[0] ?? '');
		const name = line.slice((at?.length ?? 0) + 1);
		if (at === undefined || name === '') return undefined;
		// An empty repository has this one, at no object.
		if (name === 'capabilities^{}') continue;
		const last = refs.at(-1);
		if (name.endsWith('^{}')) {
			if (last?.name === name.slice(0, -3)) refs[refs.length - 1] = { ...last, peeled: at };
			continue;
		}
		const symrefTarget = symrefs.get(name);
		refs.push({ name, oid: at, ...(symrefTarget !== undefined && { symrefTarget }) });
	}
	return { refs, features };
}

/** Of what such a server offers, what makes its answers shorter or readable. dulwich answers nobody who does not take thin packs. */
const USED = ['side-band-64k', 'thin-pack', 'ofs-delta', 'no-progress'] as const;

/** A `fetch` of version 0, or why this server cannot be asked so. */
export function uploadAsk(
	url: string,
	features: readonly string[],
	{ wants, filter, deepen, deepenNot }: Wanted,
	agent: string,
	subject: Subject,
): Outcome<Ask> {
	const cannot = (reason: string) => fail(gitProblem(url, 'not-supported', subject, reason));
	if (!features.includes('side-band-64k')) return cannot('side-band');
	if (filter !== undefined && !features.includes('filter')) return cannot('filter');
	if (deepen !== undefined && !features.includes('shallow')) return cannot('shallow');
	if (deepenNot !== undefined && !features.includes('deepen-not')) return cannot('deepen');
	const format = features.find((one) => one.startsWith('object-format='));
	// What is used later has to be taken here.
	const used = [...(filter === undefined ? [] : ['filter']), ...(deepenNot === undefined ? [] : ['deepen-not'])];
	const taken = [...USED.filter((one) => features.includes(one)), ...used, ...(format ? [format] : []), `agent=${agent}`];
	const asked = [...new Set(wants)].map((want, n) => pktLine(`want ${want}${n === 0 ? ` ${taken.join(' ')}` : ''}`));
	const depth = [
		...(deepen === undefined ? [] : [pktLine(`deepen ${deepen}`)]),
		...(deepenNot === undefined ? [] : [pktLine(`deepen-not ${deepenNot}`)]),
		...(filter === undefined ? [] : [pktLine(`filter ${filter}`)]),
	];
	return succeed({
		url: `${url}/git-upload-pack`,
		method: 'POST',
		headers: { 'Content-Type': 'application/x-git-upload-pack-request' },
		body: new TextEncoder().encode(`${asked.join('')}${depth.join('')}${FLUSH}${pktLine('done')}`),
		accepts: ['application/x-git-upload-pack-result'],
		subject,
	});
}

const DATA_BAND = 1;
const ERROR_BAND = 3;

/**
 * The answer to it: commits whose parents were left out, then `NAK`, then the pack in bands. As `readFetchAnswer`; with `soFar` the bytes
 * are the beginning of an answer.
 */
export function readUploadAnswer(bytes: Uint8Array, url: string, subject: Subject, soFar = false): Outcome<FetchAnswer> {
	if (bytes.length === 0 && !soFar) return fail(gitProblem(url, 'unexpected-answer', subject, 'empty'));
	const { packets, bad } = readPackets(bytes);
	if (bad) return fail(gitProblem(url, 'unexpected-answer', subject, 'packets'));
	const shallow: Oid[] = [];
	const chunks: Uint8Array[] = [];
	let acknowledged = false;
	for (const packet of packets) {
		if (packet.type !== 'data') {
			// The shallow lines end with a flush too.
			if (acknowledged && packet.type === 'flush') return succeed({ pack: joined(chunks), shallow });
			continue;
		}
		if (!acknowledged) {
			const line = lineOf(packet) ?? '';
			if (line.startsWith('ERR ')) return fail(serverRefusal(url, subject, line.slice(4)));
			const boundary = line.startsWith('shallow ') ? oid(line.slice('shallow '.length)) : undefined;
			if (boundary !== undefined) shallow.push(boundary);
			acknowledged = line === 'NAK';
			continue;
		}
		const rest = packet.bytes.subarray(1);
		if (packet.bytes[0] === DATA_BAND) chunks.push(rest);
		else if (packet.bytes[0] === ERROR_BAND) return fail(serverRefusal(url, subject, new TextDecoder().decode(rest)));
	}
	if (soFar) return succeed({ pack: joined(chunks), shallow });
	return fail(gitProblem(url, acknowledged ? 'corrupt' : 'unexpected-answer', subject, acknowledged ? 'cut' : 'no-pack'));
}
