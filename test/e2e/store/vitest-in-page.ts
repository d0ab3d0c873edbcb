/** As much of vitest as the store contract uses, to run it in a page of a browser. The bundle has this in vitest's place. */
import fc from 'fast-check';

type Body = () => void | Promise<void>;

const tests: { readonly name: string; readonly body: Body }[] = [];
let prepare: Body = () => {};

export function describe(_name: string, body: () => void): void {
	body();
}

export function beforeEach(body: Body): void {
	prepare = body;
}

export function test(name: string, body: Body): void {
	const before = prepare;
	tests.push({
		name,
		async body() {
			await before();
			await body();
		},
	});
}

export interface Outcome {
	readonly name: string;
	/** Absent when it passed. */
	readonly error?: string;
}

/** Runs every test that was named, one after the other. */
export async function runTests(): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	for (const { name, body } of tests) {
		try {
			await body();
			outcomes.push({ name });
		} catch (error) {
			outcomes.push({ name, error: String(error instanceof Error ? (error.stack ?? error) : error) });
		}
	}
	return outcomes;
}

export function expect(actual: unknown, what = ''): Expectation {
	const must = (holds: boolean, wanted: string) => {
		if (!holds) throw new Error(`${what} expected ${wanted}, found ${fc.stringify(actual)}`);
	};
	const has = (name: string) => typeof actual === 'object' && actual !== null && name in actual;
	return {
		toEqual: (wanted) => must(same(actual, wanted), fc.stringify(wanted)),
		toBe: (wanted) => must(Object.is(actual, wanted), fc.stringify(wanted)),
		toBeUndefined: () => must(actual === undefined, 'undefined'),
		not: { toHaveProperty: (name) => must(!has(name), `no ${name}`) },
	};
}

interface Expectation {
	toEqual(wanted: unknown): void;
	toBe(wanted: unknown): void;
	toBeUndefined(): void;
	readonly not: { toHaveProperty(name: string): void };
}

/** Whether two plain values are alike, whatever the order of their properties. */
function same(a: unknown, b: unknown): boolean {
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
	if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
	const names = Object.keys(a);
	// Both are objects with these names.
	return (
		names.length === Object.keys(b).length &&
		names.every((name) => Object.hasOwn(b, name) && same(Reflect.get(a, name), Reflect.get(b, name)))
	);
}
