import { shortened } from '../results/entry-fields.ts';
import { type Issue, type IssueCode, issue } from '../results/issue.ts';
import { nearest } from '../results/nearest.ts';
import { isNull, json, type Place, pair, pointerTo, type YamlMapping, type YamlNode, type YamlPair } from '../yaml/tree.ts';

/** More of them in one mapping would only repeat it. */
const UNKNOWN_LISTED = 100;

/** One mapping of an `eval.yaml` with where it stands; what is wrong with its fields goes to `issues`. */
export interface Fields {
	readonly mapping: YamlMapping;
	readonly pointer: string;
	readonly issues: Issue[];
}

/** The field that is written and is not null. */
export function written(fields: Fields, name: string): YamlPair | undefined {
	const found = pair(fields.mapping, name);
	return found && !isNull(found.value) ? found : undefined;
}

/** Reports what is wrong with a field, or with the whole mapping where `name` is empty. */
export function report(fields: Fields, code: IssueCode, name: string, place: Place, params: Issue['params'] = {}): void {
	fields.issues.push(issue(code, name === '' ? fields.pointer : pointerTo(fields.pointer, name), place, params));
}

/** Text as written. A number or a boolean is taken by its text and reported; a list or a mapping is no text. */
export function text(fields: Fields, name: string): string | undefined {
	const found = written(fields, name);
	if (!found) return undefined;
	const { value } = found;
	if (value.kind === 'scalar' && value.reading.type === 'string') return value.text;
	wrongType(fields, name, value, 'string');
	return value.kind === 'scalar' ? value.text : undefined;
}

export function mapping(fields: Fields, name: string): Readonly<Record<string, unknown>> | undefined {
	const found = written(fields, name);
	if (!found) return undefined;
	if (found.value.kind === 'mapping') return record(found.value);
	wrongType(fields, name, found.value, 'mapping');
	return undefined;
}

export function boolean(fields: Fields, name: string): boolean | undefined {
	const found = written(fields, name);
	if (!found) return undefined;
	if (found.value.kind === 'scalar' && found.value.reading.type === 'bool') return found.value.reading.value;
	wrongType(fields, name, found.value, 'boolean');
	return undefined;
}

/** A whole number from 1. */
export function count(fields: Fields, name: string): number | undefined {
	const found = written(fields, name);
	if (!found) return undefined;
	const { value } = found;
	if (value.kind === 'scalar' && value.reading.type === 'int' && value.reading.value >= 1) return value.reading.value;
	wrongType(fields, name, value, 'integer from 1');
	return undefined;
}

/** The items of a list. One item that stands there without a list is taken as a list of it, and reported. */
export function list(fields: Fields, name: string): readonly YamlNode[] | undefined {
	const found = written(fields, name);
	if (!found) return undefined;
	if (found.value.kind === 'sequence') return found.value.items;
	wrongType(fields, name, found.value, 'list');
	return [found.value];
}

export function wrongType(fields: Fields, name: string, found: YamlNode, expected: string): void {
	// an item of a list is called by the list: `solvers[1]`
	const field = /^\d+$/.test(name) ? `${fields.pointer.split('/').at(-1)}[${name}]` : name;
	report(fields, 'wrong-type', name, found, { field, expected, found: typeOf(found) });
}

/** Says which fields have no meaning here, and which one was probably meant. `tolerated`: read, but not what one should write. */
export function unknownFields(fields: Fields, known: readonly string[], tolerated: readonly string[] = []): void {
	const unknown = fields.mapping.pairs.filter(({ key }) => !known.includes(key.text) && !tolerated.includes(key.text));
	for (const { key } of unknown.slice(0, UNKNOWN_LISTED)) {
		const suggestion = nearest(key.text, known) ?? known.join(', ');
		report(fields, 'unknown-field', key.text, key, { field: shortened(key.text), suggestion });
	}
}

/** JSON of a mapping. */
function record(node: YamlMapping): Readonly<Record<string, unknown>> {
	// the JSON of a mapping is an object
	return json(node) as Readonly<Record<string, unknown>>;
}

function typeOf(node: YamlNode): string {
	if (node.kind !== 'scalar') return node.kind === 'sequence' ? 'list' : 'mapping';
	switch (node.reading.type) {
		case 'bool':
			return 'boolean';
		case 'int':
		case 'float':
			return 'number';
		default:
			return node.reading.type;
	}
}
