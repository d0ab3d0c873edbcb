import { jsonIn } from '../../http/json-in.ts';
import { problemAt } from '../../http/problem-of.ts';
import { request } from '../../http/request.ts';
import { fail, type Outcome, succeed } from '../../outcome.ts';
import type { Ports } from '../../ports.ts';
import { entryOf, fresh } from '../../store/schema.ts';

const BYTES = 4 * 1024 * 1024;

/**
 * JSON from a forge's API about pull requests, remembered for 5 minutes. Counts against a budget of its own: an API that wants no more
 * questions says nothing about git, also where both stand on one host.
 */
export async function askForge(url: string, ports: Ports, signal: AbortSignal): Promise<Outcome<unknown>> {
	const key = `api ${url}`;
	const known = await ports.store.get<unknown>('refs', key);
	if (fresh(known, ports.now())) return succeed(known.value);
	const ask = {
		url,
		method: 'GET',
		headers: { Accept: 'application/json' },
		subject: 'submission-states',
		accepts: ['application/json'],
		bucket: 'api',
	} as const;
	const answer = await request(ports, ask, { maxBytes: BYTES }, signal);
	if (!answer.ok) return answer;
	const value = jsonIn(answer.value.bytes);
	if (value === undefined) return fail(problemAt(url, 'unexpected-answer', 'submission-states', { reason: 'json' }));
	await ports.store.put('refs', key, entryOf('refs', value, ports.now()));
	return succeed(value);
}
