/** Every field that this version writes into results, assessments and benchmarks. Others are a newer version's, and its business. */
const KNOWN = new Set([
	...['id', 'kind', 'evidence', 'index', 'line', 'dataset', 'metric', 'value', 'valueText', 'date', 'source', 'notes', 'verifyToken'],
	...['issues', 'taskId', 'revision', 'split', 'url', 'name', 'user', 'org', 'code', 'severity', 'pointer', 'column', 'params'],
	...['card', 'taskType', 'taskName', 'datasetName', 'metricName', 'metricConfig', 'datasetArgs', 'metricArgs', 'verified'],
	...[
		'result',
		'badges',
		'tone',
		'basis',
		'needsLook',
		'repository',
		'lookedFor',
		'earlier',
		'definition',
		'description',
		'framework',
		'tasks',
	],
	...['config', 'fieldSpec', 'solvers', 'scorers', 'args', 'shuffleChoices', 'epochs', 'epochReducer'],
]);
/** Maps whose keys are no fields of the format. */
const FREE = new Set(['params', 'args', 'fieldSpec']);

/** Where two values differ, and both as short text. */
export interface Difference {
	/** JSON pointer from the value on. */
	readonly pointer: string;
	readonly listed: string;
	readonly read: string;
}

/** The first place where what an export lists is not what was read again, `undefined` where they agree. Both are plain JSON. */
export function difference(listed: unknown, read: unknown, free = false): Difference | undefined {
	if (Object.is(listed, read)) return undefined;
	const keys = keysOf(listed, read);
	if (!keys) return { pointer: '', listed: short(listed), read: short(read) };
	for (const key of keys) {
		const [before, now] = [field(listed, key), field(read, key)];
		if (now === undefined && !free && !Array.isArray(read) && !KNOWN.has(key)) continue;
		const found = difference(before, now, free || FREE.has(key));
		if (found) return { ...found, pointer: `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}${found.pointer}` };
	}
	return undefined;
}

/** The keys of both if both are arrays or both are objects. */
function keysOf(a: unknown, b: unknown): ReadonlySet<string> | undefined {
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return undefined;
	return new Set([...Object.keys(b), ...Object.keys(a)]);
}

function field(value: unknown, key: string): unknown {
	// `keysOf` has made sure that it is an object or an array.
	return Object.hasOwn(value as object, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

const LONGEST = 120;

function short(value: unknown): string {
	if (value === undefined) return '–';
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
