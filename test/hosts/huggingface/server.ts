import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage, createServer as plainServer, type ServerResponse } from 'node:http';
import { createServer as secureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Disturbances, type Fault, type FaultOptions, type Gate, type Pattern, type SeenRequest } from '../faults.ts';
import { fileAt } from '../hub-git.ts';
import { makeRepositories } from '../repositories.ts';
import { commitOf, commitsOf, evalResults, modelIndex, rootOf, type Served, treeOf } from './answers.ts';
import { type HubRepository, hubRepositories } from './demo.ts';
import { hubPage } from './pages.ts';

export interface HuggingFaceOptions {
	/** Speaks TLS with these, in PEM. */
	readonly tls?: { readonly key: string; readonly cert: string };
	/** 0, the default, takes any free port. */
	readonly port?: number;
	readonly repositories?: readonly HubRepository[];
}

/** The Hub as far as Evalmark asks it: pages, API, raw files, from real git repositories, on loopback. */
export interface HuggingFace {
	readonly port: number;
	/** `http://127.0.0.1:PORT` */
	readonly loopback: string;
	/** Address on `https://huggingface.co`, where browsers of these tests find it. */
	url(path: string): string;
	/** The bare repository of a model or dataset; throws where there is none. */
	directory(path: string): string;
	readonly requests: readonly SeenRequest[];
	forgetRequests(): void;
	fault(pattern: Pattern, fault: Fault, options?: FaultOptions): () => void;
	hold(pattern: Pattern): Gate;
	/** Takes a request that came in by another server. */
	handle(request: IncomingMessage, response: ServerResponse): void;
	close(): Promise<void>;
}

export const HUB = 'https://huggingface.co';
const PER_PAGE = 50;
const ADDRESS = /^\/((?:datasets\/)?[\w.-]+(?:\/[\w.-]+)??)(?:\/(tree|blob|resolve|discussions|commits)(?:\/(.*))?)?$/;

export async function startHuggingFace(options: HuggingFaceOptions = {}): Promise<HuggingFace> {
	const root = mkdtempSync(path.join(tmpdir(), 'evalmark-huggingface-'));
	const wanted = options.repositories ?? hubRepositories();
	const made = makeRepositories(
		root,
		wanted.map(({ repository }) => repository),
	);
	const served = new Map(made.map((repository, n): [string, Served] => [repository.path, { ...wanted[n], made: repository }]));
	const disturbances = new Disturbances();

	const json = (response: ServerResponse, status: number, value: unknown, headers = {}) =>
		response
			.writeHead(status, { 'content-type': 'application/json; charset=utf-8', RateLimit: '"api";r=480;t=120', ...headers })
			.end(JSON.stringify(value));
	const missing = (response: ServerResponse) => json(response, 404, { error: 'Repository not found' }, { 'x-error-code': 'RepoNotFound' });
	const gate = (response: ServerResponse) =>
		json(response, 401, { error: 'Access to this dataset is restricted.' }, { 'x-error-code': 'GatedRepo' });

	function api(kind: 'models' | 'datasets', rest: string, query: URLSearchParams, response: ServerResponse): void {
		const [, id = '', what = '', more = ''] =
			/^([\w.-]+(?:\/[\w.-]+)?)(?:\/(tree|discussions|leaderboard|commits)(?:\/(.*))?)?$/.exec(rest) ?? [];
		const repository = served.get(kind === 'datasets' ? `datasets/${id}` : id);
		if (!repository) return void missing(response);
		const { made: one, gated, baseModel, board } = repository;
		switch (what) {
			case '':
				return void json(response, 200, {
					_id: Buffer.from(id).toString('hex').padEnd(24, '0').slice(0, 24),
					id,
					sha: one.head,
					gated: gated ? 'auto' : false,
					...(kind === 'models' && {
						evalResults: evalResults(repository),
						'model-index': modelIndex(repository),
						cardData: { base_model: baseModel },
					}),
				});
			case 'tree': {
				const [revision = '', ...folder] = more.split('/');
				const commit = commitOf(one, decodeURIComponent(revision));
				const files = commit && (folder.length === 0 ? rootOf(one, commit) : treeOf(one, commit, folder.join('/')));
				return void (files
					? json(response, 200, files)
					: json(response, 404, { error: 'Entry not found' }, { 'x-error-code': 'EntryNotFound' }));
			}
			case 'discussions': {
				const page = Number(query.get('p') ?? 0);
				const all = [...one.pulls].reverse();
				const discussions = all.slice(page * PER_PAGE, (page + 1) * PER_PAGE).map(({ number, title, author, state }) => ({
					title,
					num: number,
					author: { name: author },
					createdAt: '2026-03-01T00:00:00.000Z',
					status: state,
					repo: { name: id, type: kind.slice(0, -1) },
					isPullRequest: true,
					numComments: 2,
				}));
				return void json(response, 200, { count: all.length, start: page * PER_PAGE, discussions });
			}
			case 'commits':
				return void json(response, 200, commitsOf(one));
			default:
				if (gated) return void gate(response);
				if (!board) return void json(response, 404, { error: 'Not a benchmark' });
				return void json(
					response,
					200,
					board.map(({ model, value, notes }, n) => ({
						rank: n + 1,
						filename: '.eval_results/x.yaml',
						value,
						verified: false,
						modelId: model,
						author: { name: model.split('/')[0], type: 'org' },
						...(notes !== undefined && { notes }),
						lower_is_better: false,
					})),
				);
		}
	}

	function resolve({ made: one, gated }: Served, rest: string, response: ServerResponse): void {
		const [revision = '', ...file] = rest.split('/').map(decodeURIComponent);
		const commit = commitOf(one, revision);
		const name = file.join('/');
		if (gated && name !== 'README.md') return void gate(response);
		const bytes = commit && fileAt(one.directory, commit, name);
		if (!commit || !bytes)
			return void response.writeHead(404, { 'x-error-code': 'EntryNotFound', 'content-type': 'text/plain' }).end('Entry not found');
		const blob = treeOf(one, commit, path.posix.dirname(name))?.find((entry) => entry.path === name)?.oid;
		response
			.writeHead(200, {
				'content-type': 'text/plain; charset=utf-8',
				'x-repo-commit': commit,
				RateLimit: '"resolvers";r=2990;t=120',
				...(blob !== undefined && { etag: `"${blob}"` }),
			})
			.end(bytes);
	}

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		if (await disturbances.meet(request, response)) return;
		const { pathname, searchParams } = new URL(request.url ?? '/', HUB);
		const [, kind, rest = ''] = /^\/api\/(models|datasets)\/(.*)$/.exec(pathname) ?? [];
		if (kind === 'models' || kind === 'datasets') return api(kind, rest, searchParams, response);
		const [, name = '', what, more = ''] = ADDRESS.exec(pathname) ?? [];
		const repository = served.get(name);
		if (repository && what === 'resolve') return resolve(repository, more, response);
		const page = repository
			? hubPage(repository, what ?? 'card')
			: '<!doctype html><title>404</title><h1>404</h1><a href="/lumen-labs/kestrel-32b">A model</a>';
		response.writeHead(repository ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(page);
	}

	const handle = (request: IncomingMessage, response: ServerResponse) => void answer(request, response).catch(() => response.destroy());
	const server = options.tls ? secureServer(options.tls, handle) : plainServer(handle);
	await new Promise<void>((ready, fail) => server.once('error', fail).listen(options.port ?? 0, '127.0.0.1', ready));
	// A server that listens on TCP has an address object.
	const { port } = server.address() as AddressInfo;
	return {
		port,
		loopback: `http://127.0.0.1:${port}`,
		url: (name) => new URL(name, HUB).href,
		directory: (name) => {
			const found = served.get(name);
			if (!found) throw new Error(`the Hub has no ${name}`);
			return found.made.directory;
		},
		requests: disturbances.requests,
		forgetRequests: () => void disturbances.requests.splice(0),
		fault: (pattern, fault, more) => disturbances.fault(pattern, fault, more),
		hold: (pattern) => disturbances.hold(pattern),
		handle,
		close: () =>
			new Promise((done) => {
				server.close(() => {
					rmSync(root, { recursive: true, force: true });
					done();
				});
				server.closeAllConnections();
			}),
	};
}
