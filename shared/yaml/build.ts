import { type AliasEvent, EVENT_ID, type Event, type MappingEvent, type ScalarEvent, type SequenceEvent } from 'js-yaml';
import type { IssueCode } from '../results/issue.ts';
import { scalar, scalarStart } from './scalar.ts';
import { type Place, pointerTo, type YamlNode, type YamlPair, type YamlScalar } from './tree.ts';

export interface Parsed {
	readonly events: readonly Event[];
	/** What the offsets of the events point into. */
	readonly source: string;
}

export interface Site {
	readonly placeAt: (offset: number) => Place;
	readonly report: (code: IssueCode, pointer: string, place: Place, params?: Readonly<Record<string, string | number>>) => void;
	/** Position in the file of the first item of a list at the top. */
	readonly firstIndex: number;
}

/** `- ` that begins an item, or a comment in which such a sign means nothing. */
const DASH_OR_COMMENT = /(?<=^|\s)#[^\r\n]*|-(?=\s|$)/g;

/** The documents of an event stream as trees. Nothing is followed, merged or converted; what would have been is reported. */
export function build({ events, source }: Parsed, site: Site): YamlNode[] {
	let next = 0;
	let reached = 0;
	let muted = false;
	let firstIndex = site.firstIndex;
	const report: Site['report'] = (...finding) => {
		if (!muted) site.report(...finding);
	};

	/** Anything that is not written has the place of what it belongs to. */
	function nothing(place: Place): YamlScalar {
		return { kind: 'scalar', ...place, raw: '', text: '', style: 'plain', reading: { type: 'null', value: null } };
	}

	function tagOf(event: ScalarEvent | MappingEvent | SequenceEvent, pointer: string): void {
		if (event.tagStart >= 0) report('yaml-tag', pointer, site.placeAt(event.tagStart), { tag: source.slice(event.tagStart, event.tagEnd) });
	}

	function alias(event: AliasEvent, pointer: string): YamlScalar {
		const place = site.placeAt(event.anchorStart - 1);
		const raw = source.slice(event.anchorStart - 1, event.anchorEnd);
		report('yaml-alias', pointer, place, { alias: raw });
		reached = event.anchorEnd;
		return { kind: 'scalar', ...place, raw, text: raw, style: 'alias', reading: { type: 'null', value: null } };
	}

	function isEnd(): boolean {
		return next >= events.length || events[next]!.type === EVENT_ID.POP;
	}

	function isUnwritten(event: Event | undefined): boolean {
		return event?.type === EVENT_ID.SCALAR && event.valueStart < 0;
	}

	function node(pointer: string, owner: Place): YamlNode {
		const event = events[next++];
		switch (event?.type) {
			case EVENT_ID.SCALAR: {
				tagOf(event, pointer);
				if (event.valueStart < 0) return nothing(owner);
				reached = event.valueEnd;
				return scalar(source, event, site.placeAt(scalarStart(event)));
			}
			case EVENT_ID.ALIAS:
				return alias(event, pointer);
			case EVENT_ID.SEQUENCE:
				return sequence(event, pointer);
			case EVENT_ID.MAPPING:
				return mapping(event, pointer);
			default:
				return nothing(owner);
		}
	}

	function sequence(event: SequenceEvent, pointer: string): YamlNode {
		tagOf(event, pointer);
		reached = event.start;
		const offset = pointer === '' ? firstIndex : 0;
		const items: YamlNode[] = [];
		while (!isEnd()) {
			const owner = isUnwritten(events[next]) ? nextDash() : site.placeAt(reached);
			items.push(node(pointerTo(pointer, offset + items.length), owner));
		}
		next++;
		return { kind: 'sequence', ...site.placeAt(event.start), items };
	}

	/** An item with nothing in it has no event of its own that says where it is. */
	function nextDash(): Place {
		DASH_OR_COMMENT.lastIndex = reached;
		for (let found = DASH_OR_COMMENT.exec(source); found; found = DASH_OR_COMMENT.exec(source)) {
			if (found[0] !== '-') continue;
			reached = found.index + 1;
			return site.placeAt(found.index);
		}
		return site.placeAt(reached);
	}

	function mapping(event: MappingEvent, pointer: string): YamlNode {
		tagOf(event, pointer);
		reached = event.start;
		const place = site.placeAt(event.start);
		const pairs = new Map<string, YamlPair>();
		while (!isEnd()) {
			const key = keyOf(node(pointer, place));
			const inside = pointerTo(pointer, key.text);
			const merges = key.style === 'plain' && key.text === '<<';
			if (merges) report('yaml-merge-key', pointer, key);
			const outer = muted;
			muted ||= merges;
			const value = isEnd() ? nothing(key) : node(inside, key);
			muted = outer;
			if (merges) continue;
			if (pairs.has(key.text)) report('yaml-duplicate-key', inside, key, { key: key.text });
			else pairs.set(key.text, { key, value });
		}
		next++;
		return { kind: 'mapping', ...place, pairs: [...pairs.values()] };
	}

	const documents: YamlNode[] = [];
	while (next < events.length) {
		next++; // the document itself
		const root = node('', site.placeAt(reached));
		if (root.kind === 'sequence') firstIndex += root.items.length;
		documents.push(root);
		next++; // its end
	}
	return documents;
}

/** A list or a mapping as a key (`? [a, b]`) has no name: it is kept under an empty one. */
function keyOf(node: YamlNode): YamlScalar {
	if (node.kind === 'scalar') return node;
	return {
		kind: 'scalar',
		line: node.line,
		column: node.column,
		raw: '',
		text: '',
		style: 'plain',
		reading: { type: 'null', value: null },
	};
}
