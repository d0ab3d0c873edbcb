import type { CollectStep, Evidence } from '../../shared/hosts/evidence.ts';
import { buildReport } from '../../shared/report/build-report.ts';
import type { Report } from '../../shared/report/report.ts';

const ORIGIN = 'https://hub.example';
const PATH = 'lumen-labs/kestrel-32b';
const ID = `${ORIGIN}/${PATH}`;
// Oids by their form: the example is invented, and so are they.
const oid = (digit: string) => digit.repeat(40) as Evidence['commit'];

const entry = (dataset: string, task: string, value: string, more = '') =>
	`- dataset:\n    id: ${dataset}\n    task_id: ${task}\n  value: ${value}\n  date: '2026-03-02'\n${more}`;

const piece = (
	path: string,
	text: string,
	pull?: { readonly number: number; readonly author: string; readonly state: 'open' | 'closed' },
): CollectStep => ({
	type: 'evidence',
	evidence: {
		id: `${ID}@${oid(pull ? String(pull.number) : 'a')}:${path}`,
		repository: ID,
		role: 'results',
		path,
		ref: 'refs/heads/main',
		commit: oid(pull ? String(pull.number) : 'a'),
		blob: oid('b'),
		bytes: new TextEncoder().encode(text),
		...(pull && { submission: pull }),
	},
});

/** A report as the panel draws it, from invented files: read and assessed here as those of a page are. */
export function exampleReport(): Report | undefined {
	const card = `  source:\n    url: ${ID}\n    name: Model Card\n`;
	const steps: CollectStep[] = [
		{
			type: 'repository',
			repository: { id: ID, host: 'git', origin: ORIGIN, path: PATH, kind: 'model', url: ID, head: oid('a'), defaultBranch: 'main' },
		},
		piece('.eval_results/gpqa.yaml', entry('Idavidrein/gpqa', 'diamond', '71.40', card)),
		piece('.eval_results/hle.yaml', entry('cais/hle', 'hle', '0.248', card) + entry('cais/hle', 'hle', '38.1', '  notes: With tools\n')),
		piece('.eval_results/gpqa.yaml', entry('Idavidrein/gpqa', 'diamond', '69.2'), { number: 3, author: 'noor-vd', state: 'open' }),
		piece('.eval_results/gpqa.yaml', entry('Idavidrein/gpqa', 'diamond', '81.0'), { number: 1, author: 'scorekeeper', state: 'closed' }),
		{ type: 'submissions', total: 2, read: 2 },
		{ type: 'done', at: 0 },
	];
	return buildReport(steps.map((step, index) => ({ ...step, seq: index + 1 })));
}
