import type { DemoRepository } from '../demo/draft.ts';
import { Draft, weights } from '../demo/draft.ts';
import { type Entry, resultFile } from '../demo/result-file.ts';

/** A repository of the emulated Hub, with what only the Hub knows of it. */
export interface HubRepository {
	readonly repository: DemoRepository;
	/** Files only for people who were let in. */
	readonly gated?: true;
	readonly baseModel?: string;
	/** Result files of whose entries the Hub says `verified: true`. */
	readonly vouches?: readonly string[];
	/** The Hub keeps a leaderboard of it. */
	readonly board?: readonly { readonly model: string; readonly value: number; readonly notes?: string }[];
}

const OWN = { url: 'https://huggingface.co/lumen-labs/kestrel-32b', name: 'Model Card', user: 'lumen-labs' };
const CARD = `---
license: apache-2.0
model-index:
- name: Kestrel 32B
  results:
  - task:
      type: text-generation
      name: Text Generation
    dataset:
      name: GSM8K
      type: openai/gsm8k
      config: main
      split: test
    metrics:
    - type: exact_match
      value: 93.9
      name: Exact Match
      verified: true
    source:
      name: Own evaluation
      url: https://fieldnotes.example/kestrel
  - task:
      type: text-generation
    dataset:
      name: Tide Tables
      type: fieldnotes/tide-tables
    metrics:
    - type: accuracy
      value: 61.25
---

# Kestrel 32B

Kestrel is invented, and so are its scores.
`;

const score = (dataset: string, task: string, value: string, more: Partial<Entry> = {}): string =>
	resultFile({ dataset, task, value, date: '2026-03-02', ...more });

/** 12 results in files and 2 in the card on main; 6 pull requests: three open, a draft, a closed and a merged one. */
function kestrel(): HubRepository {
	const draft = new Draft({
		path: 'lumen-labs/kestrel-32b',
		description: 'Text model',
		expected: { main: 14, open: 3, draft: 1, closed: 1 },
	});
	draft.main('First upload', { ...weights, 'README.md': CARD });
	draft.main('Add evaluation results', {
		'.eval_results/gpqa.yaml': score('Idavidrein/gpqa', 'diamond', '71.40', { source: OWN, notes: '"0-shot, chain of thought"' }),
		'.eval_results/mmlu_pro.yaml': score('TIGER-Lab/MMLU-Pro', 'mmlu_pro', '78.3', { source: OWN }),
		'.eval_results/hle.yaml': score('cais/hle', 'hle', '24.8', { source: OWN }),
		'.eval_results/hle_with_tools.yaml': score('cais/hle', 'hle', '38.1', { source: OWN, notes: '"With tools"' }),
		'.eval_results/aime_2026.yaml': score('MathArena/aime_2026', 'MathArena/aime_2026', '86.67'),
		'.eval_results/gsm8k.yaml': score('openai/gsm8k', 'gsm8k', '95.1', { source: OWN }),
		'.eval_results/tides.yaml': resultFile(
			{ dataset: 'fieldnotes/tide-tables', task: 'high_water', value: '61.25', date: '2026-01-05T10:30:00Z' },
			{ dataset: 'fieldnotes/tide-tables', task: 'low_water', value: '58.0', date: '2026-03-02' },
		),
		'.eval_results/more/musr.yaml': score('OpenEvals/MuSR', 'musr:murder_mysteries', '55.2'),
		'.eval_results/pages.yaml': `${score('fieldnotes/pages', 'mean', '83.3')}${score('fieldnotes/pages', 'tables', '81.4')}- dataset:
    id: fieldnotes/pages
    task_id: old_scans
  value: 76.1
  source:
    url: null
`,
	});
	const file = (path: string, text: string) => ({ [`.eval_results/${path}`]: text });
	draft.pull({
		number: 1,
		title: 'Correct the MMLU-Pro score',
		author: 'scorekeeper',
		state: 'closed',
		files: file('mmlu_pro.yaml', score('TIGER-Lab/MMLU-Pro', 'mmlu_pro', '81.0')),
	});
	draft.pull({
		number: 3,
		title: 'GPQA, run by us',
		author: 'noor-vd',
		state: 'open',
		files: file('gpqa.yaml', score('Idavidrein/gpqa', 'diamond', '69.2', { date: '2026-03-29', notes: '"0-shot, chain of thought"' })),
	});
	draft.pull({
		number: 4,
		title: 'HLE, still running',
		author: 'hana-sato',
		state: 'draft',
		files: file('hle_text.yaml', score('cais/hle', 'hle', '22.4', { notes: '"text only"' })),
	});
	draft.pull({
		number: 5,
		title: 'Add community eval results',
		author: 'EvalBot',
		state: 'open',
		files: file('bot.yaml', score('fieldnotes/tide-tables', 'high_water', '61.9')),
	});
	draft.pull({
		number: 7,
		title: 'Add pages',
		author: 'm-okafor',
		state: 'open',
		files: file('scans.yaml', '- dataset:\n    id: fieldnotes/pages\n    task_id: headers\n  value: high\n'),
	});
	draft.pull({ number: 8, title: 'Typo', author: 'm-okafor', state: 'merged', files: { 'README.md': `${CARD}\nSee the paper.\n` } });
	return { repository: draft.done(), vouches: ['.eval_results/aime_2026.yaml'] };
}

/** One repository with these files on main, and nothing else. */
function simple(
	path: string,
	files: Readonly<Record<string, string>>,
	more: Partial<HubRepository> = {},
	later?: Readonly<Record<string, string>>,
): HubRepository {
	const draft = new Draft({ path, description: path, kind: path.startsWith('datasets/') ? 'dataset' : 'model', expected: { main: 0 } });
	draft.main('First upload', { 'README.md': `# ${path}\n`, ...files });
	if (later) draft.main('Change the definition', later);
	return { repository: draft.done(), ...more };
}

const definition = (name: string, tasks: readonly string[], scorer = 'match') =>
	`name: ${name}\nevaluation_framework: inspect-ai\ntasks:\n${tasks
		.map(
			(id) =>
				`  - id: ${id}\n    split: test\n    field_spec:\n      input: question\n      target: answer\n    solvers:\n      - name: generate\n    scorers:\n      - name: ${scorer}\n`,
		)
		.join('')}`;

export const hubRepositories = (): readonly HubRepository[] => [
	kestrel(),
	simple('kestrel-tiny', { '.eval_results/gsm8k.yaml': score('openai/gsm8k', 'gsm8k', '12.5') }),
	simple(
		'mirror-works/kestrel-32b-4bit',
		{ '.eval_results/gpqa.yaml': score('Idavidrein/gpqa', 'diamond', '71.40', { source: OWN, notes: '"0-shot, chain of thought"' }) },
		{ baseModel: 'lumen-labs/kestrel-32b' },
	),
	simple('quiet-corner/plain-weights', {}),
	simple('datasets/cais/hle', { 'eval.yaml': definition('HLE', ['hle'], 'model_graded_qa') }, { gated: true }),
	simple(
		'datasets/Idavidrein/gpqa',
		{ 'eval.yaml': definition('GPQA', ['diamond'], 'choice') },
		{
			board: [
				{ model: 'lumen-labs/kestrel-32b', value: 71.4 },
				{ model: 'northwind-ai/harrier-70b', value: 70.2, notes: 'majority vote over 16 samples' },
			],
		},
	),
	simple('datasets/openai/gsm8k', { 'eval.yaml': definition('GSM8K', ['gsm8k']) }),
	simple(
		'datasets/fieldnotes/tide-tables',
		{ 'eval.yaml': definition('Tide Tables', ['high_water', 'low_water'], 'exact') },
		{},
		{ 'eval.yaml': definition('Tide Tables', ['high_water', 'low_water'], 'includes') },
	),
	simple('datasets/fieldnotes/pages', { 'eval.yaml': 'name: Pages\nevaluation_framework: page-bench\ntasks:\n  - split: test\n' }),
];
