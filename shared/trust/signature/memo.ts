import { fits as strictly } from '../crypto/ed25519.ts';
import type { Fits } from './signature-of.ts';

/** Answers that are kept: more than a page has, and little memory. */
const KEPT = 5_000;

/** Whether signatures fit, computed once for each signature, text and key. */
export interface Memo {
	/** Computes what is not known. */
	readonly fits: Fits;
	/** `undefined` for what is not known: costs nothing. */
	readonly known: Fits;
	/** How many were computed. */
	readonly computed: () => number;
}

export function memo(judge: (...parts: Parameters<Fits>) => boolean = strictly): Memo {
	const answers = new Map<string, boolean>();
	let computed = 0;
	const known: Fits = (...parts) => answers.get(keyOf(parts));
	return {
		known,
		computed: () => computed,
		fits(...parts) {
			const key = keyOf(parts);
			const before = answers.get(key);
			if (before !== undefined) return before;
			computed += 1;
			const answer = judge(...parts);
			const oldest = answers.size >= KEPT ? answers.keys().next().value : undefined;
			if (oldest !== undefined) answers.delete(oldest);
			answers.set(key, answer);
			return answer;
		},
	};
}

const keyOf = (parts: Parameters<Fits>): string => parts.map((bytes) => String.fromCharCode(...bytes)).join('\u0100');
