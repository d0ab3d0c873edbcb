/** Longer names are compared by their beginning: time stays linear, and no real name is that long. */
const COMPARED = 64;
/** Candidates that are looked at: a file may define tens of thousands of tasks, and every wrong name of another file asks anew. */
const CANDIDATES = 300;
/** Above this share of changed characters two names have nothing to do with each other. */
const TOO_FAR = 0.4;

/**
 * The candidate that was probably meant by `written`, or `undefined` if none is near: the same letters and digits in another
 * spelling (`verify_token`, `verifyToken`), one inside of the other (`gpqa_diamond`, `diamond`), or few characters apart.
 */
export function nearest(written: string, candidates: readonly string[]): string | undefined {
	let best: string | undefined;
	let bestDistance = TOO_FAR;
	const meant = letters(written);
	for (const candidate of candidates.slice(0, CANDIDATES)) {
		const between = distance(meant, letters(candidate));
		if (between < bestDistance) {
			best = candidate;
			bestDistance = between;
		}
	}
	return best;
}

/** What stands after the last dot of a path such as `dataset.task_id`, without case and signs. */
function letters(name: string): string {
	return name
		.slice(-COMPARED)
		.replace(/^(?:dataset|source)\./, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
}

function distance(a: string, b: string): number {
	if (a === '' || b === '') return 1;
	if (a === b) return 0;
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	if (short.length >= 3 && long.includes(short)) return 0.3 * (1 - short.length / long.length);
	return changes(a, b) / long.length;
}

/** Levenshtein's distance. */
function changes(a: string, b: string): number {
	let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const same = a[row - 1] === b[column - 1] ? 0 : 1;
			current.push(Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + same));
		}
		previous = current;
	}
	return previous[b.length]!;
}
