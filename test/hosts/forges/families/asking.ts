import type { DemoPull } from '../../demo/draft.ts';
import type { HubRepository } from '../../repositories.ts';
import type { Asked } from './family.ts';

/** The repository whose path `start` begins with. */
export const repositoryAt = ({ repositories }: Pick<Asked, 'repositories'>, start: string): HubRepository | undefined =>
	repositories.find((one) => start === one.path || start.startsWith(`${one.path}/`));

export const pullOf = (repository: HubRepository, number: string): DemoPull | undefined =>
	repository.pulls.find((one) => one.number === Number(number));

/** The full oid of a pull request's head. */
export const headOf = (repository: HubRepository, pull: DemoPull): string => repository.pullHeads.get(pull.number) ?? '';

/** One page of a list, counted from 1; `size` names the parameter that says how long a page is, `most` its limit. */
export function paged<T>(all: readonly T[], query: URLSearchParams, size: string, most: number, usual = 30): readonly T[] {
	const wanted = Math.min(Number(query.get(size) ?? usual), most);
	const at = (Number(query.get('page') ?? 1) - 1) * wanted;
	return all.slice(at, at + wanted);
}
