import { jsonIn } from '../../http/json-in.ts';
import { problemAt } from '../../http/problem-of.ts';
import type { Ask } from '../../http/read-answer.ts';
import { type Answer, request } from '../../http/request.ts';
import { fail, type Outcome, succeed } from '../../outcome.ts';
import type { Ports } from '../../ports.ts';
import { entryOf, fresh } from '../../store/schema.ts';
import type { Problem } from '../evidence.ts';
import type { RepoPage } from '../repo-page.ts';

/** Where one collect reads from. */
export interface Reading {
	readonly origin: string;
	/** `lumen-labs/kestrel-32b`, `datasets/cais/hle`: as it stands in addresses. */
	readonly path: string;
	readonly kind: 'models' | 'datasets';
	readonly ports: Ports;
	readonly signal: AbortSignal;
}

export const readingOf = ({ origin, path, kind }: RepoPage, ports: Ports, signal: AbortSignal): Reading => ({
	origin,
	path: path.split('/').map(encodeURIComponent).join('/'),
	kind: kind === 'dataset' ? 'datasets' : 'models',
	ports,
	signal,
});

/** The same of another repository on the same host. */
export const datasetReading = (reading: Reading, id: string): Reading => ({
	...reading,
	path: `datasets/${id.split('/').map(encodeURIComponent).join('/')}`,
	kind: 'datasets',
});

/** Address below the repository's own API. */
export const apiUrl = ({ origin, path, kind }: Reading, rest = ''): string =>
	`${origin}/api/${kind}/${path.replace(/^datasets\//, '')}${rest}`;

/** Address of a file's bytes at a revision (the Hub's limit for these is its highest: hub-docs `rate-limits.md`). */
export const fileAddress = ({ origin, path }: Reading, revision: string, file: string): string =>
	`${origin}/${path}/resolve/${encodeURIComponent(revision)}/${file.split('/').map(encodeURIComponent).join('/')}`;

const JSON_BYTES = 8 * 1024 * 1024;

/** Some refusals say why, by a header of the Hub's own (huggingface_hub `errors.py`). */
const reason: NonNullable<Ask['reason']> = (header) => (header('x-error-code') === 'GatedRepo' ? 'gated' : undefined);

/** A whole answer of one GET. */
export function get(
	{ ports, signal }: Reading,
	url: string,
	subject: Problem['subject'],
	maxBytes: number,
	more: Partial<Pick<Ask, 'accepts' | 'headers'>> = {},
): Promise<Outcome<Answer>> {
	// The Hub counts its API and its files apart (hub-docs `rate-limits.md`).
	const bucket = new URL(url).pathname.startsWith('/api/') ? 'api' : 'resolvers';
	return request(ports, { url, method: 'GET', subject, reason, bucket, ...more }, { maxBytes }, signal);
}

/** What was told, and when. */
export interface Told {
	readonly value: unknown;
	/** Ms since 1970. */
	readonly at: number;
	/** The next page of a list, on the same origin. */
	readonly next?: string;
}

/** An answer in JSON, remembered for 5 minutes, or for good where its address names a commit. */
export async function getJson(reading: Reading, url: string, subject: Problem['subject'], fixed = false): Promise<Outcome<Told>> {
	const { ports } = reading;
	const kind = fixed ? 'object' : 'refs';
	const key = `hub ${url}`;
	const kept = await ports.store.get<Told>(kind, key);
	if (fresh(kept, ports.now())) return succeed(kept.value);
	const at = ports.now();
	const answer = await get(reading, url, subject, JSON_BYTES, { accepts: ['application/json'], headers: { Accept: 'application/json' } });
	if (!answer.ok) return answer;
	const value = jsonIn(answer.value.bytes);
	if (value === undefined) return fail(problemAt(url, 'unexpected-answer', subject, { reason: 'json' }));
	const next = nextPage(answer.value.header('link'), url);
	const told: Told = { value, at, ...(next !== undefined && { next }) };
	await ports.store.put(kind, key, entryOf(kind, told, at));
	return succeed(told);
}

/** `Link: <…>; rel="next"` (RFC 8288), only to the same origin. */
function nextPage(header: string | undefined, from: string): string | undefined {
	const target = /<([^>]*)>\s*;[^,]*\brel="?next\b/.exec(header ?? '')?.[1];
	if (target === undefined || !URL.canParse(target, from)) return undefined;
	const next = new URL(target, from);
	return next.origin === new URL(from).origin && next.username === '' && next.password === '' ? next.href : undefined;
}
