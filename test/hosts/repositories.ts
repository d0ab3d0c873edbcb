import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DemoPull, DemoRepository, Expected } from './demo/draft.ts';
import { demoRepositories } from './demo/index.ts';

/** What the hub knows of one repository beside what git says. */
export interface HubRepository {
	readonly path: string;
	readonly kind: 'model' | 'dataset';
	readonly description: string;
	/** The bare repository. */
	readonly directory: string;
	readonly pulls: readonly DemoPull[];
	readonly listsPulls: boolean;
	readonly locked: boolean;
	/** Commit of `main`. */
	readonly head: string;
	/** Commit of each pull request's head, by number. */
	readonly pullHeads: ReadonlyMap<number, string>;
	readonly expected: Expected;
}

/** How many results `expected` counts in all. */
export const expectedTotal = ({ main, open = 0, draft = 0, closed = 0, unknown = 0 }: Expected): number =>
	main + open + draft + closed + unknown;

/** Makes the bare repositories below `root`: those of the demo unless others are named. Same input, same oids. */
export function makeRepositories(root: string, repositories: readonly DemoRepository[] = demoRepositories()): readonly HubRepository[] {
	return repositories.map((repository) => {
		const { history, ...about } = repository;
		const directory = path.join(root, `${about.path}.git`);
		mkdirSync(directory, { recursive: true });
		const oids = history.write(directory);
		const at = (ref: string) => oids.get(history.head(ref)) ?? '';
		writeFileSync(path.join(directory, 'description'), about.description);
		return {
			...about,
			directory,
			head: at('refs/heads/main'),
			pullHeads: new Map(about.pulls.map((pull) => [pull.number, at(`refs/pull/${pull.number}/head`)])),
		};
	});
}
