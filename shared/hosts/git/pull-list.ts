import { jsonIn } from '../../http/json-in.ts';
import { problemAt } from '../../http/problem-of.ts';
import { request } from '../../http/request.ts';
import { fail, type Outcome, succeed } from '../../outcome.ts';
import type { Ports } from '../../ports.ts';
import { entryOf, fresh } from '../../store/schema.ts';
import type { Submission, SubmissionState } from '../evidence.ts';

const STATES: readonly SubmissionState[] = ['open', 'closed', 'merged', 'draft'];
const BYTES = 2 * 1024 * 1024;
const ITEMS = 10_000;
const LONGEST_TEXT = 300;
const LONGEST_URL = 2_000;

/**
 * The page's list of pull requests: JSON, `[{ number, state: open | closed | merged | draft, author?, title?, url? }]`, remembered for 5 minutes.
 * Items that are none are passed over; `unexpected-answer` where it is no list at all, or a list of other things.
 */
export async function readPullList(url: string, ports: Ports, signal: AbortSignal): Promise<Outcome<ReadonlyMap<number, Submission>>> {
	const key = `pulls ${url}`;
	const known = await ports.store.get<readonly Submission[]>('refs', key);
	if (fresh(known, ports.now())) return succeed(byNumber(known.value));
	const ask = {
		url,
		method: 'GET',
		headers: { Accept: 'application/json' },
		subject: 'submission-states',
		accepts: ['application/json'],
	} as const;
	const answer = await request(ports, ask, { maxBytes: BYTES }, signal);
	if (!answer.ok) return answer;
	const list = pullList(answer.value.bytes);
	if (!list) return fail(problemAt(url, 'unexpected-answer', 'submission-states', { reason: 'list' }));
	await ports.store.put('refs', key, entryOf('refs', list, ports.now()));
	return succeed(byNumber(list));
}

const byNumber = (list: readonly Submission[]) => new Map(list.map((one) => [one.number, one]));

/** The list that these bytes hold, `undefined` for none. Texts are cut to a length that can be shown; addresses are http(s) or left out. */
export function pullList(bytes: Uint8Array): readonly Submission[] | undefined {
	const value = jsonIn(bytes);
	if (!Array.isArray(value)) return undefined;
	const list = value.slice(0, ITEMS).flatMap((item: unknown) => submission(item) ?? []);
	return list.length === 0 && value.length > 0 ? undefined : list;
}

function submission(item: unknown): Submission | undefined {
	if (typeof item !== 'object' || item === null) return undefined;
	const { number, state, author, title, url } = item as Readonly<Record<string, unknown>>;
	const known = STATES.find((one) => one === state);
	if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1 || !known) return undefined;
	const text = (value: unknown) =>
		typeof value === 'string' && value !== '' ? [...value.slice(0, 2 * LONGEST_TEXT)].slice(0, LONGEST_TEXT).join('') : undefined;
	const by = text(author);
	const called = text(title);
	const at = webAddress(url);
	return {
		number,
		state: known,
		...(by !== undefined && { author: by }),
		...(called !== undefined && { title: called }),
		...(at !== undefined && { url: at }),
	};
}

function webAddress(value: unknown): string | undefined {
	if (typeof value !== 'string' || value.length > LONGEST_URL || !URL.canParse(value)) return undefined;
	const { protocol, href } = new URL(value);
	return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
