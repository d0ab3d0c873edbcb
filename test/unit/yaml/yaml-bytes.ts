import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';

const fixtureFolder = new URL('../../fixtures/results/', import.meta.url);
const fixtures = existsSync(fixtureFolder) ? readdirSync(fixtureFolder).map((name) => readFileSync(new URL(name, fixtureFolder))) : [];

const scrap = fc.constantFrom(
	'- ',
	'-',
	'\n',
	'\n  ',
	'\n- ',
	'\n    ',
	': ',
	':',
	' ',
	'\t',
	'\r\n',
	'\r',
	'"',
	"'",
	'[',
	']',
	'{',
	'}',
	',',
	'? ',
	'|',
	'>',
	'|+',
	'#',
	' # x',
	'&a ',
	'*a',
	'<<: ',
	'!!str ',
	'!x ',
	'%YAML 1.2',
	'---',
	'\n---\n',
	'\n...\n',
	'~',
	'null',
	'.inf',
	'.nan',
	'1e999',
	'0x1f',
	'88%',
	'20.90',
	'dataset:',
	'id: a/b',
	'task_id: t',
	'value: ',
	'source:',
	'url: ',
	'https://a.b',
	'date: ',
	'2026-01-01',
	'notes: ',
	'verifyToken: ',
	'__proto__: ',
	'constructor: ',
	'\0',
	'\ufeff',
	'\ud7ff',
	'é',
	'😀',
	'\\u0041',
	'\\ud800',
	'\u2028',
	'x',
);
const grammar = fc.array(scrap, { maxLength: 60 }).map((parts) => new TextEncoder().encode(parts.join('')));

const nested = fc
	.tuple(
		fc.constantFrom('[', '{a: ', '- ', '? ', '&a [', '- a:\n ', '"'),
		fc.integer({ min: 1, max: 60 }),
		fc.constantFrom('', ']', '}', 'x'),
	)
	.map(([open, times, close]) => new TextEncoder().encode(open.repeat(times) + close.repeat(times)));

const cutOrPaste = fc.record({ at: fc.nat(), remove: fc.nat({ max: 12 }), insert: fc.oneof(fc.uint8Array({ maxLength: 4 }), grammar) });
const mutated =
	fixtures.length === 0
		? grammar
		: fc.tuple(fc.constantFrom(...fixtures), fc.array(cutOrPaste, { minLength: 1, maxLength: 4 })).map(([file, edits]) =>
				edits.reduce<Uint8Array>((bytes, { at, remove, insert }) => {
					const from = at % (bytes.length + 1);
					return new Uint8Array([...bytes.subarray(0, from), ...insert, ...bytes.subarray(from + remove)]);
				}, file),
			);

/** Any bytes: at random, scraps of YAML, deep nesting, and our fixtures with pieces cut out and pasted in. */
export const yamlBytes: fc.Arbitrary<Uint8Array> = fc.oneof(fc.uint8Array({ maxLength: 200 }), { weight: 3, arbitrary: grammar }, nested, {
	weight: 3,
	arbitrary: mutated,
});
