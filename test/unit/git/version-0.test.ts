import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Oid } from '../../../shared/git/oid.ts';
import { pktLine } from '../../../shared/git/pkt-line.ts';
import { advertisedRefs, readUploadAnswer, uploadAsk } from '../../../shared/git/version-0.ts';
import { band } from './fake-git.ts';

const runs = Number(process.env.EVALMARK_RUNS ?? 1000);
const A = 'a'.repeat(40) as Oid;
const B = 'b'.repeat(40) as Oid;
const URL_ = 'https://git.example.org/o/r.git';
const bytes = (...parts: readonly (string | Uint8Array)[]) =>
	new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))));

describe('the list of refs', () => {
	test('with what HEAD follows, annotated tags, and features', () => {
		expect(
			advertisedRefs([
				`${A} HEAD\0side-band-64k symref=HEAD:refs/heads/main`,
				`${A} refs/heads/main`,
				`${B} refs/tags/v1`,
				`${A} refs/tags/v1^{}`,
			]),
		).toEqual({
			features: ['side-band-64k', 'symref=HEAD:refs/heads/main'],
			refs: [
				{ name: 'HEAD', oid: A, symrefTarget: 'refs/heads/main' },
				{ name: 'refs/heads/main', oid: A },
				{ name: 'refs/tags/v1', oid: B, peeled: A },
			],
		});
	});

	test('of an empty repository has none', () => {
		expect(advertisedRefs([`${'0'.repeat(40)} capabilities^{}\0shallow`])).toEqual({ features: ['shallow'], refs: [] });
	});

	test.each([
		['nothing', []],
		['no features', [`${A} HEAD`]],
		['no oid', [`main\0shallow`]],
		['no name', [`${A}\0shallow`]],
	])('%s is none', (_, lines) => {
		expect(advertisedRefs(lines)).toBeUndefined();
	});

	test('whatever comes, every ref has an oid and a name', () => {
		const line = fc.oneof(
			fc.string(),
			fc.string().map((text) => `${A} ${text}`),
			fc.string().map((text) => `${A} HEAD\0${text}`),
		);
		fc.assert(
			fc.property(fc.array(line), (lines) => {
				for (const { oid, name } of advertisedRefs(lines)?.refs ?? []) expect(oid.length === 40 && name !== '').toBe(true);
			}),
			{ numRuns: runs },
		);
	});
});

describe('a fetch', () => {
	test('takes only what the server offers, on the first line', () => {
		const ask = uploadAsk(
			URL_,
			['side-band-64k', 'shallow', 'thin-pack', 'multi_ack'],
			{ wants: [A, B, A], deepen: 1 },
			'evalmark',
			'repository',
		);
		expect(ask.ok && new TextDecoder().decode(ask.value.body)).toBe(
			`${pktLine(`want ${A} side-band-64k thin-pack agent=evalmark`)}${pktLine(`want ${B}`)}${pktLine('deepen 1')}0000${pktLine('done')}`,
		);
		expect(ask.ok && ask.value.headers).not.toHaveProperty('Git-Protocol');
	});

	test.each([
		[['shallow'], {}, 'side-band'],
		[['side-band-64k'], { deepen: 1 }, 'shallow'],
		[['side-band-64k'], { deepenNot: 'refs/heads/main' }, 'deepen'],
		[['side-band-64k'], { filter: 'tree:0' }, 'filter'],
	] as const)('with %j cannot ask for %j', (features, wanted, reason) => {
		expect(uploadAsk(URL_, features, { wants: [A], ...wanted }, 'evalmark', 'repository')).toMatchObject({
			ok: false,
			problem: { code: 'not-supported', params: { reason } },
		});
	});
});

describe('its answer', () => {
	const read = (body: Uint8Array, soFar = false) => readUploadAnswer(body, URL_, 'repository', soFar);
	const pack = new TextEncoder().encode('PACK…');

	test('shallow commits, then the pack', () => {
		const body = bytes(pktLine(`shallow ${A}`), '0000', pktLine('NAK'), band(2, 'Counting'), band(1, pack), '0000');
		expect(read(body)).toEqual({ ok: true, value: { pack, shallow: [A] } });
	});

	test('as far as it has come', () => {
		const body = bytes(pktLine('NAK'), band(1, pack), band(1, pack).subarray(0, 6));
		expect(read(body, true)).toEqual({ ok: true, value: { pack, shallow: [] } });
		expect(read(body)).toMatchObject({ ok: false, problem: { code: 'corrupt' } });
	});

	test.each([
		['nothing', '', 'unexpected-answer'],
		['no pack', pktLine('NAK').slice(0, -2), 'unexpected-answer'],
		['a refusal', pktLine(`ERR upload-pack: not our ref ${A}`), 'not-found'],
		['a refusal in a band', bytes(pktLine('NAK'), band(3, 'access denied')), 'not-found'],
		['a web page', '<!doctype html>', 'unexpected-answer'],
	] as const)('%s', (_, body, code) => {
		expect(read(bytes(body))).toMatchObject({ ok: false, problem: { code } });
	});

	test('whatever comes, it does not throw', () => {
		const packet = fc.oneof(fc.string({ maxLength: 60 }).map(pktLine), fc.constantFrom('0000', '0001', pktLine('NAK')));
		fc.assert(
			fc.property(
				fc.array(
					fc.oneof(
						fc.uint8Array(),
						packet.map((text) => new TextEncoder().encode(text)),
					),
				),
				fc.boolean(),
				(parts, soFar) => {
					read(bytes(...parts), soFar);
				},
			),
			{ numRuns: runs },
		);
	});
});
