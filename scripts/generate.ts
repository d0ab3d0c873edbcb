/**
 * Compiles the JSON Schemas that a face checks input with into plain functions. ajv itself never ships: it builds functions
 * from text at run time, which extension pages forbid, and it is 25 times as large as what it compiles.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import type { HostStub, Spot } from '../shared/hosts/host.ts';
import { stubs } from '../shared/hosts/registry.ts';

const root = new URL('../', import.meta.url);

/** Schema → the module that checks it, and the name that the module exports. A `.d.ts` beside it is committed. */
const validators = [
	{ schema: 'schemas/export.schema.json', module: 'shared/exports/validate-export.generated.js', name: 'validateExport' },
	{
		schema: 'schemas/signed-result.schema.json',
		module: 'shared/trust/schemes/validate-signed-result.generated.js',
		name: 'validateSignedResult',
	},
	{ schema: 'schemas/key-list.schema.json', module: 'shared/trust/keys/validate-key-list.generated.js', name: 'validateKeyList' },
] as const;

/** ajv's ESM output still calls `require` for its runtime helpers, which neither browsers nor Node's ESM have. */
function withImports(code: string): string {
	const imports = new Map<string, string>();
	const body = code.replace(/require\("(ajv\/dist\/runtime\/[a-z0-9]+)"\)\.default/g, (_call, id: string) => {
		const name = imports.get(id) ?? `runtime${imports.size}`;
		imports.set(id, name);
		return `(${name}.default ?? ${name})`;
	});
	if (body.includes('require(')) throw new Error('ajv changed: a require is left in a compiled validator');
	return [...[...imports].map(([id, name]) => `import ${name} from "${id}.js";`), body].join('\n');
}

/** What explains a schema to people and decides nothing: it would be most of the compiled file. */
const EXPLANATIONS = new Set(['title', 'description', 'examples', 'contentEncoding']);

/** A schema without its explanations. A property that happens to be called `title` is kept: it stands under `properties`. */
function bare(schema: unknown, names = false): unknown {
	if (Array.isArray(schema)) return schema.map((item) => bare(item));
	if (typeof schema !== 'object' || schema === null) return schema;
	return Object.fromEntries(
		Object.entries(schema)
			.filter(([key]) => names || !EXPLANATIONS.has(key))
			.map(([key, value]) => [key, bare(value, !names && (key === 'properties' || key === '$defs'))]),
	);
}

for (const { schema, module, name } of validators) {
	const definition = JSON.parse(readFileSync(new URL(schema, root), 'utf8'));
	const ajv = new Ajv2020({ code: { source: true, esm: true }, allowUnionTypes: true, inlineRefs: false });
	// `bare` keeps the shape: an object stays one.
	ajv.addSchema(bare(definition) as object);
	const file = fileURLToPath(new URL(module, root));
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, withImports(standaloneCode(ajv, { [name]: definition.$id })));
}

/** Selectors of which each is asked for once, though several hosts have it. */
const selectors = (wanted: readonly HostStub[]) => [...new Set(wanted.flatMap(({ marks }) => marks.split(',')))].join();

/** What pages and the popup ask, as plain values: lists that a script puts together on each page would be bytes. */
const values = {
	islands: selectors(stubs.filter(({ kind }) => kind)),
	spots: Object.fromEntries(stubs.map(({ id, spots }) => [id, placesOf(spots)])),
};
const lines = Object.entries(values).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`);
writeFileSync(fileURLToPath(new URL('shared/hosts/stubs.generated.js', root)), lines.join(''));

/**
 * What the stub asks each page, for each host that a site may be of, and for sites of which it is not known yet. A server of somebody's own
 * may run several of them, so that all marks are asked for there; the place is kept for the one that it turned out to be.
 */
const anywhere = selectors(stubs.filter(({ only }) => !only));
const ownWords = stubs.find(({ id }) => id === 'git')?.spots.slice(0, 1) ?? [];
const asked = {
	any: [anywhere, placesOf(ownWords), '', 0],
	...Object.fromEntries(
		stubs.map(({ id, marks, spots, only, names = '', whole }) => [id, [only ? marks : anywhere, placesOf(spots), names, whole ? 1 : 0]]),
	),
};
writeFileSync(fileURLToPath(new URL('extension/content/asked.generated.json', root)), `${JSON.stringify(asked, null, '\t')}\n`);

function placesOf(spots: readonly Spot[]) {
	return spots.map(({ selector, position }) => [selector, position] as const);
}
