import { Z_BUF_ERROR, Z_FINISH, Z_STREAM_END, ZStream, zlibInflate, zlibInflateInit } from 'pako';

/** `cut`: the input ends before the stream does. `trailing`: something follows it. */
export type InflateFault = 'too-large' | 'not-zlib' | 'cut' | 'trailing';

export type InflateCapped = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly fault: InflateFault };

/**
 * Unpacks bytes that are one zlib stream (RFC 1950) and nothing else, of at most `cap` bytes unpacked. Never throws.
 * What is unpacked goes into one buffer of the cap's size, so that a bomb ends when that is full, wherever it would have led.
 */
export function inflateCapped(input: Uint8Array, cap: number): InflateCapped {
	// One byte more than the cap: a stream of exactly that many bytes still has room to reach its end.
	const output = new Uint8Array(cap + 1);
	const stream = new ZStream();
	zlibInflateInit(stream);
	stream.input = input;
	stream.avail_in = input.length;
	stream.output = output;
	stream.avail_out = output.length;
	const status = zlibInflate(stream, Z_FINISH);
	if (stream.avail_out === 0) return { ok: false, fault: 'too-large' };
	if (status !== Z_STREAM_END) return { ok: false, fault: status === Z_BUF_ERROR ? 'cut' : 'not-zlib' };
	if (stream.avail_in > 0) return { ok: false, fault: 'trailing' };
	return { ok: true, bytes: output.slice(0, cap + 1 - stream.avail_out) };
}
