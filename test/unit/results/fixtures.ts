/**
 * What each fixture of this folder must be read as: values as written (`null` where there is none, `!` behind one that is no
 * number), and issues as `entry: code pointer line:column`.
 */
export const RESULT_FIXTURES: Readonly<
	Record<string, { readonly values: readonly (string | null)[]; readonly issues: readonly string[] }>
> = {
	'bare.yaml': { values: ['57'], issues: [] },
	'byte-order-mark.yaml': { values: ['20.90'], issues: [] },
	'crlf.yaml': { values: ['20.90'], issues: [] },
	'date-format.yaml': {
		values: ['20.9', '7.3', '61.5'],
		issues: [
			'file: hub-rejects-file /2/date 15:9',
			'0: date-format /0/date 5:9',
			'1: date-format /1/date 10:9',
			'2: wrong-type /2/date 15:9',
			'2: date-format /2/date 15:9',
		],
	},
	'date-unquoted.yaml': {
		values: ['20.9', '7.3'],
		issues: ['0: date-unquoted /0/date 5:9', '1: date-unquoted /1/date 10:9', '1: date-format /1/date 10:9'],
	},
	'encoding.yaml': { values: ['20.9'], issues: ['file: encoding  5:13'] },
	'every-field.yaml': { values: ['0.412'], issues: [] },
	'hub-rejects-file.yaml': {
		values: ['20.9', '7.3', '3'],
		issues: [
			'file: hub-rejects-file /1/source/url 10:5',
			'1: source-without-url /1/source/url 10:5',
			'2: missing-task-id /2/dataset/task_id 12:3',
		],
	},
	'json.yaml': { values: ['31.5'], issues: [] },
	'many-tasks.yaml': { values: ['82.5', '47.9', '1e2', '0'], issues: [] },
	'missing-dataset-id.yaml': {
		values: ['20.9', '31.5', null],
		issues: [
			'file: hub-rejects-file /0/dataset/id 1:3',
			'0: missing-dataset-id /0/dataset/id 1:3',
			'1: missing-dataset-id /1/dataset/id 4:3',
			'1: missing-task-id /1/dataset/task_id 4:3',
			'1: wrong-type /1/dataset 4:12',
			'2: missing-dataset-id /2/dataset/id 6:3',
			'2: missing-task-id /2/dataset/task_id 6:3',
			'2: missing-value /2/value 6:3',
		],
	},
	'missing-task-id.yaml': {
		values: ['84'],
		issues: ['file: hub-rejects-file /0/dataset/task_id 1:3', '0: missing-task-id /0/dataset/task_id 1:3'],
	},
	'missing-value.yaml': {
		values: [null, null],
		issues: ['file: hub-rejects-file /0/value 1:3', '0: missing-value /0/value 1:3', '1: missing-value /1/value 7:3'],
	},
	'no-entries.yaml': { values: [], issues: [] },
	'not-a-list-key.yaml': { values: ['20.9'], issues: ['file: not-a-list  1:1'] },
	'not-a-list-text.yaml': { values: [], issues: ['file: not-a-list  1:1'] },
	'not-a-list.yaml': { values: ['20.9'], issues: ['file: not-a-list  1:1'] },
	'one.yaml': { values: ['20.90'], issues: [] },
	'scale-mixed.yaml': {
		values: ['0.2767', '31.5', '7.3'],
		issues: ['0: several-values-same-task /0/value 4:10', '0: scale-mixed /0/value 4:10', '1: several-values-same-task /1/value 8:10'],
	},
	'several-values-same-task.yaml': {
		values: ['75.80', '80.2', '7.30', '7.3'],
		issues: ['0: several-values-same-task /0/value 4:10', '1: several-values-same-task /1/value 9:10'],
	},
	'source-url-scheme.yaml': {
		values: ['20.9', '7.3'],
		issues: ['0: source-url-scheme /0/source/url 6:10', '1: source-url-scheme /1/source/url 12:10'],
	},
	'source-without-url.yaml': {
		values: ['20.9', '7.3'],
		issues: [
			'file: hub-rejects-file /0/source/url 6:5',
			'0: source-without-url /0/source/url 6:5',
			'1: source-without-url /1/source/url 12:3',
		],
	},
	'too-large.yaml': { values: ['20.9', '7.3'], issues: ['0: too-large /0 5:3'] },
	'two-units.yaml': { values: ['0.61', '3386.02'], issues: [] },
	'unknown-field.yaml': {
		values: ['20.9'],
		issues: [
			'0: unknown-field /0/dataset/split 4:5',
			'0: unknown-field /0/verify_token 6:3',
			'0: unknown-field /0/metric 7:3',
			'0: unknown-field /0/task_id 8:3',
		],
	},
	'unknown-task-id.yaml': {
		values: ['63.3', '12.5', '63.3'],
		issues: [
			'0: unknown-task-id /0/dataset/task_id 3:14',
			'1: unknown-task-id /1/dataset/task_id 7:14',
			'2: unknown-task-id /2/dataset/task_id 11:14',
		],
	},
	'value-as-text.yaml': {
		values: ['88%', '7.30', '61.5 %'],
		issues: [
			'file: hub-rejects-file /0/value 4:10',
			'0: value-as-text /0/value 4:10',
			'1: value-as-text /1/value 8:10',
			'2: value-as-text /2/value 12:10',
		],
	},
	'value-not-a-number.yaml': {
		values: ['88.2 ± 0.3!', null, 'true!', '1,234.5!'],
		issues: [
			'file: hub-rejects-file /0/value 4:10',
			'0: value-not-a-number /0/value 4:10',
			'1: value-not-a-number /1/value 8:10',
			'2: value-not-a-number /2/value 12:10',
			'3: value-not-a-number /3/value 16:10',
		],
	},
	'value-not-finite.yaml': {
		values: ['.nan!', '-.inf!', '1e999!'],
		issues: [
			'file: hub-rejects-file /0/value 4:10',
			'0: value-not-finite /0/value 4:10',
			'1: value-not-finite /1/value 8:10',
			'2: value-not-finite /2/value 12:10',
		],
	},
	'wrong-type.yaml': {
		values: ['20.9', '7.3'],
		issues: [
			'file: hub-rejects-file /0/notes 5:10',
			'0: wrong-type /0/notes 5:10',
			'0: wrong-type /0/source 6:11',
			'1: wrong-type /1/dataset/task_id 9:14',
			'1: wrong-type /1/verifyToken 11:16',
			'1: wrong-type /1/date 12:9',
		],
	},
	'yaml-alias.yaml': { values: ['20.9', '21.4'], issues: ['1: yaml-alias /1/dataset 5:12'] },
	'yaml-duplicate-key.yaml': { values: ['20.9'], issues: ['file: hub-rejects-file /0/value 5:3', '0: yaml-duplicate-key /0/value 5:3'] },
	'yaml-merge-key.yaml': { values: ['20.9', '7.3'], issues: ['1: yaml-merge-key /1/dataset 6:5'] },
	'yaml-multiple-documents.yaml': { values: ['20.9', '7.3'], issues: ['file: yaml-multiple-documents  7:1'] },
	'yaml-syntax-tab.yaml': {
		values: ['20.9', '3.5'],
		issues: [
			'file: hub-rejects-file /1/dataset/id 5:3',
			'1: missing-dataset-id /1/dataset/id 5:3',
			'1: missing-task-id /1/dataset/task_id 5:3',
			'1: yaml-syntax /1 6:4',
		],
	},
	'yaml-syntax.yaml': {
		values: ['20.9', '44.1', '7.3'],
		issues: ['file: hub-rejects-file /0 5:3', '0: yaml-syntax /0 5:3', '1: yaml-syntax /1 11:3'],
	},
	'yaml-tag.yaml': { values: ['20'], issues: ['0: yaml-tag /0/value 4:10'] },
};

/** Task ids that the benchmarks of the fixtures have, by dataset id in lower case. */
export const FIXTURE_TASKS: Readonly<Record<string, readonly string[]>> = {
	'tern-lab/depths': ['diamond', 'main', 'extended'],
	'tern-lab/tide': ['tide_2'],
};
