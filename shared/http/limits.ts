/** What one request may cost. Times in ms, sizes in bytes. */
export interface Limits {
	/** Until the first byte of the answer's body, waiting for a free place not counted. */
	readonly firstByteMs: number;
	/** Until the last byte, against answers that drip. */
	readonly totalMs: number;
	/** Of the body as the reader sees it, after content decoding. */
	readonly maxBytes: number;
}

export const defaultLimits: Limits = { firstByteMs: 8_000, totalMs: 60_000, maxBytes: 8 * 1024 * 1024 };

/** Requests to one origin that may be under way at once. */
export const PER_ORIGIN = 4;
