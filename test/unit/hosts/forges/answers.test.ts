import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCloser, readPull } from '../../../../shared/hosts/gitea/pulls.ts';
import { githubPulls, readIssue } from '../../../../shared/hosts/github/pulls.ts';
import { readMergeRequest } from '../../../../shared/hosts/gitlab/pulls.ts';
import type { DemoPull, PullState } from '../../../hosts/demo/draft.ts';
import { giteaPull, giteaTimeline, githubIssue, gitlabMergeRequest, plainIssue } from '../../../hosts/forges/answers.ts';
import { type Forge, startForge } from '../../../hosts/forges/server.ts';
import { forgePageOf, forgePorts } from './reading.ts';
import { spoilt } from './spoilt.ts';

const runs = Number(process.env.EVALMARK_RUNS ?? 1000);
const pull = (state: PullState): DemoPull => ({ number: 5, title: 'Add GPQA', author: 'noor-vd', state });
const BASE = 'https://git.example.org/o/r';
const readers = [
	['GitHub', (one: DemoPull) => githubIssue(one, BASE, true), readIssue],
	['GitLab', (one: DemoPull) => gitlabMergeRequest(one, BASE), readMergeRequest],
	['Gitea', (one: DemoPull) => giteaPull(one, BASE), readPull],
] as const;

describe.each(readers)('what %s says of a pull request', (name, made, read) => {
	test.each(['open', 'draft', 'closed', 'merged'] as const)('%s', (state) => {
		const told = read(made(pull(state)));
		expect(told).toMatchObject({ number: 5, state, author: 'noor-vd', title: 'Add GPQA', comments: 2 });
		const closed = state === 'closed';
		expect(told?.closedAt).toBe(closed ? '2026-03-05T10:00:00Z' : undefined);
		// Gitea says who only in the discussion.
		expect(told?.closedBy).toBe(closed && name !== 'Gitea' ? 'lumen-labs' : undefined);
	});

	test('whatever comes, nothing of another kind gets in, and nothing throws', () => {
		fc.assert(
			fc.property(spoilt(made(pull('open'))), (value) => {
				const told = read(value);
				if (!told) return;
				expect(Number.isSafeInteger(told.number) && told.number > 0).toBe(true);
				expect(['open', 'draft', 'closed', 'merged']).toContain(told.state);
				for (const text of [told.author, told.title, told.closedBy, told.closedAt]) {
					if (text !== undefined) expect(typeof text === 'string' && text.length <= 300 && text !== '').toBe(true);
				}
				expect(told.url).toBeUndefined();
			}),
			{ numRuns: runs },
		);
	});
});

test('who closed it last on Gitea, whatever comes', () => {
	expect(readCloser(giteaTimeline(pull('closed')))).toBe('lumen-labs');
	expect(readCloser(giteaTimeline(pull('open')))).toBeUndefined();
	fc.assert(
		fc.property(fc.oneof(fc.anything(), fc.array(fc.record({ type: fc.constant('close'), user: fc.anything() }))), (value) => {
			const told = readCloser(value);
			expect(told === undefined || (typeof told === 'string' && told !== '' && told.length <= 300)).toBe(true);
		}),
		{ numRuns: runs },
	);
});

test('an issue that is no pull request is passed over', () => {
	expect(readIssue(plainIssue(9))).toBeUndefined();
	expect(readIssue({})).toBeNull();
});

describe('GitHub’s budget of 60 an hour', () => {
	let forge: Forge;
	beforeAll(async () => {
		forge = await startForge('github');
	}, 60_000);
	afterAll(() => forge.close());

	test.each([
		[[3], 1],
		[[1, 3], 2],
		// Of many only the list; who closed the first one it does not say.
		[[3, 4, 5, 6, 7], 1],
		[[1, 3, 4, 5, 6, 7], 2],
		// Two that the list does not reach.
		[[3, 4, 700, 701, 702, 703], 3],
		[[1, 3, 4, 700, 701, 702, 703], 4],
	])('%j takes %i requests', async (numbers, requests) => {
		const page = await forgePageOf(forge, '/lumen-labs/kestrel-32b-instruct');
		forge.forgetRequests();
		await githubPulls(page, numbers, forgePorts(forge), new AbortController().signal);
		expect(forge.requests).toHaveLength(requests);
	});

	test('asked one by one, it says who closed it', async () => {
		const page = await forgePageOf(forge, '/lumen-labs/kestrel-32b-instruct');
		const told = await githubPulls(page, [1], forgePorts(forge), new AbortController().signal);
		expect(told.ok && told.value.get(1)).toMatchObject({ state: 'closed', closedBy: 'lumen-labs' });
	});
});
