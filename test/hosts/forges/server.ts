import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DemoRepository } from '../demo/draft.ts';
import { kestrel } from '../demo/kestrel.ts';
import { Disturbances, type Fault, type FaultOptions, type Gate, type Pattern, type SeenRequest } from '../faults.ts';
import { gitBackend } from '../git-backend.ts';
import { type HubRepository, makeRepositories } from '../repositories.ts';
import type { Family } from './families/family.ts';
import { families } from './families/index.ts';
import { filesOn } from './files-on.ts';
import type { ForgeSite } from './site.ts';

export type { ForgeSite } from './site.ts';

export const FORGES = {
	github: { kind: 'github', origin: 'https://github.com', api: 'https://api.github.com' },
	enterprise: { kind: 'github', origin: 'https://github.nautilus.example' },
	gitlab: { kind: 'gitlab', origin: 'https://gitlab.com' },
	subPath: { kind: 'gitlab', origin: 'https://code.nautilus.example', folder: '/gitlab' },
	codeberg: { kind: 'gitea', origin: 'https://codeberg.org', keywords: 'git,forge,forgejo' },
	gitea: { kind: 'gitea', origin: 'https://forge.nautilus.example', keywords: 'go,git,self-hosted,gitea', folder: '/forge' },
	gogs: { kind: 'gogs', origin: 'https://gogs.nautilus.example', keywords: 'go, git, self-hosted, gogs' },
	bitbucketCloud: { kind: 'bitbucket-cloud', origin: 'https://bitbucket.org', api: 'https://api.bitbucket.org' },
	bitbucketServer: { kind: 'bitbucket-data-center', origin: 'https://bitbucket.nautilus.example', folder: '/bitbucket' },
	azure: { kind: 'azure-devops', origin: 'https://dev.azure.com' },
	modelscope: { kind: 'modelscope', origin: 'https://modelscope.cn' },
	gitee: { kind: 'gitee', origin: 'https://gitee.com' },
	sourcehut: { kind: 'sourcehut', origin: 'https://git.sr.ht' },
	pagure: { kind: 'pagure', origin: 'https://pagure.io' },
} as const satisfies Record<string, ForgeSite>;

export type ForgeName = keyof typeof FORGES;

export interface Forge {
	readonly site: ForgeSite;
	readonly port: number;
	/** `http://127.0.0.1:PORT` */
	readonly loopback: string;
	/** Address on the forge's own origin: `/lumen-labs/kestrel-32b-instruct`. */
	url(path: string): string;
	/** By its path in the demo, or by where its page stands. */
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

/** What git answers for: a repository, or a fork of one. */
interface Cloned {
	/** Address below the forge's folder. */
	readonly at: string;
	/** Path below `root`, without `.git`. */
	readonly path: string;
	readonly locked: boolean;
}

/** A forge on loopback: pages with its marks, its API in its own shapes, real git behind both. */
export async function startForge(name: ForgeName, repositories?: readonly DemoRepository[]): Promise<Forge> {
	const site: ForgeSite = FORGES[name];
	const { kind, folder = '' } = site;
	const family: Family = families[kind];
	const root = mkdtempSync(path.join(tmpdir(), `evalmark-${kind}-`));
	const made = makeRepositories(root, repositories ?? [demo(kind)]);
	const homeOf = (one: HubRepository): string => family.home?.(one) ?? one.path;
	const cloneOf = (one: HubRepository): string => family.clone?.(one) ?? `${one.path}.git`;
	const forks = made.flatMap(
		(one) => family.prepare?.(one, root).map((fork) => ({ at: `${fork}.git`, path: fork, locked: one.locked })) ?? [],
	);
	const cloned: readonly Cloned[] = [...made.map((one) => ({ at: cloneOf(one), path: one.path, locked: one.locked })), ...forks];
	const disturbances = new Disturbances();
	let left = BUDGET;

	const json = (response: ServerResponse, status: number, value: unknown, headers = {}) =>
		response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(JSON.stringify(value));
	const missing = (response: ServerResponse) => json(response, 404, { message: 'Not Found' });

	function pageAnswer(repository: HubRepository, rest: string, query: URLSearchParams, response: ServerResponse): void {
		const home = `${folder}/${homeOf(repository)}`;
		const below = family.below(rest, query);
		const names = filesOn(
			repository,
			family,
			below,
			forks.map((fork) => path.join(root, `${fork.path}.git`)),
		);
		const files = names.map((file) => ({ name: file, href: family.file?.(home, file) ?? `${home}/file/${file}` }));
		const pull = below && 'pull' in below ? repository.pulls.find(({ number }) => number === below.pull) : undefined;
		const clone = `${site.origin}${folder}/${cloneOf(repository)}`;
		const text = family.page({ repository, folder, home, clone, rest, pull, files }, site);
		// Who sees a locked repository's page is signed in.
		const cookie = repository.locked ? { 'set-cookie': `session=${MEMBER}; Path=/; Secure; HttpOnly` } : {};
		response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...family.headers, ...cookie }).end(text);
	}

	function gitAnswer(behind: Cloned, git: string, query: string, request: IncomingMessage, response: ServerResponse): void {
		if (family.versionZero) delete request.headers['git-protocol'];
		const open = !behind.locked || isMember(request, `Basic ${btoa(`x-access-token:${MEMBER}`)}`);
		if (open) gitBackend(root, `/${behind.path}.git/${git}`, query, request, response);
		else {
			request.resume();
			response.writeHead(401, { 'www-authenticate': 'Basic realm="forge"' }).end();
		}
	}

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		if (await disturbances.meet(request, response)) return;
		const { pathname, search, searchParams: query } = new URL(request.url ?? '/', site.origin);
		if (!pathname.startsWith(`${folder}/`)) return void missing(response);
		const below = pathname.slice(folder.length);
		const member = isMember(request, `Bearer ${MEMBER}`);
		const told = family.answer?.({ site, path: below, query, member, repositories: made, spend: () => --left });
		if (told) return void json(response, told.status, told.body, told.headers);
		const [, at = '', git = ''] = /^\/(.+?)\/(info\/refs|git-upload-pack)$/.exec(below) ?? [];
		const behind = cloned.find((one) => one.at === decodeURIComponent(at));
		if (behind) return gitAnswer(behind, git, search.slice(1), request, response);
		const asked = decodeURIComponent(below).slice(1);
		const repository = made.find((one) => asked === homeOf(one) || asked.startsWith(`${homeOf(one)}/`));
		if (!repository) return void missing(response);
		pageAnswer(repository, asked.slice(homeOf(repository).length + 1), query, response);
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
			const found = made.find((one) => one.path === wanted || homeOf(one) === wanted);
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

/** By the token as git or an API wants it, or by the session's cookie. */
function isMember({ headers }: IncomingMessage, authorization: string): boolean {
	return headers.authorization === authorization || (headers.cookie ?? '').includes(`session=${MEMBER}`);
}
