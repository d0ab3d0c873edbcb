import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../shared/yaml/read-yaml.ts';
import { field, json, type YamlNode, type YamlScalar } from '../../../shared/yaml/tree.ts';
import { yamlBytes } from './yaml-bytes.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => readYaml(bytes(text));
const value = (text: string): unknown => {
	const { root } = read(text);
	return root && json(root);
};
const found = (text: string): string[] => read(text).issues.map((issue) => `${issue.code} ${issue.pointer} ${issue.line}:${issue.column}`);

function scalarAt(node: YamlNode | undefined): YamlScalar {
	if (node?.kind !== 'scalar') throw new Error('no scalar there');
	return node;
}

describe('text as written', () => {
	it.each([
		['20.90', '20.90', '20.90', 'plain', { type: 'float', value: 20.9 }],
		["'20.90'", "'20.90'", '20.90', 'quoted', { type: 'string', value: '20.90' }],
		['"a\\tb"', '"a\\tb"', 'a\tb', 'quoted', { type: 'string', value: 'a\tb' }],
		['0x1F', '0x1F', '0x1F', 'plain', { type: 'int', value: 31 }],
		['-.inf', '-.inf', '-.inf', 'plain', { type: 'float', value: -Infinity }],
		['1e999', '1e999', '1e999', 'plain', { type: 'float', value: Infinity }],
		['-0.0', '-0.0', '-0.0', 'plain', { type: 'float', value: 0 }],
		['yes', 'yes', 'yes', 'plain', { type: 'string', value: 'yes' }],
		['True', 'True', 'True', 'plain', { type: 'bool', value: true }],
		['~', '~', '~', 'plain', { type: 'null', value: null }],
		['2026-08-03', '2026-08-03', '2026-08-03', 'plain', { type: 'string', value: '2026-08-03' }],
	])('reads %s', (written, raw, text, style, reading) => {
		const node = scalarAt(field(read(`value: ${written}\n`).root, 'value'));
		expect(node).toEqual({ kind: 'scalar', line: 1, column: 8, raw, text, style, reading });
	});

	it('reads block scalars as text', () => {
		expect(value('a: >\n  one\n  two\nb: |\n  88\n')).toEqual({ a: 'one two\n', b: '88\n' });
	});

	it('keeps half a surrogate out of the text', () => {
		expect(value('a: "x\\ud800y"')).toEqual({ a: 'x\ufffdy' });
	});

	it('takes a key like __proto__ for a key', () => {
		expect(Object.keys(value('__proto__: 1') as object)).toEqual(['__proto__']);
	});
});

describe('places', () => {
	it('gives every item its line, also an empty one', () => {
		const { root } = read('# a - b\n- a\n-\n-   # c - d\n- [x]\n-\n');
		const lines = root?.kind === 'sequence' ? root.items.map((item) => item.line) : [];
		expect(lines).toEqual([2, 3, 4, 5, 6]);
	});

	it.each([
		['CRLF', '- a: 1\r\n  b: 2\r\n'],
		['byte order mark', '\ufeff- a: 1\n  b: 2\n'],
	])('are right with %s', (_, text) => {
		const { root, issues } = read(text);
		const item = root?.kind === 'sequence' ? root.items[0] : undefined;
		expect(issues).toEqual([]);
		expect(field(item, 'b')).toMatchObject({ line: 2, column: 6, reading: { value: 2 } });
	});
});

describe('what it names instead of following it', () => {
	it.each([
		['- &a 1\n- *a\n', [1, null], ['yaml-alias /1 2:3']],
		['- {a: 1}\n- <<: *x\n  b: 2\n', [{ a: 1 }, { b: 2 }], ['yaml-merge-key /1 2:3']],
		['- a: !!str 5\n', [{ a: '5' }], ['yaml-tag /0/a 1:6']],
		['- a: !secret 5\n', [{ a: 5 }], ['yaml-tag /0/a 1:6']],
		['- a: 1\n  a: 2\n', [{ a: 1 }], ['yaml-duplicate-key /0/a 2:3']],
		['- a: 1\n---\n- b: 2\n', [{ a: 1 }, { b: 2 }], ['yaml-multiple-documents  3:1']],
	])('%j', (text, expected, issues) => {
		expect(value(text)).toEqual(expected);
		expect(found(text)).toEqual(issues);
	});

	it('names the first byte that is no UTF-8 and reads the rest', () => {
		const { root, issues } = readYaml(new Uint8Array([...bytes('- a: é\n  b: '), 0xff, ...bytes('x\n  c: 1\n')]));
		expect(root && json(root)).toEqual([{ a: 'é', b: '\ufffdx', c: 1 }]);
		expect(issues).toMatchObject([{ code: 'encoding', line: 2, column: 6 }]);
	});

	it('has nothing to say about an empty file', () => {
		expect(read('# nothing\n')).toMatchObject({ issues: [] });
		expect(read('').root).toBeUndefined();
	});
});

describe('after a syntax error', () => {
	it.each([
		['a colon too many', '- a: 1\n  b: x: y\n  c: 3\n- a: 2\n', [{ a: 1, c: 3 }, { a: 2 }], ['yaml-syntax /0 2:3']],
		['an open quote', '- a: 1\n  b: "x\n  c: 3\n- a: 2\n', [{ a: 1, c: 3 }, { a: 2 }], ['yaml-syntax /0 2:3']],
		['an open bracket', '- a: 1\n- b: [x\n  c: 3\n- a: 2\n', [{ a: 1 }, { c: 3 }, { a: 2 }], ['yaml-syntax /1 2:3']],
		['a key without colon', '- a: 1\n  b 2\n  c: 3\n', [{ a: 1, c: 3 }], ['yaml-syntax /0 2:3']],
		['a wrong margin', '- a: 1\n   b: 2\n  c: 3\n', [{ a: 1, c: 3 }], ['yaml-syntax /0 2:4']],
		['a NUL', '- a: \0\n- b: 2\n', [null, { b: 2 }], ['yaml-syntax /0 1:3']],
		['a list with its own margin', '# x\n  - a: 1\n    b: [\n  - a: 2\n', [{ a: 1 }, { a: 2 }], ['yaml-syntax /0 3:5']],
		['two documents', '- a: 1\n---\n- b: "\n', [{ a: 1 }, null], ['yaml-multiple-documents  2:1', 'yaml-syntax /1 3:3']],
		[
			'an item with another margin',
			'- a: 1\n  b: 2\n - a: 3\n   b: 4\n- a: 5\n',
			[{ a: 1, b: 2 }, { a: 3, b: 4 }, { a: 5 }],
			['yaml-syntax /1 3:2'],
		],
		['an item left of the first', '  - a: 1\n- a: 2\n', [{ a: 1 }, { a: 2 }], ['yaml-syntax /1 2:1']],
		[
			'a mapping',
			'a: 1\nb: "x\nc:\n- d: 1\n- e: f: g\n- h: 1\n',
			{ a: 1, c: [{ d: 1 }, { h: 1 }] },
			['yaml-syntax  2:1', 'yaml-syntax  5:3'],
		],
	])('goes on after %s', (_, text, expected, issues) => {
		expect(value(text)).toEqual(expected);
		expect(found(text)).toEqual(issues);
	});

	it('leaves out what is indented under a broken line, so that it cannot end up elsewhere', () => {
		expect(value('- dataset:\n    id: real\n  other: a: b\n    task_id: fake\n  value: 1\n')).toEqual([
			{ dataset: { id: 'real' }, value: 1 },
		]);
	});

	it('says that tabs are the reason', () => {
		expect(read('- a: 1\n\tb: 2\n').issues).toMatchObject([
			{ code: 'yaml-syntax', line: 2, params: { reason: 'tab characters must not be used in indentation' } },
		]);
	});
});

describe('limits', () => {
	it('reads 1,000 entries of more', () => {
		const { root, issues } = read('- a\n'.repeat(1500));
		expect(root).toMatchObject({ items: { length: 1000 } });
		expect(issues).toMatchObject([{ code: 'too-large', line: 1001, params: { entries: 1000, shown: 1000 } }]);
	});

	it('reads 256 kB of more, up to an entry that is whole', () => {
		const entry = `- a: ${'x'.repeat(1000)}\n  b: 1\n`;
		const { root, issues } = read(entry.repeat(300));
		const items = root?.kind === 'sequence' ? root.items : [];
		expect(items.length).toBe(Math.floor((256 * 1024) / entry.length));
		expect(items.every((item) => field(item, 'b'))).toBe(true);
		expect(issues).toMatchObject([{ code: 'too-large', params: { kilobytes: 256, shown: items.length } }]);
	});

	it('reads 20 levels of more, and the other entries', () => {
		expect(value(`- ${'['.repeat(40)}${']'.repeat(40)}\n- b: 2\n`)).toEqual([null, { b: 2 }]);
		expect(found(`- ${'['.repeat(40)}${']'.repeat(40)}\n- b: 2\n`)).toEqual(['too-large /0 1:3']);
	});

	it.each([
		'- "\n',
		'a: "\n',
		'- a: b: c\n',
		'[',
		'{a: ',
		'? a\n',
		'- &a !b\n',
		'\0',
		`- a: "${'x\n  '.repeat(2000)}\n`,
		'- [a]: b\n',
		'---\n',
	])('reads 300 kB of %j in time', (piece) => {
		const text = piece.repeat(Math.floor((300 * 1024) / piece.length));
		const begin = performance.now();
		read(text);
		expect(performance.now() - begin).toBeLessThan(4000);
	});
});

it('never throws, whatever the bytes, and every place is in the file', () => {
	fc.assert(
		fc.property(yamlBytes, (input) => {
			const { root, text, issues } = readYaml(input);
			const lines = text.split(/\r\n|\r|\n/).length;
			for (const issue of issues) {
				expect(issue.line).toBeGreaterThanOrEqual(1);
				expect(issue.line).toBeLessThanOrEqual(lines);
				expect(issue.column).toBeGreaterThanOrEqual(1);
			}
			if (root) JSON.stringify(json(root));
		}),
		{ numRuns: Number(process.env.EVALMARK_RUNS ?? 1000) },
	);
});
