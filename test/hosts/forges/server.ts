import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DemoRepository } from '../demo/draft.ts';
import { kestrel } from '../demo/kestrel.ts';
import { Disturbances, type Fault, type FaultOptions, type Gate, type Pattern, type SeenRequest } from '../faults.ts';
import { gitBackend } from '../git-backend.ts';
import { changedBy, folderAt } from '../hub-git.ts';
import { type HubRepository, makeRepositories } from '../repositories.ts';
import { giteaPull, giteaTimeline, githubIssue, gitlabMergeRequest, plainIssue } from './answers.ts';
import { giteaPage, githubPage, gitlabPage, gogsPage, type Shown } from './pages.ts';

/** One forge as the tests know it: what it is, and the name that browsers find it by. */
export interface ForgeSite {
	readonly kind: 'github' | 'gitlab' | 'gitea' | 'gogs';
	/** `https://github.com` */
	readonly origin: string;
	/** Where its API is asked, if on another origin. */
	readonly api?: string;
	/** The folder that it is installed in. */
	readonly folder?: string;
	/** Gitea and Gogs: what each page has as keywords. */
	readonly keywords?: string;
}

export const FORGES = {
	github: { kind: 'github', origin: 'https://github.com', api: 'https://api.github.com' },
	enterprise: { kind: 'github', origin: 'https://github.nautilus.example' },
	gitlab: { kind: 'gitlab', origin: 'https://gitlab.com' },
	subPath: { kind: 'gitlab', origin: 'https://code.nautilus.example', folder: '/gitlab' },
	codeberg: { kind: 'gitea', origin: 'https://codeberg.org', keywords: 'git,forge,forgejo' },
	gitea: { kind: 'gitea', origin: 'https://forge.nautilus.example', keywords: 'go,git,self-hosted,gitea', folder: '/forge' },
	gogs: { kind: 'gogs', origin: 'https://gogs.nautilus.example', keywords: 'go, git, self-hosted, gogs' },
} as const satisfies Record<string, ForgeSite>;

export type ForgeName = keyof typeof FORGES;

export interface Forge {
	readonly site: ForgeSite;
	readonly port: number;
	/** `http://127.0.0.1:PORT` */
	readonly loopback: string;
	/** Address on the forge's own origin: `/lumen-labs/kestrel-32b-instruct`. */
	url(path: string): string;
	repository(path: string): HubRepository;
	readonly requests: readonly SeenRequest[];
	forgetRequests(): void;
	fault(pattern: Pattern, fault: Fault, options?: FaultOptions): () => void;
	hold(pattern: Pattern): Gate;
	close(): Promise<void>;
}

/** The token, and the session, of somebody who may read what is locked. */
export const MEMBER = 'one-who-may-read';

/** What an API without a token lets through in an hour. */
const BUDGET = 60;
const GITLAB_PATH = 'lumen-labs/research/kestrel-32b-instruct';

/** The demo's first repository; in a nested group where a forge has such. */
const demo = (kind: ForgeSite['kind']): DemoRepository => (kind === 'gitlab' ? { ...kestrel(), path: GITLAB_PATH } : kestrel());

/** A forge on loopback: pages with its marks, its API in its own shapes, real git behind both. */
export async function startForge(name: ForgeName, repositories?: readonly DemoRepository[]): Promise<Forge> {
	const site: ForgeSite = FORGES[name];
	const { kind, folder = '' } = site;
	const root = mkdtempSync(path.join(tmpdir(), `evalmark-${kind}-`));
	const made = makeRepositories(root, repositories ?? [demo(kind)]);
	if (kind === 'gitlab') for (const { directory } of made) asMergeRequests(directory);
	if (kind === 'gogs')
		for (const { directory } of made) execFileSync('git', ['-C', directory, 'config', 'uploadpack.allowFilter', 'false']);
	const disturbances = new Disturbances();
	let left = BUDGET;

	const json = (response: ServerResponse, status: number, value: unknown, headers = {}) =>
		response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(JSON.stringify(value));
	const missing = (response: ServerResponse) => json(response, 404, { message: 'Not Found' });
	const repositoryAt = (start: string): HubRepository | undefined =>
		made.find((one) => start === one.path || start.startsWith(`${one.path}/`));

	function github(rest: string, query: URLSearchParams, response: ServerResponse): unknown {
		left -= 1;
		const headers = {
			'x-ratelimit-limit': BUDGET,
			'x-ratelimit-remaining': Math.max(0, left),
			'x-ratelimit-reset': Math.ceil(Date.now() / 1000) + 1800,
		};
		if (left < 0) return json(response, 403, { message: 'API rate limit exceeded for 127.0.0.1.' }, headers);
		const repository = repositoryAt(rest);
		const [, number] = /\/issues(?:\/(\d+))?$/.exec(rest) ?? [];
		if (!repository || !/\/issues(\/|$)/.test(rest)) return missing(response);
		const base = `${site.origin}/${repository.path}`;
		if (number !== undefined) {
			const pull = repository.pulls.find((one) => one.number === Number(number));
			return pull ? json(response, 200, githubIssue(pull, base, true), headers) : missing(response);
		}
		const all = [plainIssue(90), ...repository.pulls.toReversed().map((pull) => githubIssue(pull, base, false))];
		json(response, 200, page(all, query, 'per_page', 100), headers);
	}

	function gitlab(rest: string, query: URLSearchParams, response: ServerResponse): unknown {
		const [id = '', what] = rest.split('/');
		const repository = made.find((one) => one.path === decodeURIComponent(id));
		if (!repository || what !== 'merge_requests') return json(response, 404, { message: '404 Project Not Found' });
		const wanted = query.getAll('iids[]').map(Number);
		const pulls = repository.pulls.filter(({ number }) => wanted.length === 0 || wanted.includes(number));
		const answer = pulls.toReversed().map((pull) => gitlabMergeRequest(pull, `${site.origin}${folder}/${repository.path}`));
		json(response, 200, page(answer, query, 'per_page', 100), { 'x-total': answer.length });
	}

	function gitea(rest: string, query: URLSearchParams, response: ServerResponse, headers: IncomingMessage['headers']): unknown {
		const repository = repositoryAt(rest);
		const { authorization = '', cookie = '' } = headers;
		const member = authorization === `Bearer ${MEMBER}` || cookie.includes(`session=${MEMBER}`);
		if (repository?.locked && !member) return json(response, 404, { message: 'GetUserByName', errors: [] });
		const [, discussed] = /\/issues\/(\d+)\/timeline$/.exec(rest) ?? [];
		const told = repository?.pulls.find((one) => one.number === Number(discussed));
		if (told) return json(response, 200, giteaTimeline(told));
		const [, number] = /\/pulls(?:\/(\d+))?$/.exec(rest) ?? [];
		if (!repository || !/\/pulls(\/|$)/.test(rest)) return json(response, 404, { message: 'GetUserByName', errors: [] });
		const base = `${site.origin}${folder}/${repository.path}`;
		const pull = number === undefined ? undefined : repository.pulls.find((one) => one.number === Number(number));
		if (number !== undefined) return pull ? json(response, 200, giteaPull(pull, base)) : missing(response);
		json(
			response,
			200,
			page(
				repository.pulls.toReversed().map((one) => giteaPull(one, base)),
				query,
				'limit',
				50,
			),
		);
	}

	/** `undefined`: no address of an API. */
	function apiAnswer(below: string, query: URLSearchParams, response: ServerResponse, headers: IncomingMessage['headers']): unknown {
		for (const [prefix, answer] of [
			['/repos/', github],
			['/api/v3/repos/', github],
			['/api/v4/projects/', gitlab],
			['/api/v1/repos/', gitea],
		] as const) {
			if (below.startsWith(prefix)) return answer(below.slice(prefix.length), query, response, headers) ?? true;
		}
		return undefined;
	}

	function pageAnswer(repository: HubRepository, rest: string, response: ServerResponse): void {
		const at = `${folder}/${repository.path}`;
		const names = filesOn(repository, kind, rest);
		const shown: Shown = { repository, folder, rest, files: names.map((file) => ({ name: file, href: `${at}/file/${file}` })) };
		const { host } = new URL(site.origin);
		const text =
			kind === 'github'
				? githubPage(shown, host)
				: kind === 'gitlab'
					? gitlabPage(shown)
					: kind === 'gogs'
						? gogsPage(shown, site.keywords ?? '')
						: giteaPage(shown, site.keywords ?? '');
		// Who sees a locked repository's page is signed in.
		const cookie = repository.locked ? { 'set-cookie': `session=${MEMBER}; Path=/; Secure; HttpOnly` } : {};
		response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...cookie }).end(text);
	}

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		if (await disturbances.meet(request, response)) return;
		const { pathname, search, searchParams } = new URL(request.url ?? '/', site.origin);
		if (!pathname.startsWith(`${folder}/`)) return void missing(response);
		const below = pathname.slice(folder.length);
		if (apiAnswer(below, searchParams, response, request.headers) !== undefined) return;
		const [, name = '', git = ''] = /^\/(.+?)\.git\/(info\/refs|git-upload-pack)$/.exec(below) ?? [];
		const behind = made.find((one) => one.path === decodeURIComponent(name));
		if (behind) {
			// Gogs passes the header for newer versions of the protocol on to nobody, and lets nothing be left out.
			if (kind === 'gogs') delete request.headers['git-protocol'];
			const { authorization = '', cookie = '' } = request.headers;
			const member = authorization === `Basic ${btoa(`x-access-token:${MEMBER}`)}` || cookie.includes(`session=${MEMBER}`);
			if (!behind.locked || member) return gitBackend(root, `/${behind.path}.git/${git}`, search.slice(1), request, response);
			request.resume();
			return void response.writeHead(401, { 'www-authenticate': 'Basic realm="forge"' }).end();
		}
		const repository = repositoryAt(decodeURIComponent(below).slice(1));
		if (!repository) return void missing(response);
		pageAnswer(repository, decodeURIComponent(below).slice(repository.path.length + 2), response);
	}

	const server = createServer((request, response) => {
		answer(request, response).catch(() => response.destroy());
	});
	await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
	// A server that listens on TCP has an address object.
	const { port } = server.address() as AddressInfo;
	return {
		site,
		port,
		loopback: `http://127.0.0.1:${port}`,
		url: (below) => `${site.origin}${folder}${below}`,
		repository: (wanted) => {
			const found = made.find((one) => one.path === wanted);
			if (!found) throw new Error(`${site.origin} has no ${wanted}`);
			return found;
		},
		requests: disturbances.requests,
		forgetRequests: () => void disturbances.requests.splice(0),
		fault: (...rule) => disturbances.fault(...rule),
		hold: (pattern) => disturbances.hold(pattern),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			rmSync(root, { recursive: true, force: true });
		},
	};
}

function page<T>(all: readonly T[], query: URLSearchParams, size: string, most: number): readonly T[] {
	const wanted = Math.min(Number(query.get(size) ?? 30), most);
	const at = (Number(query.get('page') ?? 1) - 1) * wanted;
	return all.slice(at, at + wanted);
}

/** Names that a page links: those of the folder that it shows, or the files of a pull request. */
function filesOn(repository: HubRepository, kind: ForgeSite['kind'], rest: string): readonly string[] {
	const [, number] = /^(?:pull|pulls|-\/merge_requests)\/(\d+)/.exec(rest) ?? [];
	if (number !== undefined) return kind === 'gitlab' ? ['.eval_results/'] : changedOn(repository, Number(number));
	const [, file] = /^(?:-\/)?(?:blob|src\/branch)\/.+?\/(\.eval_results\/.+)$/.exec(rest) ?? [];
	if (file !== undefined) return file.split('/');
	return (folderAt(repository.directory, 'main', '') ?? []).map((row) => row.name);
}

/** What a pull request's page lists also after it was merged: what it changed. */
function changedOn({ directory }: HubRepository, number: number): readonly string[] {
	const now = changedBy(directory, number);
	if (now.length > 0) return now;
	const args = ['-C', directory, 'diff-tree', '--no-commit-id', '--name-only', '-r', `refs/pull/${number}/head`];
	return execFileSync('git', args, { encoding: 'utf8' }).split('\n').filter(Boolean);
}

/** GitLab keeps the heads of its merge requests under names of its own. */
function asMergeRequests(directory: string): void {
	const git = (...args: readonly string[]) => execFileSync('git', ['-C', directory, ...args], { encoding: 'utf8' });
	for (const line of git('for-each-ref', '--format=%(objectname) %(refname)', 'refs/pull').split('\n').filter(Boolean)) {
		const [oid = '', ref = ''] = line.split(' ');
		git('update-ref', ref.replace('refs/pull/', 'refs/merge-requests/'), oid);
		git('update-ref', '-d', ref);
	}
}
