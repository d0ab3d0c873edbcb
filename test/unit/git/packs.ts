import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

const CODES = { commit: 1, tree: 2, blob: 3, tag: 4, 'ofs-delta': 6, 'ref-delta': 7 } as const;

export interface MadeEntry {
	readonly type: keyof typeof CODES;
	readonly bytes: Uint8Array;
	/** Bytes that name the base, for deltas. */
	readonly base?: Uint8Array;
	/** Declared size, where it is to lie. */
	readonly size?: number;
}

/** An entry's type and size (gitformat-pack). */
function entryHead(code: number, size: number): Buffer {
	const bytes = [(code << 4) | (size & 15)];
	for (let rest = Math.floor(size / 16); rest > 0; rest = Math.floor(rest / 128)) {
		bytes[bytes.length - 1]! |= 0x80;
		bytes.push(rest & 0x7f);
	}
	return Buffer.from(bytes);
}

function madeEntry({ type, bytes, base, size }: MadeEntry): Buffer {
	return Buffer.concat([entryHead(CODES[type], size ?? bytes.length), base ?? Buffer.alloc(0), deflateSync(bytes)]);
}

/** A pack with these entries, its trailer right; `count` where it is to lie. */
export function madePack(entries: readonly MadeEntry[], count = entries.length): Uint8Array {
	const head = Buffer.alloc(12);
	head.write('PACK');
	head.writeUInt32BE(2, 4);
	head.writeUInt32BE(count, 8);
	return signed(Buffer.concat([head, ...entries.map(madeEntry)]));
}

export type Hash = 'sha1' | 'sha256';

/** The bytes with the trailer that belongs to them. */
export const signed = (bytes: Uint8Array, hash: Hash = 'sha1'): Uint8Array =>
	new Uint8Array(Buffer.concat([bytes, createHash(hash).update(bytes).digest()]));

/** The oid of an object, by Node's hash and not ours. */
export const objectOid = (type: string, bytes: Uint8Array, hash: Hash = 'sha1'): Buffer =>
	createHash(hash).update(`${type} ${bytes.length}\0`).update(bytes).digest();

export const blobOid = (bytes: Uint8Array): Buffer => objectOid('blob', bytes);

/** A delta that copies all of a base of `from` bytes and appends `more` (up to 127 bytes). */
export function appendingDelta(from: number, more: Uint8Array): Uint8Array {
	const copy = [0x80 | 0x10 | 0x20, from & 0xff, from >> 8];
	return new Uint8Array([...varint(from), ...varint(from + more.length), ...copy, more.length, ...more]);
}

export function varint(value: number): number[] {
	return value < 128 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >>> 7)];
}
