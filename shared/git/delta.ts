/** A number in 7-bit groups, the least first; `undefined` past the end or past 2^31. */
export function sizeAt(bytes: Uint8Array, start: number): { readonly value: number; readonly end: number } | undefined {
	let value = 0;
	for (let at = start, weight = 1; at < bytes.length && weight <= 2 ** 28; at++, weight *= 128) {
		const byte = bytes[at]!;
		value += (byte & 0x7f) * weight;
		if ((byte & 0x80) === 0) return value < 2 ** 31 ? { value, end: at + 1 } : undefined;
	}
	return undefined;
}

/** Bytes that the delta says it makes, or `undefined` where it does not say. */
export function deltaResultSize(delta: Uint8Array): number | undefined {
	const base = sizeAt(delta, 0);
	return base && sizeAt(delta, base.end)?.value;
}

/**
 * What a delta makes of its base, or `undefined` if it does not fit it: another base size, a copy or insert out of bounds,
 * the reserved instruction 0, or another length than it says. The caller bounds `deltaResultSize` before.
 * Source: gitformat-pack "Deltified representation".
 */
export function applyDelta(base: Uint8Array, delta: Uint8Array): Uint8Array | undefined {
	const baseSize = sizeAt(delta, 0);
	const resultSize = baseSize && sizeAt(delta, baseSize.end);
	if (baseSize === undefined || resultSize === undefined || baseSize.value !== base.length) return undefined;
	const result = new Uint8Array(resultSize.value);
	let at = resultSize.end;
	let made = 0;
	while (at < delta.length) {
		const instruction = delta[at++]!;
		let source = delta;
		let start = at;
		let length = instruction;
		if (instruction & 0x80) {
			const offset = numberAt(delta, at, instruction & 0x0f);
			const count = numberAt(delta, offset.end, (instruction >> 4) & 0x07);
			at = count.end;
			source = base;
			start = offset.value;
			length = count.value === 0 ? 0x10000 : count.value;
		} else {
			at += length;
		}
		const fits = length > 0 && at <= delta.length && start + length <= source.length && made + length <= result.length;
		if (!fits) return undefined;
		result.set(source.subarray(start, start + length), made);
		made += length;
	}
	return made === result.length ? result : undefined;
}

/** Bytes of a little-endian number of which only those in `present` are written; the others are 0. Past the end reads as 0. */
function numberAt(bytes: Uint8Array, start: number, present: number): { readonly value: number; readonly end: number } {
	let value = 0;
	let end = start;
	for (let bit = 0; bit < 4; bit++) {
		if (present & (1 << bit)) value += (bytes[end++] ?? 0) * 2 ** (8 * bit);
	}
	return { value, end };
}
