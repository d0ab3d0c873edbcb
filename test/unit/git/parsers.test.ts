import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCommit } from '../../../shared/git/commit.ts';
import { readFetchAnswer } from '../../../shared/git/fetch-answer.ts';
import { filesBelow, isPlainName } from '../../../shared/git/files-below.ts';
import type { GitObject } from '../../../shared/git/object.ts';
import type { Oid } from '../../../shared/git/oid.ts';
import { lineOf, pktLine, readPackets } from '../../../shared/git/pkt-line.ts';
import { parseTree } from '../../../shared/git/tree.ts';

const numRuns = Number(process.env.EVALMARK_RUNS ?? 1000);
const utf8 = new TextEncoder();
const wellFormed = (text: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(utf8.encode(text));
const digits = (seed: number, length: 20 | 32 = 20) => seed.toString(16).padStart(length * 2, '0') as Oid;

const entry = (mode: string, name: string | Uint8Array, oid: Oid) =>
	Buffer.concat([Buffer.from(`${mode} `), Buffer.from(name as string), Buffer.from([0]), Buffer.from(oid, 'hex')]);
const tree = (oid: Oid, ...entries: readonly Buffer[]): [Oid, GitObject] => [
	oid,
	{ oid, type: 'tree', bytes: new Uint8Array(Buffer.concat(entries)) },
];

describe('packets', () => {
	test('lines come out as they went in, and what is not whole is left', () => {
		const line = fc.string({ maxLength: 100, unit: 'grapheme' });
		fc.assert(
			fc.property(fc.array(line, { maxLength: 10 }), fc.nat(20), (lines, cut) => {
				const bytes = utf8.encode(`${lines.map(pktLine).join('')}0000`);
				const whole = readPackets(bytes);
				expect(whole).toMatchObject({ end: bytes.length, bad: false });
				// A lone surrogate cannot be written in UTF-8.
				expect(whole.packets.map(lineOf)).toEqual([...lines.map((text) => wellFormed(text)), undefined]);
				const part = readPackets(bytes.subarray(0, Math.max(0, bytes.length - cut)));
				expect(part.bad).toBe(false);
				expect(part.packets).toEqual(whole.packets.slice(0, part.packets.length));
			}),
			{ numRuns },
		);
	});

	test('no bytes make readers throw', () => {
		const line = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('packfile', 'shallow-info', 'ERR no', `shallow ${digits(1)}`));
		const framed = fc.array(fc.oneof(line.map(pktLine), fc.constantFrom('0000', '0001', '0002', '0003', '0004', 'fff1', 'ffff')), {
			maxLength: 6,
		});
		fc.assert(
			fc.property(
				fc.oneof(
					fc.uint8Array({ maxLength: 100 }),
					framed.map((lines) => utf8.encode(lines.join(''))),
				),
				(bytes) => {
					const { end, packets } = readPackets(bytes);
					expect(end).toBeLessThanOrEqual(bytes.length);
					for (const packet of packets) lineOf(packet);
					readFetchAnswer(bytes, 'https://git.example.org/a.git', 'repository');
				},
			),
			{ numRuns },
		);
	});
});

describe('commits', () => {
	const text = (...headers: readonly string[]) => utf8.encode(`${headers.join('\n')}\n\nSubject é\n\nBody\n`);
	const author = 'author Ada <ada@example.org> 1750000000 +0200';
	const committer = 'committer Bob <> 1750000001 -0330';

	test('say who, when and from what, past headers that go on over lines', () => {
		const signed = ['gpgsig -----BEGIN SSH SIGNATURE-----', ` tree ${digits(9)}`, ' -----END SSH SIGNATURE-----'];
		expect(parseCommit(text(`tree ${digits(1)}`, `parent ${digits(2)}`, `parent ${digits(3)}`, author, committer, ...signed))).toEqual({
			tree: digits(1),
			parents: [digits(2), digits(3)],
			author: { name: 'Ada', email: 'ada@example.org', time: 1_750_000_000_000 },
			committer: { name: 'Bob', email: '', time: 1_750_000_001_000 },
			title: 'Subject é',
			message: 'Subject é\n\nBody\n',
			signed: true,
		});
	});

	test('may have no message, no name and no valid text', () => {
		const bare = utf8.encode(`tree ${digits(1)}\nauthor  <a@b> 0 +0000\ncommitter <a@b> -5 +0000\n`);
		expect(parseCommit(bare)).toMatchObject({ parents: [], title: '', author: { name: '' }, committer: { time: -5_000 } });
		const latin = Buffer.from(text(`tree ${digits(1)}`, author.replace('Ada', 'Ad#'), committer));
		latin[latin.indexOf('#')] = 0xe9;
		expect(parseCommit(latin)?.author.name).toBe('Ad\uFFFD');
	});

	test.each([
		['no tree', [author, committer]],
		['a tree that is none', ['tree abc', author, committer]],
		['a tree that is not first', [author, `tree ${digits(1)}`, committer]],
		['a parent that is none', [`tree ${digits(1)}`, 'parent abc', author, committer]],
		['no author', [`tree ${digits(1)}`, committer]],
		['no date', [`tree ${digits(1)}`, 'author Ada <a@b>', committer]],
	])('%s is no commit', (_name, headers) => {
		expect(parseCommit(text(...headers))).toBeUndefined();
	});

	test('no bytes throw', () => {
		const part = fc.constantFrom(
			`tree ${digits(1)}`,
			'tree ',
			'parent x',
			`parent ${digits(2)}`,
			author,
			committer,
			'',
			' ',
			'gpgsig a',
			'author <> 9 +',
			'\0',
		);
		fc.assert(
			fc.property(
				fc.oneof(
					fc.uint8Array(),
					fc.array(part).map((parts) => utf8.encode(parts.join('\n'))),
				),
				(bytes) => {
					parseCommit(bytes);
				},
			),
			{ numRuns },
		);
	});
});

describe('trees', () => {
	test.each([20, 32] as const)('with oids of %i bytes come out as they were made', (length) => {
		const name = fc
			.string({ minLength: 1, maxLength: 20, unit: 'binary' })
			.filter((text) => !text.includes('\0') && text === wellFormed(text));
		const one = fc.record({
			mode: fc.constantFrom('100644', '100755', '40000', '040000', '120000', '160000', '100664'),
			name,
			seed: fc.nat(),
		});
		fc.assert(
			fc.property(fc.array(one, { maxLength: 8 }), (entries) => {
				const bytes = Buffer.concat(entries.map(({ mode, name, seed }) => entry(mode, name, digits(seed, length))));
				const read = parseTree(bytes, length);
				expect(read?.map(({ mode, name, oid }) => ({ mode, name, oid }))).toEqual(
					entries.map(({ mode, name, seed }) => ({ mode, name, oid: digits(seed, length) })),
				);
			}),
			{ numRuns },
		);
	});

	test('no bytes throw, and a cut tree is none', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => void parseTree(bytes, 20)),
			{ numRuns },
		);
		const whole = entry('100644', 'name', digits(1));
		for (let length = 1; length < whole.length; length++) expect(parseTree(whole.subarray(0, length), 20)).toBeUndefined();
		expect(parseTree(new Uint8Array(), 20)).toEqual([]);
		for (const mode of ['', '644', '100888', '50000', 'x']) expect(parseTree(entry(mode, 'a', digits(1)), 20), mode).toBeUndefined();
		expect(parseTree(entry('100644', '', digits(1)), 20)).toBeUndefined();
	});
});

describe('files below a tree', () => {
	const below = (objects: readonly [Oid, GitObject][], depth?: number) => filesBelow(digits(1), new Map(objects), depth);

	test('hostile names stay text, and are told apart from plain ones', () => {
		const names = ['..', '.', '.git', '.GIT', '/etc', 'a/b', 'a\\b', 'a\nb', 'C:\\x', new Uint8Array([0xff])];
		const listing = below([tree(digits(1), ...names.map((name) => entry('100644', name, digits(7))))]);
		expect(listing.files.map((file) => file.path)).toEqual(['..', '.', '.git', '.GIT', '/etc', 'a/b', 'a\\b', 'a\nb', 'C:\\x', '\uFFFD']);
		expect(listing.files.filter((file) => file.plain)).toEqual([]);
		for (const name of ['a', '.eval_results', 'été.yaml', '...', 'a b', '.gitignore', '<img>']) expect(isPlainName(name), name).toBe(true);
	});

	test('of a name that stands twice, the first is what a path leads to', () => {
		const twice = [entry('100644', 'a', digits(7)), entry('100644', 'a', digits(8)), entry('100644', 'd/a', digits(9))];
		const folders = [entry('40000', 'd', digits(2)), entry('40000', 'd', digits(3))];
		const listing = below([
			tree(digits(1), ...twice, ...folders),
			tree(digits(2), entry('100644', 'a', digits(4))),
			tree(digits(3), entry('100644', 'b', digits(5))),
		]);
		expect(listing.files.flatMap(({ path, blob, hidden }) => (hidden ? [] : [[path, blob]]))).toEqual([
			['a', digits(7)],
			['d/a', digits(4)],
		]);
		expect(listing.files).toHaveLength(5);
	});

	test('what lies below a hostile folder is not plain either', () => {
		const listing = below([tree(digits(1), entry('40000', '..', digits(2))), tree(digits(2), entry('100644', 'a', digits(7)))]);
		expect(listing.files).toEqual([{ path: '../a', blob: digits(7), plain: false, hidden: false }]);
	});

	test('links and submodules are no files; what is missing or too deep is told', () => {
		const objects = [
			tree(
				digits(1),
				entry('120000', 'link', digits(7)),
				entry('160000', 'module', digits(7)),
				entry('40000', 'gone', digits(8)),
				entry('40000', 'here', digits(2)),
			),
			tree(digits(2), entry('100755', 'run', digits(7)), entry('40000', 'deeper', digits(3))),
			tree(digits(3), entry('100644', 'end', digits(7))),
		];
		expect(below(objects)).toEqual({
			files: [
				{ path: 'here/run', blob: digits(7), plain: true, hidden: false },
				{ path: 'here/deeper/end', blob: digits(7), plain: true, hidden: false },
			],
			missing: [digits(8)],
			cut: false,
		});
		expect(below(objects, 2)).toMatchObject({ files: [{ path: 'here/run' }], cut: true });
		expect(below([[digits(1), { oid: digits(1), type: 'blob', bytes: new Uint8Array() }]])).toMatchObject({ missing: [digits(1)] });
	});

	test('trees that name each other ten times each do not make ten to the tenth paths', () => {
		const levels = Array.from({ length: 12 }, (_, level) =>
			tree(
				digits(level + 1),
				...Array.from({ length: 10 }, (_, index) => entry(level === 11 ? '100644' : '40000', `${index}`, digits(level + 2))),
			),
		);
		const listing = below(levels, 20);
		expect(listing.cut).toBe(true);
		expect(listing.files.length).toBeLessThanOrEqual(50_000);
	});
});
