import { git } from '../../history.ts';
import type { HubRepository } from '../../repositories.ts';

/** Oids by the full names of their refs. */
export const refsBelow = (directory: string, prefix: string): ReadonlyMap<string, string> =>
	new Map(
		git(directory, ['for-each-ref', '--format=%(refname) %(objectname)', prefix])
			.split('\n')
			.filter(Boolean)
			.map((line) => {
				const [name = '', oid = ''] = line.split(' ');
				return [name, oid] as const;
			}),
	);

/** Lets refs point where they are told; `undefined` deletes one. */
export function setRefs(directory: string, refs: Iterable<readonly [name: string, oid: string | undefined]>): void {
	const lines = [...refs].map(([name, oid]) => (oid === undefined ? `delete ${name}\n` : `update ${name} ${oid}\n`));
	git(directory, ['update-ref', '--stdin'], Buffer.from(lines.join('')));
}

/** For forges that show no refs of pull requests. */
export const forgetPulls = (directory: string): void =>
	setRefs(
		directory,
		[...refsBelow(directory, 'refs/pull').keys()].map((name) => [name, undefined] as const),
	);

/** Heads on branches of the same repository, as where everybody may push; who merges deletes the branch. */
export const asBranches = ({ directory, pulls, pullHeads }: HubRepository): void =>
	setRefs(
		directory,
		pulls.filter(({ state }) => state !== 'merged').map(({ number }) => [`refs/heads/pr-${number}`, pullHeads.get(number)] as const),
	);
