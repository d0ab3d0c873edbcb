import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PLACEHOLDER_AUTHOR, patch } from '../../../shared/citing/patch.ts';
import { oid } from '../../../shared/git/oid.ts';
import { bundled } from '../../../shared/messages/catalogue.ts';
import { words } from '../../../shared/messages/words.ts';
import { yamlBytes } from '../yaml/yaml-bytes.ts';
import { AT, applied, digest, found } from './apply-patch.ts';

const FILE = '.eval_results/gpqa.yaml';
const THREE = `# Results of Kestrel
- dataset: {id: northwind/alpha, task_id: a}
  value: 1.0
  notes: first

# the second one
- dataset:
    id: northwind/beta
    task_id: b
  value: 2.50
  notes: |
    # no comment
    - no entry
- dataset: {id: northwind/gamma, task_id: c}
  value: 3
# the end
`;

const left = (text: string, index: number, path = FILE) => applied(text, index, path, (done) => done.after?.toString('utf8'));
const refusal = (text: string, index: number) =>
	applied(text, index, FILE, ({ patch }) => ('refused' in patch ? patch.refused : undefined));

describe('a patch that git am takes', () => {
	test('takes the first entry out and leaves the comments of the file and of the next entry', async () => {
		const rest = await left(THREE, 0);
		expect(rest).toBe(`# Results of Kestrel\n${THREE.slice(THREE.indexOf('# the second one'))}`);
	});

	test('takes an entry out with its own comments, also where its text looks like comments and entries', async () => {
		expect(await left(THREE, 1)).toBe(
			THREE.slice(0, THREE.indexOf('# the second one')) + THREE.slice(THREE.indexOf('- dataset: {id: northwind/gamma')),
		);
	});

	test('takes the last entry out', async () => {
		expect(await left(THREE, 2)).toBe(THREE.replace('- dataset: {id: northwind/gamma, task_id: c}\n  value: 3\n', ''));
	});

	test('takes the whole file away where it held nothing else', async () => {
		const only = '# one\n- dataset: {id: x/y, task_id: t}\n  value: 1\n# end';
		await applied(only, 0, FILE, ({ after, git }) => {
			expect(after).toBeUndefined();
			expect(git('show', '--format=', '--summary', 'HEAD')).toBe(`delete mode 100644 ${FILE}`);
		});
	});

	test.each([0, 1, 2])('keeps carriage returns where the file has them, entry %i', async (index) => {
		const text = THREE.replaceAll('\n', '\r\n');
		const rest = await left(text, index);
		expect(rest).toBe((await left(THREE, index))?.replaceAll('\n', '\r\n'));
	});

	test.each([0, 1, 2])('works without a line feed at the end of the file, entry %i', async (index) => {
		const text = THREE.replace(/\n# the end\n$/, '');
		const rest = await left(text, index);
		expect(found(Buffer.from(rest ?? ''))).toEqual(found(Buffer.from(text)).toSpliced(index, 1));
		expect(rest?.endsWith('\n')).toBe(index === 2);
	});

	test.each([
		'.eval_results/with space.yaml',
		'.eval_results/Zürich “日本”.yaml',
		'.eval_results/tab\there "quoted" back\\slash.yaml',
		'.eval_results/line\nbreak.yaml',
		`.eval_results/${'long'.repeat(50)}.yaml`,
		'.eval_results/-- a b/[PATCH] diff --git.yaml',
	])('finds the file %j', async (path) => {
		expect(await left(THREE, 0, path)).toContain('northwind/beta');
		expect(await left(THREE.slice(0, THREE.indexOf('\n\n') + 1), 0, path)).toBeUndefined();
	});

	test('is from an author who is to be replaced, and can be', async () => {
		await applied(THREE, 1, FILE, ({ git }) => {
			expect(git('log', '-1', '--format=%an <%ae> %s')).toBe(`Evalmark user <user@localhost.invalid> Remove one score from ${FILE}`);
			git('commit', '-q', '--amend', '--no-edit', '--reset-author');
			expect(git('log', '-1', '--format=%an')).toBe('Ada Tester');
			expect(git('status', '--porcelain')).toBe('');
		});
	});

	test('says which content it makes as git does', async () => {
		await applied(THREE, 0, FILE, ({ patch, git }) => {
			const own = 'text' in patch ? patch.text.slice(patch.text.indexOf('diff --git'), patch.text.lastIndexOf('-- \n')) : '';
			expect(own.trim()).toBe(git('show', '--format=', '--full-index', 'HEAD'));
		});
	});

	test('is taken with a text beyond ASCII and a byte order mark', async () => {
		const text = `\uFEFF${THREE.replace('first', 'erster, größer 🎈')}`;
		expect(await left(text, 1)).toContain('größer 🎈');
		expect(found(Buffer.from((await left(text, 0)) ?? ''))).toHaveLength(2);
	});
});

describe('no patch, but why', () => {
	const one = '{dataset: {id: x/y, task_id: t}, value: 1}';
	test.each([
		['flow', `[${one}, ${one}]\n`],
		['broken', `- dataset: {id: x/y\n  value: 1\n- ${one}\n`],
		['broken', `results:\n- ${one}\n- ${one}\n`],
		['broken', `- ${one}\n---\n- ${one}\n`],
		['aliases', `- &a ${one}\n- *a\n`],
		['line-breaks', `- ${one}\r- ${one}\r`],
	])('%s', async (why, text) => {
		expect(await refusal(text, 0)).toBe(why);
	});

	test('for bytes that a mail would not carry unchanged', async () => {
		const bytes = Buffer.concat([Buffer.from(`- ${one}\n- ${one} # `), Buffer.from([0xff, 0x0a])]);
		expect(await applied(bytes, 0, FILE, ({ patch }) => patch)).toEqual({ refused: 'broken' });
	});

	test('for an entry that is not there', async () => {
		expect(await refusal(THREE, 7)).toBe('broken');
	});
});

/** One entry as people write them, in one of several styles. */
const entry = fc
	.record({
		id: fc.stringMatching(/^[a-z]{1,8}\/[a-z]{1,8}$/),
		value: fc.integer({ min: 0, max: 9999 }).map((value) => (value / 100).toFixed(2)),
		style: fc.constantFrom('block', 'flow', 'dash-alone', 'literal', 'folded', 'quoted'),
		above: fc.constantFrom('', '', '\n', '# about this\n', '\n# about this\n\n', '# one\n# two\n'),
		after: fc.constantFrom('', '', '  # further in\n', '\n\n'),
	})
	.map(({ id, value, style, above, after }) => {
		const body = {
			block: `- dataset:\n    id: ${id}\n    task_id: t\n  value: ${value}\n`,
			flow: `- {dataset: {id: ${id}, task_id: t}, value: ${value}}\n`,
			'dash-alone': `-\n  dataset: {id: ${id}, task_id: t}\n  value: ${value}\n`,
			literal: `- dataset: {id: ${id}, task_id: t}\n  value: ${value}\n  notes: |\n    # text\n    - text\n\n    last\n`,
			folded: `- dataset: {id: ${id}, task_id: t}\n  notes: >-\n    a\n    b\n  value: ${value}\n`,
			quoted: `- dataset: {id: ${id}, task_id: t}\n  notes: "a\n    - b\n    # c"\n  value: ${value}\n`,
		}[style];
		return `${above}${body}${after}`;
	});

test('whatever the entries: what is left after git am is exactly the others', { timeout: 120_000 }, async () => {
	const numRuns = Number(process.env.EVALMARK_RUNS ?? 40);
	const file = fc.record({
		entries: fc.array(entry, { minLength: 1, maxLength: 5 }),
		index: fc.nat(4),
		lineEnd: fc.constantFrom('\n', '\r\n'),
		unfinished: fc.boolean(),
		marker: fc.constantFrom('', '---\n', '# head\n---\n'),
	});
	await fc.assert(
		fc.asyncProperty(file, async ({ entries, index, lineEnd, unfinished, marker }) => {
			const whole = `${marker}${entries.join('')}`.replaceAll('\n', lineEnd);
			const text = unfinished ? whole.replace(/(\r?\n)+$/, '') : whole;
			const at = index % entries.length;
			const before = found(Buffer.from(text));
			expect(before).toHaveLength(entries.length);
			await applied(text, at, FILE, ({ patch, after }) => {
				expect(patch).toHaveProperty('text');
				expect(found(after ?? Buffer.alloc(0))).toEqual(before.toSpliced(at, 1));
			});
		}),
		{ numRuns },
	);
});

test('whatever the bytes: a mail or a reason, and never a fault', async () => {
	const place = { path: FILE, commit: oid('a'.repeat(40))!, blob: oid('b'.repeat(40))! };
	const options = { at: AT, author: PLACEHOLDER_AUTHOR, words: words(bundled, 'en'), digest };
	await fc.assert(
		fc.asyncProperty(yamlBytes, fc.nat(3), async (bytes, index) => {
			const made = await patch(bytes, { index, kind: 'eval-results' }, place, options);
			if ('refused' in made) return;
			expect(made.text).toMatch(
				/^From 0{40} Mon Sep 17 00:00:00 2001\nFrom: Evalmark user <user@localhost\.invalid>\nDate: Sun, 05 Apr 2026 14:40:00 \+0000\n/,
			);
			expect(found(bytes)[index]).toBeDefined();
		}),
		{ numRuns: Number(process.env.EVALMARK_RUNS ?? 1000) },
	);
});
