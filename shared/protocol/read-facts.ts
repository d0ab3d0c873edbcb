import type { Embedded, PageFacts, ShownFile } from '../hosts/page-facts.ts';
import { fieldsOf, textOf } from './read-page.ts';

/** A head with more of them than this says nothing that a host's own pages say. */
const MOST = 500;

/** What a page says of itself, in a message; fields that are too long or of another kind are left out. `undefined` without an address. */
export function readFacts(value: unknown): PageFacts | undefined {
	const fields = fieldsOf(value);
	const url = textOf(fields?.url);
	if (!fields || url === undefined) return undefined;
	return {
		url,
		metas: pairs(fields.metas, 'name', 'content'),
		links: pairs(fields.links, 'rel', 'href'),
		embedded: list(fields.embedded).flatMap(embedded),
		shows: (['.eval_results', 'eval.yaml'] as const satisfies readonly ShownFile[]).filter((name) => list(fields.shows).includes(name)),
	};
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, MOST) : []);

function pairs<A extends string, B extends string>(value: unknown, one: A, other: B): readonly Readonly<Record<A | B, string>>[] {
	return list(value).flatMap((item) => {
		const first = textOf(fieldsOf(item)?.[one]);
		const second = textOf(fieldsOf(item)?.[other]);
		// The two keys are the record's.
		return first === undefined || second === undefined ? [] : [{ [one]: first, [other]: second } as Readonly<Record<A | B, string>>];
	});
}

function embedded(item: unknown): readonly Embedded[] {
	const fields = fieldsOf(item);
	const name = textOf(fields?.name);
	const project = textOf(fields?.project);
	const shows = textOf(fields?.shows);
	return name === undefined ? [] : [{ name, ...(project !== undefined && { project }), ...(shows !== undefined && { shows }) }];
}
