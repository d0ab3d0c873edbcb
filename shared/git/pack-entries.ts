import { sizeAt } from './delta.ts';
import { inflateAt } from './inflate.ts';
import { gitLimits } from './limits.ts';
import type { GitObjectType } from './object.ts';
import { type ObjectFormat, type Oid, oidLength, oidOfBytes } from './oid.ts';

/** One entry of a pack, unpacked but not yet joined with what it is a delta to. */
export interface PackEntry {
	/** Where it starts in the pack. */
	readonly offset: number;
	readonly content:
		| { readonly type: GitObjectType }
		| { readonly type: 'ofs-delta'; readonly base: number }
		| { readonly type: 'ref-delta'; readonly base: Oid };
	readonly bytes: Uint8Array;
}

/** Why bytes are no pack that we take. `cut`: they may become one with more bytes. */
export interface PackFault {
	readonly code: 'corrupt' | 'too-large';
	readonly reason: 'header' | 'objects' | 'entry' | 'size' | 'cut' | 'trailer' | 'delta' | 'base' | 'depth';
}

export type PackResult<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & PackFault);

export const fault = (code: PackFault['code'], reason: PackFault['reason']): PackResult<never> => ({ ok: false, code, reason });

const HEADER = 12;
const TYPES: Readonly<Record<number, GitObjectType>> = { 1: 'commit', 2: 'tree', 3: 'blob', 4: 'tag' };
const OFS_DELTA = 6;
const REF_DELTA = 7;

/** How many objects the pack says it holds (gitformat-pack "pack-*.pack files"). */
function packCount(pack: Uint8Array): PackResult<number> {
	const view = new DataView(pack.buffer, pack.byteOffset, pack.byteLength);
	if (pack.length < HEADER) return fault('corrupt', 'cut');
	const version = view.getUint32(4);
	if (view.getUint32(0) !== 0x5041434b || (version !== 2 && version !== 3)) return fault('corrupt', 'header');
	const count = view.getUint32(8);
	return count > gitLimits.objects ? fault('too-large', 'objects') : { ok: true, value: count };
}

/** Every entry of a pack, and where the last one ends; with `soFar`, those that are whole in its beginning. Never throws. */
export function packEntries(
	pack: Uint8Array,
	format: ObjectFormat,
	soFar = false,
): PackResult<{ readonly entries: readonly PackEntry[]; readonly end: number }> {
	const count = packCount(pack);
	if (!count.ok) return soFar && count.reason === 'cut' ? { ok: true, value: { entries: [], end: 0 } } : count;
	const entries: PackEntry[] = [];
	let at = HEADER;
	let unpacked = 0;
	while (entries.length < count.value) {
		const entry = entryAt(pack, at, format, gitLimits.unpackedBytes - unpacked);
		if (!entry.ok && soFar && entry.reason === 'cut') break;
		if (!entry.ok) return entry;
		entries.push(entry.value.entry);
		unpacked += entry.value.entry.bytes.length;
		at = entry.value.end;
	}
	return { ok: true, value: { entries, end: at } };
}

/** The entry that starts at `offset`, of at most `budget` bytes unpacked. */
function entryAt(
	pack: Uint8Array,
	offset: number,
	format: ObjectFormat,
	budget: number,
): PackResult<{ readonly entry: PackEntry; readonly end: number }> {
	const first = pack[offset];
	if (first === undefined) return fault('corrupt', 'cut');
	// The first byte holds 3 bits of type and the lowest 4 of the size, the others 7 each.
	const rest = first & 0x80 ? sizeAt(pack, offset + 1) : { value: 0, end: offset + 1 };
	if (rest === undefined) return fault('corrupt', pack.length - offset < 6 ? 'cut' : 'entry');
	const size = (first & 0x0f) + rest.value * 16;
	if (size > gitLimits.objectBytes || size > budget) return fault('too-large', 'size');
	const content = contentAt(pack, offset, rest.end, (first >> 4) & 0x07, format);
	if (!content.ok) return content;
	const inflated = inflateAt(pack, content.value.end, size);
	if (!inflated.ok) return fault('corrupt', inflated.cut ? 'cut' : 'entry');
	return { ok: true, value: { entry: { offset, content: content.value.content, bytes: inflated.bytes }, end: inflated.end } };
}

function contentAt(
	pack: Uint8Array,
	offset: number,
	at: number,
	code: number,
	format: ObjectFormat,
): PackResult<{ readonly content: PackEntry['content']; readonly end: number }> {
	const type = TYPES[code];
	if (type !== undefined) return { ok: true, value: { content: { type }, end: at } };
	if (code === REF_DELTA) {
		const end = at + oidLength(format);
		if (end > pack.length) return fault('corrupt', 'cut');
		return { ok: true, value: { content: { type: 'ref-delta', base: oidOfBytes(pack.subarray(at, end)) }, end } };
	}
	if (code !== OFS_DELTA) return fault('corrupt', 'entry');
	const distance = distanceAt(pack, at);
	if (distance === undefined) return fault('corrupt', pack.length - at < 5 ? 'cut' : 'entry');
	if (distance.value < 1 || distance.value > offset - HEADER) return fault('corrupt', 'base');
	return { ok: true, value: { content: { type: 'ofs-delta', base: offset - distance.value }, end: distance.end } };
}

/** The "offset encoding": 7-bit groups, the greatest first, each group but the last counting one more. */
function distanceAt(bytes: Uint8Array, start: number): { readonly value: number; readonly end: number } | undefined {
	let value = 0;
	for (let at = start; at < bytes.length && at < start + 5; at++) {
		const byte = bytes[at]!;
		value = at === start ? byte & 0x7f : (value + 1) * 128 + (byte & 0x7f);
		if ((byte & 0x80) === 0) return { value, end: at + 1 };
	}
	return undefined;
}
