import { card, type DemoRepository, Draft, weights } from './draft.ts';
import { signed, stranger, token } from './lab.ts';
import { type Entry, resultFile } from './result-file.ts';

const PATH = 'harbor-evals/osprey-9b';

const score = (dataset: string, task: string, value: string, notes: string): Entry => ({
	dataset,
	task,
	value,
	date: '2026-03-11',
	notes: `"${notes}"`,
});

/** Every state that a signature can have. */
export function signatures(): DemoRepository {
	const draft = new Draft({ path: PATH, description: 'A model whose scores are signed, well and badly', expected: { main: 12 } });
	draft.main('First upload', {
		...weights,
		'README.md': card('Osprey 9B', 'Osprey is invented. Each of its scores carries another kind of token, to show what is said of it.'),
	});
	const gpqa = signed(PATH, score('Idavidrein/gpqa', 'diamond', '71.2', 'Edited after it was signed'));
	const mmlu = signed(PATH, score('TIGER-Lab/MMLU-Pro', 'mmlu_pro', '78.30', 'Signed by the demo lab'));
	draft.main('Add signed results', {
		'.eval_results/01_verified.yaml': resultFile(mmlu),
		'.eval_results/02_changed_since.yaml': resultFile(
			signed(PATH, {
				...score('cais/hle', 'hle', '24.8', 'The benchmark has another revision today'),
				revision: '5a81a4c7271a2a2a312b9a690f0c2fde837e4c29',
			}),
		),
		'.eval_results/03_edited_value.yaml': resultFile({ ...gpqa, value: '72.7' }),
		'.eval_results/04_copied.yaml': resultFile(
			signed('lumen-labs/kestrel-32b-instruct', score('openai/gsm8k', 'gsm8k', '95.1', 'Signed for another repository')),
		),
		'.eval_results/05_unknown_key.yaml': resultFile(
			signed(PATH, score('MathArena/aime_2026', 'MathArena/aime_2026', '86.67', 'Signed by nobody in your list'), { seed: stranger }),
		),
		'.eval_results/06_forged.yaml': resultFile(forged(signed(PATH, score('Idavidrein/gpqa', 'diamond', '70.1', 'The signature is zeros')))),
		'.eval_results/07_expired.yaml': resultFile(
			signed(PATH, score('OpenEvals/MuSR', '"musr:murder_mysteries"', '63.6', 'Was valid until April 2026'), {
				claims: { exp: 1_777_000_000, dataset: { id: 'OpenEvals/MuSR', task_id: 'musr:murder_mysteries' } },
			}),
		),
		'.eval_results/08_not_yet.yaml': resultFile(
			signed(PATH, score('fieldnotes/tide-tables', 'high_water', '91.20', 'Valid from 2100 on'), { claims: { nbf: 4_102_444_800 } }),
		),
		'.eval_results/09_cut.yaml': resultFile({
			...gpqa,
			value: '69.9',
			notes: '"Cut when it was copied"',
			token: gpqa.token?.slice(0, -9) ?? '',
		}),
		'.eval_results/10_symmetric.yaml': resultFile({
			...score('fieldnotes/tide-tables', 'low_water', '88', 'A token that only its maker can check'),
			token: token({ sub: 'harbor-evals/osprey-9b' }, { header: { alg: 'HS256', typ: 'JWT' } }),
		}),
		'.eval_results/11_other_purpose.yaml': resultFile({
			...score('openai/gsm8k', 'gsm8k', '94.8', 'A token that opens a door somewhere else'),
			token: token({ read: true, sub: 'datasets/openai/gsm8k', exp: 4_102_444_800 }, { header: { typ: 'at+jwt' } }),
		}),
		'.eval_results/12_unsigned.yaml': resultFile(score('TIGER-Lab/MMLU-Pro', 'mmlu_pro', '78.9', 'No token at all')),
	});
	return draft.done();
}

/** A well-formed token whose signature is of nothing. */
function forged(entry: Entry): Entry {
	const [header = '', payload = ''] = entry.token?.split('.') ?? [];
	return { ...entry, token: `${header}.${payload}.${'A'.repeat(86)}` };
}
