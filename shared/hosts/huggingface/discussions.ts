import { problemAt } from '../../http/problem-of.ts';
import { fail, type Outcome, succeed } from '../../outcome.ts';
import type { Submission, SubmissionState } from '../evidence.ts';
import { countOf, fieldsOf, listOf, textOf } from '../fields.ts';
import { apiUrl, getJson, type Reading } from './reading.ts';

/** So many pages are read, the newest first. */
const PAGES = 4;
const STATES: readonly SubmissionState[] = ['open', 'draft', 'closed', 'merged'];

/** Pull requests by number, newest first: author, title and state as the Hub's list of discussions says (huggingface_hub `get_repo_discussions`). */
export async function listPulls(reading: Reading): Promise<Outcome<ReadonlyMap<number, Submission>>> {
	const pulls = new Map<number, Submission>();
	for (let page = 0, seen = 0; page < PAGES; page++) {
		const url = apiUrl(reading, `/discussions?type=pull_request&status=all&p=${page}`);
		const told = await getJson(reading, url, 'submission-states');
		if (!told.ok) return pulls.size > 0 ? succeed(pulls) : told;
		const { count, discussions } = fieldsOf(told.value.value);
		if (!Array.isArray(discussions)) return fail(problemAt(url, 'unexpected-answer', 'submission-states', { reason: 'list' }));
		for (const item of listOf(discussions)) {
			const one = submission(item, reading);
			if (one) pulls.set(one.number, one);
		}
		seen += discussions.length;
		if (discussions.length === 0 || seen >= (countOf(count) ?? 0)) break;
	}
	return succeed(pulls);
}

function submission(item: unknown, { origin, path }: Reading): Submission | undefined {
	const { num, title, author, status, isPullRequest, numComments } = fieldsOf(item);
	const number = countOf(num);
	const state = STATES.find((one) => one === status);
	if (number === undefined || number === 0 || !state || isPullRequest === false) return undefined;
	const by = textOf(fieldsOf(author).name, 300);
	const called = textOf(title, 300);
	const comments = countOf(numComments);
	return {
		number,
		state,
		...(by !== undefined && { author: by }),
		...(called !== undefined && { title: called }),
		url: `${origin}/${path}/discussions/${number}`,
		...(comments !== undefined && { comments }),
	};
}
