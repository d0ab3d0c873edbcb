import { giteaPull, giteaTimeline } from '../answers.ts';
import { giteaPage } from '../pages.ts';
import { paged, pullOf, repositoryAt } from './asking.ts';
import { type Answer, type Asked, belowBy, type Family } from './family.ts';

const MISSING = { status: 404, body: { message: 'Not Found' } };
const NO_REPOSITORY = { status: 404, body: { message: 'GetUserByName', errors: [] } };

function answer(asked: Asked): Answer | undefined {
	const { site, path, query, member } = asked;
	if (!path.startsWith('/api/v1/repos/')) return undefined;
	const rest = path.slice('/api/v1/repos/'.length);
	const repository = repositoryAt(asked, rest);
	if (!repository || (repository.locked && !member)) return NO_REPOSITORY;
	const [, discussed = ''] = /\/issues\/(\d+)\/timeline$/.exec(rest) ?? [];
	const told = pullOf(repository, discussed);
	if (told) return { status: 200, body: giteaTimeline(told) };
	const [, number] = /\/pulls(?:\/(\d+))?$/.exec(rest) ?? [];
	if (!/\/pulls(\/|$)/.test(rest)) return NO_REPOSITORY;
	const base = `${site.origin}${site.folder ?? ''}/${repository.path}`;
	if (number !== undefined) {
		const pull = pullOf(repository, number);
		return pull ? { status: 200, body: giteaPull(pull, base) } : MISSING;
	}
	const all = repository.pulls.toReversed().map((pull) => giteaPull(pull, base));
	return { status: 200, body: paged(all, query, 'limit', 50) };
}

export const gitea: Family = {
	page: (shown, { keywords = '' }) => giteaPage(shown, keywords),
	below: belowBy(/^pulls\/(\d+)/, /^src\/branch\/.+?\/(\.eval_results\/.+)$/),
	answer,
};
