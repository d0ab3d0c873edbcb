import { gitlabMergeRequest } from '../answers.ts';
import { gitlabPage } from '../pages.ts';
import { paged } from './asking.ts';
import { type Answer, type Asked, belowBy, type Family } from './family.ts';
import { refsBelow, setRefs } from './refs.ts';

function answer({ site, path, query, repositories }: Asked): Answer | undefined {
	if (!path.startsWith('/api/v4/projects/')) return undefined;
	const [id = '', what] = path.slice('/api/v4/projects/'.length).split('/');
	const repository = repositories.find((one) => one.path === decodeURIComponent(id));
	if (!repository || what !== 'merge_requests') return { status: 404, body: { message: '404 Project Not Found' } };
	const wanted = query.getAll('iids[]').map(Number);
	const pulls = repository.pulls.filter(({ number }) => wanted.length === 0 || wanted.includes(number));
	const base = `${site.origin}${site.folder ?? ''}/${repository.path}`;
	const all = pulls.toReversed().map((pull) => gitlabMergeRequest(pull, base));
	return { status: 200, body: paged(all, query, 'per_page', 100), headers: { 'x-total': all.length } };
}

export const gitlab: Family = {
	page: gitlabPage,
	below: belowBy(/^-\/merge_requests\/(\d+)/, /^-\/blob\/.+?\/(\.eval_results\/.+)$/),
	// A merge request shows what it changes as a tree, folded.
	pullShows: ['.eval_results/'],
	answer,
	// GitLab keeps the heads of its merge requests under names of its own.
	prepare: ({ directory }) => {
		setRefs(
			directory,
			[...refsBelow(directory, 'refs/pull')].flatMap(([name, oid]) => [
				[name.replace('refs/pull/', 'refs/merge-requests/'), oid] as const,
				[name, undefined] as const,
			]),
		);
		return [];
	},
};
