const CHUNK = 0x8000;

/** Base64 with padding (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
	let binary = '';
	// `apply` takes its arguments from the stack, so a large file goes through in pieces.
	for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
	return btoa(binary);
}

/**
 * The bytes, or `undefined` where the text is not the one way to write them: `atob` forgives white space, missing padding
 * and stray bits in the last digit, and each of those would be a change to a file that nobody notices.
 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
	let binary: string;
	try {
		binary = atob(text);
	} catch {
		return undefined;
	}
	const bytes = new Uint8Array(binary.length);
	for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
	return btoa(binary) === text ? bytes : undefined;
}
