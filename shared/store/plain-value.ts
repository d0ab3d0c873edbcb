/** What a slot costs beside its text and bytes: keys, pointers, map entry. A round figure, so that many small entries count too. */
const OVERHEAD = 64;

/** About how many bytes of memory a plain value (text, numbers, bytes, lists, records, maps) takes. */
export function sizeOf(value: unknown): number {
	if (typeof value === 'string') return OVERHEAD + value.length * 2;
	if (value instanceof Uint8Array) return OVERHEAD + value.byteLength;
	if (value instanceof Map) return [...value].reduce((sum, [key, item]) => sum + sizeOf(key) + sizeOf(item), OVERHEAD);
	if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + sizeOf(item), OVERHEAD);
	if (typeof value === 'object' && value !== null) {
		return Object.entries(value).reduce((sum, [key, item]) => sum + key.length * 2 + sizeOf(item), OVERHEAD);
	}
	return 8;
}

/**
 * A copy that shares nothing changeable with the original, as IndexedDB and files make one.
 * Bytes are copied too: a few bytes cut out of a pack would else keep the whole pack alive.
 */
export function copied(value: unknown): unknown {
	if (value instanceof Uint8Array) return value.slice();
	if (value instanceof Map) return new Map([...value].map(([key, item]) => [copied(key), copied(item)]));
	if (Array.isArray(value)) return value.map(copied);
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copied(item)]));
	}
	return value;
}
