import { Z_BUF_ERROR, Z_FINISH, Z_STREAM_END, ZStream, zlibInflate, zlibInflateInit } from 'pako';

export type Inflated =
	| { readonly ok: true; readonly bytes: Uint8Array; readonly end: number }
	/** `cut`: the input ended before the stream did. */
	| { readonly ok: false; readonly cut: boolean };

/**
 * Unpacks one zlib stream that starts at `start` and holds exactly `size` bytes; `end` is where it ended in the input.
 * The size is what bounds memory: a stream that would give more, or gives less, is bad. Never throws.
 * pako and not `DecompressionStream`, because a pack does not say how long its streams are and only pako tells what it consumed.
 */
export function inflateAt(input: Uint8Array, start: number, size: number): Inflated {
	const output = new Uint8Array(size);
	const stream = new ZStream();
	zlibInflateInit(stream);
	stream.input = input;
	stream.next_in = start;
	stream.avail_in = input.length - start;
	stream.output = output;
	stream.next_out = 0;
	stream.avail_out = size;
	const status = zlibInflate(stream, Z_FINISH);
	if (status === Z_STREAM_END && stream.avail_out === 0) return { ok: true, bytes: output, end: stream.next_in };
	return { ok: false, cut: status === Z_BUF_ERROR && stream.avail_in === 0 };
}
