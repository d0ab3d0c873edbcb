/** One line of `npm run bench`. */
export interface Measurement {
	readonly name: string;
	readonly value: number;
	/** `ms`, `bytes`, `requests`, `MB/s` */
	readonly unit: string;
	/** What it is held against, measured in the same run; `null` where there is nothing comparable. */
	readonly peer: { readonly name: string; readonly value: number } | null;
	/** `value / peer.value`, three digits. */
	readonly ratio: number | null;
}

/** A group of measurements; its name selects it on the command line. */
export interface Bench {
	readonly name: string;
	run(): AsyncIterable<Measurement>;
}

const rounded = (value: number): number => Number(value.toPrecision(4));

export function measurement(
	name: string,
	value: number,
	unit: string,
	peer?: { readonly name: string; readonly value: number },
): Measurement {
	return {
		name,
		value: rounded(value),
		unit,
		peer: peer ? { name: peer.name, value: rounded(peer.value) } : null,
		ratio: peer && peer.value !== 0 ? Number((value / peer.value).toPrecision(3)) : null,
	};
}

export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[sorted.length >> 1] ?? Number.NaN;
}
