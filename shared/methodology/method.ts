/**
 * What the method card of one score can say. Label of a line: `method_<dimension>` in the catalogue (hyphens as underscores);
 * the state: `method_state_<state>`; a note: `method_note_<note>`. A card has at most one line of a dimension.
 */
export const METHOD_DIMENSIONS = [
	// what the benchmark's own definition prescribes
	'definition',
	'framework',
	'config',
	'split',
	'solvers',
	'prompt-template',
	'scorers',
	'judge',
	'epochs',
	'reducer',
	'shuffle',
	// what the registry knows of the benchmark
	'metric',
	'direction',
	'items',
	'chance',
	'label-errors',
	'published',
	// what a result file has no field for
	'harness',
	'few-shot',
	'temperature',
	'seed',
	'stop-sequences',
	'samples',
	'model-revision',
	'provider',
	'scoring-code',
] as const;

export type MethodDimension = (typeof METHOD_DIMENSIONS)[number];

export const METHOD_NOTES = [
	/** No `eval.yaml` was read for this benchmark. */
	'definition-not-read',
	/** Its repository was looked for here and has no `eval.yaml`. */
	'definition-not-found',
	/** Its repository lets only some people in. */
	'definition-gated',
	/** The `eval.yaml` has no task of this name. */
	'task-not-defined',
	/** The result names no task, and which one is meant is not guessed. */
	'task-not-named',
	/** The task says nothing of it; frameworks differ in what they then do. */
	'left-to-framework',
	/** A model grades and none is named: in Inspect the evaluated model then grades itself, unless a grader role is bound. */
	'judge-not-named',
	/** Options are shuffled without a seed, so that the order differs between runs. */
	'shuffle-unseeded',
] as const;

export type MethodNote = (typeof METHOD_NOTES)[number];

/**
 * One line of the method card. `prescribed`: the benchmark's `eval.yaml` says so, which does not show that this score followed it;
 * `known`: the registry says so, with a citation; `not-recorded`: nothing that was read says it, and it is not guessed.
 */
export type MethodLine =
	| {
			readonly dimension: MethodDimension;
			readonly state: 'prescribed' | 'known';
			/** Text from a file or the registry; a number is a count. */
			readonly value: string | number;
			/** `share`: the number is one from 0 to 1. `code`: the text is a code with words, `method_value_<value>`. */
			readonly unit?: 'share' | 'code';
			/** `eval.yaml:18`, or a citation. */
			readonly source: string;
			/** Where the citation leads. */
			readonly url?: string;
			readonly note?: MethodNote;
	  }
	| { readonly dimension: MethodDimension; readonly state: 'not-recorded'; readonly note?: MethodNote };
