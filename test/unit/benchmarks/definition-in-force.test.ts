import { expect, test } from 'vitest';
import { definitionInForce } from '../../../shared/benchmarks/definition-in-force.ts';

const commit = 'abc1234'.padEnd(40, '0');
const earlier = [
	{ evidence: 'e', commit, from: '2026-01-01T00:00:00Z', until: '2026-03-01T00:00:00Z', definition: { tasks: [], issues: [] } },
];

test.each([
	[{ revision: 'abc1234' }, undefined, true],
	[{ revision: 'abc123' }, '2026-02-01', false],
	[{ revision: 'f'.repeat(40) }, '2026-02-01', false],
	[{}, '2026-02-01', true],
	[{}, '2026-01-01', true],
	[{}, '2026-03-01', false],
	[{}, '2025-12-31', false],
	[{}, 'spring', false],
	[{}, undefined, false],
] as const)('%o measured on %s: an earlier definition held? %s', (dataset, date, held) => {
	expect(definitionInForce({ earlier }, { dataset, ...(date && { date }) })?.commit).toBe(held ? commit : undefined);
});
