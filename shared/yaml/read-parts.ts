import { build } from './build.ts';
import { type Chunk, chunks } from './chunks.ts';
import type { Findings } from './findings.ts';
import type { YamlLimits } from './limits.ts';
import { salvage } from './salvage.ts';
import { type Place, pointerTo, type YamlMapping, type YamlNode, type YamlPair } from './tree.ts';

export interface Broken {
	readonly text: string;
	/** Where the file as a whole stopped being YAML, and why. */
	readonly at: number;
	readonly reason: string;
}

/** Reads a file that is no YAML as a whole, entry by entry. At least one issue says what is wrong. */
export function readParts(
	{ text, at, reason }: Broken,
	limits: YamlLimits,
	placeAt: (offset: number) => Place,
	{ report, exceed }: Findings,
): YamlNode | undefined {
	const { kind, preamble, entries, separators } = chunks(text);
	const parts = entries.slice(0, limits.entries);
	const beyond = entries[limits.entries];
	if (beyond) exceed('', placeAt(beyond.start));
	if (separators[0] !== undefined) {
		report('yaml-multiple-documents', '', placeAt(separators[0]), { documents: separators.length + 1 });
	}
	let brokenParts = 0;
	const before = preamble ? readPart(preamble, '', 0) : [];
	const root = parts.length === 0 ? before[0] : kind === 'list' ? list() : mapping();
	if (brokenParts === 0) {
		// Each entry is YAML by itself: what breaks the file is how they stand to each other.
		const index = parts.findIndex(({ end }) => at < end);
		report('yaml-syntax', kind === 'list' && index >= 0 ? pointerTo('', index) : '', placeAt(at), { reason });
	}
	return root;

	function list(): YamlNode {
		const items = parts.map((part, index): YamlNode => {
			const [document] = readPart(part, pointerTo('', index), index);
			const item = document?.kind === 'sequence' ? document.items[0] : undefined;
			return item ?? { kind: 'mapping', ...placeAt(part.start), pairs: [] };
		});
		return { kind: 'sequence', ...start(), items };
	}

	function mapping(): YamlMapping {
		const pairs = new Map<string, YamlPair>();
		for (const part of parts) {
			const [document] = readPart(part, '', 0);
			for (const pair of document?.kind === 'mapping' ? document.pairs : []) {
				const { key } = pair;
				if (pairs.has(key.text)) report('yaml-duplicate-key', pointerTo('', key.text), key, { key: key.text });
				else pairs.set(key.text, pair);
			}
		}
		return { kind: 'mapping', ...start(), pairs: [...pairs.values()] };
	}

	function start(): Place {
		return placeAt(parts[0]?.start ?? 0);
	}

	/** Offsets in a part are those in the file less its start; a line break before it lets the parser see its indentation. */
	function readPart({ start, end }: Chunk, pointer: string, firstIndex: number): readonly YamlNode[] {
		const inFile = (offset: number): Place => placeAt(start + offset - 1);
		const salvaged = salvage(`\n${text.slice(start, end)}`, limits.depth);
		if (salvaged.breakages.length > 0) brokenParts += 1;
		for (const breakage of salvaged.breakages) {
			if (breakage.reason.startsWith('nesting exceeded')) exceed(pointer, inFile(breakage.offset));
			else report('yaml-syntax', pointer, inFile(breakage.offset), { reason: breakage.reason });
		}
		return build(salvaged, { placeAt: inFile, report, firstIndex });
	}
}
