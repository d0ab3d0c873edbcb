import { entryOf, readYaml, YAML_LIMITS } from '../yaml/read-yaml.ts';
import { pair, pointerTo, type YamlNode } from '../yaml/tree.ts';
import { hubRejects } from './hub-rejects.ts';
import { byPlace, type Issue, issue } from './issue.ts';
import { readEntry } from './read-entry.ts';
import type { EvalResult } from './result.ts';
import { withSeveralValues } from './same-task.ts';
import type { Where } from './where.ts';

export type { Where } from './where.ts';

export interface ReadResults {
	readonly results: readonly EvalResult[];
	/** Findings about the file as a whole; those about one entry are on the entry. */
	readonly issues: readonly Issue[];
}

/**
 * Reads a file of `.eval_results/` (hub-docs `eval_results.yaml`): every entry becomes a result, also a broken one, with what is
 * wrong with it. Never throws; a file that is no list, or no YAML at all, gives what can be read of it and an issue that says so.
 */
export function readResults(bytes: Uint8Array, where: Where): ReadResults {
	const { root, documents, issues: fileIssues } = readYaml(bytes);
	const { base, nodes: all, isList } = entries(root, documents);
	const nodes = all.slice(0, YAML_LIMITS.entries);
	const ofFile: Issue[] = [];
	const ofEntries = new Map<number, Issue[]>();
	for (const found of fileIssues) {
		const index = isList ? entryOf(found.pointer) : -1;
		if (index < 0 || index >= nodes.length) ofFile.push(found);
		else ofEntries.set(index, [...(ofEntries.get(index) ?? []), found]);
	}
	if (!isList) ofFile.push(issue('not-a-list', '', root ?? { line: 1, column: 1 }));
	const beyond = all[nodes.length];
	if (beyond) {
		const { bytes: size, entries, depth } = YAML_LIMITS;
		ofFile.push(issue('too-large', base ?? '', beyond, { kilobytes: size / 1024, entries, depth, shown: nodes.length }));
	}
	const pointers = nodes.map((_, index) => (base === undefined ? '' : pointerTo(base, index)));
	const read = nodes.map((node, index) => readEntry(node, index, pointers[index] ?? '', ofEntries.get(index) ?? [], where));
	const sites = nodes.map((node, index) => {
		const { line, column } = pair(node, 'value')?.value ?? node;
		return { pointer: pointerTo(pointers[index] ?? '', 'value'), line, column };
	});
	const results = withSeveralValues(read, sites);
	return { results, issues: [...ofFile, ...hubRejects(results)].sort(byPlace) };
}

interface Entries {
	/** Pointer of the list that the entries stand in; `undefined` for entries without a list. */
	readonly base?: string;
	readonly nodes: readonly YamlNode[];
	/** The file is the list that it should be. */
	readonly isList: boolean;
}

/** An entry without its dash, one or in documents of their own, or a list under a key, is not the format, but means what it means. */
function entries(root: YamlNode | undefined, documents: readonly YamlNode[]): Entries {
	if (root?.kind === 'sequence') return { base: '', nodes: root.items, isList: true };
	if (root?.kind !== 'mapping') return { nodes: [], isList: false };
	const single = documents.filter((document) => pair(document, 'dataset') || pair(document, 'value'));
	if (single.length > 0) return { nodes: single, isList: false };
	const list = root.pairs.find(({ value }) => value.kind === 'sequence' && value.items.some((item) => pair(item, 'dataset')));
	if (list?.value.kind !== 'sequence') return { nodes: [], isList: false };
	return { base: pointerTo('', list.key.text), nodes: list.value.items, isList: false };
}
