import { isNull, type Place, pair, pointerTo, type YamlNode, type YamlPair } from '../yaml/tree.ts';
import { type Issue, type IssueCode, issue } from './issue.ts';
import { nearest } from './nearest.ts';

/** One mapping of an entry: where it is and how its findings are told. */
export interface Group {
	/** `undefined` where the file has no such mapping. */
	readonly node: YamlNode | undefined;
	readonly pointer: string;
	/** Name before its fields in messages: `source.`, or nothing at the top of an entry. */
	readonly prefix: string;
	readonly report: Report;
}

export type Report = (code: IssueCode, pointer: string, place: Place, params?: Issue['params']) => void;

/** Fields of the format, by the mapping that they stand in (hub-docs `eval_results.yaml`). */
const FIELDS = {
	'': ['dataset', 'value', 'verifyToken', 'date', 'source', 'notes'],
	'dataset.': ['id', 'task_id', 'revision'],
	'source.': ['url', 'name', 'user', 'org'],
} as const;

/** So many unknown fields of one mapping are listed. */
const UNKNOWN_LISTED = 20;

export function reporter(issues: Issue[]): Report {
	return (code, pointer, place, params = {}) => issues.push(issue(code, pointer, place, params));
}

/** The field, if the file has it and something is written there. */
export function present(group: Group, name: string): YamlPair | undefined {
	const found = pair(group.node, name);
	return found && !isNull(found.value) ? found : undefined;
}

/** A text field: the text as written, also where it is a number or a date by YAML's rules, which is then an issue. */
export function text(group: Group, name: string): string | undefined {
	const found = pair(group.node, name);
	if (!found) return undefined;
	const { value } = found;
	if (value.kind !== 'scalar' || value.reading.type !== 'string') wrongType(group, name, value);
	return value.kind === 'scalar' && !isNull(value) ? value.text : undefined;
}

/** The text of a field that is none of the format: nothing is expected of it. */
export function anyText(group: Group, name: string): string | undefined {
	const found = present(group, name)?.value;
	return found?.kind === 'scalar' ? found.text : undefined;
}

function wrongType(group: Group, name: string, place: Place): void {
	group.report('wrong-type', pointerTo(group.pointer, name), place, { field: `${group.prefix}${name}` });
}

/** A mapping inside of the entry; anything else in its place is an issue. */
export function inner(group: Group, name: 'dataset' | 'source'): Group {
	const found = pair(group.node, name);
	const pointer = pointerTo(group.pointer, name);
	const isMapping = found?.value.kind === 'mapping';
	// An empty dataset lacks its required fields, which is said of them.
	if (found && !isMapping && !(name === 'dataset' && isNull(found.value))) wrongType(group, name, found.value);
	return { node: isMapping ? found.value : undefined, pointer, prefix: `${name}.`, report: group.report };
}

/** Names fields that the format does not have, with the one that was probably meant, else with those that there are. */
export function unknownFields(group: Group): void {
	if (group.node?.kind !== 'mapping') return;
	const own: readonly string[] = FIELDS[group.prefix as keyof typeof FIELDS]; // Groups are made for these three only.
	const elsewhere = Object.entries(FIELDS).flatMap(([prefix, names]) =>
		prefix === group.prefix ? [] : names.map((name) => prefix + name),
	);
	const unknown = group.node.pairs.filter(({ key }) => !own.includes(key.text));
	for (const { key } of unknown.slice(0, UNKNOWN_LISTED)) {
		const suggestion = nearest(key.text, [...own, ...elsewhere]) ?? own.join(', ');
		group.report('unknown-field', pointerTo(group.pointer, key.text), key, { field: shortened(key.text), suggestion });
	}
}

/** Parameters are for sentences: a text of any length is cut to one that fits. */
export const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79).replace(/[\ud800-\udbff]$/, '')}…` : text);
