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
import { twentyThousandFiles } from '../hosts/demo/large.ts';
import { type Hub, startHub } from '../hosts/hub.ts';
import { type Bench, type Measurement, measurement, median } from './measurement.ts';

const ROUNDS = 3;

/** What one way of getting at the evidence cost: ms, bytes of the answers' bodies as the server sent them, requests. */
interface Cost {
	readonly time: number;
	readonly bytes: number;
	readonly requests: number;
	/** ms until the first result file was there. */
	readonly first: number;
}

/**
 * A repository of 20,000 files with 50 pull requests: from nothing to all evidence, results of every pull request included,
 * beside two ways of getting the default branch alone, which then still lack the pull requests.
 */
export const evidence: Bench = {
	name: 'evidence',
	async *run() {
		const hub = await startHub({ repositories: [twentyThousandFiles()] });
		try {
			const own: Cost[] = [];
			const shallow: Cost[] = [];
			const partial: Cost[] = [];
			// In turns, so that a slow moment of the machine meets all three.
			for (let round = 0; round < ROUNDS; round += 1) {
				own.push(await cost(hub, collect));
				shallow.push(await cost(hub, isomorphicGit));
				partial.push(await cost(hub, commandLineGit));
			}
			yield* compared(own, 'isomorphic-git clone, depth 1', shallow);
			yield* compared(own, 'git clone --depth 1 --filter=blob:none --no-checkout', partial);
			yield measurement('evidence: first result file', median(own.map(({ first }) => first)), 'ms');
		} finally {
			await hub.close();
		}
	},
};

function* compared(own: readonly Cost[], name: string, peer: readonly Cost[]): Iterable<Measurement> {
	const of = (what: keyof Cost, unit: string) =>
		measurement(`evidence: ${what}`, median(own.map((one) => one[what])), unit, { name, value: median(peer.map((one) => one[what])) });
	yield of('time', 'ms');
	yield of('bytes', 'bytes');
	yield of('requests', 'requests');
}

async function cost(hub: Hub, get: (hub: Hub) => Promise<number | undefined>): Promise<Cost> {
	hub.forgetRequests();
	const start = performance.now();
	const first = await get(hub);
	const time = performance.now() - start;
	const bytes = hub.requests.reduce((sum, request) => sum + request.down, 0);
	return { time, bytes, requests: hub.requests.length, first: first === undefined ? time : first - start };
}

const repository = (hub: Hub) => hub.repositories[0]?.path ?? '';

/** Answers when the first result file was there. */
async function collect(hub: Hub): Promise<number | undefined> {
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
		if (step.type === 'problem') throw new Error(`${step.problem.code}: ${step.problem.subject}`);
		if (step.type !== 'evidence' || step.evidence.role !== 'results') continue;
		first ??= performance.now();
		found += 1;
	}
	// Three files on the default branch, ten in pull requests.
	if (found < 13) throw new Error(`only ${found} result files were found`);
	return first;
}

async function isomorphicGit(hub: Hub): Promise<undefined> {
	await inFolder((dir) =>
		git.clone({ fs, http, dir, url: hub.url(`/${repository(hub)}.git`), depth: 1, singleBranch: true, noCheckout: true, noTags: true }),
	);
}

async function commandLineGit(hub: Hub): Promise<undefined> {
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
