import { describe, expect, test } from 'vitest';
import { fromBase64url } from '../../../shared/trust/crypto/base64url.ts';
import { readJws } from '../../../shared/trust/jws/read-jws.ts';
import type { ListedKey } from '../../../shared/trust/keys/key.ts';
import { thumbprint } from '../../../shared/trust/keys/thumbprint.ts';
import { modelIndex } from '../../../shared/trust/schemes/model-index.ts';
import { card, type Fields, HOST_ID, listedForCards, type Metric, show } from './made.ts';
import { type RealToken, realTokens, there } from './public-vectors.ts';

const tokens = there ? realTokens() : [];
const known = tokens.filter((one): one is RealToken & { hub_object_id: string } => one.hub_object_id !== undefined);
const nameOf = ({ repo_id, dataset, metric }: RealToken): string => `${repo_id} ${dataset.config} ${metric.type} ${metric.value}`;

/** As it stands in its card, `verified: true` and all. */
const metricOf = ({ task, dataset, metric, verifyToken }: RealToken): Metric => ({
	task,
	dataset,
	metric: { ...metric },
	token: verifyToken,
});

function shown(metric: Metric, path: string, hostId: string | null, keys: readonly ListedKey[] = []) {
	// Where the owner of a model is not known, its path says so in words.
	const id = `https://huggingface.co/${encodeURI(path)}`;
	const repository = { id, url: id, origin: 'https://huggingface.co', path };
	const all = show({ files: [{ role: 'card', text: card(metric) }], repository, hostId, keys });
	expect(all).toHaveLength(1);
	return all[0]!;
}

const stateOf = (...args: Parameters<typeof shown>): string => {
	const { state, reasons, tones } = shown(...args);
	expect(tones).not.toContain('good');
	return `${state}: ${reasons.join(' ')}`;
};

type Edit = readonly [what: string, fields: Fields];

/** Every field of a part changed, one at a time. */
const edits = (fields: Fields): readonly Edit[] =>
	Object.entries(fields).flatMap(([name, value]): readonly Edit[] =>
		typeof value === 'number'
			? [
					[`${name} + 1e-9`, { ...fields, [name]: value + 1e-9 }],
					[`${name} - 1e-9`, { ...fields, [name]: value - 1e-9 }],
					[`${name} as text`, { ...fields, [name]: String(value) }],
				]
			: [
					[`${name} and a space`, { ...fields, [name]: `${value} ` }],
					[`another ${name}`, { ...fields, [name]: `x${value}` }],
					[`no ${name}`, Object.fromEntries(Object.entries(fields).filter(([other]) => other !== name))],
				],
	);

const reversed = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).toReversed());

describe.skipIf(!there)('the tokens that the Hub wrote in 2022', () => {
	test('are 46, of which the repository of 37 is known', () => {
		expect([tokens.length, known.length]).toEqual([46, 37]);
		expect(new Set(tokens.map(({ verifyToken }) => verifyToken)).size).toBe(46);
	});

	test.each(tokens.map((one) => [nameOf(one), one] as const))('%s is well formed and of a known kind', (_, one) => {
		const read = readJws(one.verifyToken);
		expect(read).toMatchObject({ ok: true, jws: { header: { alg: 'EdDSA', typ: 'JWT' }, offers: [] } });
		expect(read.ok && modelIndex.recognises(read.jws)).toBe(true);
		const { state, verdict, badges } = shown(metricOf(one), one.repo_id, null);
		expect([state, verdict?.scheme, badges.includes('unknown-key')]).toEqual(['unknown-key', 'model-index', true]);
	});

	test.each(known.map((one) => [nameOf(one), one] as const))('%s is bound to what stands in the card', (_, one) => {
		const state = (metric: Metric, id: string | null = one.hub_object_id) => stateOf(metric, one.repo_id, id);
		const metric = metricOf(one);
		expect(state(metric)).toBe('unknown-key: no-key claims-fit');
		// In any order, and whatever the card says of itself or of the task: those are not bound.
		expect(state({ ...metric, dataset: reversed(metric.dataset), metric: reversed(metric.metric) })).toBe('unknown-key: no-key claims-fit');
		expect(state({ ...metric, task: { type: 'text-generation' }, metric: { ...metric.metric, verified: false } })).toBe(
			'unknown-key: no-key claims-fit',
		);
	});

	test.each(known.map((one) => [nameOf(one), one] as const))('%s: every edit of what is bound is found out', (_, one) => {
		const { verified: _typed, ...bare } = one.metric;
		const metric = metricOf(one);
		const edited: readonly (readonly [string, Metric])[] = [
			...edits(one.dataset).map(([name, dataset]) => [`dataset ${name}`, { ...metric, dataset }] as const),
			...edits(bare).map(([name, fields]) => [`metric ${name}`, { ...metric, metric: fields }] as const),
			['a revision', { ...metric, dataset: { ...one.dataset, revision: 'main' } }],
			['a metric config', { ...metric, metric: { ...bare, config: 'default' } }],
		];
		expect(edited).toHaveLength(12 + 9 + 2);
		const states = edited.map(([name, what]) => [name, stateOf(what, one.repo_id, one.hub_object_id)]);
		expect(states).toEqual(edited.map(([name]) => [name, 'claims-mismatch: hash-differs no-key']));
		const otherId = one.hub_object_id.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
		expect(stateOf(metric, one.repo_id, otherId)).toBe('claims-mismatch: hash-differs no-key');
	});

	test('without the id of the repository nothing is compared, and that is said', () => {
		const states = tokens.map((one) => stateOf(metricOf(one), one.repo_id, null));
		expect(states).toEqual(Array(46).fill('unknown-key: no-key claims-not-compared'));
	});

	test("under another repository's id all 46 are a mismatch", () => {
		const others = tokens.filter(({ hub_object_id }) => hub_object_id !== HOST_ID);
		const states = others.map((one) => stateOf(metricOf(one), one.repo_id, HOST_ID));
		expect(new Set(states)).toEqual(new Set(['claims-mismatch: hash-differs no-key']));
		const first = tokens.filter((one) => !others.includes(one)).map((one) => stateOf(metricOf(one), one.repo_id, '0'.repeat(24)));
		expect(new Set(first)).toEqual(new Set(['claims-mismatch: hash-differs no-key']));
		expect(states.length + first.length).toBe(46);
	});

	test('the key that the Hub published for its other tokens in 2023 made none of them', () => {
		const jwk = { kty: 'OKP', crv: 'Ed25519', x: '-RBhgyNluwaIL5KFJb6ZOL2H1nmyI8mW4Z2EHGDGCXM' } as const;
		expect(fromBase64url(jwk.x)).toHaveLength(32);
		const key = { ...listedForCards(), jwk, thumbprint: thumbprint(jwk), scopes: [{ hosts: ['huggingface.co'] }] };
		expect(key.thumbprint).toBe('mlGZEbKHTtUHda_TQtG3CCuKy90OPwnC4v9zTc3qUc8');
		const states = known.map((one) => stateOf(metricOf(one), one.repo_id, one.hub_object_id, [key]));
		expect(states).toEqual(Array(37).fill('unknown-key: no-key-fits claims-fit'));
	});
});
