import { describe, expect, test } from 'vitest';
import type { Benchmark } from '../../../shared/benchmarks/benchmark.ts';
import type { HostEntry, Submission } from '../../../shared/hosts/evidence.ts';
import type { EvalResult } from '../../../shared/results/result.ts';
import { assess } from '../../../shared/trust/assess.ts';
import type { BadgeCode } from '../../../shared/trust/badge.ts';
import type { BadgeContext } from '../../../shared/trust/context.ts';
import { link } from '../../../shared/trust/link.ts';
import { attestationVerdict } from '../../../shared/trust/signature/attestation-verdict.ts';
import { decimal } from '../../../shared/trust/signature/decimal.ts';
import { receiptVerdict } from '../../../shared/trust/signature/receipt-verdict.ts';
import { sourceKind } from '../../../shared/trust/source-kind.ts';
import { repository, result } from './assessed.ts';
import { kidOf, listed } from './made.ts';
import { base64, envelope, KEY, OTHER_SEED, predicate, receipt, SEED, statement, tokenOf, utf8 } from './receipts/made-receipts.ts';

const badge = (code: BadgeCode, entry: EvalResult, context: Partial<BadgeContext> = {}) =>
	assess(entry, { repository, ...context }).badges.find((one) => one.code === code);

describe('a badge, whole', () => {
	test('on main', () => {
		expect(badge('on-main', result())).toEqual({ code: 'on-main', tone: 'plain', basis: 'stated', params: {} });
		expect(badge('on-main', result(), { offBranch: true })).toBeUndefined();
		expect(badge('on-main', result(), { repository: { origin: 'local', path: 'x' } })).toBeUndefined();
	});

	test.each([
		['community', 'open', 'open'],
		['community', 'draft', 'open'],
		['proposed', 'unknown', 'open'],
		['withdrawn', 'closed', 'stated'],
	] as const)('%s, of a pull request that is %s', (code, state, basis) => {
		const submission: Submission = { number: 7, state };
		expect(badge(code, result(), { submission })).toEqual({ code, tone: 'plain', basis, params: { number: '7', state } });
		const told = { ...submission, author: 'noor', url: 'https://git.example.org/7' };
		expect(badge(code, result(), { submission: told })).toEqual({
			code,
			tone: 'plain',
			basis,
			params: { number: '7', state, author: 'noor' },
			url: told.url,
		});
	});

	test('self-reported, by the card, the owner’s page or the owner’s name', () => {
		const facts = { code: 'self-reported', tone: 'plain', basis: 'stated' };
		expect(badge('self-reported', result({ kind: 'model-index' }))).toEqual({ ...facts, params: { from: 'card' } });
		const own = 'https://git.example.org/lumen-labs/kestrel-32b';
		expect(badge('self-reported', result({ source: { url: own } }))).toEqual({ ...facts, params: { from: 'card' }, url: own });
		for (const url of ['https://git.example.org/lumen-labs', 'https://git.example.org/Lumen-Labs/'])
			expect(badge('self-reported', result({ source: { url } }))).toEqual({ ...facts, params: { from: 'author' }, url });
		expect(badge('self-reported', result({ source: { user: 'Lumen-Labs' } }))).toEqual({ ...facts, params: { from: 'author' } });
		expect(badge('self-reported', result({ source: { org: 'lumen-labs' } }))).toEqual({ ...facts, params: { from: 'author' } });
		for (const source of [
			{ user: 'somebody' },
			{},
			{ url: 'https://elsewhere.example/x', user: 'lumen-labs' },
			{ url: 'https://git.example.org/lumen-labsx' },
			{ url: 'https://other.example/lumen-labs' },
		])
			expect(badge('self-reported', result({ source })), JSON.stringify(source)).toBeUndefined();
		expect(badge('self-reported', result())).toBeUndefined();
	});

	test('token not checked', () => {
		expect(badge('token-not-checked', result({ verifyToken: '' }))).toEqual({
			code: 'token-not-checked',
			tone: 'plain',
			basis: 'open',
			params: {},
		});
		expect(badge('token-not-checked', result())).toBeUndefined();
	});

	test('the host vouches, for this very entry', () => {
		const entry: HostEntry = { dataset: 'cais/hle', taskId: 'hle', value: 24.8, vouches: true };
		const says = (...shows: HostEntry[]) => badge('host-vouches', result(), { hostSays: { shows } });
		expect(says(entry)).toEqual({ code: 'host-vouches', tone: 'plain', basis: 'stated', params: { host: 'git.example.org' } });
		expect(says({ ...entry, vouches: false })).toBeUndefined();
		expect(says({ ...entry, value: 25 })).toBeUndefined();
		expect(says({ ...entry, vouches: false }, entry)).toBeDefined();
		expect(badge('host-vouches', result(), { hostSays: { refuses: 'no' } })).toBeUndefined();
		expect(badge('host-vouches', result(), { hostSays: { shows: [entry] }, repository: { origin: 'local', path: 'x' } })?.params).toEqual({
			host: 'local',
		});
	});

	test('copied, from a base model or from anywhere', () => {
		const seen = { what: 'b', how: 'blob', repository: 'https://hub.example/Northwind/Harrier', at: 1 } as const;
		expect(badge('copied', result(), { seen })).toEqual({
			code: 'copied',
			tone: 'plain',
			basis: 'stated',
			params: { path: 'Northwind/Harrier', host: 'hub.example', how: 'blob', kind: 'blob' },
			url: seen.repository,
		});
		const based = (...baseModels: string[]) => badge('copied', result(), { seen, repository: { ...repository, baseModels } })?.params.kind;
		expect([based('northwind/harrier'), based('a/b', 'Northwind/Harrier'), based('a/b')]).toEqual(['base', 'base', 'blob']);
		expect(badge('copied', result(), { seen: { ...seen, repository: 'no address' } })).toBeUndefined();
		expect(badge('copied', result())).toBeUndefined();
	});

	test('leaderboard, by the definition or by the registry', () => {
		const tasks = [{ id: 'text' }, { id: 'hle' }];
		// As much of each as the rule reads.
		const known = { dataset: 'cais/hle', known: { tasks } } as unknown as Benchmark;
		const defined = { dataset: 'cais/hle', definition: { tasks } } as unknown as Benchmark;
		const empty = { dataset: 'cais/hle' } as Benchmark;
		const facts = { code: 'leaderboard', tone: 'plain', basis: 'link' };
		expect(badge('leaderboard', result(), { benchmark: known })).toEqual({
			...facts,
			params: { dataset: 'cais/hle', task: 'hle', from: 'registry' },
		});
		expect(badge('leaderboard', result(), { benchmark: defined, benchmarkUrl: 'https://x.example' })).toEqual({
			...facts,
			params: { dataset: 'cais/hle', task: 'hle', from: 'definition' },
			url: 'https://x.example',
		});
		expect(badge('leaderboard', result(), { benchmark: empty })).toBeUndefined();
		expect(badge('leaderboard', result())).toBeUndefined();
		expect(badge('leaderboard', result({ dataset: { id: 'cais/hle', taskId: 'other' } }), { benchmark: known })).toBeUndefined();
		expect(badge('leaderboard', result({ dataset: { id: 'cais/hle' } }), { benchmark: known })).toBeUndefined();
		expect(badge('leaderboard', result({ dataset: { taskId: 'hle' } }), { benchmark: known })).toBeUndefined();
		const nameless = { ...known, known: { tasks: [{ id: undefined }] } } as unknown as Benchmark;
		expect(badge('leaderboard', result({ dataset: { id: 'cais/hle' } }), { benchmark: nameless })).toBeUndefined();
	});

	test('source, with its name where it has one', () => {
		const url = 'https://arxiv.org/abs/1';
		expect(badge('source', result({ source: { url, name: 'Paper' } }))).toEqual({
			code: 'source',
			tone: 'plain',
			basis: 'link',
			params: { kind: 'elsewhere', host: 'arxiv.org', name: 'Paper' },
			url,
		});
		expect(badge('source', result({ source: { url } }))).toEqual({
			code: 'source',
			tone: 'plain',
			basis: 'link',
			params: { kind: 'elsewhere', host: 'arxiv.org' },
			url,
		});
		expect(badge('source', result({ source: { name: 'Paper' } }))).toBeUndefined();
		expect(badge('source', result())).toBeUndefined();
	});

	test('what needs a look', () => {
		const issue = (severity: 'error' | 'warning' | 'info') =>
			({ code: 'value-as-text', severity, pointer: '', line: 1, column: 1, params: {} }) as const;
		const looks = (...issues: EvalResult['issues']) => assess(result({ issues }), { repository }).needsLook;
		expect([looks(), looks(issue('info')), looks(issue('warning')), looks(issue('error')), looks(issue('info'), issue('error'))]).toEqual([
			false,
			false,
			true,
			true,
			true,
		]);
	});
});

describe('where a source leads', () => {
	test.each([
		['https://git.example.org/lumen-labs/kestrel-32b.git', 'own-card'],
		['https://git.example.org/lumen-labs/kestrel-32b.gitx', 'other-card'],
		['https://git.example.org/', 'elsewhere'],
		['https://git.example.org/lumen-labs', 'elsewhere'],
		['http://hf.co/lumen-labs/kestrel-32b', 'own-card'],
	])('%s: %s', (url, kind) => {
		expect(sourceKind({ url }, repository)).toBe(kind);
	});

	test('only http and https are addresses', () => {
		expect(link('http://a.example/x')?.href).toBe('http://a.example/x');
		expect(link('https://a.example/x')?.href).toBe('https://a.example/x');
		for (const text of [undefined, '', 'a.example', 'javascript:alert(1)', 'data:text/html,x', 'ftp://a.example', 'file:///etc'])
			expect(link(text)).toBeUndefined();
	});
});

describe('numbers', () => {
	test.each([
		['0', '-0.00', true],
		['0', '0e5', true],
		['100', '1e2', true],
		['100', '1.00e+2', true],
		['0.05', '5e-2', true],
		['0.0500', '50e-3', true],
		['-1.5', '-15e-1', true],
		['-1.5', '1.5', false],
		['1', '10', false],
		['0.1', '0.01', false],
		['1000000', '1', false],
		['0.1', '0.1000000000000000055', false],
	])('%s and %s', (one, other, same) => {
		expect(decimal(one)).toBeDefined();
		expect(decimal(one) === decimal(other)).toBe(same);
	});

	test.each(['', ' 1', '1 ', '+1', '01', '-01', '.5', '5.', '1_0', '0x1', '1e', '1e1234567', 'NaN', 'Infinity', '1,5', '--1', '1.2.3'])(
		'%j is none',
		(text) => {
			expect(decimal(text)).toBeUndefined();
		},
	);
});

describe('what others issue, whole', () => {
	const own = listed(SEED);
	const key = { thumbprint: kidOf(SEED), owner: own.owner, source: 'imported', scopes: ['hub.example'] };
	const entry = (valueText?: string) => result({ dataset: { id: 'refusals/board' }, ...(valueText === undefined ? {} : { valueText }) });
	const bare = (({ valueText: _none, ...rest }) => rest)(entry());
	const DATASET = { claim: 'dataset', shown: 'refusals/board', verdict: 'not-signed' };
	const signed = 'refusal_rate >= 0.98: true';
	const text = JSON.stringify(envelope(JSON.stringify(statement())));

	test('an attestation', () => {
		expect(attestationVerdict(text, entry('0.985'), [own])).toEqual({
			state: 'could-not-check',
			rules: 1,
			scheme: 'dsse',
			key,
			claims: [{ claim: 'value', signed, shown: '0.985', verdict: 'agrees' }, DATASET],
			reasons: [{ code: 'attestation-listed', params: { owner: own.owner } }],
		});
		expect(attestationVerdict(text, entry('0.5'), [own])).toEqual({
			state: 'claims-mismatch',
			rules: 1,
			scheme: 'dsse',
			key,
			claims: [{ claim: 'value', signed, shown: '0.5', verdict: 'differs' }, DATASET],
			reasons: [{ code: 'receipt-value', params: {} }],
		});
		expect(attestationVerdict(text, { ...bare, dataset: {} }, [])).toEqual({
			state: 'unknown-key',
			rules: 1,
			scheme: 'dsse',
			claims: [{ claim: 'value', signed, verdict: 'not-signed' }],
			reasons: [{ code: 'no-key-fits', params: {} }],
		});
		const brought = JSON.stringify(envelope(JSON.stringify(statement()), { keyid: `ed25519:${base64(KEY)}` }));
		expect(attestationVerdict(brought, entry('0.985'), [])).toEqual({
			state: 'unknown-key',
			rules: 1,
			scheme: 'dsse',
			named: kidOf(SEED),
			claims: [{ claim: 'value', signed, shown: '0.985', verdict: 'agrees' }, DATASET],
			reasons: [{ code: 'self-supplied', params: {} }],
		});
		const claimless = JSON.stringify(envelope(JSON.stringify(statement({ predicate: predicate({ claims: [] }) }))));
		expect(attestationVerdict(claimless, entry('1'), [own])).toMatchObject({
			state: 'unsupported-format',
			claims: [],
			reasons: [{ code: 'attestation-other', params: { fault: 'not-an-eval-result' } }],
		});
		expect(attestationVerdict('[]', entry('1'), [])).toEqual({
			state: 'unsupported-format',
			rules: 1,
			scheme: 'dsse',
			claims: [],
			reasons: [{ code: 'attestation-form', params: { fault: 'not-an-envelope' } }],
		});
		expect(attestationVerdict('{"a":1,"a":2}', entry('1'), [])).toMatchObject({
			state: 'malformed',
			reasons: [{ params: { fault: 'duplicate-name' } }],
		});
		// A key for another purpose is none for this.
		expect(attestationVerdict(text, entry('0.985'), [{ ...own, purpose: 'commits' }]).reasons[0]?.code).toBe('no-key-fits');
		expect(
			attestationVerdict(JSON.stringify(envelope(JSON.stringify(statement()), { seed: OTHER_SEED })), entry('0.985'), [own]).key,
		).toBeUndefined();
	});

	test('a receipt', () => {
		const row = { claim: 'value', signed: 'accuracy >= 0.80: true' };
		expect(receiptVerdict(tokenOf(receipt()), entry('0.9'))).toEqual({
			state: 'unknown-key',
			rules: 1,
			scheme: 'pb1',
			named: kidOf(SEED),
			claims: [{ ...row, shown: '0.9', verdict: 'agrees' }, DATASET],
			reasons: [{ code: 'self-supplied', params: {} }],
		});
		expect(receiptVerdict(tokenOf(receipt()), { ...bare, dataset: {} })).toEqual({
			state: 'unknown-key',
			rules: 1,
			scheme: 'pb1',
			named: kidOf(SEED),
			claims: [{ ...row, verdict: 'not-signed' }],
			reasons: [{ code: 'self-supplied', params: {} }],
		});
		const note = tokenOf(receipt({ payload: utf8('{}') }));
		expect(receiptVerdict(note, { ...bare, dataset: {} }).claims).toEqual([]);
		expect(receiptVerdict('pb1.A', entry('1'))).toEqual({
			state: 'malformed',
			rules: 1,
			scheme: 'pb1',
			claims: [],
			reasons: [{ code: 'receipt-form', params: { fault: 'not-canonical' } }],
		});
		const small = { ...receipt(), signature: { ...receipt().signature, public_key_b64: base64(Uint8Array.of(1, ...new Uint8Array(31))) } };
		expect(receiptVerdict(tokenOf(small), entry('1')).reasons).toEqual([{ code: 'receipt-key', params: { fault: 'small-order' } }]);
	});
});
