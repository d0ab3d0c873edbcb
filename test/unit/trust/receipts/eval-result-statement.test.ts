import { describe, expect, test } from 'vitest';
import { readDsse } from '../../../../shared/trust/receipts/dsse.ts';
import { readEvalResultStatement } from '../../../../shared/trust/receipts/eval-result-statement.ts';
import { COMMITMENTS, envelope, KEY, predicate, statement, utf8 } from './made-receipts.ts';

const TYPE = 'application/vnd.in-toto+json';
const readText = (text: string, value?: string) => readEvalResultStatement(TYPE, utf8(text), value);
const read = (made: unknown, value?: string) => readText(JSON.stringify(made), value);
const about = (more: Record<string, unknown>, type = 'https://in-toto.io/attestation/eval-result/v0.1') =>
	statement({ predicateType: type, predicate: predicate(more) });

const VENDOR_1 = 'https://b7n0de.com/attestation/eval-result/v0.1';
const VENDOR_2 = 'https://b7n0de.com/attestation/eval-result/v0.2';
const DATASET = { name: 'cais/hle', uri: 'https://data.example.org/cais/hle', digest: { gitCommit: 'd4'.repeat(20) } };
const VERDICT = { metric: 'refusal_rate', comparator: '>=', threshold: '0.98', passed: true };

test('out of an envelope: who signed, about what, and what is said', () => {
	const found = readDsse(JSON.stringify(envelope(JSON.stringify(statement()))), [KEY]);
	if (!found.ok) throw new Error(found.fault);
	expect(found.signatures).toEqual([{ fits: [KEY] }]);
	expect(readEvalResultStatement(found.payloadType, found.payload, '0.985')).toEqual({
		ok: true,
		predicateType: 'https://in-toto.io/attestation/eval-result/v0.1',
		subjects: [{ name: 'eval-receipt', digests: [{ algorithm: 'sha256', value: 'c3'.repeat(32) }] }],
		verdicts: [VERDICT],
		value: 'agrees',
		binds: { model: 'salted', dataset: 'salted', repository: 'not-named' },
		leftOut: 0,
		covers: [
			{ name: 'evaluator.id', text: 'https://evals.example.org' },
			{ name: 'evaluatedAt', text: '2026-07-05T12:00:00Z' },
			{ name: 'suite.name', text: 'refusals' },
			{ name: 'suite.version', text: '2' },
			{ name: 'claims[0].metric', text: 'refusal_rate' },
			{ name: 'claims[0].comparator', text: '>=' },
			{ name: 'claims[0].threshold', text: '0.98' },
			{ name: 'claims[0].passed', text: 'true' },
			{ name: 'sampleSize', text: '500' },
			{ name: 'commitments.model.alg', text: 'sha256-salted-v1' },
			{ name: 'commitments.model.value', text: 'a1'.repeat(32) },
			{ name: 'commitments.model.salted', text: 'true' },
			{ name: 'commitments.dataset.alg', text: 'sha256-salted-v1' },
			{ name: 'commitments.dataset.value', text: 'b2'.repeat(32) },
			{ name: 'commitments.dataset.salted', text: 'true' },
			{ name: 'assuranceLevel', text: 'self_attested' },
			{ name: 'subjectProfile', text: 'receipt' },
		],
	});
});

describe('the three names of the predicate', () => {
	const first = { evaluator: undefined, verifier: { id: 'x' }, receipt: { schema: 'proofbundle/v0.1', merkleRootB64: 'AA==' } };

	test.each([
		['https://in-toto.io/attestation/eval-result/v0.1', {}],
		['https://in-toto.io/attestation/eval-result/v0.1', first],
		[VENDOR_1, first],
		[VENDOR_2, { evidence: [{ digest: { sha256: 'e5'.repeat(32) } }] }],
	])('%s', (predicateType, more) => {
		expect(read(about(more, predicateType))).toMatchObject({ ok: true, predicateType, verdicts: [VERDICT] });
	});

	test.each([
		'https://in-toto.io/attestation/test-result/v0.1',
		'https://in-toto.io/attestation/eval-result/v0.2',
		'https://b7n0de.com/attestation/eval-result/v0.1/',
		'',
		undefined,
		3,
	])('and no other: %j', (predicateType) => {
		expect(read(statement({ predicateType }))).toEqual({ ok: false, fault: 'other-predicate' });
	});
});

describe('how model and dataset are named', () => {
	test('openly, by a digest', () => {
		const found = read(about({ commitments: { model: COMMITMENTS.model }, dataset: DATASET }));
		expect(found).toMatchObject({ ok: true, binds: { model: 'salted', dataset: 'named', repository: 'not-named' } });
		expect(found.ok && found.covers).toContainEqual({ name: 'dataset.digest.gitCommit', text: 'd4'.repeat(20) });
		expect(read(about({ commitments: undefined, dataset: DATASET, model: DATASET }))).toMatchObject({
			binds: { model: 'named', dataset: 'named' },
		});
	});

	test('the model as the subject', () => {
		expect(read(about({ subjectProfile: 'public-model' }, VENDOR_1))).toMatchObject({ binds: { model: 'named', dataset: 'salted' } });
	});

	test.each([
		['both ways', { dataset: DATASET }],
		['not at all', { commitments: { model: COMMITMENTS.model } }],
		['by a name without a digest', { commitments: { model: COMMITMENTS.model }, dataset: { name: 'cais/hle' } }],
		['by an empty set of digests', { commitments: { model: COMMITMENTS.model }, dataset: { digest: {} } }],
		['by a hash that is not salted', { commitments: { ...COMMITMENTS, dataset: { alg: 'sha256', value: 'aa', salted: false } } }],
		['by null', { commitments: { ...COMMITMENTS, dataset: null } }],
	])('a dataset that is named %s', (_, more) => {
		expect(read(about(more, VENDOR_2))).toEqual({ ok: false, fault: 'not-an-eval-result', detail: 'dataset' });
	});

	test('the first draft under its vendor name was not held to name both', () => {
		const more = { commitments: { model: COMMITMENTS.model } };
		expect(read(about(more, VENDOR_1))).toMatchObject({ ok: true, binds: { model: 'salted', dataset: 'not-named' } });
		expect(read(about({ commitments: [] }, VENDOR_1))).toEqual({ ok: false, fault: 'not-an-eval-result', detail: 'model' });
	});
});

describe('the value beside it', () => {
	test.each([
		['0.98', 'agrees'],
		['0.97', 'contradicts'],
		[undefined, 'not-covered'],
		['98%', 'not-covered'],
	] as const)('%s %s', (value, expected) => {
		expect(read(statement(), value)).toMatchObject({ ok: true, value: expected });
	});

	test('is not covered where there are several verdicts', () => {
		const claims = [VERDICT, { ...VERDICT, metric: 'accuracy' }];
		expect(read(about({ claims }), '0.99')).toMatchObject({ ok: true, verdicts: claims, value: 'not-covered' });
	});
});

describe('no statement about a result', () => {
	test.each(['text/plain', 'application/vnd.in-toto.test-result+json', ''])('other-payload-type: %j', (type) => {
		expect(readEvalResultStatement(type, utf8(JSON.stringify(statement())), undefined)).toEqual({ ok: false, fault: 'other-payload-type' });
	});

	test.each([
		['not-json', ''],
		['not-json', `\uFEFF${JSON.stringify(statement())}`],
		['duplicate-name', JSON.stringify(statement()).replace('"passed":', '"passed":false,"passed":')],
		['too-deep', JSON.stringify(statement({ more: JSON.parse(`${'['.repeat(20)}${']'.repeat(20)}`) }))],
	])('%s', (fault, text) => {
		expect(readText(text)).toEqual({ ok: false, fault });
	});

	test('not-utf8', () => {
		expect(readEvalResultStatement(TYPE, Uint8Array.of(0x22, 0xff, 0x22), undefined)).toEqual({ ok: false, fault: 'not-utf8' });
	});

	test.each([
		['_type', []],
		['_type', statement({ _type: 'https://in-toto.io/Statement/v0.1' })],
		['subject', statement({ subject: [] })],
		['subject', statement({ subject: {} })],
		['subject', statement({ subject: [{ name: 'kestrel' }] })],
		['subject', statement({ subject: [{ digest: {} }] })],
		['subject', statement({ subject: [{ digest: { sha256: 3 } }] })],
		['subject', statement({ subject: [{ digest: { sha256: 'aa' } }, null] })],
	])('not-a-statement: %s %j', (detail, value) => {
		expect(read(value)).toEqual({ ok: false, fault: 'not-a-statement', detail });
	});

	test.each([
		['predicate', statement({ predicate: undefined })],
		['predicate', statement({ predicate: [] })],
		['claims', about({ claims: undefined })],
		['claims', about({ claims: [] })],
		['claims', about({ claims: VERDICT })],
		['claims', about({ claims: [VERDICT, { ...VERDICT, threshold: 0.98 }] })],
	])('not-an-eval-result: %s', (detail, value) => {
		expect(read(value)).toEqual({ ok: false, fault: 'not-an-eval-result', detail });
	});
});

test('names, digests and verdicts stay in bounds', () => {
	const long = 'x'.repeat(5000);
	const found = read(
		statement({
			subject: [{ name: `a\n\u202e${long}`, digest: { [long]: long } }, { digest: { sha256: 'aa' } }],
			predicate: predicate({ claims: Array(100).fill({ ...VERDICT, metric: long }) }),
		}),
	);
	if (!found.ok) throw new Error(found.fault);
	expect(found.subjects[0]?.name?.slice(0, 9)).toBe('a \\u202ex');
	expect(found.subjects.map(({ name, digests }) => [name?.length, digests[0]?.algorithm.length, digests[0]?.value.length])).toEqual([
		[240, 240, 256],
		[undefined, 6, 2],
	]);
	expect([found.verdicts.length, found.verdicts[0]?.metric.length, found.covers.length]).toEqual([64, 240, 64]);
	expect(found.leftOut).toBe(17 + 99 * 4 - 64);
});
