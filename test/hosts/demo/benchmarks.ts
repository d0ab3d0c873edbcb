import { readFileSync } from 'node:fs';
import { type DemoRepository, Draft } from './draft.ts';

const fixture = (name: string): string => readFileSync(new URL(`../../fixtures/hub/${name}`, import.meta.url), 'utf8');

const benchmark = (id: string, description: string, file: string): DemoRepository => {
	const draft = new Draft({ path: `datasets/${id}`, kind: 'dataset', description, expected: { main: 0 } });
	draft.main('Add the questions', {
		'README.md': `# ${id}\n\n${description}.\n`,
		'data/test-00000-of-00001.parquet': 'version https://git-lfs.github.com/spec/v1\noid sha256:51d9\nsize 274003\n',
	});
	draft.main('Say how it is measured', { 'eval.yaml': fixture(file) });
	return draft.done();
};

/** Datasets that define a benchmark by an `eval.yaml` at their root. */
export const benchmarks = (): readonly DemoRepository[] => [
	benchmark('cais/hle', 'Hard questions from many fields', 'hle.eval.yaml'),
	benchmark('Idavidrein/gpqa', 'Graduate-level multiple choice', 'gpqa.eval.yaml'),
	benchmark('TIGER-Lab/MMLU-Pro', 'Multiple choice with ten options', 'mmlu-pro.eval.yaml'),
	benchmark('MathArena/aime_2026', 'Thirty olympiad problems', 'aime-2026.eval.yaml'),
	benchmark('fieldnotes/tide-tables', 'Reading tide tables of small harbours', 'tide-tables.eval.yaml'),
];
