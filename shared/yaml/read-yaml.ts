import type { Issue } from '../results/issue.ts';
import { build, type Parsed, type Site } from './build.ts';
import { decode } from './decode.ts';
import { findings } from './findings.ts';
import { YAML_LIMITS, type YamlLimits } from './limits.ts';
import { places } from './places.ts';
import { readParts } from './read-parts.ts';
import { attempt } from './salvage.ts';
import type { YamlNode } from './tree.ts';

export { YAML_LIMITS } from './limits.ts';

export interface YamlFile {
	/** Absent where the file holds nothing that can be read. Lists of several documents are read as one list. */
	readonly root?: YamlNode;
	/** All documents of a file that parses as a whole and is no list; else only `root`. */
	readonly documents: readonly YamlNode[];
	readonly text: string;
	/** In the order of the file. What concerns one entry of a list has a pointer that begins with its position: `/0`. */
	readonly issues: readonly Issue[];
}

/**
 * Reads YAML 1.2 (core schema) of one file into a tree in which everything keeps its line, its column and its text as written.
 * Aliases, merge keys and tags are named and not followed. Never throws: after a syntax error reading goes on at the next
 * top-level entry, and what is past the limits is left out, both as issues. Time is linear in the length.
 */
export function readYaml(bytes: Uint8Array, limits: YamlLimits = YAML_LIMITS): YamlFile {
	const { text, invalidAt, cut } = decode(bytes, limits.bytes);
	const placeAt = places(text);
	const found = findings(limits);
	if (invalidAt !== undefined) found.report('encoding', '', placeAt(invalidAt));
	if (cut) found.exceed('', placeAt(text.length));

	const whole = attempt(text, limits.depth);
	const documents = whole.ok
		? readWhole(whole, { placeAt, report: found.report, firstIndex: 0 })
		: [readParts({ text, ...whole }, limits, placeAt, found) ?? []].flat();
	const [first, ...more] = documents;
	if (first?.kind !== 'sequence') {
		const issues = found.all(first?.kind === 'mapping' ? first.pairs.length : 0);
		return first === undefined ? { documents, text, issues } : { root: first, documents, text, issues };
	}
	const beyond = first.items[limits.entries];
	if (beyond) found.exceed('', beyond);
	const root: YamlNode = { ...first, items: first.items.slice(0, limits.entries) };
	const issues = found.all(root.items.length).filter(({ pointer }) => entryOf(pointer) < limits.entries);
	return { root, documents: [root, ...more], text, issues };
}

function readWhole(parsed: Parsed, site: Site): readonly YamlNode[] {
	const documents = build(parsed, site);
	const [first, second] = documents;
	if (first === undefined || second === undefined) return documents;
	site.report('yaml-multiple-documents', '', second, { documents: documents.length });
	if (first.kind !== 'sequence') return documents;
	return [{ ...first, items: documents.flatMap((document) => (document.kind === 'sequence' ? document.items : [])) }];
}

/** Position of the entry of a list that a pointer leads into; -1 for the file as a whole. */
export function entryOf(pointer: string): number {
	const [, index] = /^\/(\d+)(?:\/|$)/.exec(pointer) ?? [];
	return index === undefined ? -1 : Number(index);
}
