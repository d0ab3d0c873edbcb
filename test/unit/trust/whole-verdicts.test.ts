import { describe, expect, test } from 'vitest';
import { fits } from '../../../shared/trust/crypto/ed25519.ts';
import { readJws } from '../../../shared/trust/jws/read-jws.ts';
import type { ListedKey } from '../../../shared/trust/keys/key.ts';
import type { Verdict } from '../../../shared/trust/signature/verdict.ts';
import { resultFile } from '../../hosts/demo/result-file.ts';
import {
	ATTACKER,
	base64url,
	CARD_HEADER,
	card,
	claims,
	fromHex,
	HOST_ID,
	headerOf,
	jws,
	kidOf,
	LAB,
	listed,
	listedForCards,
	METRIC,
	type Metric,
	NOW,
	oid,
	resultToken,
	type Scene,
	SIGNED_AT,
	secret,
	show,
	signedMetric,
} from './made.ts';

const ENTRY = { dataset: 'Idavidrein/gpqa', task: 'diamond', value: '71.40' };
const KEY = { thumbprint: kidOf(LAB), owner: 'Harbor Eval Lab', source: 'imported', scopes: ['hub.example'] };
const NAMES = [
	{ claim: 'host', signed: 'hub.example', shown: 'hub.example', verdict: 'equal' },
	{ claim: 'repository', signed: 'lumen-labs/kestrel-32b', shown: 'lumen-labs/kestrel-32b', verdict: 'equal' },
];
const BENCHMARK = [
	{ claim: 'dataset', signed: 'Idavidrein/gpqa', shown: 'Idavidrein/gpqa', verdict: 'equal' },
	{ claim: 'task', signed: 'diamond', shown: 'diamond', verdict: 'equal' },
];
const VALUE = { claim: 'value', signed: '71.40', shown: '71.40', verdict: 'equal' };
const CLAIMS = [...NAMES, ...BENCHMARK, VALUE];
const UNDATED = [
	{ code: 'commit-not-signed', params: {} },
	{ code: 'revision-not-signed', params: {} },
];
const FACTS = { rules: 1, scheme: 'eval-result', claims: CLAIMS, signedAt: SIGNED_AT * 1000, key: KEY };

type Told = Partial<Scene> & { readonly entry?: Partial<typeof ENTRY> & { readonly revision?: string } };

/** All that is said of an entry with this token. */
function whole(token: string, { entry, ...scene }: Told = {}): Verdict | undefined {
	return show({ keys: [listed(), listedForCards()], ...scene, files: [{ text: resultFile({ ...ENTRY, ...entry, token }) }] })[0]?.verdict;
}
const inCard = (metric: Metric, scene: Partial<Scene> = {}): Verdict | undefined =>
	show({ keys: [listed(), listedForCards()], ...scene, files: [{ text: card(metric), role: 'card' }] })[0]?.verdict;
const subject = (more: object) => claims({ subject: { host: 'hub.example', repository: 'lumen-labs/kestrel-32b', ...more } });

describe('all that is said of a token over a result', () => {
	test('that is good', () => {
		expect(whole(resultToken())).toEqual({ state: 'verified', ...FACTS, reasons: UNDATED });
	});

	test('with every claim that there is', () => {
		const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
		const payload = claims({
			subject: { host: 'hub.example', repository: 'lumen-labs/kestrel-32b', repository_id: HOST_ID, commit: oid('c') },
			dataset: { id: 'Idavidrein/gpqa', task_id: 'diamond', revision: 'r1' },
			metric: 'accuracy',
			harness: { name: 'inspect_ai', version: '0.3', config_digest: digest('1') },
			log_digest: digest('2'),
			methodology_digest: digest('3'),
			jti: 'one',
		});
		const told = whole(resultToken(payload), { entry: { revision: 'r1' } });
		expect(told).toEqual({
			state: 'verified',
			...FACTS,
			claims: [
				...NAMES,
				{ claim: 'repository-id', signed: HOST_ID, shown: HOST_ID, verdict: 'equal' },
				{ claim: 'commit', signed: oid('c'), verdict: 'not-shown' },
				...BENCHMARK,
				{ claim: 'revision', signed: 'r1', shown: 'r1', verdict: 'equal' },
				{ claim: 'metric', signed: 'accuracy', verdict: 'not-shown' },
				VALUE,
				{ claim: 'harness', signed: 'inspect_ai 0.3', verdict: 'not-shown' },
				{ claim: 'config-digest', signed: digest('1'), verdict: 'not-shown' },
				{ claim: 'log-digest', signed: digest('2'), verdict: 'not-shown' },
				{ claim: 'methodology-digest', signed: digest('3'), verdict: 'not-shown' },
			],
			reasons: [
				{ code: 'commit-not-compared', params: { commit: oid('c') } },
				{ code: 'revision-not-compared', params: { revision: 'r1' } },
			],
		});
		const bare = whole(resultToken(claims({ harness: { name: 'helm' } })));
		expect(bare?.claims.at(-1)).toEqual({ claim: 'harness', signed: 'helm', verdict: 'not-shown' });
	});

	test('where more is shown than was signed', () => {
		const told = whole(resultToken(), { entry: { revision: 'r1' } });
		expect(told?.claims).toEqual([...NAMES, ...BENCHMARK, { claim: 'revision', shown: 'r1', verdict: 'not-signed' }, VALUE]);
		expect(told?.state).toBe('verified');
	});

	test('where the model was changed since', () => {
		const token = resultToken(subject({ commit: oid('c') }));
		const changes = [{ commit: oid('c'), paths: ['a.bin', 'b.bin'], more: 3 }];
		expect(whole(token, { changes })?.reasons).toEqual([
			{ code: 'model-changed', params: { commit: oid('c'), paths: 'a.bin, b.bin', more: 3 } },
			{ code: 'revision-not-signed', params: {} },
		]);
		expect(whole(token, { changes })?.state).toBe('changed-since');
		expect(whole(token, { changes: [{ commit: oid('c'), paths: [], more: 0 }] })?.reasons).toEqual([
			{ code: 'revision-not-signed', params: {} },
		]);
		expect(whole(token, { changes: [{ commit: oid('d'), paths: ['x'], more: 0 }] })?.reasons[0]).toEqual({
			code: 'commit-not-compared',
			params: { commit: oid('c') },
		});
		// The head itself needs no comparing.
		expect(whole(resultToken(subject({ commit: oid('a') })))?.reasons).toEqual([{ code: 'revision-not-signed', params: {} }]);
	});

	test('of a benchmark that moved on, or of a name that is easily misread', () => {
		const payload = claims({ dataset: { id: 'Idavidrein/gpqa', task_id: 'diamond', revision: oid('d') } });
		const definition = {
			text: 'name: GPQA\ntasks:\n- id: diamond\n',
			role: 'benchmark',
			path: 'eval.yaml',
			dataset: 'Idavidrein/gpqa',
			commit: oid('e'),
		} as const;
		const entry = { text: resultFile({ ...ENTRY, revision: oid('d'), token: resultToken(payload) }) };
		const [moved] = show({ keys: [listed()], files: [definition, entry] });
		expect([moved?.state, moved?.verdict?.reasons]).toEqual([
			'changed-since',
			[
				{ code: 'benchmark-changed', params: { revision: oid('d'), now: oid('e') } },
				{ code: 'commit-not-signed', params: {} },
			],
		]);
		const [current] = show({ keys: [listed()], files: [{ ...definition, commit: oid('d') }, entry] });
		expect([current?.state, current?.verdict?.reasons]).toEqual(['verified', [{ code: 'commit-not-signed', params: {} }]]);
		const path = 'lumen-lab\u0455/kestrel';
		const told = whole(resultToken(subject({ repository: path })), { repository: { path } });
		expect(told?.reasons.at(-1)).toEqual({ code: 'letters-beyond-ascii', params: { name: path } });
	});

	test('that was moved or edited, each claim for itself', () => {
		const told = whole(resultToken(), { entry: { value: '71.4000001', task: 'main' } });
		expect(told).toEqual({
			state: 'claims-mismatch',
			...FACTS,
			claims: [
				...NAMES,
				BENCHMARK[0],
				{ claim: 'task', signed: 'diamond', shown: 'main', verdict: 'differs' },
				{ claim: 'value', signed: '71.40', shown: '71.4000001', verdict: 'differs' },
			],
			reasons: [
				{ code: 'claim-differs', params: { claim: 'task', signed: 'diamond', shown: 'main' } },
				{ code: 'claim-differs', params: { claim: 'value', signed: '71.40', shown: '71.4000001' } },
			],
		});
		// Without a key it is found out all the same.
		const { key: _none, ...keyless } = FACTS;
		expect(whole(resultToken(), { keys: [], entry: { value: '1' } })).toEqual({
			state: 'claims-mismatch',
			...keyless,
			named: kidOf(LAB),
			claims: [...NAMES, ...BENCHMARK, { claim: 'value', signed: '71.40', shown: '1', verdict: 'differs' }],
			reasons: [
				{ code: 'claim-differs', params: { claim: 'value', signed: '71.40', shown: '1' } },
				{ code: 'key-not-listed', params: {} },
			],
		});
	});

	test('of an entry that lacks what was signed', () => {
		const token = resultToken();
		const text = `- dataset:\n    id: Idavidrein/gpqa\n  value: 71.40\n  verifyToken: ${token}\n- dataset:\n    task_id: diamond\n  value: 71.40\n  verifyToken: ${token}\n- dataset:\n    id: Idavidrein/gpqa\n    task_id: diamond\n  verifyToken: ${token}\n`;
		const told = show({ keys: [listed()], files: [{ text }] }).map(({ verdict }) => [verdict?.state, verdict?.reasons]);
		expect(told).toEqual([
			['claims-mismatch', [{ code: 'claim-differs', params: { claim: 'task', signed: 'diamond', shown: '' } }]],
			['claims-mismatch', [{ code: 'claim-differs', params: { claim: 'dataset', signed: 'Idavidrein/gpqa', shown: '' } }]],
			['claims-mismatch', [{ code: 'claim-differs', params: { claim: 'value', signed: '71.40', shown: '' } }]],
		]);
	});

	test.each<readonly [string, Partial<ListedKey>, string, object]>([
		['not in scope', { scopes: [{ hosts: ['elsewhere.example'] }] }, 'out-of-scope', { owner: 'Harbor Eval Lab' }],
		[
			'of another issuer',
			{ issuer: 'https://other.example' },
			'other-issuer',
			{ issuer: 'https://evals.harbor.example', owner: 'Harbor Eval Lab' },
		],
		['for another purpose', { purpose: 'commits' }, 'key-not-listed', {}],
	])('by a key that is %s', (_name, more, code, params) => {
		const { key: _none, ...keyless } = FACTS;
		expect(whole(resultToken(), { keys: [listed(LAB, more)] })).toEqual({
			state: 'unknown-key',
			...keyless,
			named: kidOf(LAB),
			reasons: [
				{ code, params },
				{ code: 'claims-fit', params: {} },
			],
		});
	});

	test('by a key that has no issuer in the list', () => {
		const { issuer: _none, ...key } = listed();
		expect(whole(resultToken(), { keys: [key] })?.state).toBe('verified');
	});

	test('that is forged', () => {
		const [header = '', payload = ''] = resultToken().split('.');
		expect(whole(`${header}.${payload}.${'A'.repeat(86)}`)).toEqual({
			state: 'signature-invalid',
			...FACTS,
			reasons: [{ code: 'signature-does-not-fit', params: { owner: 'Harbor Eval Lab' } }],
		});
	});

	test('that offers keys of its own', () => {
		const told = whole(resultToken(claims(), LAB, { jku: 'https://evil.example', x5c: [] }));
		expect(told?.reasons).toEqual([...UNDATED, { code: 'key-offer-ignored', params: { headers: 'jku, x5c' } }]);
	});

	test('whose key was fetched', () => {
		const source = { how: 'fetched', url: 'https://lab.example/keys', at: '2026-01-04' } as const;
		expect(whole(resultToken(), { keys: [listed(LAB, { source })] })?.key).toEqual({
			...KEY,
			source: 'fetched',
			sourceUrl: 'https://lab.example/keys',
			since: '2026-01-04',
		});
	});

	test.each<readonly [string, Partial<ListedKey>, string, string, object]>([
		[
			'revoked',
			{ status: 'revoked', revokedAt: '2026-05-04', reason: 'laptop stolen' },
			'revoked',
			'key-revoked',
			{ owner: 'Harbor Eval Lab', at: '2026-05-04', why: 'laptop stolen' },
		],
		['revoked without a word', { status: 'revoked' }, 'revoked', 'key-revoked', { owner: 'Harbor Eval Lab', at: '–', why: '–' }],
		['not valid yet', { notBefore: '2026-03-12' }, 'not-yet-valid', 'before-key', { owner: 'Harbor Eval Lab', from: '2026-03-12' }],
		['not valid any more', { notAfter: '2026-03-10' }, 'expired', 'after-key', { owner: 'Harbor Eval Lab', until: '2026-03-10' }],
	])('by a key that is %s', (_name, more, state, code, params) => {
		expect(whole(resultToken(), { keys: [listed(LAB, more)] })).toEqual({ state, ...FACTS, reasons: [{ code, params }, ...UNDATED] });
	});

	test('by a key that is valid to the moment', () => {
		const at = new Date(SIGNED_AT * 1000).toISOString();
		for (const more of [{ notBefore: at }, { notAfter: at }, { notAfter: '2026-03-11' }, { notBefore: '2026-03-11' }])
			expect(whole(resultToken(), { keys: [listed(LAB, more)] })?.state, JSON.stringify(more)).toBe('verified');
	});

	test('that was taken back, or is of another time', () => {
		const taken = listed(LAB, { revokedTokens: ['one'] });
		expect(whole(resultToken(claims({ jti: 'one' })), { keys: [taken] })?.reasons[0]).toEqual({
			code: 'token-revoked',
			params: { owner: 'Harbor Eval Lab', token: 'one' },
		});
		expect(whole(resultToken(claims({ jti: 'two' })), { keys: [taken] })?.state).toBe('verified');
		expect(whole(resultToken(), { keys: [taken] })?.state).toBe('verified');
		const late = SIGNED_AT + 100;
		expect(whole(resultToken(claims({ exp: late })))?.reasons[0]).toEqual({ code: 'expired', params: { until: late * 1000 } });
		const from = NOW / 1000 + 301;
		expect(whole(resultToken(claims({ nbf: from })))?.reasons[0]).toEqual({ code: 'dated-later', params: { from: from * 1000 } });
		expect(whole(resultToken(claims({ nbf: from - 1 })))?.state).toBe('verified');
		expect(whole(resultToken(claims({ exp: NOW / 1000 - 299 })))?.state).toBe('verified');
		expect(whole(resultToken(claims({ exp: NOW / 1000 - 300 })))?.state).toBe('expired');
	});

	test('that a revoked entry of the same key voids, and one of another does not', () => {
		const own = listed();
		const again = listed(LAB, { purpose: 'commits', status: 'revoked', owner: 'elsewhere' });
		expect(whole(resultToken(), { keys: [own, again] })?.state).toBe('revoked');
		expect(whole(resultToken(), { keys: [own, listed(ATTACKER, { status: 'revoked' })] })?.state).toBe('verified');
	});

	test('where something needed is not known', () => {
		const named = resultToken(subject({ repository_id: HOST_ID }));
		expect(whole(named, { hostId: null })?.reasons).toEqual([{ code: 'no-host-id', params: {} }]);
		expect(whole(named, { hostId: null })?.claims[2]).toEqual({ claim: 'repository-id', signed: HOST_ID, verdict: 'not-shown' });
		const { key: _none, ...keyless } = FACTS;
		expect(whole(named, { hostId: null, keys: [] })).toMatchObject({
			...keyless,
			claims: expect.anything(),
			state: 'unknown-key',
			reasons: [{ code: 'key-not-listed' }, { code: 'claims-not-compared', params: {} }],
		});
		const local = whole(resultToken(), { repository: { origin: 'local', path: 'kestrel' } });
		expect([local?.state, local?.reasons]).toEqual(['could-not-check', [{ code: 'no-repository', params: {} }]]);
		expect(local?.claims.slice(0, 2)).toEqual([
			{ claim: 'host', signed: 'hub.example', verdict: 'not-shown' },
			{ claim: 'repository', signed: 'lumen-labs/kestrel-32b', verdict: 'not-shown' },
		]);
	});

	test('that cannot be read', () => {
		const bare = { rules: 1, claims: [] };
		expect(whole(resultToken(claims(), LAB, { kid: undefined }))).toEqual({
			state: 'malformed',
			...bare,
			scheme: 'eval-result',
			reasons: [{ code: 'no-kid', params: {} }],
		});
		const { version: _v, ...unversioned } = claims();
		expect(whole(resultToken(unversioned))).toMatchObject({
			state: 'malformed',
			scheme: 'eval-result',
			claims: [],
			reasons: [{ code: 'claims-form', params: { at: '/', detail: expect.stringContaining('version') } }],
		});
		expect(whole(resultToken(claims({ dataset: { id: 5, task_id: 'x' } })))?.reasons[0]?.params).toMatchObject({ at: '/dataset/id' });
		expect(whole(resultToken(claims({ metric: 'a\u200bb' })))).toMatchObject({
			state: 'malformed',
			claims: [],
			reasons: [{ code: 'hidden-characters', params: {} }],
		});
		expect(whole(jws(headerOf(LAB, { typ: 'at+jwt' }), '{}'))).toEqual({
			state: 'unsupported-format',
			...bare,
			reasons: [{ code: 'other-token', params: { type: 'at+jwt' } }],
		});
		expect(whole(jws(headerOf(LAB, { typ: 'x'.repeat(60) }), '{}'))?.reasons[0]?.params).toEqual({ type: 'x'.repeat(40) });
		expect(whole(jws(headerOf(LAB, { typ: undefined }), '{}'))?.reasons[0]?.params).toEqual({ type: '–' });
		expect(whole(resultToken(claims({ iat: 'now' })))).toEqual({
			state: 'malformed',
			...bare,
			reasons: [{ code: 'time-form', params: {} }],
		});
		const text = `${resultFile({ ...ENTRY, token: resultToken() })}  value: 5\n`;
		expect(show({ keys: [listed()], files: [{ text }] })[0]?.verdict).toEqual({
			state: 'malformed',
			...bare,
			reasons: [{ code: 'yaml-ambiguous', params: { line: 6 } }],
		});
	});

	test('that stands where such tokens are not made for', () => {
		expect(inCard({ ...METRIC, token: resultToken() })).toEqual({
			state: 'unsupported-format',
			rules: 1,
			scheme: 'eval-result',
			claims: [],
			reasons: [{ code: 'only-in-files', params: {} }],
		});
		const token = signedMetric().token ?? '';
		expect(whole(token)).toEqual({
			state: 'unsupported-format',
			rules: 1,
			scheme: 'model-index',
			claims: [],
			reasons: [{ code: 'only-in-cards', params: {} }],
		});
	});
});

describe('all that is said of a token in a card', () => {
	const COVERED = [
		{ claim: 'repository-id', shown: HOST_ID, verdict: 'covered' },
		{ claim: 'dataset', shown: 'squad_v2 · squad_v2 · validation', verdict: 'covered' },
		{ claim: 'metric', shown: 'exact_match', verdict: 'covered' },
		{ claim: 'value', shown: '79.9309', verdict: 'covered' },
	];
	const facts = { rules: 1, scheme: 'model-index', claims: COVERED };
	const undated = [{ code: 'commit-not-signed', params: {} }];

	test('that is good, dated or not', () => {
		expect(inCard(signedMetric())).toEqual({ state: 'verified', ...facts, key: KEY, reasons: undated });
		const iat = SIGNED_AT;
		expect(inCard(signedMetric(METRIC, { more: { iat } }))).toEqual({
			state: 'verified',
			...facts,
			key: KEY,
			signedAt: iat * 1000,
			reasons: undated,
		});
	});

	test('by no key of the list', () => {
		expect(inCard(signedMetric(), { keys: [] })).toEqual({
			state: 'unknown-key',
			...facts,
			reasons: [
				{ code: 'no-key', params: {} },
				{ code: 'claims-fit', params: {} },
			],
		});
		expect(inCard(signedMetric(METRIC, { seed: ATTACKER }))).toEqual({
			state: 'unknown-key',
			...facts,
			reasons: [
				{ code: 'no-key-fits', params: {} },
				{ code: 'claims-fit', params: {} },
			],
		});
	});

	test('of which many keys may be: the first sixteen are tried', () => {
		const others = Array.from({ length: 16 }, (_, n) => listedForCards(secret(`card ${n}`)));
		expect(inCard(signedMetric(), { keys: [...others.slice(1), listedForCards()] })?.state).toBe('verified');
		expect(inCard(signedMetric(), { keys: [...others, listedForCards()] })?.state).toBe('unknown-key');
	});

	test('that was made over something else, or cannot be compared', () => {
		const moved = { ...signedMetric(), dataset: { ...METRIC.dataset, split: 'test' } };
		expect(inCard(moved)).toEqual({
			state: 'claims-mismatch',
			...facts,
			key: KEY,
			claims: COVERED.map((row) => (row.claim === 'dataset' ? { ...row, shown: 'squad_v2 · squad_v2 · test' } : row)),
			reasons: [{ code: 'hash-differs', params: {} }],
		});
		expect(inCard(signedMetric(), { hostId: null })).toEqual({
			state: 'could-not-check',
			...facts,
			key: KEY,
			claims: COVERED.slice(1),
			reasons: [{ code: 'no-host-id', params: {} }],
		});
	});

	test.each(['', 'AB', 'ab'.repeat(31), `${'ab'.repeat(32)}0`, `0${'ab'.repeat(32)}`, 'AB'.repeat(32)])('with %s for a hash', (hash) => {
		const token = jws(CARD_HEADER, JSON.stringify({ hash, version: 1 }));
		expect(inCard({ ...METRIC, token })).toMatchObject({
			state: 'malformed',
			scheme: 'model-index',
			reasons: [{ code: 'hash-form', params: {} }],
		});
	});

	test.each([
		['{"alg":"EdDSA"}', 'verified'],
		['{"alg":"EdDSA","typ":"jwt"}', 'unsupported-format'],
		['{"alg":"EdDSA","typ":""}', 'unsupported-format'],
	])('with the header %s', (header, state) => {
		const hash = JSON.parse(Buffer.from((signedMetric().token ?? '').split('.')[1] ?? '', 'base64url').toString()).hash;
		expect(inCard({ ...METRIC, token: jws(header, JSON.stringify({ hash, version: 1 })) })?.state).toBe(state);
	});

	test.each([
		{ hash: 5, version: 1 },
		{ hash: 'ab'.repeat(32), version: 2 },
		{ hash: 'ab'.repeat(32), version: 1, sub: 'x' },
	])('with the payload %j it is another token', (payload) => {
		expect(inCard({ ...METRIC, token: jws(CARD_HEADER, JSON.stringify(payload)) })?.reasons[0]?.code).toBe('other-token');
	});

	test('of a card without a dataset, or with one that is no mapping', () => {
		const token = signedMetric().token ?? '';
		const head = '---\nmodel-index:\n- name: x\n  results:\n  - ';
		const metric = `metrics:\n    - type: exact_match\n      value: 79.9309\n      verifyToken: ${token}\n---\n`;
		for (const dataset of ['', 'dataset: squad\n    ', 'dataset: [a, b]\n    ', 'dataset:\n    ', 'dataset: 5\n    ']) {
			const [told] = show({ keys: [listedForCards()], files: [{ text: `${head}${dataset}${metric}`, role: 'card' }] });
			expect(told?.state, dataset).toMatch(/^(?:claims-mismatch|unknown-key)$/);
			expect(told?.verdict?.claims.map(({ claim }) => claim)).toEqual(['repository-id', 'metric', 'value']);
		}
	});
});

describe('a token that is no JWS to check', () => {
	const good = { alg: 'EdDSA', typ: 'JWT' };
	const token = (header: unknown, payload: unknown = {}, signature = 'A'.repeat(86)) =>
		`${base64url(typeof header === 'string' ? header : JSON.stringify(header))}.${base64url(typeof payload === 'string' ? payload : JSON.stringify(payload))}.${signature}`;
	const bytes = (hex: string) => Buffer.from(fromHex(hex)).toString('base64url');

	test.each<readonly [string, object]>([
		['a'.repeat(8193), { fault: 'too-long', params: { characters: 8193, limit: 8192 } }],
		['', { fault: 'not-three-parts', params: { parts: 1 } }],
		['a.b', { fault: 'not-three-parts', params: { parts: 2 } }],
		['a.b.c.d', { fault: 'not-three-parts', params: { parts: 4 } }],
		['.e30.AAAA', { fault: 'empty-part', params: { part: 'header' } }],
		[`${base64url(JSON.stringify(good))}..AAAA`, { fault: 'empty-part', params: { part: 'payload' } }],
		[token(good, {}, ''), { fault: 'empty-part', params: { part: 'signature' } }],
		['a.e30.AAAA', { fault: 'not-base64url', params: { part: 'header' } }],
		[token(good, {}, `${'A'.repeat(85)}B`), { fault: 'not-base64url', params: { part: 'signature' } }],
		[token(good, {}, 'A'.repeat(84)), { fault: 'signature-length', params: { bytes: 63 } }],
		[token(good, {}, 'A'.repeat(88)), { fault: 'signature-length', params: { bytes: 66 } }],
		[`${bytes('7bff7d')}.e30.AAAA`, { fault: 'not-utf8', params: { part: 'header' } }],
		[`${bytes('efbbbf7b7d')}.e30.AAAA`, { fault: 'not-json', params: { part: 'header' } }],
		[token('{"alg":"EdDSA","alg":"EdDSA"}'), { fault: 'duplicate-name', params: { part: 'header' } }],
		[token(good, '{"a":1,"\\u0061":2}'), { fault: 'duplicate-name', params: { part: 'payload' } }],
		[token(good, '[[[[[[[[[1]]]]]]]]]'), { fault: 'too-deep', params: { part: 'payload' } }],
		[token(good, 'null'), { fault: 'not-an-object', params: { part: 'payload' } }],
		[token(good, '[1]'), { fault: 'not-an-object', params: { part: 'payload' } }],
		[token(good, '5'), { fault: 'not-an-object', params: { part: 'payload' } }],
		[token('"x"'), { fault: 'not-an-object', params: { part: 'header' } }],
		[token({ ...good, crit: ['x'] }), { fault: 'critical-header', params: { header: 'crit' } }],
		[token({ ...good, b64: false }), { fault: 'critical-header', params: { header: 'b64' } }],
		[token({ ...good, kid: 5 }), { fault: 'wrong-type', params: { name: 'kid' } }],
		[token({ ...good, typ: [] }), { fault: 'wrong-type', params: { name: 'typ' } }],
		[token({ alg: 'HS256' }), { algorithm: 'symmetric-algorithm', params: { algorithm: 'HS256' } }],
		[token({ alg: 'xHS256' }), { algorithm: 'other-algorithm', params: { algorithm: 'xHS256' } }],
		[token({ alg: 'HS256x' }), { algorithm: 'other-algorithm', params: { algorithm: 'HS256x' } }],
		[token({ alg: 'none' }), { algorithm: 'no-algorithm', params: { algorithm: 'none' } }],
		[token({}), { algorithm: 'no-algorithm', params: { algorithm: '–' } }],
		[token({ alg: 5 }), { algorithm: 'other-algorithm', params: { algorithm: '–' } }],
		[token({ alg: ['HS256'] }), { algorithm: 'other-algorithm', params: { algorithm: '–' } }],
		[token({ alg: 'R'.repeat(30) }), { algorithm: 'other-algorithm', params: { algorithm: 'R'.repeat(24) } }],
	])('%.60s: %j', (text, expected) => {
		expect(readJws(text)).toEqual({ ok: false, ...expected });
	});

	test('and one that is', () => {
		const read = readJws(token({ ...good, kid: 'k', jwk: {} }, { a: 1 }));
		expect(read).toEqual({
			ok: true,
			jws: {
				header: { ...good, kid: 'k', jwk: {} },
				payload: { a: 1 },
				signed: new TextEncoder().encode(
					token({ ...good, kid: 'k', jwk: {} }, { a: 1 })
						.split('.')
						.slice(0, 2)
						.join('.'),
				),
				signature: new Uint8Array(64),
				kid: 'k',
				typ: 'JWT',
				offers: ['jwk'],
			},
		});
		const bare = readJws(token({ alg: 'Ed25519' }));
		expect(bare.ok && [Object.hasOwn(bare.jws, 'kid'), Object.hasOwn(bare.jws, 'typ')]).toEqual([false, false]);
		// As long as may be, to the character.
		expect(readJws('a'.repeat(8192))).toMatchObject({ fault: 'not-three-parts' });
	});

	test('bytes of another length fit nothing', () => {
		const message = new Uint8Array(1);
		for (const [signature, key] of [
			[63, 32],
			[65, 32],
			[64, 31],
			[64, 33],
			[0, 0],
		] as const)
			expect(fits(new Uint8Array(signature), message, new Uint8Array(key))).toBe(false);
	});
});
