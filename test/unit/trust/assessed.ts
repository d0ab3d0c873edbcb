import type { EvalResult } from '../../../shared/results/result.ts';

/** Where the results stand that tests of badges assess. */
export const repository = { origin: 'https://git.example.org', path: 'lumen-labs/kestrel-32b' };

/** A result of which nobody says more than its score. */
export const result = (more: Partial<EvalResult> = {}): EvalResult => ({
	id: 'e#0',
	kind: 'eval-results',
	evidence: 'e',
	index: 0,
	line: 1,
	dataset: { id: 'cais/hle', taskId: 'hle' },
	value: 24.8,
	valueText: '24.8',
	issues: [],
	...more,
});
