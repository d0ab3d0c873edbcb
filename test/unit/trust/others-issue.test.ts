import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EvalResult } from '../../../shared/results/result.ts';
import { publicJwk, thumbprint } from '../../../shared/trust/keys/thumbprint.ts';
import { attestationVerdict, mayBeAttestation } from '../../../shared/trust/signature/attestation-verdict.ts';
import { resultFile } from '../../hosts/demo/result-file.ts';
import { card, LAB, listed, listedForCards, METRIC, show, signedMetric } from './made.ts';
import { base64, claim, envelope, KEY, OTHER_SEED, receipt, SEED, statement, tokenOf, utf8 } from './receipts/made-receipts.ts';

const own = listed(SEED);
const ENTRY = { dataset: 'refusals/board', task: 'all', value: '0.91' };

/** What is told of an entry with this token. */
function told(token: string, value = ENTRY.value) {
	const [shown] = show({ keys: [own], files: [{ text: resultFile({ ...ENTRY, value, token }) }] });
	expect(shown?.tones).not.toContain('good');
	expect(shown?.badges).not.toContain('verified');
	return shown;
}

describe('a receipt that brings its own key', () => {
	test('is never green, also where its key is one of the list: it fits on any repository', () => {
		const shown = told(tokenOf(receipt()));
		expect([shown?.state, shown?.reasons]).toEqual(['unknown-key', ['self-supplied']]);
		expect(shown?.verdict?.named).toBe(thumbprint(publicJwk(KEY)));
		expect(shown?.verdict?.claims).toEqual([
			{ claim: 'value', signed: 'accuracy >= 0.80: true', shown: '0.91', verdict: 'agrees' },
			{ claim: 'dataset', shown: 'refusals/board', verdict: 'not-signed' },
		]);
		const [elsewhere] = show({
			keys: [own],
			files: [{ text: resultFile({ ...ENTRY, dataset: 'another/board', token: tokenOf(receipt()) }) }],
			repository: { path: 'somebody/else' },
		});
		expect([elsewhere?.state, elsewhere?.reasons]).toEqual(['unknown-key', ['self-supplied']]);
	});

	test('says so where the value stands on the other side of what was signed', () => {
		const shown = told(tokenOf(receipt()), '0.79');
		expect([shown?.state, shown?.reasons, shown?.wantsLook]).toEqual(['claims-mismatch', ['receipt-value'], true]);
		expect(shown?.verdict?.claims[0]?.verdict).toBe('differs');
	});

	test('that signs something else than a claim covers no value', () => {
		const shown = told(tokenOf(receipt({ payload: utf8('{"note":"hello"}') })));
		expect([shown?.state, shown?.verdict?.claims[0]]).toEqual(['unknown-key', { claim: 'value', shown: '0.91', verdict: 'not-signed' }]);
	});

	test('is found out where it was changed, cut or made with a key that fits anything', () => {
		const made = receipt();
		const forged = { ...made, payload_b64: base64(utf8(JSON.stringify(claim({ threshold: '0.95' })))) };
		const lost = receipt({ before: [utf8('one')] });
		const outside = { ...lost, merkle: { ...lost.merkle, root_b64: base64(new Uint8Array(32)) } };
		const small = { ...made, signature: { ...made.signature, public_key_b64: base64(Uint8Array.of(1, ...new Uint8Array(31))) } };
		const cases = [
			[tokenOf(forged), 'signature-invalid', 'receipt-does-not-fit'],
			[tokenOf(outside), 'malformed', 'receipt-proof'],
			[tokenOf(small), 'signature-invalid', 'receipt-key'],
			[tokenOf(made).slice(0, -8), 'malformed', 'receipt-form'],
			['pb1.', 'malformed', 'receipt-form'],
			[tokenOf({ ...made, signature: { ...made.signature, alg: 'rsa' } }), 'unsupported-format', 'receipt-form'],
		] as const;
		for (const [token, state, reason] of cases) {
			const shown = told(token);
			expect([shown?.state, shown?.reasons[0]], reason).toEqual([state, reason]);
		}
	});
});

describe('an attestation at a source', () => {
	const result = (valueText: string): EvalResult => ({
		id: 'x#0',
		kind: 'eval-results',
		evidence: 'x',
		index: 0,
		line: 1,
		dataset: { id: 'refusals/board', taskId: 'all' },
		valueText,
		issues: [],
	});
	const signed = JSON.stringify(statement());
	const text = (made: unknown) => JSON.stringify(made);
	const DID = `ed25519:${base64(KEY)}`;

	test.each([
		['by a key of the list', text(envelope(signed)), '0.985', 'could-not-check', 'attestation-listed'],
		['by a key that came with it', text(envelope(signed, { keyid: DID })), '0.985', 'unknown-key', 'self-supplied', []],
		['by a key that nobody knows', text(envelope(signed, { seed: OTHER_SEED })), '0.985', 'unknown-key', 'no-key-fits'],
		[
			'by another key than the one that came with it',
			text(envelope(signed, { keyid: DID, seed: OTHER_SEED })),
			'0.985',
			'signature-invalid',
			'receipt-does-not-fit',
			[],
		],
		['of a value on the other side', text(envelope(signed)), '0.5', 'claims-mismatch', 'receipt-value'],
		[
			'of something else',
			text(envelope('{"_type":"https://in-toto.io/Statement/v1"}')),
			'0.985',
			'unsupported-format',
			'attestation-other',
		],
		['that is a page', '<!doctype html>', '0.985', 'unsupported-format', 'attestation-form'],
		['that is other JSON', '{"results": []}', '0.985', 'unsupported-format', 'attestation-form'],
		['without a signature', text({ ...envelope(signed), signatures: [] }), '0.985', 'malformed', 'attestation-form'],
	] as const)('%s', (_name, body, value, state, reason, keys: readonly [] | undefined = undefined) => {
		const verdict = attestationVerdict(body, result(value), keys ?? [own]);
		expect([verdict.state, verdict.reasons[0]?.code]).toEqual([state, reason]);
	});

	test('by a revoked key counts as by nobody of the list', () => {
		const verdict = attestationVerdict(text(envelope(signed)), result('0.985'), [{ ...own, status: 'revoked' }]);
		expect(verdict.state).toBe('unknown-key');
		expect(verdict.key).toBeUndefined();
	});

	test('is never verified, whatever stands there', () => {
		const any = fc.oneof(fc.string(), fc.json(), fc.constant(text(envelope(signed))));
		fc.assert(fc.property(any, fc.string(), (body, value) => attestationVerdict(body, result(value), [own]).state !== 'verified'));
	});

	test.each([
		['https://evals.example/runs/7/result.dsse.json', true],
		['https://evals.example/runs/7/gpqa.intoto.jsonl', true],
		['https://evals.example/runs/7/attestation-gpqa.json', true],
		['https://evals.example/runs/7/receipt.json?x=1', true],
		['https://evals.example/runs/7/logs/gpqa.json', false],
		['https://evals.example/attestation', false],
		['javascript:attestation.json', false],
		[undefined, false],
	])('may stand at %s: %s', (url, may) => {
		expect(mayBeAttestation({ ...(url !== undefined && { source: { url } }) })).toBe(may);
	});
});

describe('a number that two programs read as two', () => {
	test.each(['017', '0x11', '+17', '1_7', '17.'])('%s in a card is not compared', (written) => {
		const metric = signedMetric({ ...METRIC, metric: { ...METRIC.metric, value: 17 } }, { seed: LAB });
		const text = card(metric).replace(/value: .*/, `value: ${written}`);
		expect(text).toContain(`value: ${written}`);
		const [shown] = show({ keys: [listedForCards()], files: [{ text, role: 'card' }] });
		expect([shown?.state, shown?.reasons[0]]).toEqual(['malformed', 'value-ambiguous']);
	});

	test('and one that is not is', () => {
		const metric = signedMetric({ ...METRIC, metric: { ...METRIC.metric, value: 17 } }, { seed: LAB });
		const [shown] = show({ keys: [listedForCards()], files: [{ text: card(metric), role: 'card' }] });
		expect(shown?.state).toBe('verified');
	});
});
