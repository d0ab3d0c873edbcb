import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPull as azureHead } from '../../../../shared/hosts/azure-devops/pulls.ts';
import { readPull as cloudHead } from '../../../../shared/hosts/bitbucket-cloud/pulls.ts';
import { readPull as serverHead } from '../../../../shared/hosts/bitbucket-data-center/pulls.ts';
import type { PullHead } from '../../../../shared/hosts/forge.ts';
import { readPull as giteePull } from '../../../../shared/hosts/gitee/pulls.ts';
import { readPull as pagurePull } from '../../../../shared/hosts/pagure/pulls.ts';
import type { DemoPull, PullState } from '../../../hosts/demo/draft.ts';
import { azurePull as azureAnswer } from '../../../hosts/forges/families/azure-devops.ts';
import { bitbucketCloudPull } from '../../../hosts/forges/families/bitbucket-cloud.ts';
import { bitbucketServerPull } from '../../../hosts/forges/families/bitbucket-data-center.ts';
import { giteePull as giteeAnswer } from '../../../hosts/forges/families/gitee.ts';
import { pagurePull as pagureAnswer } from '../../../hosts/forges/families/pagure.ts';
import { spoilt } from './spoilt.ts';

const runs = Number(process.env.EVALMARK_RUNS ?? 1000);
const ORIGIN = 'https://git.example.org';
const HEAD = '0123456789abcdef0123456789abcdef01234567';
const REPOSITORY = { path: 'lumen-labs/kestrel', head: HEAD };
const CLONE = `${ORIGIN}/scm/lum/kestrel.git`;
const pull = (state: PullState, number = 5): DemoPull => ({ number, title: 'Add GPQA', author: 'noor-vd', state });
/** A list without heads has submissions alone. */
const plain = (read: (item: unknown) => PullHead['submission'] | null) => (item: unknown) => {
	const submission = read(item);
	return submission && { submission };
};

interface Reader {
	readonly made: (one: DemoPull) => object;
	readonly read: (item: unknown) => PullHead | null;
	/** How much of the head it tells. */
	readonly head?: string;
	/** Who closed it, if it says. */
	readonly closer?: string;
	/** Knows no drafts. */
	readonly noDrafts?: true;
}

const readers: Readonly<Record<string, Reader>> = {
	'Bitbucket Cloud': {
		made: (one) => bitbucketCloudPull(one, REPOSITORY, HEAD, ORIGIN),
		read: (item) => cloudHead(item, ORIGIN, REPOSITORY.path),
		head: HEAD.slice(0, 12),
		closer: 'lumen-labs',
	},
	'Bitbucket Data Center': {
		made: (one) => bitbucketServerPull(one, REPOSITORY, HEAD, ORIGIN),
		read: (item) => serverHead(item, { origin: ORIGIN, cloneUrl: CLONE }),
		head: HEAD,
	},
	'Azure DevOps': { made: (one) => azureAnswer(one, REPOSITORY, HEAD, ORIGIN), read: azureHead, head: HEAD, closer: 'lumen-labs' },
	Gitee: { made: (one) => giteeAnswer(one, ORIGIN, HEAD), read: plain(giteePull) },
	Pagure: { made: (one) => pagureAnswer(one, ORIGIN, HEAD), read: plain(pagurePull), closer: 'lumen-labs', noDrafts: true },
};

describe.each(Object.entries(readers))('what %s says of a pull request', (_, { made, read, head, closer, noDrafts }) => {
	test.each(['open', 'draft', 'closed', 'merged'] as const)('%s', (state) => {
		const told = read(made(pull(state)));
		expect(told?.submission).toMatchObject({ number: 5, state: noDrafts && state === 'draft' ? 'open' : state, author: 'noor-vd' });
		expect(told?.submission.closedBy).toBe(state === 'closed' ? closer : undefined);
		expect(told?.submission.closedAt?.slice(0, 5)).toBe(state === 'closed' ? '2026-' : undefined);
		expect(told?.head).toBe(head);
		if (head !== undefined) expect(told?.branch).toBe('pr-5');
		expect(told?.fork).toBeUndefined();
	});

	test('whatever comes, nothing of another kind gets in, nothing leads elsewhere, and nothing throws', () => {
		fc.assert(
			fc.property(spoilt(made(pull('open'))), (value) => {
				const told = read(value);
				if (!told) return;
				const { submission } = told;
				expect(Number.isSafeInteger(submission.number) && submission.number > 0).toBe(true);
				expect(['open', 'draft', 'closed', 'merged']).toContain(submission.state);
				for (const text of [submission.author, submission.title, submission.closedBy, submission.closedAt, told.branch])
					if (text !== undefined) expect(typeof text === 'string' && text.length <= 300 && text !== '').toBe(true);
				if (told.head !== undefined) expect(told.head).toMatch(/^[0-9a-f]{7,64}$/);
				if (told.fork !== undefined) expect(new URL(told.fork).origin).toBe(ORIGIN);
				expect(submission.url).toBeUndefined();
			}),
			{ numRuns: runs },
		);
	});
});

test('a pull request from a fork leads to the fork, on the same origin alone', () => {
	const cloud = (full_name: string) => {
		const made = bitbucketCloudPull(pull('open'), REPOSITORY, HEAD, ORIGIN);
		return cloudHead({ ...made, source: { ...made.source, repository: { full_name } } }, ORIGIN, REPOSITORY.path)?.fork;
	};
	expect(cloud('hana/kestrel')).toBe(`${ORIGIN}/hana/kestrel.git`);
	for (const name of ['../../other', '../other', 'a/..', 'hana', 'https://evil.example/a', 'a/b/c', '//evil.example/a'])
		expect(cloud(name)).toBeUndefined();
	const server = (key: string, slug: string) => {
		const made = bitbucketServerPull(pull('open'), REPOSITORY, HEAD, ORIGIN);
		const fromRef = { ...made.fromRef, repository: { slug, project: { key } } };
		return serverHead({ ...made, fromRef }, { origin: ORIGIN, cloneUrl: CLONE })?.fork;
	};
	expect(server('~HANA', 'kestrel')).toBe(`${ORIGIN}/scm/~hana/kestrel.git`);
	for (const [key, slug] of [
		['..', 'kestrel'],
		['LUM', '../x'],
		['a/b', 'x'],
	] as const)
		expect(server(key, slug)).toBeUndefined();
});
