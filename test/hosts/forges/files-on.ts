import { spawnSync } from 'node:child_process';
import { changedBy, folderAt } from '../hub-git.ts';
import type { HubRepository } from '../repositories.ts';
import type { Below, Family } from './families/family.ts';

/** Names that a page links: those of the root folder, the parts of a file's path, or the files of a pull request. `forks`: more directories where heads stand. */
export function filesOn(repository: HubRepository, family: Family, below: Below, forks: readonly string[]): readonly string[] {
	if (below === undefined) return (folderAt(repository.directory, family.branch ?? 'main', '') ?? []).map((row) => row.name);
	if ('file' in below) return below.file.split('/');
	return family.pullShows ?? changedOn(repository, below.pull, forks);
}

/** What a pull request's page lists also after it was merged, and where the forge keeps no ref of it: what its head changed. */
function changedOn({ directory, pullHeads }: HubRepository, number: number, forks: readonly string[]): readonly string[] {
	const now = changedBy(directory, number);
	if (now.length > 0) return now;
	for (const at of [directory, ...forks]) {
		const args = ['-C', at, 'diff-tree', '--no-commit-id', '--name-only', '-r', pullHeads.get(number) ?? ''];
		const run = spawnSync('git', args, { encoding: 'utf8' });
		if (run.status === 0) return run.stdout.split('\n').filter(Boolean);
	}
	throw new Error(`no pull request ${number}`);
}
