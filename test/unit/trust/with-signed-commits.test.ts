import { expect, test } from 'vitest';
import type { GitObject } from '../../../shared/git/object.ts';
import type { CollectStep, Evidence } from '../../../shared/hosts/evidence.ts';
import type { Host } from '../../../shared/hosts/host.ts';
import type { RepoPage } from '../../../shared/hosts/repo-page.ts';
import type { Ports } from '../../../shared/ports.ts';
import { withSignedCommits } from '../../../shared/trust/with-signed-commits.ts';
import { resultFile } from '../../hosts/demo/result-file.ts';
import { claims, oid, resultToken, utf8 } from './made.ts';

const home = {
	id: 'https://hub.example/a/b',
	host: 'git',
	origin: 'https://hub.example',
	path: 'a/b',
	kind: 'model',
	url: '',
	head: oid('a'),
} as const;
const { head: _none, ...headless } = home;
const repository = (of: typeof home | typeof headless = home): CollectStep => ({ type: 'repository', repository: of });
const named = (commit: string) => resultToken(claims({ subject: { host: 'h', repository: 'r', commit } }));
const entry = (token?: string) => ({ dataset: 'd', task: 't', value: '1', ...(token !== undefined && { token }) });
const evidence = (text: string, more: Partial<Evidence> = {}): CollectStep => ({
	type: 'evidence',
	evidence: {
		id: 'e',
		repository: home.id,
		role: 'results',
		path: 'p',
		ref: 'r',
		commit: oid('a'),
		blob: oid('b'),
		bytes: utf8(text),
		...more,
	},
});
const signed = (...commits: readonly string[]) => evidence(resultFile(...commits.map((commit) => entry(named(commit)))));
const DONE: CollectStep = { type: 'done', at: 1 };
const object: GitObject = { oid: oid('c'), type: 'commit', bytes: new Uint8Array() };
// Passed on, never looked into.
const page = {} as RepoPage;
const ports = {} as Ports;
const never = new AbortController().signal;

/** The steps, and for which commits the host was asked. */
async function run(steps: readonly CollectStep[], host?: 'git' | 'hub' | 'none', found: readonly GitObject[] = [object]) {
	const asked: (readonly string[])[] = [];
	async function* given() {
		yield* steps;
	}
	const of: Record<string, Pick<Host, 'rootsAt' | 'changesSince'>> = {
		git: {
			async rootsAt(_page, commits) {
				asked.push(commits);
				return found;
			},
		},
		hub: {
			async changesSince(_page, commits, head) {
				asked.push([...commits, head]);
				return found.map(() => ({ commit: oid('c'), paths: [], more: 0, stated: true as const }));
			},
		},
		none: {},
	};
	const told: string[] = [];
	for await (const step of withSignedCommits(given(), page, host && of[host], ports, never)) told.push(step.type);
	return { asked, told };
}

test('the commits that tokens of the default branch name are asked for once, last of all', async () => {
	const steps = [repository(), signed(oid('c'), oid('d'), oid('c')), DONE];
	expect(await run(steps, 'git')).toEqual({ asked: [[oid('c'), oid('d')]], told: ['repository', 'evidence', 'objects', 'done'] });
	expect(await run(steps, 'hub')).toEqual({ asked: [[oid('c'), oid('d'), oid('a')]], told: ['repository', 'evidence', 'changes', 'done'] });
	// What was not found is not told, and a host that cannot tell is not asked.
	expect((await run(steps, 'git', [])).told).toEqual(['repository', 'evidence', 'done']);
	expect((await run(steps, 'hub', [])).told).toEqual(['repository', 'evidence', 'done']);
	for (const host of ['none', undefined] as const)
		expect(await run(steps, host)).toEqual({ asked: [], told: ['repository', 'evidence', 'done'] });
});

test('three of them at most', async () => {
	expect((await run([repository(), signed(...['b', 'c', 'd', 'e'].map(oid)), DONE], 'git')).asked).toEqual([['b', 'c', 'd'].map(oid)]);
});

test('nothing is asked for where nothing tells of another commit', async () => {
	const pull = { submission: { number: 1, state: 'open' } } as const;
	const cases: readonly (readonly CollectStep[])[] = [
		[repository(), evidence(resultFile(entry())), DONE],
		[repository(), evidence(resultFile(entry(resultToken()))), DONE],
		[repository(), signed(oid('a')), DONE],
		[repository(headless), signed(oid('c')), DONE],
		[signed(oid('c')), DONE],
		[repository(), evidence(resultFile(entry(named(oid('c')))), pull), DONE],
		[repository(), evidence(resultFile(entry(named(oid('c')))), { role: 'card' }), DONE],
		[repository(), evidence('verifyToken: [broken'), DONE],
		[repository(), signed(oid('c'))],
	];
	for (const steps of cases)
		for (const host of ['git', 'hub'] as const) expect(await run(steps, host)).toEqual({ asked: [], told: steps.map(({ type }) => type) });
});
