/** Where something begins in its file, both 1-based, the column in UTF-16 code units. */
export interface Place {
	readonly line: number;
	readonly column: number;
}

/** How a scalar is written. An alias is never followed: it stands in the tree as a null scalar with its text. */
export type ScalarStyle = 'plain' | 'quoted' | 'block' | 'alias';

/** What a scalar means under the YAML 1.2 core schema (spec §10.3.2); quoted and block scalars are strings. */
export type Reading =
	| { readonly type: 'null'; readonly value: null }
	| { readonly type: 'bool'; readonly value: boolean }
	| { readonly type: 'int' | 'float'; readonly value: number }
	| { readonly type: 'string'; readonly value: string };

export interface YamlScalar extends Place {
	readonly kind: 'scalar';
	/** As it stands in the file, with its quotes; `''` where nothing is written. */
	readonly raw: string;
	/** Without quotes, escapes and folds: `20.90` stays `20.90`. */
	readonly text: string;
	readonly style: ScalarStyle;
	readonly reading: Reading;
}

export interface YamlPair {
	readonly key: YamlScalar;
	readonly value: YamlNode;
}

/** Keys are unique: of a key that is written twice the first stands and the second is an issue. */
export interface YamlMapping extends Place {
	readonly kind: 'mapping';
	readonly pairs: readonly YamlPair[];
}

export interface YamlSequence extends Place {
	readonly kind: 'sequence';
	readonly items: readonly YamlNode[];
}

export type YamlNode = YamlScalar | YamlMapping | YamlSequence;

/** The pair of that key, `undefined` where the node is no mapping or has no such key. */
export function pair(node: YamlNode | undefined, key: string): YamlPair | undefined {
	return node?.kind === 'mapping' ? node.pairs.find((candidate) => candidate.key.text === key) : undefined;
}

/** The value of that key, `undefined` where the node is no mapping or has no such key. */
export function field(node: YamlNode | undefined, key: string): YamlNode | undefined {
	return pair(node, key)?.value;
}

export const isNull = (node: YamlNode): boolean => node.kind === 'scalar' && node.reading.type === 'null';

/** JSON of the node. `.inf` and `.nan`, which JSON has no numbers for, stay as written. A key `__proto__` is a key like any other. */
export function json(node: YamlNode): unknown {
	switch (node.kind) {
		case 'sequence':
			return node.items.map(json);
		case 'mapping':
			return Object.fromEntries(node.pairs.map(({ key, value }) => [key.text, json(value)]));
		case 'scalar': {
			const { reading } = node;
			return typeof reading.value === 'number' && !Number.isFinite(reading.value) ? node.text : reading.value;
		}
	}
}

/** RFC 6901: one step further down. */
export const pointerTo = (parent: string, step: string | number): string =>
	`${parent}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
