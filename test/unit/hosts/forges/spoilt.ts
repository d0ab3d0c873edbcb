import fc from 'fast-check';

/** Anything; and what looks like `good` with anything in some of its fields, or in all of them. */
export function spoilt(good: object): fc.Arbitrary<unknown> {
	const fields = fc.record(Object.fromEntries(Object.keys(good).map((key) => [key, fc.anything()])), { requiredKeys: [] });
	return fc.oneof(
		fc.anything(),
		fields,
		fields.map((part) => ({ ...good, ...part })),
	);
}
