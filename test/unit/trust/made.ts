import { createHash } from 'node:crypto';
import type { ChangesSince, CollectStep, Evidence, Repository } from '../../../shared/hosts/evidence.ts';
import { buildReport } from '../../../shared/report/build-report.ts';
import type { BadgeCode, Tone } from '../../../shared/trust/badge.ts';
import { publicKeyOf, sign } from '../../../shared/trust/crypto/ed25519.ts';
import type { ListedKey } from '../../../shared/trust/keys/key.ts';
import { readKeyList } from '../../../shared/trust/keys/read-key-list.ts';
import { publicJwk, thumbprint } from '../../../shared/trust/keys/thumbprint.ts';
import { TYPE } from '../../../shared/trust/schemes/eval-result.ts';
import type { SignedResult } from '../../../shared/trust/schemes/validate-signed-result.generated.js';
import { shownBadges, wantsLook } from '../../../shared/trust/shown-badges.ts';
import { withSignatures } from '../../../shared/trust/signature/check-report.ts';
import type { Verdict } from '../../../shared/trust/signature/verdict.ts';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const base64url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url');
export const fromHex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** A throw-away key of that name. */
export const secret = (name: string): Uint8Array => new Uint8Array(createHash('sha256').update(name).digest());
export const LAB = secret('lab');
export const ATTACKER = secret('attacker');

export const NOW = Date.UTC(2026, 5, 1, 12);
/** In seconds. */
export const SIGNED_AT = Date.UTC(2026, 2, 11, 14, 2) / 1000;
export const DAY = 86_400;
export const HOST_ID = '621ffdc136468d709f17a5fd';

/** The lab's key for results, or any other. */
export function listed(seed: Uint8Array = LAB, more: Partial<ListedKey> = {}): ListedKey {
	const jwk = publicJwk(publicKeyOf(seed));
	return {
		jwk,
		thumbprint: thumbprint(jwk),
		owner: 'Harbor Eval Lab',
		purpose: 'results',
		issuer: 'https://evals.harbor.example',
		scopes: [{ hosts: ['hub.example'] }],
		status: 'active',
		source: { how: 'imported' },
		...more,
	};
}

/** One for the tokens of 2022, which name no issuer. */
export function listedForCards(seed: Uint8Array = LAB, more: Partial<ListedKey> = {}): ListedKey {
	const { issuer: _none, ...key } = listed(seed, { purpose: 'model-index', ...more });
	return key;
}

/** As a reader gets them: out of the text of a list. */
export function keyList(...keys: readonly ListedKey[]): readonly ListedKey[] {
	const read = readKeyList(JSON.stringify({ format: 'evalmark-keys', version: 1, keys }));
	if (!read.ok) throw new Error(`${read.code} ${JSON.stringify(read.params)}`);
	return read.list.keys;
}

/** A compact JWS over exactly these texts. */
export function jws(header: string, payload: string, seed: Uint8Array = LAB): string {
	const signed = `${base64url(header)}.${base64url(payload)}`;
	return `${signed}.${base64url(sign(utf8(signed), seed))}`;
}

export const kidOf = (seed: Uint8Array): string => thumbprint(publicJwk(publicKeyOf(seed)));

export type Header = Readonly<Record<string, unknown>>;

export const headerOf = (seed: Uint8Array, more: Header = {}): string =>
	JSON.stringify({ alg: 'Ed25519', typ: TYPE, kid: kidOf(seed), ...more });

/** What the lab signs of the entry that these tests begin with. */
export const claims = (more: Partial<Record<keyof SignedResult, unknown>> = {}): Record<string, unknown> => ({
	version: 1,
	iss: 'https://evals.harbor.example',
	iat: SIGNED_AT,
	subject: { host: 'hub.example', repository: 'lumen-labs/kestrel-32b' },
	dataset: { id: 'Idavidrein/gpqa', task_id: 'diamond' },
	value: '71.40',
	...more,
});

export const resultToken = (payload: unknown = claims(), seed: Uint8Array = LAB, header: Header = {}): string =>
	jws(headerOf(seed, header), JSON.stringify(payload), seed);

export type Fields = Readonly<Record<string, string | number | boolean>>;

/** A metric in a card, with the dataset that it is of. Fields stand in the file in their order here. */
export interface Metric {
	readonly task: Fields;
	readonly dataset: Fields;
	readonly metric: Fields;
	readonly token?: string;
}

export const METRIC: Metric = {
	task: { type: 'question-answering', name: 'Question Answering' },
	dataset: { name: 'squad_v2', type: 'squad_v2', config: 'squad_v2', split: 'validation' },
	metric: { type: 'exact_match', value: 79.9309, name: 'Exact Match' },
};

const lines = (fields: Fields, indent: string): string =>
	Object.entries(fields)
		.map(([name, value]) => `${indent}${name}: ${JSON.stringify(value)}\n`)
		.join('');

/** README with these metrics in its `model-index`, each of a result of its own. */
export const card = (...metrics: readonly Metric[]): string =>
	`---\nlicense: mit\nmodel-index:\n- name: kestrel\n  results:\n${metrics.map(inCard).join('')}---\n# Kestrel\n`;

const inCard = ({ task, dataset, metric, token }: Metric): string =>
	`  - task:\n${lines(task, '      ')}    dataset:\n${lines(dataset, '      ')}    metrics:\n${lines(metric, '      ').replace(/^ {6}/, '    - ')}${
		token === undefined ? '' : `      verifyToken: ${JSON.stringify(token)}\n`
	}`;

/** As the Hub computed it in 2022, by Node's own hash. */
export const cardHash = (id: string, { dataset, metric }: Pick<Metric, 'dataset' | 'metric'>): string =>
	createHash('sha256').update(JSON.stringify({ id, dataset, metric })).digest('hex');

export const CARD_HEADER = '{"alg":"EdDSA","typ":"JWT"}';

/** The metric with a token over it. */
export const signedMetric = (metric: Metric = METRIC, { id = HOST_ID, seed = LAB, more = {} as Header } = {}): Metric => ({
	...metric,
	token: jws(CARD_HEADER, JSON.stringify({ hash: cardHash(id, metric), version: 1, ...more }), seed),
});

/** A file as it was collected. */
export interface File extends Partial<Pick<Evidence, 'role' | 'path' | 'commit' | 'submission' | 'hostSays' | 'dataset'>> {
	readonly text: string;
}

export interface Scene {
	readonly files: readonly File[];
	readonly keys?: readonly ListedKey[];
	readonly now?: number;
	readonly repository?: Partial<Omit<Repository, 'hostId'>>;
	/** `null`: the host tells none. */
	readonly hostId?: string | null;
	readonly changes?: readonly ChangesSince[];
}

// Oids by their form.
export const oid = (digit: string) => digit.repeat(40) as Evidence['commit'];

/** What is shown of one result. */
export interface Shown {
	readonly state: Verdict['state'] | undefined;
	readonly reasons: readonly string[];
	readonly badges: readonly BadgeCode[];
	readonly tones: readonly Tone[];
	readonly wantsLook: boolean;
	readonly verdict: Verdict | undefined;
	readonly valueText: string | undefined;
}

/** The whole way from the bytes of files to the badges of each result. */
export function show({ files, keys = [], now = NOW, repository = {}, hostId = HOST_ID, changes }: Scene): readonly Shown[] {
	const home: Repository = {
		id: 'https://hub.example/lumen-labs/kestrel-32b',
		host: 'git',
		origin: 'https://hub.example',
		path: 'lumen-labs/kestrel-32b',
		kind: 'model',
		url: 'https://hub.example/lumen-labs/kestrel-32b',
		head: oid('a'),
		...(hostId !== null && { hostId }),
		...repository,
	};
	const evidence = files.map(({ text, ...more }, index): CollectStep => {
		const path = more.path ?? (more.role === 'card' ? 'README.md' : `.eval_results/${index}.yaml`);
		const commit = more.commit ?? oid('a');
		return {
			type: 'evidence',
			evidence: {
				id: `${home.id}@${commit}:${index}:${path}`,
				repository: home.id,
				role: 'results',
				path,
				ref: 'refs/heads/main',
				commit,
				blob: oid('b'),
				bytes: utf8(text),
				...more,
			},
		};
	});
	const steps: readonly CollectStep[] = [{ type: 'repository', repository: home }, ...evidence, { type: 'done', at: now }];
	const report = buildReport(steps.map((step, index) => ({ ...step, seq: index + 1 })));
	if (!report) throw new Error('no report');
	const checked = withSignatures(changes ? { ...report, changes } : report, { keys: keyList(...keys), now });
	return checked.assessments.map((assessment, index) => {
		const badges = shownBadges(assessment);
		return {
			state: assessment.signature?.state,
			reasons: assessment.signature?.reasons.map(({ code }) => code) ?? [],
			badges: badges.map(({ code }) => code),
			tones: badges.map(({ tone }) => tone),
			wantsLook: wantsLook(assessment),
			verdict: assessment.signature,
			valueText: checked.results[index]?.valueText,
		};
	});
}
