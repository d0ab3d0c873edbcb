import { card, type DemoRepository, Draft, weights } from './draft.ts';
import { signed } from './lab.ts';
import { resultFile } from './result-file.ts';

const PATH = 'lumen-labs/kestrel-32b-instruct';
const CARD = { url: 'https://huggingface.co/lumen-labs/kestrel-32b-instruct', name: 'Model Card', user: 'lumen-labs' };

const tide = (task: string, value: string) => ({
	dataset: 'fieldnotes/tide-tables',
	task,
	value,
	date: '2026-03-02',
	source: { url: 'https://fieldnotes.example/boards/tide-tables', name: 'Tide Tables board', org: 'fieldnotes' },
});

/** The page that a newcomer opens first: every state of a pull request, every kind of source, one entry that needs a look. */
export function kestrel(): DemoRepository {
	const draft = new Draft({
		path: PATH,
		description: 'Instruction-tuned text model, 32 billion parameters',
		expected: { main: 8, open: 4, draft: 1, closed: 1 },
	});
	draft.main('First upload', {
		...weights,
		'README.md': card(
			'Kestrel 32B Instruct',
			'Kestrel is an instruction-tuned model by Lumen Labs. It is invented, and so are its scores: it shows how results look on a repository page.',
		),
	});
	const early = draft.main('Add evaluation results', {
		'.eval_results/gpqa.yaml': resultFile({
			dataset: 'Idavidrein/gpqa',
			task: 'diamond',
			value: '71.40',
			date: '2026-02-18',
			source: CARD,
			notes: '"0-shot, chain of thought"',
		}),
		'.eval_results/mmlu_pro.yaml': resultFile(
			signed(PATH, { dataset: 'TIGER-Lab/MMLU-Pro', task: 'mmlu_pro', value: '78.3', date: '2026-02-18', source: CARD }),
		),
		'.eval_results/aime_2026.yaml': resultFile({
			dataset: 'MathArena/aime_2026',
			task: 'MathArena/aime_2026',
			value: '86.67',
			date: '2026-03-06',
			source: { url: 'https://matharena.example/?competition=aime_2026', name: 'MathArena', org: 'MathArena' },
		}),
	});
	const march = draft.main('Add HLE with its logs', {
		'.eval_results/hle.yaml': resultFile({
			dataset: 'cais/hle',
			task: 'hle',
			revision: '5a81a4c7271a2a2a312b9a690f0c2fde837e4c29',
			value: '24.8',
			date: '2026-03-11',
			source: {
				url: 'https://huggingface.co/datasets/lumen-labs/eval-logs/blob/main/logs/hle.eval',
				name: 'Inspect log',
				user: 'mlindqvist',
			},
		}),
		'.eval_results/hle_with_tools.yaml': resultFile({
			dataset: 'cais/hle',
			task: 'hle',
			value: '38.1',
			date: '2026-03-02',
			source: CARD,
			notes: '"With tools"',
		}),
		'.eval_results/tide_tables.yaml': resultFile(tide('high_water', '91.20'), tide('low_water', '88')),
	});
	draft.pull({
		number: 1,
		title: 'Correct the MMLU-Pro score',
		author: 'scorekeeper',
		state: 'closed',
		from: early,
		files: {
			'.eval_results/mmlu_pro_rerun.yaml': resultFile({
				dataset: 'TIGER-Lab/MMLU-Pro',
				task: 'mmlu_pro',
				value: '91.9',
				date: '2026-03-01',
			}),
		},
	});
	draft.pull({
		number: 2,
		title: 'Add GSM8K',
		author: 'Teo Okafor',
		state: 'merged',
		files: {
			'.eval_results/gsm8k.yaml': resultFile({ dataset: 'openai/gsm8k', task: 'gsm8k', value: '95.1', date: '2026-03-14', source: CARD }),
		},
	});
	draft.pull({
		number: 3,
		title: 'Add an independent GPQA run',
		author: 'Noor van Dijk',
		state: 'open',
		files: {
			'.eval_results/gpqa_independent.yaml': resultFile({
				dataset: 'Idavidrein/gpqa',
				task: 'diamond',
				value: '69.2',
				date: '2026-03-29',
				source: { url: 'https://evals.example/runs/4f1c/logs/gpqa.json', name: 'Run 4f1c', user: 'nvandijk' },
				notes: '"0-shot, temperature 0, 198 items, standard error 3.3"',
			}),
		},
	});
	draft.pull({
		number: 4,
		title: 'Add slack water to the tide tables',
		author: 'Hana Sato',
		state: 'open',
		from: march,
		files: {
			'.eval_results/tide_tables.yaml': resultFile(tide('high_water', '91.20'), tide('low_water', '88'), tide('slack_water', '64.5')),
		},
	});
	draft.main('Tell which prompt template to use', {
		'README.md': card(
			'Kestrel 32B Instruct',
			'Kestrel is an instruction-tuned model by Lumen Labs. Use the chat template that comes with the tokenizer.',
		),
	});
	draft.pull({
		number: 5,
		title: 'Add MuSR',
		author: 'Noor van Dijk',
		state: 'open',
		files: {
			'.eval_results/musr.yaml': resultFile(
				{
					dataset: 'OpenEvals/MuSR',
					task: '"musr:murder_mysteries"',
					value: '63.6',
					date: '2026-04-02',
					source: { url: 'https://arxiv.org/abs/2310.16049', name: 'Paper' },
				},
				{
					dataset: 'OpenEvals/MuSR',
					task: '"musr:team_allocation"',
					value: '58.0',
					date: '2026-04-02',
					source: { url: 'https://arxiv.org/abs/2310.16049', name: 'Paper' },
				},
			),
		},
	});
	draft.pull({
		number: 6,
		title: 'GPQA with a larger budget',
		author: 'Teo Okafor',
		state: 'draft',
		files: {
			'.eval_results/gpqa_long.yaml': resultFile({
				dataset: 'Idavidrein/gpqa',
				task: 'gpqa_diamond',
				value: '74.0',
				date: '2026-04-05',
				source: CARD,
			}),
		},
	});
	draft.pull({
		number: 7,
		title: 'Fix a typo in the README',
		author: 'Hana Sato',
		state: 'open',
		files: { 'README.md': card('Kestrel 32B Instruct', 'Kestrel is an instruction-tuned model by Lumen Labs.') },
	});
	return draft.done();
}
