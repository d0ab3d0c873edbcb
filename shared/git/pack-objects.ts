import type { Ports } from '../ports.ts';
import { applyDelta, deltaResultSize } from './delta.ts';
import { hashObject } from './hash-object.ts';
import { gitLimits } from './limits.ts';
import type { GitObject, GitObjectType } from './object.ts';
import { type ObjectFormat, type Oid, oidLength, oidOfBytes } from './oid.ts';
import { fault, type PackEntry, type PackResult, packEntries } from './pack-entries.ts';

/**
 * The objects of a whole pack, each under the oid that was computed from its bytes.
 * `corrupt` for bytes that are no pack, deltas that do not fit or have no base in it (thin packs), or a wrong trailer;
 * `too-large` past `gitLimits`. Nothing is taken from a pack that has a fault. Never throws.
 */
export async function packObjects(
	pack: Uint8Array,
	format: ObjectFormat,
	digest: Ports['digest'],
): Promise<PackResult<ReadonlyMap<Oid, GitObject>>> {
	if (pack.length > gitLimits.packBytes) return fault('too-large', 'size');
	const read = packEntries(pack, format);
	if (!read.ok) return read;
	const { entries, end } = read.value;
	const trailer = pack.subarray(end);
	if (trailer.length < oidLength(format)) return fault('corrupt', 'cut');
	if (trailer.length > oidLength(format)) return fault('corrupt', 'trailer');
	const sum = await digest(format === 'sha1' ? 'SHA-1' : 'SHA-256', pack.subarray(0, end).slice());
	if (oidOfBytes(sum) !== oidOfBytes(trailer)) return fault('corrupt', 'trailer');
	return undeltified(entries, format, digest, false);
}

/**
 * The objects that are whole in the beginning of a pack. Its trailer has not come, so that nothing speaks for the pack itself;
 * but an oid that somebody else named, and that bytes hash to, needs no more. Faults as in `packObjects`.
 */
export async function packObjectsSoFar(
	pack: Uint8Array,
	format: ObjectFormat,
	digest: Ports['digest'],
): Promise<PackResult<ReadonlyMap<Oid, GitObject>>> {
	const read = packEntries(pack, format, true);
	return read.ok ? undeltified(read.value.entries, format, digest, true) : read;
}

/** An entry with its content made whole, through `depth` deltas. */
interface Whole {
	readonly entry: PackEntry;
	readonly type: GitObjectType;
	readonly bytes: Uint8Array;
	readonly depth: number;
}

/** Joins deltas with their bases, wave by wave: what a wave makes is what the next one's deltas stand on. */
async function undeltified(
	entries: readonly PackEntry[],
	format: ObjectFormat,
	digest: Ports['digest'],
	soFar: boolean,
): Promise<PackResult<ReadonlyMap<Oid, GitObject>>> {
	const objects = new Map<Oid, GitObject>();
	const deltas = new Map<number | Oid, PackEntry[]>();
	let wave: Whole[] = [];
	let unpacked = 0;
	let left = entries.length;
	for (const entry of entries) {
		const { content, bytes } = entry;
		unpacked += bytes.length;
		if (!('base' in content)) {
			wave.push({ entry, type: content.type, bytes, depth: 0 });
			continue;
		}
		const siblings = deltas.get(content.base);
		if (siblings) siblings.push(entry);
		else deltas.set(content.base, [entry]);
	}
	while (wave.length > 0) {
		left -= wave.length;
		const oids = await Promise.all(wave.map(({ type, bytes }) => hashObject(type, bytes, digest, format)));
		const next: Whole[] = [];
		for (const [index, base] of wave.entries()) {
			const oid = oids[index]!;
			objects.set(oid, { oid, type: base.type, bytes: base.bytes });
			for (const entry of [...(deltas.get(base.entry.offset) ?? []), ...(deltas.get(oid) ?? [])]) {
				const made = joinedWith(base, entry, gitLimits.unpackedBytes - unpacked);
				if (!made.ok) return made;
				unpacked += made.value.bytes.length;
				next.push(made.value);
			}
			// The same object may stand in a pack twice; its deltas are made once.
			deltas.delete(oid);
		}
		wave = next;
	}
	return left === 0 || soFar ? { ok: true, value: objects } : fault('corrupt', 'base');
}

function joinedWith(base: Whole, entry: PackEntry, budget: number): PackResult<Whole> {
	const size = deltaResultSize(entry.bytes);
	if (size === undefined) return fault('corrupt', 'delta');
	if (size > gitLimits.objectBytes || size > budget) return fault('too-large', 'size');
	if (base.depth >= gitLimits.deltaDepth) return fault('too-large', 'depth');
	const bytes = applyDelta(base.bytes, entry.bytes);
	return bytes === undefined ? fault('corrupt', 'delta') : { ok: true, value: { entry, type: base.type, bytes, depth: base.depth + 1 } };
}
