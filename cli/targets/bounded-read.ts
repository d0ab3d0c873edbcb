import { createReadStream } from 'node:fs';

/** The bytes of a regular file, `undefined` where there are more than `limit`: whatever size the system claims, no more than that is read. */
export async function readAtMost(limit: number, path: string): Promise<Uint8Array | undefined> {
	const chunks: Buffer[] = [];
	let size = 0;
	// `end` is the last byte that is read, so this is one more than the limit.
	for await (const chunk of createReadStream(path, { end: limit })) {
		// Without an encoding a stream gives buffers.
		const bytes = chunk as Buffer;
		chunks.push(bytes);
		size += bytes.length;
	}
	return size > limit ? undefined : Buffer.concat(chunks, size);
}
