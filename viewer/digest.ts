import type { Ports } from '../shared/ports.ts';

/** The browser's own hashing. It is there on https, in extensions and on file: addresses; a plain http page has none. */
export const browserDigest: Ports['digest'] = async (algorithm, bytes) =>
	// Bytes of ours are never in shared memory, which is all that the wider type would also allow.
	new Uint8Array(await crypto.subtle.digest(algorithm, bytes as Uint8Array<ArrayBuffer>));

export const canHash = (): boolean => typeof globalThis.crypto?.subtle?.digest === 'function';
