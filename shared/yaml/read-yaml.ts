import { byPlace, type Issue, type IssueCode, issue } from '../results/issue.ts';
import { build, type Parsed, type Site } from './build.ts';
import { type Chunk, chunks } from './chunks.ts';
import { decode } from './decode.ts';
import { places } from './places.ts';
import { attempt, salvage } from './salvage.ts';
import { type Place, pointerTo, type YamlMapping, type YamlNode, type YamlPair, type YamlSequence } from './tree.ts';

export interface YamlLimits {
	readonly bytes: number;
	/** Items of a list at the top, or keys of a mapping that does not parse as a whole. */
	readonly entries: number;
	/** Levels of nesting. */
	readonly depth: number;
}

export const YAML_LIMITS: YamlLimits = { bytes: 256 * 1024, entries: 1000, depth: 20 };

export interface YamlFile {
	/** Absent where the file holds nothing that can be read. Lists of several documents are read as one list. */
	readonly root?: YamlNode;
	readonly text: string;
	/** In the order of the file. What concerns one entry has a pointer that begins with its position: `/0`. */
	readonly issues: readonly Issue[];
}

/** So many findings of one code are listed, the rest would only repeat them. */
const ISSUES_PER_CODE = 100;

/**
 * Reads YAML 1.2 (core schema) of one file into a tree in which everything keeps its line, its column and its text as written.
 * Aliases, merge keys and tags are named and not followed. Never throws: after a syntax error reading goes on at the next
 * top-level entry, and what is past the limits is left out, both as issues. Time is linear in the length.
 */
export function readYaml(bytes: Uint8Array, limits: YamlLimits = YAML_LIMITS): YamlFile {
	const { text, invalidAt, cut } = decode(bytes, limits.bytes);
	const placeAt = places(text);
	const findings = new Map<IssueCode, Issue[]>();
	const report: Site['report'] = (code, pointer, place, params = {}) => {
		if (entryOf(pointer) >= limits.entries) return;
		const known = findings.get(code) ?? [];
		if (known.length < ISSUES_PER_CODE) known.push(issue(code, pointer, place, params));
		findings.set(code, known);
	};
	const tooLarge = new Map<string, Place>();
	const exceeds = (pointer: string, place: Place): void => {
		if (!tooLarge.has(pointer)) tooLarge.set(pointer, place);
	};

	if (invalidAt !== undefined) report('encoding', '', placeAt(invalidAt));
	if (cut) exceeds('', placeAt(text.length));

	const whole = attempt(text, limits.depth);
	const read = whole.ok ? readWhole(whole) : readInParts();
	const root = read?.kind === 'sequence' ? withinLimit(read) : read;

	const shown = root?.kind === 'sequence' ? root.items.length : root?.kind === 'mapping' ? root.pairs.length : 0;
	const { bytes: size, entries, depth } = limits;
	for (const [pointer, place] of tooLarge) {
		report('too-large', pointer, place, { kilobytes: Math.round(size / 1024), entries, depth, shown });
	}
	const issues = [...findings.values()].flat().sort(byPlace);
	return root === undefined ? { text, issues } : { root, text, issues };

	function readWhole(parsed: Parsed): YamlNode | undefined {
		const documents = build(parsed, { placeAt, report, firstIndex: 0 });
		const [first, second] = documents;
		if (first === undefined || second === undefined) return first;
		report('yaml-multiple-documents', '', second, { documents: documents.length });
		const items = documents.flatMap((document) => (document.kind === 'sequence' ? document.items : []));
		return first.kind === 'sequence' ? { ...first, items } : first;
	}

	function readInParts(): YamlNode | undefined {
		const { kind, preamble, entries: parts, separators } = chunks(text);
		if (separators[0] !== undefined) {
			report('yaml-multiple-documents', '', placeAt(separators[0]), { documents: separators.length + 1 });
		}
		const before = preamble ? readPart(preamble, '', 0) : [];
		const [first] = parts;
		if (first === undefined) return before[0];
		const place = placeAt(first.start);
		return kind === 'list' ? { kind: 'sequence', ...place, items: listOf(parts) } : mappingOf(parts, place);
	}

	function listOf(parts: readonly Chunk[]): YamlNode[] {
		return partsWithinLimit(parts).map((part, index) => {
			const [document] = readPart(part, pointerTo('', index), index);
			const item = document?.kind === 'sequence' ? document.items[0] : undefined;
			return item ?? { kind: 'mapping', ...placeAt(part.start), pairs: [] };
		});
	}

	function mappingOf(parts: readonly Chunk[], place: Place): YamlMapping {
		const pairs = new Map<string, YamlPair>();
		for (const part of partsWithinLimit(parts)) {
			const [document] = readPart(part, '', 0);
			for (const pair of document?.kind === 'mapping' ? document.pairs : []) {
				const { key } = pair;
				if (pairs.has(key.text)) report('yaml-duplicate-key', pointerTo('', key.text), key, { key: key.text });
				else pairs.set(key.text, pair);
			}
		}
		return { kind: 'mapping', ...place, pairs: [...pairs.values()] };
	}

	/** Offsets in a part are those in the file less `start`; a line break before it lets the parser see its indentation. */
	function readPart({ start, end }: Chunk, pointer: string, firstIndex: number): readonly YamlNode[] {
		const inFile = (offset: number): Place => placeAt(start + offset - 1);
		const salvaged = salvage(`\n${text.slice(start, end)}`, limits.depth);
		for (const { offset, reason } of salvaged.breakages) {
			if (reason.startsWith('nesting exceeded')) exceeds(pointer, inFile(offset));
			else report('yaml-syntax', pointer, inFile(offset), { reason });
		}
		return build(salvaged, { placeAt: inFile, report, firstIndex });
	}

	function withinLimit(list: YamlSequence): YamlSequence {
		const beyond = list.items[limits.entries];
		if (beyond) exceeds('', beyond);
		return { ...list, items: list.items.slice(0, limits.entries) };
	}

	function partsWithinLimit(parts: readonly Chunk[]): readonly Chunk[] {
		const beyond = parts[limits.entries];
		if (beyond) exceeds('', placeAt(beyond.start));
		return parts.slice(0, limits.entries);
	}
}

/** Position of the entry that a pointer leads into; -1 for the file as a whole and for a key. */
export function entryOf(pointer: string): number {
	const [, index] = /^\/(\d+)(?:\/|$)/.exec(pointer) ?? [];
	return index === undefined ? -1 : Number(index);
}
