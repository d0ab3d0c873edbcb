/** What somebody may try, from the bytes of a file to the badge that is shown: one group for each attack, each beside the honest case. */
import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { publicKeyOf, sign } from '../../../shared/trust/crypto/ed25519.ts';
import { addKeys, counting, NO_KEYS } from '../../../shared/trust/keys/add-keys.ts';
import { readCandidates } from '../../../shared/trust/keys/candidate.ts';
import type { ListedKey } from '../../../shared/trust/keys/key.ts';
import { readKeyList } from '../../../shared/trust/keys/read-key-list.ts';
import { publicJwk, thumbprint } from '../../../shared/trust/keys/thumbprint.ts';
import { signatureBadge, signatureBadges } from '../../../shared/trust/signature/signature-badge.ts';
import { RULES } from '../../../shared/trust/signature/verdict.ts';
import { resultFile } from '../../hosts/demo/result-file.ts';
import {
	ATTACKER,
	base64url,
	CARD_HEADER,
	card,
	cardHash,
	claims,
	DAY,
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
	type Shown,
	SIGNED_AT,
	secret,
	show,
	signedMetric,
	utf8,
} from './made.ts';
import { L, littleEndian, nonCanonical, numberOf, signedWith, smallOrder } from './own-vectors.ts';

const ENTRY = { dataset: 'Idavidrein/gpqa', task: 'diamond', value: '71.40' };
const KEYS = [listed(), listedForCards()];

/** The entry as the lab signed it, or with anything else about it. */
const file = (token: string = resultToken(), more: Partial<typeof ENTRY> & { readonly revision?: string } = {}): string =>
	resultFile({ ...ENTRY, ...more, token });

const only = (scene: Omit<Scene, 'files'> & { readonly text: string; readonly role?: 'card' }): Shown => {
	const { text, role, ...rest } = scene;
	const all = show({ keys: KEYS, ...rest, files: [{ text, ...(role && { role }) }] });
	expect(all).toHaveLength(1);
	return all[0]!;
};
const inCard = (metric: Metric, rest: Omit<Scene, 'files'> = {}): Shown => only({ text: card(metric), role: 'card', ...rest });

/** State and reasons, where nothing of the result is green and its badge says the state. */
function told({ state, reasons, badges, tones }: Shown): string {
	expect(tones).not.toContain('good');
	if (state !== undefined && state !== 'unsigned' && state !== 'host-vouches') expect(badges).toContain(state);
	expect(badges).not.toContain('verified');
	expect(badges).not.toContain('token-not-checked');
	return `${state}: ${reasons.join(' ')}`;
}

function green({ state, tones, badges, reasons }: Shown): string {
	expect([state, tones.filter((tone) => tone === 'good').length, badges.includes('verified')]).toEqual(['verified', 1, true]);
	return reasons.join(' ');
}

describe('the honest case, which all others begin with', () => {
	test('an entry that the lab signed', () => {
		const shown = only({ text: file() });
		expect(green(shown)).toBe('commit-not-signed revision-not-signed');
		expect(shown.verdict).toMatchObject({ scheme: 'eval-result', rules: RULES, key: { owner: 'Harbor Eval Lab', thumbprint: kidOf(LAB) } });
		expect(shown.wantsLook).toBe(false);
	});

	test('a metric of a card', () => {
		expect(green(inCard(signedMetric()))).toBe('commit-not-signed');
	});

	test('the number in another spelling is the same number', () => {
		for (const value of ['71.4', '71.400', '7.14e1', '714e-1']) green(only({ text: file(resultToken(), { value }) }));
	});
});

describe('a token is copied to another model', () => {
	test.each([
		['of the same owner', { path: 'lumen-labs/kestrel-32b-instruct' }],
		['a fork', { path: 'somebody/kestrel-32b' }],
		['on another host', { origin: 'https://other.example' }],
		['on another port of that name, of which the lab says one', { origin: 'https://hub.example:8443' }, 'hub.example:443'],
	])('%s', (_, repository, host = 'hub.example') => {
		const token = resultToken(claims({ subject: { host, repository: 'lumen-labs/kestrel-32b' } }));
		const here = [listed(LAB, { scopes: [{}] })];
		const shown = only({ text: file(token), repository, keys: here });
		expect(told(shown)).toBe('claims-mismatch: claim-differs');
		expect(shown.wantsLook).toBe(true);
	});

	test('the same of a card, by its id', () => {
		expect(told(inCard(signedMetric(), { hostId: '621ffdc136468d709f17a5fe' }))).toBe('claims-mismatch: hash-differs');
	});

	test('is found out without any key', () => {
		expect(told(only({ text: file(), repository: { path: 'a/b' }, keys: [] }))).toBe('claims-mismatch: claim-differs key-not-listed');
		expect(told(inCard(signedMetric(), { hostId: '0'.repeat(24), keys: [] }))).toBe('claims-mismatch: hash-differs no-key');
	});
});

describe('a token is moved to another claim', () => {
	test.each([
		['value', { value: '72.40' }],
		['a digit that a double does not have', { value: '71.4000000000000000001' }],
		['benchmark', { dataset: 'cais/hle' }],
		['task', { task: 'main' }],
		['scale', { value: '0.714' }],
		['a number that readers read differently', { value: '071.40' }],
		['a percentage', { value: '71.40%' }],
		['no number', { value: 'seventy-one' }],
	])('%s', (_, more) => {
		expect(told(only({ text: file(resultToken(), more) }))).toBe('claims-mismatch: claim-differs');
	});

	test.each(['0x47', '0o107', '071', '+71', '71.', '"71 "'])('%s, which is 71 to some readers', (value) => {
		expect(told(only({ text: file(resultToken(claims({ value: '71' })), { value }) }))).toBe('claims-mismatch: claim-differs');
	});

	test('revision and metric, where they are signed and stand there', () => {
		const revision = resultToken(claims({ dataset: { id: ENTRY.dataset, task_id: ENTRY.task, revision: oid('1') } }));
		expect(told(only({ text: file(revision, { revision: oid('2') }) }))).toBe('claims-mismatch: claim-differs');
		const metric = `${file(resultToken(claims({ metric: 'accuracy' })))}  metric: f1\n`;
		expect(told(only({ text: metric }))).toBe('claims-mismatch: claim-differs');
		green(only({ text: metric.replace('f1', 'accuracy') }));
	});

	test.each([
		['value', { metric: { ...METRIC.metric, value: 79.931 } }],
		['metric', { metric: { ...METRIC.metric, type: 'f1' } }],
		['split', { dataset: { ...METRIC.dataset, split: 'test' } }],
		['benchmark', { dataset: { ...METRIC.dataset, type: 'squad' } }],
		['a field more', { dataset: { ...METRIC.dataset, revision: 'x' } }],
	])('of a card: %s', (_, more) => {
		const { token = '' } = signedMetric();
		expect(told(inCard({ ...METRIC, token, ...more }))).toBe('claims-mismatch: hash-differs');
	});

	test('an entry with nothing but a token has nothing that was signed', () => {
		expect(told(only({ text: `- verifyToken: ${resultToken()}\n` }))).toBe('claims-mismatch: claim-differs claim-differs claim-differs');
	});

	test('from a file to a card and back is no token of that place', () => {
		expect(told(inCard({ ...METRIC, token: resultToken() }))).toBe('unsupported-format: only-in-files');
		expect(told(only({ text: file(signedMetric().token) }))).toBe('unsupported-format: only-in-cards');
	});
});

describe('the weights are swapped after signing', () => {
	const commit = oid('c');
	const signed = resultToken(claims({ subject: { host: 'hub.example', repository: 'lumen-labs/kestrel-32b', commit } }));
	const changed = (paths: readonly string[]) => only({ text: file(signed), changes: [{ commit, paths, more: 0 }] });

	test('a commit that is signed shows it', () => {
		const shown = changed(['model.safetensors']);
		expect(told(shown)).toBe('changed-since: model-changed revision-not-signed');
		expect([shown.wantsLook, shown.tones.includes('caution')]).toEqual([true, true]);
	});

	test('other files may change', () => {
		expect(green(changed([]))).toBe('revision-not-signed');
		expect(green(only({ text: file(signed), repository: { head: commit } }))).toBe('revision-not-signed');
	});

	test('where nobody looked, or no commit is signed, it cannot be seen, which is said first', () => {
		expect(green(only({ text: file(signed) }))).toBe('commit-not-compared revision-not-signed');
		expect(green(only({ text: file() }))).toBe('commit-not-signed revision-not-signed');
		expect(green(inCard(signedMetric()))).toBe('commit-not-signed');
	});
});

describe('the benchmark is another since', () => {
	const signed = resultToken(claims({ dataset: { id: ENTRY.dataset, task_id: ENTRY.task, revision: oid('1') } }));
	const entry = file(signed, { revision: oid('1') });
	const at = (commit: string) =>
		show({
			keys: KEYS,
			files: [
				{ text: entry },
				{
					text: 'name: GPQA\nevaluation_framework: inspect-ai\ntasks:\n  - id: diamond\n',
					role: 'benchmark',
					path: 'eval.yaml',
					commit: oid(commit),
					dataset: 'idavidrein/GPQA',
				},
			],
		})[0]!;

	test('a revision that is signed shows it', () => {
		expect(told(at('2'))).toBe('changed-since: benchmark-changed commit-not-signed');
		expect(green(at('1'))).toBe('commit-not-signed');
	});

	test('where the benchmark was not read, that is said', () => {
		expect(green(only({ text: entry }))).toBe('commit-not-signed revision-not-compared');
	});
});

describe('`verified: true` is typed by hand', () => {
	test('in a card, and is no signature', () => {
		const shown = inCard({ ...METRIC, metric: { ...METRIC.metric, verified: true } });
		expect(told({ ...shown, state: shown.state ?? 'unsigned' })).toBe('unsigned: ');
		expect(shown.badges).toEqual(['on-main', 'self-reported']);
	});

	test('beside a token, and changes nothing of it', () => {
		const { token = '' } = signedMetric();
		const metric = { ...METRIC.metric, verified: true };
		expect(told(inCard({ ...METRIC, metric: { ...metric, value: 99 }, token }))).toBe('claims-mismatch: hash-differs');
		expect(green(inCard({ ...METRIC, metric, token }))).toBe('commit-not-signed');
	});

	test('in a result file, where it is no field at all', () => {
		const shown = only({ text: `${resultFile(ENTRY)}  verified: true\n  verify_token: x\n` });
		expect(shown.verdict).toBeUndefined();
		expect(shown.tones).not.toContain('good');
	});
});

describe('an algorithm that takes no key, or the public key as its secret', () => {
	const payload = JSON.stringify(claims());
	const publicKey = publicKeyOf(LAB);
	const hmac = (key: Uint8Array | string): string => {
		const signed = `${base64url(headerOf(LAB, { alg: 'HS256' }))}.${base64url(payload)}`;
		return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
	};

	test.each([
		['none', `${base64url(headerOf(LAB, { alg: 'none' }))}.${base64url(payload)}.`, 'no-algorithm'],
		['nOnE', jws(headerOf(LAB, { alg: 'nOnE' }), payload), 'no-algorithm'],
		['not named', jws(headerOf(LAB, { alg: undefined }), payload), 'no-algorithm'],
		['HS256 with the bytes of the key', hmac(publicKey), 'symmetric-algorithm'],
		['HS256 with the text of the key', hmac(JSON.stringify(publicJwk(publicKey))), 'symmetric-algorithm'],
		['RS256 over a good Ed25519 signature', jws(headerOf(LAB, { alg: 'RS256' }), payload), 'other-algorithm'],
		['Ed448', jws(headerOf(LAB, { alg: 'Ed448' }), payload), 'other-algorithm'],
		['a list', jws(headerOf(LAB, { alg: ['EdDSA'] }), payload), 'other-algorithm'],
	])('%s', (_, token, reason) => {
		expect(told(only({ text: file(token) }))).toBe(`unsupported-format: ${reason}`);
	});
});

describe('the token brings its own key, or says where one is', () => {
	const jwk = { ...publicJwk(publicKeyOf(ATTACKER)), kid: kidOf(ATTACKER) };

	test.each([
		['jwk', { jwk }],
		['jku', { jku: 'https://attacker.example/jwks.json' }],
		['x5u', { x5u: 'https://attacker.example/cert.pem' }],
		['x5c', { x5c: ['MIIB'] }],
	])('%s', (_, header) => {
		const own = resultToken(claims(), ATTACKER, header);
		expect(told(only({ text: file(own) }))).toBe('unknown-key: key-not-listed claims-fit key-offer-ignored');
		const under = resultToken(claims(), ATTACKER, { ...header, kid: kidOf(LAB) });
		expect(told(only({ text: file(under) }))).toBe('signature-invalid: signature-does-not-fit key-offer-ignored');
		// It is no fault of a good token either.
		expect(green(only({ text: file(resultToken(claims(), LAB, header)) }))).toMatch(/key-offer-ignored$/);
	});

	test.each(['../../etc/passwd', 'https://attacker.example/key', '__proto__', 'constructor', '', '0', `${kidOf(LAB)} `])(
		'a name that leads somewhere is a name: %j',
		(kid) => {
			const shown = only({ text: file(resultToken(claims(), ATTACKER, { kid })) });
			expect(told(shown)).toBe('unknown-key: key-not-listed claims-fit');
			expect(shown.verdict?.named).toBe(kid);
		},
	);

	test('a name that is no text, or none', () => {
		expect(told(only({ text: file(resultToken(claims(), LAB, { kid: { x: 1 } })) }))).toBe('malformed: wrong-type');
		expect(told(only({ text: file(resultToken(claims(), LAB, { kid: undefined })) }))).toBe('malformed: no-kid');
	});
});

describe("a key of the attacker's own, with which everything fits", () => {
	test('that nobody has', () => {
		expect(told(only({ text: file(resultToken(claims(), ATTACKER)) }))).toBe('unknown-key: key-not-listed claims-fit');
		expect(told(inCard(signedMetric(METRIC, { seed: ATTACKER })))).toBe('unknown-key: no-key-fits claims-fit');
		expect(told(only({ text: file(), keys: [] }))).toBe('unknown-key: key-not-listed claims-fit');
	});

	test.each([
		['other hosts', { scopes: [{ hosts: ['attacker.example'] }] }],
		['other organisations', { scopes: [{ organisations: ['mallory'] }] }],
		['other benchmarks', { scopes: [{ benchmarks: ['mallory/bench'] }] }],
		['this host, and another benchmark', { scopes: [{ hosts: ['hub.example'], benchmarks: ['mallory/bench'] }] }],
		['a host of which this one is a part', { scopes: [{ hosts: ['example'] }, { hosts: ['b.example'] }] }],
		['nothing', { scopes: [] }],
	] satisfies [string, Partial<ListedKey>][])('that the reader has for %s', (_, more) => {
		const keys = [...KEYS, listed(ATTACKER, { owner: 'Mallory', ...more })];
		const shown = only({ text: file(resultToken(claims(), ATTACKER)), keys });
		expect(told(shown)).toBe('unknown-key: out-of-scope claims-fit');
		expect(shown.verdict).toMatchObject({ reasons: [{ params: { owner: 'Mallory' } }, {}] });
		const cards = [listedForCards(ATTACKER, more)];
		expect(told(inCard(signedMetric(METRIC, { seed: ATTACKER }), { keys: cards }))).toBe('unknown-key: out-of-scope claims-fit');
	});

	test('that the reader has, for another issuer or another purpose', () => {
		const token = resultToken(claims(), ATTACKER);
		const state = (more: Partial<ListedKey>) => told(only({ text: file(token), keys: [...KEYS, listed(ATTACKER, more)] }));
		expect(state({ issuer: 'https://mallory.example' })).toBe('unknown-key: other-issuer claims-fit');
		expect(state({ purpose: 'commits' })).toBe('unknown-key: key-not-listed claims-fit');
		expect(state({ purpose: 'model-index' })).toBe('unknown-key: key-not-listed claims-fit');
		green(only({ text: file(token), keys: [listed(ATTACKER)] }));
	});

	test("under the name of the lab's", () => {
		expect(told(only({ text: file(resultToken(claims(), ATTACKER, { kid: kidOf(LAB) })) }))).toBe(
			'signature-invalid: signature-does-not-fit',
		);
	});
});

describe('a key with which anybody could sign is offered', () => {
	const offered = [
		...smallOrder.map((point) => point.toBytes()),
		...smallOrder.slice(1).map((key) => fromHex(signedWith({ key }).publicKey)),
		...nonCanonical,
	];
	const as = (bytes: Uint8Array): ListedKey => {
		const jwk = publicJwk(bytes);
		return { ...listed(), jwk, thumbprint: thumbprint(jwk) };
	};

	test('in a list, and no list with it is taken', () => {
		expect(offered).toHaveLength(55);
		for (const bytes of offered) {
			const list = JSON.stringify({ format: 'evalmark-keys', version: 1, keys: [listed(), as(bytes)] });
			expect(readKeyList(list)).toMatchObject({ ok: false, code: 'point', params: { at: '/keys/1' } });
		}
	});

	test('by itself, and is refused', () => {
		for (const bytes of offered)
			expect(readCandidates(JSON.stringify(publicJwk(bytes)))).toMatchObject({ ok: false, refusal: { code: 'point' } });
	});

	test('under the name of another', () => {
		const list = JSON.stringify({ format: 'evalmark-keys', version: 1, keys: [{ ...listed(ATTACKER), thumbprint: kidOf(LAB) }] });
		expect(readKeyList(list)).toMatchObject({ ok: false, code: 'thumbprint' });
	});

	test('so that what it signs is by nobody', () => {
		for (const point of smallOrder) {
			const bytes = point.toBytes();
			const signed = `${base64url(headerOf(LAB, { kid: as(bytes).thumbprint }))}.${base64url(JSON.stringify(claims()))}`;
			const token = `${signed}.${base64url(new Uint8Array([1, ...new Uint8Array(63)]))}`;
			expect(told(only({ text: file(token) }))).toBe('unknown-key: key-not-listed claims-fit');
		}
	});
});

describe('the same token in other letters, to slip past a list of revoked ones', () => {
	const token = resultToken();
	const [header = '', payload = '', signature = ''] = token.split('.');
	const bytes = new Uint8Array(Buffer.from(signature, 'base64url'));
	const withS = (s: bigint): string => `${header}.${payload}.${base64url(new Uint8Array([...bytes.subarray(0, 32), ...littleEndian(s)]))}`;
	const s = numberOf(bytes.subarray(32));

	test('S + L, as long as it goes into the bytes', () => {
		const more = Array.from({ length: 15 }, (_, n) => s + BigInt(n + 1) * L).filter((one) => one < 1n << 256n);
		expect(more.length).toBeGreaterThan(13);
		for (const one of more) expect(told(only({ text: file(withS(one)) }))).toBe('signature-invalid: signature-does-not-fit');
		green(only({ text: file(withS(s)) }));
	});

	const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
	const place = ALPHABET.indexOf(signature.at(-1)!);
	const group = place - (place % 16);

	test.each([...ALPHABET.slice(group, group + 16)].filter((last) => last !== signature.at(-1)))('%s as its last letter', (last) => {
		const other = `${signature.slice(0, -1)}${last}`;
		expect(Buffer.from(other, 'base64url').equals(bytes)).toBe(true);
		expect(told(only({ text: file(`${header}.${payload}.${other}`) }))).toBe('malformed: not-base64url');
	});

	test.each([
		['padding', `${token}==`],
		['a blank', `"${header}. ${payload}.${signature}"`],
		['a line break', `"${token}\\n"`],
		['a letter of another alphabet', `${header}.${payload}.${signature.replace(/[A-Za-z]/, 'а')}`],
		['the other base64', `${header}.${payload}.+${signature.slice(1)}`],
		['a part more', `${token}.`],
		['a part less', `${header}.${payload}`],
	])('%s', (_, text) => {
		expect(told(only({ text: file(text) }))).toMatch(/^malformed: (?:not-base64url|not-three-parts)$/);
	});

	test('the header written anew, with the signature that it had', () => {
		const spaced = base64url(JSON.stringify(JSON.parse(Buffer.from(header, 'base64url').toString()), null, 1));
		expect(told(only({ text: file(`${spaced}.${payload}.${signature}`) }))).toBe('signature-invalid: signature-does-not-fit');
	});
});

describe('another token of the same key', () => {
	const of = (header: object, payload: object) => told(only({ text: file(jws(JSON.stringify(header), JSON.stringify(payload))) }));

	test.each([
		['a JWT', { alg: 'EdDSA', typ: 'JWT', kid: kidOf(LAB) }],
		['an access token', { alg: 'EdDSA', typ: 'at+jwt', kid: kidOf(LAB) }],
		['of no type', { alg: 'EdDSA', kid: kidOf(LAB) }],
		['of nearly the type', { alg: 'EdDSA', typ: 'Eval-Result+JWT', kid: kidOf(LAB) }],
	])('%s', (_, header) => {
		expect(of(header, claims())).toBe('unsupported-format: other-token');
		expect(of(header, { sub: 'datasets/a/b', read: true, exp: SIGNED_AT + 3600 * DAY })).toBe('unsupported-format: other-token');
	});

	test('of the right type, with other claims or one that nobody compares', () => {
		expect(of(JSON.parse(headerOf(LAB)), { sub: 'x' })).toBe('malformed: claims-form');
		expect(of(JSON.parse(headerOf(LAB)), { ...claims(), accuracy_is_real: true })).toBe('malformed: claims-form');
		expect(of(JSON.parse(headerOf(LAB)), claims({ value: 71.4 }))).toBe('malformed: claims-form');
	});

	test('a card token of the key for files, and the other way round', () => {
		expect(told(inCard(signedMetric(), { keys: [listed()] }))).toBe('unknown-key: no-key claims-fit');
		expect(told(only({ text: file(), keys: [listedForCards()] }))).toBe('unknown-key: key-not-listed claims-fit');
	});
});

describe('a name that looks the same', () => {
	const subject = (repository: string, more = {}) => claims({ subject: { host: 'hub.example', repository, ...more } });

	test.each(['lumen-labѕ/kestrel-32b', 'lumen-labs/kestreӏ-32b', 'lumen‑labs/kestrel-32b', 'LUMEN-LABS/ΚESTREL-32B'])('%s', (path) => {
		expect(told(only({ text: file(), repository: { path } }))).toBe('claims-mismatch: claim-differs');
		expect(told(only({ text: file(resultToken(subject(path))) }))).toBe('claims-mismatch: claim-differs');
	});

	test('that the lab itself signed is said to have letters beyond ASCII', () => {
		const path = 'lumen-labѕ/kestrel-32b';
		expect(green(only({ text: file(resultToken(subject(path))), repository: { path } }))).toMatch(/letters-beyond-ascii/);
	});

	test('in other case is the same name in ASCII alone', () => {
		const path = 'Lumen-Labs/Kestrel-32B';
		for (const host of ['huggingface', 'github', 'gitlab'] as const) green(only({ text: file(), repository: { host, path } }));
		// On a server of folders another repository can have that name.
		for (const host of ['git', 'cgit', 'gitweb'] as const)
			expect(told(only({ text: file(), repository: { host, path } }))).toBe('claims-mismatch: claim-differs');
		// K, the sign for kelvin, has k for its small letter.
		expect(told(only({ text: file(), repository: { host: 'github', path: 'lumen-labs/\u212aestrel-32b' } }))).toBe(
			'claims-mismatch: claim-differs',
		);
	});

	test('that was given up and taken by somebody else has another id', () => {
		const signed = file(resultToken(subject('lumen-labs/kestrel-32b', { repository_id: HOST_ID })));
		green(only({ text: signed }));
		expect(told(only({ text: signed, hostId: 'f'.repeat(24) }))).toBe('claims-mismatch: claim-differs');
		expect(told(only({ text: signed, hostId: null }))).toBe('could-not-check: no-host-id');
	});
});

describe('what two readers would read as two things', () => {
	const header = headerOf(LAB);
	const payload = JSON.stringify(claims());

	test.each([
		['a claim twice', header, payload.replace('{', '{"value":"99.90",')],
		['a claim twice, once in escapes', header, payload.replace('{', '{"\\u0076alue":"99.90",')],
		['a claim twice, further in', header, payload.replace('"task_id"', '"task_id":"main","task_id"')],
		['a header twice', header.replace('{', '{"alg":"none",'), payload],
	])('%s', (_, first, second) => {
		expect(told(only({ text: file(jws(first, second)) }))).toBe('malformed: duplicate-name');
	});

	test.each([
		['turned around', '\u202e04.17'],
		['an invisible blank', 'diamond\u200b'],
		['a soft hyphen', 'dia\u00admond'],
		['a line separator', 'diamond\u2028'],
		['half a character', 'diamond\ud800'],
		['a byte order mark', '\ufeffdiamond'],
	])('letters that are not seen: %s', (_, task_id) => {
		const signed = resultToken(claims({ dataset: { id: ENTRY.dataset, task_id } }));
		const text = file(signed, { task: JSON.stringify(task_id) });
		expect(told(only({ text }))).toBe('malformed: hidden-characters');
	});

	const entry = file();
	test.each([
		['a key twice', entry.replace('  value:', '  value: 99.9\n  value:')],
		['an alias', `- &a 71.40\n${entry.replace('71.40', '*a')}`],
		['a merge key', entry.replace('  value:', '  <<: {value: 99.9}\n  value:')],
		['a tag', entry.replace('71.40', '!!float 71.40')],
		['two documents', `${entry}---\n${entry}`],
		['bytes that are no text', `${entry}  notes: "\u0000"\n`],
	])('YAML with %s', (_, text) => {
		const all = show({ keys: KEYS, files: [{ text }] }).filter(({ verdict }) => verdict);
		expect(all.length).toBeGreaterThan(0);
		for (const shown of all) expect(told(shown)).toBe('malformed: yaml-ambiguous');
	});

	test('a card with a key twice', () => {
		const text = card(signedMetric()).replace('    metrics:', '    metrics: []\n    metrics:');
		for (const shown of show({ keys: KEYS, files: [{ text, role: 'card' }] })) expect(told(shown)).toBe('malformed: yaml-ambiguous');
		const twice = card(signedMetric()).replace('value: 79.9309', 'value: 79.9309\n      value: 99');
		expect(told(only({ text: twice, role: 'card' }))).toBe('malformed: yaml-ambiguous');
	});
});

describe('more than can be looked at', () => {
	test('a token of 100 kB', () => {
		const long = resultToken(claims({ jti: 'x'.repeat(75_000) }));
		expect(long.length).toBeGreaterThan(100_000);
		expect(told(only({ text: file(long) }))).toBe('malformed: too-long');
	});

	test('a token of deep JSON', () => {
		const deep = jws(headerOf(LAB), `{"value":${'['.repeat(2_900)}${']'.repeat(2_900)}}`);
		expect(deep.length).toBeLessThan(8 * 1024 + 1);
		expect(told(only({ text: file(deep) }))).toBe('malformed: too-deep');
	});

	test('thousands of entries: no file that was not read whole has a good one', () => {
		const all = show({ keys: KEYS, files: [{ text: file() + '- dataset: {id: a/b, task_id: c}\n  value: 1\n'.repeat(2_000) }] });
		expect(all).toHaveLength(1_000);
		expect(told(all[0]!)).toBe('malformed: yaml-ambiguous');
	});

	test('deep YAML, and aliases that grow', () => {
		const bomb = 'a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\n';
		for (const more of [`  notes: ${'['.repeat(500)}${']'.repeat(500)}\n`, `  extra:\n${bomb.replace(/^/gm, '    ').trimEnd()}\n`]) {
			const [shown] = show({ keys: KEYS, files: [{ text: file() + more }] });
			expect(told(shown!)).toBe('malformed: yaml-ambiguous');
		}
	});

	test('a number of 200,000 digits, in the time of one that is read', { timeout: 5_000 }, () => {
		const value = `1${'0'.repeat(200_000)}1`;
		expect(told(only({ text: file(resultToken(), { value }) }))).toBe('claims-mismatch: claim-differs');
	});
});

describe('an older list of keys comes after a newer one', () => {
	const revoked = listed(LAB, { status: 'revoked', revokedAt: '2026-05-01', reason: 'laptop stolen' });
	const without17 = listed(LAB, { revokedTokens: ['run-17'] });
	const taken = (...keys: readonly ListedKey[]) => counting(keys.reduce((ring, key) => addKeys(ring, [key]), NO_KEYS));

	test('and a key stays revoked, whatever the date of what it signed', () => {
		const keys = taken(listed(), revoked, listed());
		const shown = only({ text: file(), keys });
		expect(told(shown)).toBe('revoked: key-revoked commit-not-signed revision-not-signed');
		expect(shown.verdict?.reasons[0]?.params).toMatchObject({ at: '2026-05-01', why: 'laptop stolen' });
		expect(told(inCard(signedMetric(), { keys: [listedForCards(LAB, { status: 'revoked' })] }))).toBe(
			'revoked: key-revoked commit-not-signed',
		);
	});

	test('and a token stays revoked', () => {
		const text = file(resultToken(claims({ jti: 'run-17' })));
		expect(told(only({ text, keys: taken(without17, listed()) }))).toMatch(/^revoked: token-revoked/);
		expect(told(only({ text, keys: taken(without17, listed(LAB, { revokedTokens: ['run-18'] })) }))).toMatch(/^revoked: token-revoked/);
		green(only({ text: file(resultToken(claims({ jti: 'run-16' }))), keys: taken(without17, listed()) }));
	});

	test('in the same list, for another purpose', () => {
		const keys = [listed(), listed(LAB, { purpose: 'commits', status: 'revoked' })];
		expect(told(only({ text: file(), keys }))).toMatch(/^revoked: key-revoked/);
	});

	test('another key under an issuer that is known counts for nothing until the reader decides', () => {
		const keys = taken(listed(), listed(ATTACKER));
		expect(told(only({ text: file(resultToken(claims(), ATTACKER)), keys }))).toBe('unknown-key: key-not-listed claims-fit');
		expect(told(only({ text: file(), keys }))).toBe('unknown-key: key-not-listed claims-fit');
	});

	test('a retired key signs no more, and what it signed stands within its time', () => {
		const retired = (more: Partial<ListedKey>) => [listed(LAB, { status: 'retired', ...more })];
		green(only({ text: file(), keys: retired({ notAfter: '2026-03-11' }) }));
		expect(told(only({ text: file(), keys: retired({ notAfter: '2026-03-10' }) }))).toMatch(/^expired: after-key/);
		expect(told(only({ text: file(), keys: retired({ notBefore: '2026-03-12' }) }))).toMatch(/^not-yet-valid: before-key/);
	});
});

describe('the clock is wrong, or said to be', () => {
	const at = (now: number, more = {}) => only({ text: file(resultToken(claims(more))), now });

	test.each([
		['expired', NOW, { exp: NOW / 1000 - DAY }, 'expired: expired'],
		['expired for five minutes', NOW, { exp: NOW / 1000 - 300 }, 'expired: expired'],
		['of tomorrow', NOW, { nbf: NOW / 1000 + DAY }, 'not-yet-valid: dated-later'],
		['signed tomorrow', NOW, { iat: NOW / 1000 + DAY }, 'not-yet-valid: dated-later'],
		['signed today, by a clock of 2020', Date.UTC(2020, 0, 1), {}, 'not-yet-valid: dated-later'],
		['good for a while, by a clock of 2090', Date.UTC(2090, 0, 1), { exp: SIGNED_AT + DAY }, 'expired: expired'],
	])('%s', (_, now, more, wanted) => {
		expect(told(at(now, more))).toBe(`${wanted} commit-not-signed revision-not-signed`);
	});

	test('by less than five minutes, which clocks are', () => {
		green(at(NOW, { exp: NOW / 1000 - 299 }));
		green(at(NOW, { iat: NOW / 1000 + 300 }));
	});
});

describe('somebody says that it was verified', () => {
	test('no state but one is green, and each has another basis than it', () => {
		const badges = signatureBadges.map((state) => signatureBadge({ state, rules: RULES, reasons: [], claims: [] }));
		expect(badges.filter((badge) => badge?.tone === 'good').map((badge) => badge?.code)).toEqual(['verified']);
		expect(badges).toHaveLength(11);
	});

	test('the host does, which is its word, and stands beside what was found', () => {
		const entry = { dataset: ENTRY.dataset, taskId: ENTRY.task, value: 71.4, vouches: true };
		const vouched = (text: string) => show({ keys: KEYS, files: [{ text, hostSays: { shows: [entry] } }] })[0]!;
		const unsigned = vouched(resultFile(ENTRY));
		expect([told(unsigned), unsigned.badges]).toEqual(['host-vouches: ', ['on-main', 'host-vouches', 'leaderboard']]);
		const forged = vouched(file(resultToken(claims(), ATTACKER, { kid: kidOf(LAB) })));
		expect(told(forged)).toBe('signature-invalid: signature-does-not-fit');
		expect(forged.badges).toEqual(['on-main', 'signature-invalid', 'host-vouches', 'leaderboard']);
	});

	test('the file does, in every text that it has', () => {
		const text = `${resultFile({ ...ENTRY, notes: '"verified ✓ good checked"', source: { url: 'https://verified.example', name: 'verified' } })}`;
		expect(only({ text }).tones).not.toContain('good');
	});
});

describe('several entries, of which one is signed', () => {
	test('have each a state of their own, in one file and in two', () => {
		const plain = resultFile({ ...ENTRY, task: 'main' });
		for (const files of [[{ text: file() + plain }], [{ text: file() }, { text: plain }]]) {
			const [signed, unsigned] = show({ keys: KEYS, files });
			green(signed!);
			expect([unsigned?.verdict, unsigned?.tones.includes('good')]).toEqual([undefined, false]);
		}
	});

	test('of the same claim: the token of one is none of the other', () => {
		const [signed, other] = show({ keys: KEYS, files: [{ text: file() + resultFile({ ...ENTRY, value: '99.9' }) }] });
		green(signed!);
		expect([other?.verdict, other?.tones.includes('good'), other?.valueText]).toEqual([undefined, false, '99.9']);
	});
});

describe('a pull request of a stranger', () => {
	const submission = { number: 9, state: 'open', author: 'm-okafor' } as const;
	const pull = (text: string) => show({ keys: KEYS, files: [{ text, commit: oid('e'), submission }] })[0]!;

	test('with a token that was made for another number', () => {
		const shown = pull(file(resultToken(), { value: '88.80' }));
		expect(told(shown)).toBe('claims-mismatch: claim-differs');
		expect(shown.badges).toEqual(['community', 'claims-mismatch', 'leaderboard']);
	});

	test('with the number that the lab signed is still a pull request', () => {
		expect(pull(file()).badges).toEqual(['community', 'verified', 'leaderboard']);
	});
});

describe('an old result comes back after it was taken back', () => {
	test('by the id of its token', () => {
		const text = file(resultToken(claims({ jti: 'run-17' })));
		const shown = only({ text, keys: [listed(LAB, { revokedTokens: ['run-17'] })] });
		expect(told(shown)).toBe('revoked: token-revoked commit-not-signed revision-not-signed');
		expect(shown.wantsLook).toBe(true);
		green(only({ text, keys: [listed(LAB, { revokedTokens: ['run-1'] })] }));
	});
});

describe('a signature of the key over other bytes', () => {
	test.each([
		['the claims alone', (_: string, payload: string) => payload],
		['the bytes that the parts stand for', (header: string, payload: string) => `${header}.${payload}`],
		['both parts with nothing between them', (header: string, payload: string) => base64url(header) + base64url(payload)],
		['the hash of the right ones', (header: string, payload: string) => cardHash(base64url(header), { dataset: {}, metric: { payload } })],
	])('%s', (_, over) => {
		const [header, payload] = [headerOf(LAB), JSON.stringify(claims())];
		const token = `${base64url(header)}.${base64url(payload)}.${base64url(sign(utf8(over(header, payload)), LAB))}`;
		expect(told(only({ text: file(token) }))).toBe('signature-invalid: signature-does-not-fit');
	});

	test('of a card, which names no key: nobody can tell whose it is', () => {
		const hash = cardHash(HOST_ID, METRIC);
		const token = jws(CARD_HEADER, JSON.stringify({ hash, version: 1 }), secret('nobody'));
		expect(told(inCard({ ...METRIC, token }))).toBe('unknown-key: no-key-fits claims-fit');
	});
});
