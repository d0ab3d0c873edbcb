import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import git from 'isomorphic-git';
import http from 'isomorphic-git/http/node';
import { nodePorts } from '../../cli/ports.ts';
import { collect as collectEvents } from '../../shared/hosts/index.ts';
import type { RepoPage } from '../../shared/hosts/repo-page.ts';
import { datasetsOf } from '../../shared/results/datasets-of.ts';
import { memoryStore } from '../../shared/store/memory-store.ts';
import type { Hub } from '../hosts/hub.ts';

/** What one way of getting at the evidence cost: ms, bytes of the answers' bodies as the server sent them, requests. */
export interface Cost {
	readonly time: number;
	readonly bytes: number;
	readonly requests: number;
	/** ms until the first result file was there. */
	readonly first: number;
}

export async function cost(hub: Hub, get: (hub: Hub) => Promise<number | undefined>): Promise<Cost> {
	hub.forgetRequests();
	const start = performance.now();
	const first = await get(hub);
	const time = performance.now() - start;
	const bytes = hub.requests.reduce((sum, request) => sum + request.down, 0);
	return { time, bytes, requests: hub.requests.length, first: first === undefined ? time : first - start };
}

const repository = (hub: Hub) => hub.repositories[0]?.path ?? '';

/** Reads everything; so many result files have to be found. Answers when the first one was there. */
export const collect =
	(least: number) =>
	async (hub: Hub): Promise<number | undefined> => {
		const name = repository(hub);
		const page: RepoPage = {
			host: 'git',
			origin: hub.origin,
			path: name,
			kind: 'model',
			url: hub.url(`/${name}`),
			cloneUrl: hub.url(`/${name}.git`),
			defaultBranch: 'main',
			shows: ['.eval_results'],
			offers: { pulls: hub.url(`/${name}/pulls.json`) },
		};
		let first: number | undefined;
		let found = 0;
		for await (const step of collectEvents(page, nodePorts(memoryStore()), new AbortController().signal, datasetsOf)) {
			// That there are more pull requests than are read is no failure.
			if (step.type === 'problem' && step.problem.code !== 'too-large') throw new Error(`${step.problem.code}: ${step.problem.subject}`);
			if (step.type !== 'evidence' || step.evidence.role !== 'results') continue;
			first ??= performance.now();
			found += 1;
		}
		if (found < least) throw new Error(`only ${found} result files were found`);
		return first;
	};

export async function isomorphicGit(hub: Hub): Promise<undefined> {
	await inFolder((dir) =>
		git.clone({ fs, http, dir, url: hub.url(`/${repository(hub)}.git`), depth: 1, singleBranch: true, noCheckout: true, noTags: true }),
	);
}

export async function commandLineGit(hub: Hub): Promise<undefined> {
	await inFolder(async (dir) => {
		const args = ['clone', '--quiet', '--depth', '1', '--filter=blob:none', '--no-checkout', hub.url(`/${repository(hub)}.git`), dir];
		const child = spawn('git', args, {
			stdio: 'ignore',
			env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
		});
		const code = await new Promise((resolve) => child.once('exit', resolve));
		if (code !== 0) throw new Error(`git clone ended with ${code}`);
	});
}

async function inFolder(body: (folder: string) => Promise<unknown>): Promise<void> {
	const folder = await mkdtemp(path.join(tmpdir(), 'evalmark-bench-'));
	try {
		await body(folder);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
