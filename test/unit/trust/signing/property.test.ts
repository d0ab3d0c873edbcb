import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { readResults } from '../../../../shared/results/read-results.ts';
import { signatureOf } from '../../../../shared/trust/signature/signature-of.ts';
import { signedFile } from '../../../../shared/trust/signing/signed-file.ts';
import { listed, NOW, signing } from './signer.ts';

const runs = Math.min(Number(process.env.EVALMARK_RUNS ?? 300), 10_000);

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/);
/** As many spellings of decimal numbers as there are, and none that two readers read as two. */
const value = fc
	.tuple(
		fc.constantFrom('', '-'),
		fc.stringMatching(/^(?:0|[1-9]\d{0,4})$/),
		fc.stringMatching(/^(?:\.\d{1,6})?$/),
		fc.stringMatching(/^(?:e[+-]?\d)?$/),
	)
	.map((parts) => parts.join(''))
	.filter((text) => !Object.is(Number(text), -0));
const comment = fc.constantFrom('', '', ' # as measured', '   ', ' #', '\t# é 评测');
const between = fc.constantFrom('', '', '\n', '# a comment: with - dashes\n', '\n  # value: 3\n\n');
/** What stands in the place of a token; `undefined`: nothing. */
const token = fc.option(
	fc.constantFrom(
		['verifyToken: ', 'eyJhbGciOiJFZDI1NTE5In0.e30.AA', ''],
		['verifyToken: ', '"quoted: # text"', ' # from last year'],
		["'verifyToken':  ", "'it''s'", ''],
		['verifyToken: ', '~', ''],
	),
	{ nil: undefined },
);
const extra = fc.constantFrom(
	undefined,
	'notes: "a: - \\"b\\" # c"',
	'date: "2026-01-31"',
	'notes: |\nINDENT  value: 1\nINDENT  verifyToken: none',
	'source:\nINDENT  url: https://x.example/a#b\nINDENT  name: x',
);

interface Entry {
	readonly lines: readonly string[];
	/** The same with `TOKEN` in its place. */
	readonly after: readonly string[];
}

const entry = fc
	.record({
		id: fc.tuple(name, name).map((parts) => parts.join('/')),
		task: name,
		inBraces: fc.boolean(),
		value,
		quote: fc.constantFrom('', '', '"', "'"),
		comment,
		token,
		extra,
		order: fc.integer({ min: 0, max: 23 }),
		margin: fc.constantFrom(0, 2),
		dash: fc.integer({ min: 1, max: 3 }),
	})
	.map(({ id, task, inBraces, value, quote, comment, token, extra, order, dash }) => (margin: number): Entry => {
		const indent = ' '.repeat(margin + 1 + dash);
		const dataset = inBraces ? [`dataset: {id: ${id}, task_id: "${task}"}`] : ['dataset:', `  id: ${id}`, `  task_id: "${task}"`];
		const score = `value: ${quote}${value}${quote}${comment}`;
		const had = token ? [`${token.join('')}`] : [];
		const has = token ? [`${token[0]}TOKEN${token[2]}`] : [];
		const more = extra ? extra.replaceAll('INDENT', '').split('\n') : [];
		const shuffled = (groups: readonly (readonly string[])[]) => {
			const rest = [...groups];
			const fields: string[] = [];
			for (let left = order; rest.length > 0; left = Math.floor(left / rest.length || 0))
				fields.push(...(rest.splice(left % rest.length, 1)[0] ?? []));
			return fields.map((line, at) => (at === 0 ? `${' '.repeat(margin)}-${' '.repeat(dash)}${line}` : `${indent}${line}`));
		};
		return {
			lines: shuffled([dataset, [score], had, more]),
			after: shuffled([dataset, token ? [score] : [score, 'verifyToken: TOKEN'], has, more]),
		};
	});

const file = fc
	.record({
		entries: fc.array(fc.tuple(between, entry), { minLength: 1, maxLength: 4 }),
		margin: fc.constantFrom(0, 2),
		top: fc.constantFrom('', '# scores\n', '---\n', '\n\n'),
		mark: fc.constantFrom('', '\ufeff'),
		ending: fc.constantFrom('\n', '\r\n', '\r'),
		isEnded: fc.boolean(),
	})
	.map(({ entries, margin, top, mark, ending, isEnded }) => {
		const made = entries.map(([before, one]) => ({ before, ...one(margin) }));
		const whole = (side: 'lines' | 'after') => {
			const text = top + made.map((one) => `${one.before}${one[side].join('\n')}`).join('\n') + (isEnded ? '\n' : '');
			return mark + text.replaceAll('\n', ending);
		};
		return { before: whole('lines'), after: whole('after'), count: made.length };
	});

const withoutTokens = (text: string): unknown =>
	JSON.parse(JSON.stringify(load(text.replace(/^\ufeff/, '')), (key, value) => (key === 'verifyToken' ? undefined : value)));

test('of any file only the tokens change, and each is found good', () => {
	fc.assert(
		fc.property(file, ({ before, after, count }) => {
			const made = signedFile(new TextEncoder().encode(before), signing);
			if (!made.ok) throw new Error(`${JSON.stringify(made.refusals)}\n${before}`);
			const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(made.bytes);
			expect(made.entries).toHaveLength(count);
			expect(made.entries.reduce((rest, { token }) => rest.replace(token, 'TOKEN'), text)).toBe(after);
			expect(withoutTokens(text)).toEqual(withoutTokens(before));
			const { results, issues } = readResults(made.bytes, { evidence: '', tasksOf: () => undefined });
			const checking = { repository: signing.repository, keys: [listed], now: NOW, fileIssues: issues, vouches: false };
			expect(results.map((result) => signatureOf(result, checking)?.state)).toEqual(results.map(() => 'verified'));
		}),
		{ numRuns: runs },
	);
});

test('whatever the text, it is signed or refused with a place, and never thrown at', () => {
	const piece = fc.constantFrom(
		'- ',
		'\n',
		'  ',
		'dataset:',
		' {id: a/b, task_id: c}',
		'value:',
		' 1',
		' [',
		']',
		'}',
		'"',
		':',
		'? ',
		'|',
		'\t',
		'\r',
		'&a ',
		'*a',
		'---\n',
		'# ',
		'verifyToken:',
	);
	fc.assert(
		fc.property(
			fc.oneof(
				fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
				fc.string({ unit: 'binary' }),
			),
			(text) => {
				const made = signedFile(new TextEncoder().encode(text), signing);
				if (!made.ok) for (const { line } of made.refusals) expect(line).toBeGreaterThan(0);
				else expect(made.entries.length).toBeGreaterThan(0);
			},
		),
		{ numRuns: Math.max(runs, 1000) },
	);
});
