import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packObjects } from '../../../shared/git/pack-objects.ts';
import { appendingDelta, blobOid, madePack, objectOid, signed, varint } from './packs.ts';
import { commit, digest, git, gitBytes, repositories } from './repositories.ts';

const runs = Number(process.env.EVALMARK_RUNS ?? 1000);
const all = repositories();
const utf8 = new TextEncoder();
afterAll(() => all.remove());

const read = (pack: Uint8Array, format: 'sha1' | 'sha256' = 'sha1') => packObjects(pack, format, digest);

/** Every object of a repository, by oid, as git itself prints it. */
function asGitSees(bare: string): Map<string, { type: string; text: string }> {
	const lines = git(bare, 'cat-file', '--batch-all-objects', '--batch-check').split('\n');
	return new Map(
		lines.map((line) => {
			const [oid = '', type = ''] = line.split(' ');
			return [oid, { type, text: gitBytes(bare, ['cat-file', type, oid]).toString('latin1') }];
		}),
	);
}

describe.each(['sha1', 'sha256'] as const)('packs that git makes of a %s repository', (format) => {
	let bare: string;
	let expected: ReturnType<typeof asGitSees>;

	beforeAll(() => {
		bare = all.bare(`${format}.git`, `--object-format=${format}`);
		const body = Array.from({ length: 120 }, (_, line) => `line ${line} of ${format} ${(line * 7919) % 1000}`);
		const files: Record<string, string> = { empty: '' };
		for (let index = 0; index < 12; index++) {
			body[index * 9] = `changed ${index}`;
			files[`dir/file-${index}`] = body.join('\n');
		}
		const first = commit(bare, 'refs/heads/main', files);
		commit(bare, 'refs/heads/main', { ...files, more: 'more' }, first);
		git(bare, 'tag', '-a', '-m', 'one', 'v1', first);
		expected = asGitSees(bare);
	});

	const packed = (...options: string[]) =>
		new Uint8Array(
			gitBytes(bare, ['pack-objects', '--stdout', '-q', '--window=50', '--no-reuse-delta', ...options], [...expected.keys()].join('\n')),
		);

	test.each([
		['offset deltas', ['--delta-base-offset', '--depth=50']],
		['deltas by oid', ['--depth=50']],
		['no deltas', ['--depth=0']],
		['no compression', ['--compression=0', '--delta-base-offset']],
	] as const)('with %s hold what git says they hold', async (_name, options) => {
		const objects = await read(packed(...options), format);
		expect(objects.ok).toBe(true);
		if (!objects.ok) return;
		const found = [...objects.value.values()].map(
			({ oid, type, bytes }) => [oid, { type, text: Buffer.from(bytes).toString('latin1') }] as const,
		);
		expect(new Map(found.sort(([one], [other]) => (one < other ? -1 : 1)))).toEqual(
			new Map([...expected].sort(([one], [other]) => (one < other ? -1 : 1))),
		);
	});

	test('really hold deltas of both kinds', () => {
		expect(packed('--delta-base-offset').length).toBeLessThan(packed('--depth=0').length / 2);
		expect(packed('--delta-base-offset').length).toBeLessThan(packed().length);
	});

	test('with bytes changed anywhere, trailer put right or not, give no wrong object and never throw', async () => {
		const whole = packed('--delta-base-offset');
		const trailer = format === 'sha1' ? 20 : 32;
		const change = fc.tuple(fc.nat(whole.length - trailer - 1), fc.nat(255));
		await fc.assert(
			fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), fc.boolean(), async (changes, put) => {
				const body = whole.slice(0, -trailer);
				for (const [at, byte] of changes) body[at] = byte;
				const objects = await read(put ? signed(body, format) : new Uint8Array([...body, ...whole.slice(-trailer)]), format);
				if (!objects.ok) return;
				for (const [oid, object] of objects.value) expect(objectOid(object.type, object.bytes, format).toString('hex')).toBe(oid);
			}),
			{ numRuns: runs },
		);
	}, 3_600_000);

	test('are refused when cut anywhere', async () => {
		const pack = packed('--delta-base-offset');
		for (let length = 0; length < pack.length; length += length < 64 ? 1 : 41) {
			expect(await read(pack.slice(0, length), format), `cut at ${length}`).toMatchObject({ ok: false, code: 'corrupt', reason: 'cut' });
		}
		expect(await read(new Uint8Array([...pack, 0]), format)).toMatchObject({ ok: false, reason: 'trailer' });
	});

	test('are refused with any byte flipped', async () => {
		const pack = packed('--delta-base-offset');
		for (let at = 0; at < pack.length; at += at < 64 || at > pack.length - 40 ? 1 : 13) {
			const flipped = pack.slice();
			flipped[at]! ^= 1 << (at % 8);
			expect((await read(flipped, format)).ok, `flipped at ${at}`).toBe(false);
		}
	});

	test('with a byte flipped and the trailer put right still never give a wrong object', async () => {
		const pack = packed('--delta-base-offset');
		const body = pack.slice(0, format === 'sha1' ? -20 : -32);
		for (let at = 12; at < body.length; at += 17) {
			const flipped = body.slice();
			flipped[at]! ^= 1 << (at % 8);
			const objects = await read(signed(flipped, format), format);
			if (!objects.ok) continue;
			for (const [oid, object] of objects.value) {
				expect(objectOid(object.type, object.bytes, format).toString('hex')).toBe(oid);
			}
		}
	});
});

describe('packs that are made to hurt', () => {
	const base = utf8.encode('base '.repeat(20));
	const oidBytes = blobOid(base);

	test('a base may stand after its delta, and twice', async () => {
		const delta = { type: 'ref-delta', base: oidBytes, bytes: appendingDelta(base.length, utf8.encode('!')) } as const;
		const blob = { type: 'blob', bytes: base } as const;
		const objects = await read(madePack([delta, blob, blob]));
		expect(objects.ok && [...objects.value.values()].map((object) => object.bytes.length)).toEqual([100, 101]);
	});

	test('a base that is not there (a thin pack), deltas in a ring, an offset to nowhere', async () => {
		const bytes = appendingDelta(base.length, utf8.encode('!'));
		expect(await read(madePack([{ type: 'ref-delta', base: oidBytes, bytes }]))).toMatchObject({ code: 'corrupt', reason: 'base' });
		for (const base of [[0], [1], [12], [13], [127], [0x80, 0x7f], [255, 255, 255, 255, 127]]) {
			const pack = madePack([
				{ type: 'blob', bytes: utf8.encode('x') },
				{ type: 'ofs-delta', base: new Uint8Array(base), bytes },
			]);
			expect(await read(pack), `distance ${base}`).toMatchObject({ code: 'corrupt' });
		}
	});

	test.each([
		['another base size', [...varint(99), 1, 1, 65]],
		['a longer result than it makes', [...varint(100), 9, 1, 65]],
		['a shorter one', [...varint(100), 1, 2, 65, 66]],
		['the reserved instruction', [...varint(100), 1, 0]],
		['a copy past the base', [...varint(100), 10, 0x91, 99, 10]],
		['an insert past its end', [...varint(100), 10, 10, 65]],
		['a copy whose numbers are missing', [...varint(100), 10, 0xff]],
		['no sizes', [0x80, 0x80]],
		['nothing', []],
	])('a delta with %s', async (_name, bytes) => {
		const pack = madePack([
			{ type: 'blob', bytes: base },
			{ type: 'ref-delta', base: oidBytes, bytes: new Uint8Array(bytes) },
		]);
		expect(await read(pack)).toMatchObject({ ok: false, code: 'corrupt', reason: 'delta' });
	});

	test('sizes that lie, both ways', async () => {
		for (const size of [0, 99, 101, 5_000_000]) {
			expect(await read(madePack([{ type: 'blob', bytes: base, size }])), `${size}`).toMatchObject({ ok: false, code: 'corrupt' });
		}
	});

	test('too many objects, too large ones, too much of all, too deep', async () => {
		const tooLarge = { ok: false, code: 'too-large' };
		expect(await read(madePack([], 50_001))).toMatchObject({ ...tooLarge, reason: 'objects' });
		expect(await read(madePack([{ type: 'blob', bytes: base, size: 9_000_000 }]))).toMatchObject({ ...tooLarge, reason: 'size' });
		expect(await read(new Uint8Array(8 * 1024 * 1024 + 1))).toMatchObject({ ...tooLarge, reason: 'size' });
		const zeros = { type: 'blob', bytes: new Uint8Array(8_000_000) } as const;
		expect(await read(madePack(Array(9).fill(zeros)))).toMatchObject({ ...tooLarge, reason: 'size' });
		const swelling = new Uint8Array([...varint(100), ...varint(2 ** 30), 0x80]);
		expect(
			await read(
				madePack([
					{ type: 'blob', bytes: base },
					{ type: 'ref-delta', base: oidBytes, bytes: swelling },
				]),
			),
		).toMatchObject(tooLarge);
		let at = utf8.encode('x');
		const chain: Parameters<typeof madePack>[0][number][] = [{ type: 'blob', bytes: at }];
		for (let depth = 0; depth < 4_100; depth++) {
			chain.push({ type: 'ref-delta', base: blobOid(at), bytes: appendingDelta(at.length, utf8.encode('x')) });
			at = utf8.encode('x'.repeat(depth + 2));
		}
		expect(await read(madePack(chain.slice(0, 4_000)))).toMatchObject({ ok: true });
		expect(await read(madePack(chain))).toMatchObject({ ...tooLarge, reason: 'depth' });
	});

	test('no object at all is a pack', async () => {
		expect(await read(madePack([]))).toEqual({ ok: true, value: new Map() });
	});
});

describe('any bytes', () => {
	test('never throw, and nothing comes out of them under a wrong oid', async () => {
		const entry = fc.record({
			type: fc.constantFrom('commit', 'tree', 'blob', 'tag', 'ofs-delta', 'ref-delta'),
			bytes: fc.uint8Array({ maxLength: 40 }),
			base: fc.uint8Array({ maxLength: 21 }),
		});
		const pack = fc.oneof(
			fc.uint8Array({ maxLength: 200 }),
			fc.array(entry, { maxLength: 4 }).map((entries) => madePack(entries)),
			fc.array(entry, { maxLength: 4 }).chain((entries) => {
				const whole = madePack(entries);
				return fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, by]) => {
					const body = whole.slice(0, -20);
					if (at < body.length) body[at]! ^= by;
					return signed(body);
				});
			}),
		);
		await fc.assert(
			fc.asyncProperty(pack, async (bytes) => {
				const objects = await read(bytes);
				if (!objects.ok) return;
				for (const [oid, object] of objects.value) {
					expect(objectOid(object.type, object.bytes).toString('hex')).toBe(oid);
				}
			}),
			{ numRuns: runs },
		);
	});
});
