import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Oid } from '../../../shared/git/oid.ts';
import { ancestors, type History, mergeBases } from '../../../shared/hosts/git/history.ts';

const runs = Number(process.env.EVALMARK_RUNS ?? 1000);

/** `b: 'a'` says that b has the parent a. Names stand for oids, which are never looked into here. */
const history = (parents: Readonly<Record<string, string>>): History =>
	new Map(Object.entries(parents).map(([commit, text]) => [commit as Oid, text.split(' ').filter(Boolean) as Oid[]]));
const bases = (parents: Readonly<Record<string, string>>, main: string, head: string) => {
	const known = history(parents);
	return mergeBases(head as Oid, ancestors(main as Oid, known), known);
};

describe('where a branch left the default branch', () => {
	test('is the commit that both have', () => {
		expect(bases({ m3: 'm2', m2: 'm1', m1: '', p2: 'p1', p1: 'm2' }, 'm3', 'p2')).toEqual(['m2']);
	});
	test('is its own head when it is part of the default branch', () => {
		expect(bases({ m3: 'm2 p1', m2: 'm1', p1: 'm1', m1: '' }, 'm3', 'p1')).toEqual(['p1']);
	});
	test('is what it took over last, not where it began', () => {
		expect(bases({ m3: 'm2', m2: 'm1', m1: '', p1: 'm1', p2: 'p1 m2' }, 'm3', 'p2')).toEqual(['m2']);
	});
	test('is nowhere for a history of its own', () => {
		expect(bases({ m1: '', p1: '' }, 'm1', 'p1')).toEqual([]);
	});
	test('cannot be told where the history was cut before it', () => {
		expect(bases({ m3: 'm2', p1: 'm1', m1: 'm0' }, 'm3', 'p1')).toBeUndefined();
		expect(bases({ m3: 'm2', p1: 'm1', m1: '' }, 'm3', 'p1')).toBeUndefined();
	});
	test('can be told at the cut itself, when both sides name the same commit', () => {
		expect(bases({ m3: 'm2', p1: 'm2' }, 'm3', 'p1')).toEqual(['m2']);
	});

	test('are ancestors of both, none of them of another', () => {
		// Commits 0…n, each with up to two parents before it.
		const graph = fc.array(fc.array(fc.nat(), { maxLength: 2 }), { minLength: 2, maxLength: 25 });
		fc.assert(
			fc.property(graph, (rows) => {
				const parents: History = new Map(
					rows.map((row, n) => [`${n}` as Oid, (n === 0 ? [] : [...new Set(row.map((one) => `${one % n}`))]) as Oid[]]),
				);
				const main = `${rows.length - 1}` as Oid;
				const head = `${rows.length - 2}` as Oid;
				const line = ancestors(main, parents);
				const found = mergeBases(head, line, parents) ?? [];
				const mine = ancestors(head, parents).commits;
				for (const base of found) expect(line.commits.has(base) && mine.has(base)).toBe(true);
				for (const common of [...mine].filter((commit) => line.commits.has(commit)))
					expect(found.some((base) => ancestors(base, parents).commits.has(common))).toBe(true);
				for (const base of found)
					for (const other of found) if (base !== other) expect(ancestors(other, parents).commits.has(base)).toBe(false);
			}),
			{ numRuns: runs },
		);
	});
});
