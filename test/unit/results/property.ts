import fc from 'fast-check';
import { expect } from 'vitest';
import { scaleMixed } from '../../../shared/distribution/detectors/scale-mixed.ts';
import { meanings, ownEntries } from '../../../shared/results/own-entries.ts';
import { readResults, type Where } from '../../../shared/results/read-results.ts';
import { yamlBytes } from '../yaml/yaml-bytes.ts';

const where: Where = { evidence: 'https://git.example.org/a/b@0:x', tasksOf: (id) => (id.length % 2 === 0 ? ['t', 'diamond'] : undefined) };
const POINTER = /^(?:\/(?:[^~/]|~[01])*)*$/;

/** Whatever the bytes, what is read can be shown, stored and exported. */
export function readsAnything(numRuns: number): void {
	fc.assert(
		fc.property(yamlBytes, (bytes) => {
			const { results, issues } = readResults(bytes, where);
			const all = [...issues, ...results.flatMap((result) => result.issues), ...scaleMixed(results).values()];
			expect(JSON.parse(JSON.stringify({ results, all }))).toStrictEqual({ results, all });
			expect(results.map(({ index }) => index)).toEqual(results.map((_, index) => index));
			expect(new Set(results.map(({ id }) => id)).size).toBe(results.length);
			expect(results.length).toBeLessThanOrEqual(1000);
			for (const { line, value, valueText } of results) {
				expect(line).toBeGreaterThanOrEqual(1);
				if (value !== undefined) {
					expect(Number.isFinite(value)).toBe(true);
					expect(valueText).toBeDefined();
				}
			}
			for (const { pointer, line, column, params } of all) {
				expect(pointer).toMatch(POINTER);
				expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
				for (const param of Object.values(params)) expect(['string', 'number']).toContain(typeof param);
			}
			expect(ownEntries(results, [meanings(bytes)])).toEqual([]);
		}),
		{ numRuns },
	);
}
