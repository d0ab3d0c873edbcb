import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Draft } from '../../hosts/demo/draft.ts';
import { git, type Mark } from '../../hosts/history.ts';
import { startHub } from '../../hosts/hub.ts';
import { makeRepositories } from '../../hosts/repositories.ts';
import { collected, pageOf, places } from './collecting.ts';

/** A repository per run is slow: a hundredth of what other property tests do. */
const runs = Math.ceil(Number(process.env.EVALMARK_RUNS ?? 1000) / 100);
const NAMES = ['a', 'b', 'c'] as const;

/** One commit: on `main` or on one of two branches, with a file that changes, and perhaps a merge of `main` into the branch. */
const step = fc.record({
	branch: fc.constantFrom(0, 1, 2),
	name: fc.constantFrom(...NAMES),
	content: fc.constantFrom('1', '2', '3', '4', undefined),
	merges: fc.boolean(),
});

type Tree = Readonly<Record<string, string | undefined>>;
const files = (tree: Tree) => Object.fromEntries(NAMES.map((name) => [`.eval_results/${name}.yaml`, tree[name] ?? null]));

function repository(steps: readonly { branch: number; name: string; content: string | undefined; merges: boolean }[]) {
	const draft = new Draft({ path: 'any/history', description: '', expected: { main: 0 }, listsPulls: false });
	const trees: Tree[] = [{}, {}, {}];
	const tips: (Mark | undefined)[] = [draft.main('first', { 'README.md': 'x' })];
	for (const [n, { branch, name, content, merges }] of steps.entries()) {
		const ref = branch === 0 ? 'refs/heads/main' : `refs/pull/${branch}/head`;
		const tip = tips[branch];
		if (tip === undefined) trees[branch] = { ...trees[0] };
		const taken = merges && branch > 0 && tip !== undefined ? trees[0] : {};
		trees[branch] = { ...trees[branch], ...taken, [name]: content };
		const merge = merges && branch > 0 && tip !== undefined ? { merge: tips[0] ?? 1 } : {};
		tips[branch] = draft.history.commit(ref, `${n}`, files(trees[branch] ?? {}), {
			...(tip === undefined ? { from: tips[0] ?? 1 } : {}),
			...merge,
		});
	}
	return draft.done();
}

/** The blobs below `.eval_results` by path, as git lists them. */
const listed = (directory: string, commit: string): ReadonlyMap<string, string> =>
	new Map(
		git(directory, ['ls-tree', '-r', commit, '.eval_results/'])
			.split('\n')
			.filter(Boolean)
			.map((line) => [line.slice(line.indexOf('\t') + 1), line.split(/\s/)[2] ?? '']),
	);

test('a pull request has the files whose content stands neither on the default branch nor at any merge base that git names', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
			const root = mkdtempSync(path.join(tmpdir(), 'evalmark-history-'));
			const made = makeRepositories(root, [repository(steps)]);
			const hub = await startHub({ made });
			try {
				const directory = made[0]?.directory ?? '';
				const refs = git(directory, ['for-each-ref', '--format=%(refname)', 'refs/pull']).split('\n').filter(Boolean);
				const expected = refs.flatMap((ref) => {
					const bases = git(directory, ['merge-base', '--all', 'main', ref]).split('\n').filter(Boolean);
					const standing = new Set(['main', ...bases].flatMap((commit) => [...listed(directory, commit).values()]));
					return [...listed(directory, ref)].filter(([, blob]) => !standing.has(blob)).map(([name]) => `#${ref.split('/')[2]} ${name}`);
				});
				const { results, problems } = await collected(await pageOf(hub, 'any/history'));
				expect(problems).toEqual([]);
				expect(places(results.filter(({ submission }) => submission))).toEqual(expected);
			} finally {
				await hub.close();
				rmSync(root, { recursive: true, force: true });
			}
		}),
		{ numRuns: runs },
	);
}, 3_600_000);
