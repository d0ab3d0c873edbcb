import { createReadStream } from 'node:fs';
import { atMost } from '../files/at-most.ts';

/** The bytes of a regular file, `undefined` where there are more than `limit`: whatever size the system claims, no more than that is read. */
export const readAtMost = (limit: number, path: string): Promise<Uint8Array | undefined> =>
	// `end` is the last byte that is read, so this is one more than the limit.
	atMost(limit, createReadStream(path, { end: limit }));
