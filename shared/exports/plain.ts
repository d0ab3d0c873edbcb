/**
 * The same value as JSON can hold it: what is absent is left out, numbers that are none become `null`, and integers too large
 * for a number their digits. Written and compared in this one form, so that a round trip through a file changes nothing.
 */
export function plain<T>(value: T): T {
	// JSON gives back the same shape: what goes in here is plain data already.
	return JSON.parse(JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? String(item) : item))) as T;
}

/** The address if it is an http(s) one: an export carries no other, so that a reader cannot be led astray by one. */
export const httpUrl = (text: string | undefined): string | undefined =>
	text !== undefined && /^https?:\/\//.test(text) ? text : undefined;

/** Parameters of a sentence, without numbers that JSON cannot hold. */
export function finite(params: Readonly<Record<string, string | number>>): Record<string, string | number> {
	return Object.fromEntries(
		Object.entries(params).map(([name, value]) => [name, typeof value === 'number' && !Number.isFinite(value) ? String(value) : value]),
	);
}
