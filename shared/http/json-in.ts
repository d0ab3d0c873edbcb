/** The value that these bytes are as JSON in UTF-8, `undefined` for any others. */
export function jsonIn(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return undefined;
	}
}
