import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readModelIndex } from '../../../shared/results/model-index/read-model-index.ts';
import { readResults } from '../../../shared/results/read-results.ts';
import { fromBase64url, toBase64url } from '../../../shared/trust/crypto/base64url.ts';
import { readJws } from '../../../shared/trust/jws/read-jws.ts';
import { parseStrict } from '../../../shared/trust/jws/strict-json.ts';
import { readCandidates } from '../../../shared/trust/keys/candidate.ts';
import type { ListedKey } from '../../../shared/trust/keys/key.ts';
import { asKeyList, readKeyList } from '../../../shared/trust/keys/read-key-list.ts';
import { decimal } from '../../../shared/trust/signature/decimal.ts';
import { memo } from '../../../shared/trust/signature/memo.ts';
import { isSignatureBadge, signatureBadge } from '../../../shared/trust/signature/signature-badge.ts';
import { signatureOf } from '../../../shared/trust/signature/signature-of.ts';
import { RULES, type Verdict } from '../../../shared/trust/signature/verdict.ts';
import { resultFile } from '../../hosts/demo/result-file.ts';
import { yamlBytes } from '../yaml/yaml-bytes.ts';
import {
	ATTACKER,
	CARD_HEADER,
	card,
	cardHash,
	claims,
	HOST_ID,
	headerOf,
	jws,
	LAB,
	listed,
	listedForCards,
	METRIC,
	NOW,
	resultToken,
	signedMetric,
	utf8,
} from './made.ts';

const numRuns = Number(process.env.EVALMARK_RUNS ?? 1000);
const repository = { origin: 'https://hub.example', path: 'lumen-labs/kestrel-32b', hostId: HOST_ID };
const KEYS = [listed(), listedForCards(), listed(ATTACKER, { scopes: [{ hosts: ['attacker.example'] }] })];
const ENTRY = { dataset: 'Idavidrein/gpqa', task: 'diamond', value: '71.40' };
/** Answers are kept: the same parts are asked for again and again. */
const { fits } = memo();

/** Every verdict on what stands in these bytes, read as a result file and as a card. */
function verdicts(bytes: Uint8Array, keys: readonly ListedKey[] = KEYS): readonly Verdict[] {
	const read = [readResults(bytes, { evidence: 'x', tasksOf: () => undefined }), readModelIndex(bytes, 'y')];
	return read.flatMap(({ results, issues }) =>
		results.map((result) => signatureOf(result, { repository, keys, now: NOW, fileIssues: issues, vouches: false, fits })!),
	);
}

/** What can be shown, stored and exported. */
function sound(verdict: Verdict): void {
	expect(JSON.parse(JSON.stringify(verdict))).toStrictEqual(verdict);
	expect(verdict.rules).toBe(RULES);
	expect(verdict.state === 'unsigned' || isSignatureBadge(verdict.state)).toBe(true);
	const badge = signatureBadge(verdict);
	expect(badge?.tone === 'good').toBe(verdict.state === 'verified');
	if (verdict.signedAt !== undefined) expect(new Date(verdict.signedAt).toISOString()).toMatch(/^\d{4}-/);
	for (const { params } of verdict.reasons)
		for (const param of Object.values(params)) expect(typeof param === 'string' || Number.isFinite(param)).toBe(true);
}

const inFile = (token: string): Uint8Array => utf8(resultFile({ ...ENTRY, token: JSON.stringify(token) }));
const fileStates = (token: string) => verdicts(inFile(token)).map(({ state }) => state);
const cardStates = (token: string) => verdicts(utf8(card({ ...METRIC, token }))).map(({ state }) => state);

const good = resultToken();
const goodInCard = signedMetric().token ?? '';

/** JSON, with the names and values of tokens among it. */
const json = fc.oneof(
	fc.jsonValue({ maxDepth: 3 }),
	fc.dictionary(
		fc.constantFrom('alg', 'typ', 'kid', 'hash', 'version', 'iat', 'exp', 'nbf', 'value', 'subject', 'dataset', 'iss', '__proto__', 'crit'),
		fc.oneof(
			fc.constantFrom<unknown>('EdDSA', 'Ed25519', 'JWT', 'eval-result+jwt', 1, 'a'.repeat(64), '71.40', -1, 1e308, 1e12, null),
			fc.jsonValue({ maxDepth: 2 }),
		),
	),
);
/** Claims with one of them replaced or taken away. */
const nearly = fc
	.tuple(fc.constantFrom(...Object.keys(claims()), 'exp', 'nbf', 'jti', 'metric', 'harness'), fc.option(json, { nil: undefined }))
	.map(([name, value]) => ({ ...claims(), [name]: value }));
const payloads = fc.oneof(
	json,
	nearly,
	fc.record({ hash: fc.constant(cardHash(HOST_ID, METRIC)), version: fc.constant(1), iat: fc.oneof(fc.double(), fc.nat()) }),
);
const headers = fc.oneof(
	fc.constantFrom(headerOf(LAB), CARD_HEADER, headerOf(ATTACKER)),
	json.map((value) => JSON.stringify(value)),
);
const tokens = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 300 }),
	fc.tuple(fc.string(), fc.string(), fc.string()).map((parts) => parts.join('.')),
	fc
		.tuple(fc.uint8Array(), fc.uint8Array(), fc.uint8Array({ minLength: 64, maxLength: 64 }))
		.map((parts) => parts.map(toBase64url).join('.')),
	fc.tuple(headers, payloads).map(([header, payload]) => jws(header, JSON.stringify(payload) ?? '', LAB)),
	fc.constantFrom(good, goodInCard),
);

/** Keys as a list may have them, also such as make no sense. */
const day = fc.constantFrom('2026-01-01', '2026-02-31', '2026-03-11T14:02:00Z', '9999-12-31', '0000-01-01');
const names = fc.uniqueArray(fc.constantFrom('hub.example', 'HUB.example', 'lumen-labs', 'a/b', '', '__proto__'), { maxLength: 3 });
const keys: fc.Arbitrary<readonly ListedKey[]> = fc.array(
	fc
		.record(
			{
				scopes: fc.array(fc.record({ hosts: names, organisations: names, benchmarks: names }, { requiredKeys: [] }), { maxLength: 2 }),
				status: fc.constantFrom('active', 'retired', 'revoked'),
				purpose: fc.constantFrom('results', 'model-index', 'commits'),
				notBefore: day,
				notAfter: day,
				revokedAt: day,
				revokedTokens: fc.array(fc.constantFrom('run-1', '')),
				owner: fc.string(),
			},
			{ requiredKeys: ['scopes', 'status', 'purpose', 'owner'] },
		)
		.chain((more) => fc.constantFrom(LAB, ATTACKER).map((seed) => listed(seed, more as Partial<ListedKey>))),
	{ maxLength: 4 },
);

describe('nothing makes a reader throw', () => {
	test('no token, whatever is signed and whatever keys there are', () => {
		fc.assert(
			fc.property(tokens, keys, (token, list) => {
				readJws(token);
				for (const bytes of [inFile(token), utf8(card({ ...METRIC, token }))]) for (const one of verdicts(bytes, list)) sound(one);
			}),
			{ numRuns },
		);
	});

	test('no YAML', () => {
		fc.assert(
			fc.property(yamlBytes, tokens, (bytes, token) => {
				const beside = utf8(`- verifyToken: ${JSON.stringify(token)}\n  `);
				for (const text of [
					bytes,
					new Uint8Array([...beside, ...bytes]),
					new Uint8Array([...utf8('---\nmodel-index:\n'), ...bytes, ...utf8('\n---\n')]),
				])
					for (const one of verdicts(text)) {
						sound(one);
						expect(one.state).not.toBe('verified');
					}
			}),
			{ numRuns },
		);
	});

	const list = JSON.stringify({ format: 'evalmark-keys', version: 1, keys: KEYS });
	const candidates = JSON.stringify({ keys: KEYS.map(({ jwk }) => jwk) });
	const changed = fc
		.tuple(fc.constantFrom(list, candidates, JSON.stringify(KEYS[0]?.jwk)), fc.nat(), fc.nat(8), fc.string({ maxLength: 4 }))
		.map(([text, at, length, other]) => text.slice(0, at % text.length) + other + text.slice((at % text.length) + length));
	const texts = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 300 }),
		json.map((value) => JSON.stringify(value)),
		changed,
		fc.string().map((text) => `ssh-ed25519 ${text}`),
	);

	test('no text that is to be a key or a list of them, and no list is taken in which something is wrong', () => {
		fc.assert(
			fc.property(texts, (text) => {
				const found = readCandidates(text);
				if (found.ok) expect(found.candidates.length).toBeGreaterThan(0);
				const read = readKeyList(text);
				if (read.ok) expect(asKeyList(JSON.parse(text))).toEqual(read);
			}),
			{ numRuns },
		);
		expect(readKeyList(list)).toMatchObject({ ok: true, list: { keys: KEYS } });
		expect(readCandidates(candidates)).toMatchObject({ ok: true, candidates: [{}, {}] });
	});

	test('no value that is to be a list', () => {
		fc.assert(
			fc.property(fc.anything(), fc.constantFrom('jwk', 'thumbprint', 'scopes', 'owner', 'purpose', 'status', 'source'), (value, name) => {
				asKeyList(value);
				const one = asKeyList({ format: 'evalmark-keys', version: 1, keys: [{ ...listed(), [name]: value }] });
				if (one.ok) for (const verdict of verdicts(inFile(good), one.list.keys)) sound(verdict);
			}),
			{ numRuns },
		);
	});
});

describe('a good token with one character changed', () => {
	const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \u0430\0';
	const edit = fc.tuple(fc.constantFrom('replace', 'insert', 'remove', 'double', 'swap'), fc.nat(), fc.constantFrom(...LETTERS));
	const edited = (token: string, [how, place, letter]: readonly [string, number, string]): string => {
		const at = place % token.length;
		const [before, here, after] = [token.slice(0, at), token.slice(at, at + 1), token.slice(at + 1)];
		if (how === 'replace') return before + letter + after;
		if (how === 'insert') return before + letter + here + after;
		if (how === 'remove') return before + after;
		if (how === 'double') return before + here + here + after;
		return before + after.slice(0, 1) + here + after.slice(1);
	};

	test('is verified as it is', () => {
		expect([fileStates(good), cardStates(goodInCard)]).toEqual([['verified'], ['verified']]);
	});

	test.each([
		['of a file', good, fileStates],
		['of a card', goodInCard, cardStates],
	] as const)('%s is never verified', (_, token, states) => {
		fc.assert(
			fc.property(edit, (change) => {
				const other = edited(token, change);
				fc.pre(other !== token);
				for (const state of states(other)) expect(['verified', 'changed-since']).not.toContain(state);
			}),
			{ numRuns },
		);
	});

	test('in the entry, with the token as it is, is not verified unless it means the same', () => {
		const text = resultFile({ ...ENTRY, token: good });
		const [before] = readResults(utf8(text), { evidence: 'x', tasksOf: () => undefined }).results;
		const meaning = (one: typeof before) =>
			JSON.stringify([one?.dataset, decimal(one?.valueText ?? ''), one?.verifyToken, one?.metric]).toLowerCase();
		fc.assert(
			fc.property(fc.nat(text.length - 1), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), (at, letter) => {
				const bytes = utf8(text.slice(0, at) + letter + text.slice(at + 1));
				const { results } = readResults(bytes, { evidence: 'x', tasksOf: () => undefined });
				const states = verdicts(bytes).map(({ state }) => state);
				if (states.includes('verified')) expect(results.map(meaning)).toContain(meaning(before));
			}),
			{ numRuns },
		);
	});
});

describe('strict JSON', () => {
	const value = fc.json({ maxDepth: 12 });
	const scraps = fc.array(
		fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"\\u0061"', '"b\\""', '1', '-0', '1e5', 'null', ' ', '\n', '"', '\\'),
		{
			maxLength: 14,
		},
	);
	const objects = fc
		.array(fc.tuple(fc.constantFrom('"a"', '"\\u0061"', '"b"', '"{"', '"\\\\"', '"__proto__"', '"a:"'), value), { maxLength: 5 })
		.map((pairs) => ({
			text: `{${pairs.map(([name, one]) => `${name}:${one}`).join(',')}}`,
			names: pairs.map(([name]) => JSON.parse(name) as string),
		}));

	test('agrees with JSON.parse on what it takes, and takes nothing that JSON.parse does not', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					value,
					scraps.map((parts) => parts.join('')),
					objects.map(({ text }) => text),
				),
				(text) => {
					const read = parseStrict(text);
					let parsed: { readonly value: unknown } | undefined;
					try {
						parsed = { value: JSON.parse(text) };
					} catch {}
					if (read.ok) expect(parsed).toStrictEqual({ value: read.value });
					else if (read.fault === 'not-json') expect(parsed).toBeUndefined();
					else expect(parsed).toBeDefined();
				},
			),
			{ numRuns },
		);
	});

	test('refuses for a name that stands twice, and for that alone', () => {
		fc.assert(
			fc.property(objects, ({ text, names: all }) => {
				const read = parseStrict(text, { depth: 100 });
				const twice = new Set(all).size < all.length;
				// Further in `fast-check` writes every name once.
				expect(read.ok ? undefined : read.fault).toBe(twice ? 'duplicate-name' : undefined);
			}),
			{ numRuns },
		);
	});

	test('refuses what is nested deeper than it was told', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('[', '{"a":'), { minLength: 1, maxLength: 20 }),
				fc.integer({ min: 1, max: 20 }),
				(open, depth) => {
					const text = `${open.join('')}1${open
						.map((one) => (one === '[' ? ']' : '}'))
						.reverse()
						.join('')}`;
					expect(parseStrict(text, { depth }).ok).toBe(open.length <= depth);
				},
			),
			{ numRuns },
		);
	});
});

describe('decimal numbers', () => {
	/** A whole number and the power of ten that it is multiplied by, from the parts and not from the text. */
	interface Exact {
		readonly text: string;
		readonly digits: bigint;
		readonly power: number;
	}
	const exact: fc.Arbitrary<Exact> = fc
		.record({
			minus: fc.boolean(),
			integer: fc.oneof(fc.constant('0'), fc.bigInt({ min: 1n, max: 10n ** 20n }).map(String), fc.constantFrom('1', '10', '100', '2090')),
			fraction: fc.option(fc.oneof(fc.stringMatching(/^[0-9]{1,22}$/), fc.constantFrom('0', '00', '9', '90', '900')), { nil: undefined }),
			exponent: fc.option(fc.integer({ min: -400, max: 400 }), { nil: undefined }),
			sign: fc.constantFrom('', '+'),
			e: fc.constantFrom('e', 'E'),
		})
		.map(({ minus, integer, fraction, exponent, sign, e }) => ({
			text: `${minus ? '-' : ''}${integer}${fraction === undefined ? '' : `.${fraction}`}${
				exponent === undefined ? '' : `${e}${exponent < 0 ? '' : sign}${exponent}`
			}`,
			digits: BigInt(`${integer}${fraction ?? ''}`) * (minus ? -1n : 1n),
			power: (exponent ?? 0) - (fraction?.length ?? 0),
		}));
	const equal = (a: Exact, b: Exact): boolean => {
		const least = Math.min(a.power, b.power);
		return a.digits * 10n ** BigInt(a.power - least) === b.digits * 10n ** BigInt(b.power - least);
	};
	/** The same number in another spelling. */
	const respelt = (one: Exact, zeros: number): Exact => {
		const digits = one.digits * 10n ** BigInt(zeros);
		const power = one.power - zeros;
		return { text: `${digits}e${power}`, digits, power };
	};

	test('have the same spelling if they are the same, and only then', () => {
		fc.assert(
			fc.property(exact, exact, fc.nat(30), (a, b, zeros) => {
				expect(decimal(a.text)).toBeDefined();
				expect(decimal(a.text) === decimal(b.text)).toBe(equal(a, b));
				expect(decimal(respelt(a, zeros).text)).toBe(decimal(a.text));
				const next = { ...a, text: '', digits: a.digits + 1n };
				expect(decimal(`${next.digits}e${next.power}`)).not.toBe(decimal(a.text));
			}),
			{ numRuns },
		);
	});

	test('are what JSON takes for numbers, and nothing else', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.stringMatching(/^[-+0-9eE._x ]{1,8}$/),
					fc.double({ noNaN: true }).map(String),
					exact.map(({ text }) => text),
				),
				(text) => {
					const isJson = parseStrict(text).ok && /^[-0-9]/.test(text) && text === text.trim();
					expect(decimal(text) !== undefined).toBe(isJson);
				},
			),
			{ numRuns },
		);
	});
});

describe('base64url', () => {
	test('gives the bytes back, in the letters of RFC 4648 §5 without padding', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
				const text = toBase64url(bytes);
				expect(text).toBe(Buffer.from(bytes).toString('base64url'));
				expect(fromBase64url(text)).toEqual(bytes);
			}),
			{ numRuns },
		);
	});

	test('has one text for each: any other is refused', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[A-Za-z0-9_-]{0,12}=?$/)), (text) => {
				const bytes = fromBase64url(text);
				if (bytes) expect(toBase64url(bytes)).toBe(text);
				else expect(Buffer.from(text, 'base64url').toString('base64url')).not.toBe(text);
			}),
			{ numRuns },
		);
	});
});
