import { expect, it } from 'vitest';
import { meanings, ownEntries } from '../../../shared/results/own-entries.ts';
import { readResults, type Where } from '../../../shared/results/read-results.ts';

const where: Where = { evidence: 'e', tasksOf: () => undefined };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const entry = (task: string, value: string, more = ''): string => `- dataset: {id: a/b, task_id: ${task}}\n  value: ${value}\n${more}`;

function own(file: string, ...bases: readonly string[]): (string | undefined)[] {
	const { results } = readResults(bytes(file), where);
	return ownEntries(
		results,
		bases.map((base) => meanings(bytes(base))),
	).map(({ dataset, valueText }) => `${dataset.taskId} ${valueText}`);
}

it('leaves out what stands in the base, wherever and however it is written', () => {
	const base = '# scores\n- value: 1.0\n  dataset:\n    task_id: "one"\n    id: a/b\n';
	expect(own(entry('two', '2') + entry('one', '1.0'), base)).toEqual(['two 2']);
});

it('counts a changed value, date, note, source or token as an own entry', () => {
	const base = entry('one', '1.0');
	expect(own(entry('one', '1.00'), base)).toEqual(['one 1.00']);
	for (const more of ["  date: '2026-01-01'\n", '  notes: x\n', '  source: {url: https://a.example}\n', '  verifyToken: x\n']) {
		expect(own(entry('one', '1.0', more), base)).toEqual(['one 1.0']);
	}
});

it('looks at every version that it may have started from', () => {
	expect(own(entry('one', '1') + entry('two', '2') + entry('three', '3'), entry('one', '1'), entry('two', '2'))).toEqual(['three 3']);
});

it('inherits a broken entry like any other', () => {
	expect(own('- just text\n- 5\n', '- just text\n')).toEqual([]);
	expect(own('- {value: 1}\n', '- {value: 1}\n')).toEqual([]);
});
