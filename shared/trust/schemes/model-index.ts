import { hex, sha256 } from '../crypto/sha.ts';
import type { Jws } from '../jws/read-jws.ts';
import { decimal } from '../signature/decimal.ts';
import { type Binding, reason, type Scheme, type Shown, subjectOf } from './scheme.ts';

/** Registered claims that only narrow when a token counts (RFC 7519 §4.1). */
const TIMES: readonly string[] = ['exp', 'nbf', 'iat'];

/**
 * The Hub's tokens of 2022 in a card's `model-index`: a JWT of `{hash, version: 1}` whose hash is SHA-256 over
 * `JSON.stringify({id, dataset, metric})` with the Hub's internal id of the repository. No public document says so; it reproduces every
 * token of a known id. Bound are repository, dataset and metric; not the commit, the date, who signed it.
 */
export const modelIndex: Scheme = {
	id: 'model-index',
	purpose: 'model-index',
	namesKey: false,
	recognises: ({ typ, payload }) =>
		(typ === undefined || typ === 'JWT') &&
		payload.version === 1 &&
		typeof payload.hash === 'string' &&
		Object.keys(payload).every((name) => name === 'hash' || name === 'version' || TIMES.includes(name)),
	bind,
};

function bind({ payload }: Jws, { result, repository }: Shown): Binding {
	const hash = String(payload.hash);
	const facts = { claims: covered({ result, repository }), subject: subjectOf({ result, repository }) };
	if (!/^[0-9a-f]{64}$/.test(hash)) return { ...facts, verdict: 'malformed', reasons: [reason('hash-form')] };
	if (result.kind !== 'model-index' || !result.signedParts)
		return { ...facts, claims: [], verdict: 'unsupported', reasons: [reason('only-in-cards')] };
	// `017` is 17 to one reader of YAML and 15 to another, and the token would fit both.
	if (result.valueText === undefined || decimal(result.valueText) === undefined)
		return { ...facts, verdict: 'malformed', reasons: [reason('value-ambiguous')] };
	if (repository.hostId === undefined) return { ...facts, verdict: 'unknown', reasons: [reason('no-host-id')] };
	const { dataset, metric } = result.signedParts;
	const orders = [
		[dataset, metric],
		[ordered(dataset, DATASET), ordered(metric, METRIC)],
	];
	const fits = orders.some(([one, other]) => hashOf(repository.hostId ?? '', one ?? '', other ?? '') === hash);
	if (!fits) return { ...facts, verdict: 'differs', reasons: [reason('hash-differs')] };
	const iat = payload.iat;
	return {
		...facts,
		verdict: 'fits',
		reasons: [reason('commit-not-signed')],
		...(typeof iat === 'number' && { signedAt: iat * 1000 }),
	};
}

/** The order in which `eval_results_to_model_index` of huggingface_hub writes them. */
const DATASET = ['name', 'type', 'config', 'split', 'revision', 'args'];
const METRIC = ['type', 'value', 'name', 'config', 'args'];

function ordered(json: string, names: readonly string[]): string {
	const value: unknown = JSON.parse(json);
	// What is no mapping has no order.
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return json;
	const place = (name: string): number => (names.includes(name) ? names.indexOf(name) : names.length);
	return JSON.stringify(Object.fromEntries(Object.entries(value).sort(([a], [b]) => place(a) - place(b))));
}

/** The parts are JSON already: put together they are what `JSON.stringify` of the whole would give. */
const hashOf = (id: string, dataset: string, metric: string): string =>
	hex(sha256(new TextEncoder().encode(`{"id":${JSON.stringify(id)},"dataset":${dataset},"metric":${metric}}`)));

function covered({ result, repository }: Pick<Shown, 'result' | 'repository'>): Binding['claims'] {
	const { dataset, card, metric, valueText } = result;
	const datasetText = [dataset.id, card?.config, dataset.split].filter((part) => part !== undefined).join(' · ');
	const shown = (claim: 'repository-id' | 'dataset' | 'metric' | 'value', text: string | undefined) =>
		text === undefined ? [] : [{ claim, shown: text, verdict: 'covered' as const }];
	return [
		...shown('repository-id', repository.hostId),
		...shown('dataset', datasetText || undefined),
		...shown('metric', metric),
		...shown('value', valueText),
	];
}
