/** All bytes of a stream, `undefined` where there are more than `limit`. */
export async function atMost(limit: number, stream: AsyncIterable<unknown>): Promise<Uint8Array | undefined> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream) {
		// Without an encoding a stream gives buffers.
		const bytes = chunk as Buffer;
		chunks.push(bytes);
		size += bytes.length;
		if (size > limit) return undefined;
	}
	return Buffer.concat(chunks, size);
}
