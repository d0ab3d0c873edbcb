/** One packet of the pkt-line framing (gitprotocol-common, "pkt-line Format"). `response-end` closes a stateless answer. */
export type Packet = { readonly type: 'data'; readonly bytes: Uint8Array } | { readonly type: 'flush' | 'delimiter' | 'response-end' };

/** `bad` says that no more can be read; what came before stands. */
export interface Packets {
	readonly packets: readonly Packet[];
	/** Where the first packet begins that is not whole yet. */
	readonly end: number;
	readonly bad: boolean;
}

/** A data packet holds at most this much beside its own length (LARGE_PACKET_MAX - 4). */
const MAX_PAYLOAD = 65_516;

const SPECIAL = { 0: 'flush', 1: 'delimiter', 2: 'response-end' } as const;

export const FLUSH = '0000';
export const DELIMITER = '0001';

/** A packet with this line. Throws on a line longer than a packet: no caller has one. */
export function pktLine(line: string): string {
	const length = new TextEncoder().encode(line).length + 5;
	if (length > MAX_PAYLOAD + 4) throw new RangeError('line too long for a packet');
	return `${length.toString(16).padStart(4, '0')}${line}\n`;
}

/** Reads every whole packet from `start` on. Bytes that are no packet end it as `bad`; never throws. */
export function readPackets(bytes: Uint8Array, start = 0): Packets {
	const packets: Packet[] = [];
	let at = start;
	while (at + 4 <= bytes.length) {
		const length = hexLength(bytes, at);
		if (length === 0 || length === 1 || length === 2) {
			packets.push({ type: SPECIAL[length] });
			at += 4;
			continue;
		}
		// 3 is not assigned; 4 is an empty line, which must not be sent but harms nothing.
		if (length === undefined || length === 3 || length > MAX_PAYLOAD + 4) return { packets, end: at, bad: true };
		if (at + length > bytes.length) break;
		packets.push({ type: 'data', bytes: bytes.subarray(at + 4, at + length) });
		at += length;
	}
	return { packets, end: at, bad: false };
}

function hexLength(bytes: Uint8Array, at: number): number | undefined {
	let length = 0;
	for (let index = at; index < at + 4; index++) {
		const digit = Number.parseInt(String.fromCharCode(bytes[index]!), 16);
		if (Number.isNaN(digit)) return undefined;
		length = length * 16 + digit;
	}
	return length;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The line of a data packet without its line feed; `undefined` for every other packet. */
export function lineOf(packet: Packet | undefined): string | undefined {
	if (packet?.type !== 'data') return undefined;
	const text = utf8.decode(packet.bytes);
	return text.endsWith('\n') ? text.slice(0, -1) : text;
}
