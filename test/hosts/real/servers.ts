import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DemoRepository } from '../demo/draft.ts';
import { kestrel } from '../demo/kestrel.ts';
import type { Disturbances, SeenRequest } from '../faults.ts';
import { git } from '../history.ts';
import { type HubRepository, makeRepositories } from '../repositories.ts';
import { startFront } from './front.ts';
import { startKlaus } from './klaus.ts';
import { startLighttpd } from './lighttpd.ts';
import type { RealKind } from './programs.ts';
import type { Site } from './site.ts';

/** Real servers, and the names that browsers find them by. `lighttpd` is pages of no known program, and git. */
export const REAL = {
	cgit: { origin: 'https://cgit.nautilus.example' },
	gitweb: { origin: 'https://gitweb.nautilus.example' },
	klaus: { origin: 'https://klaus.nautilus.example' },
	lighttpd: { origin: 'https://plain.nautilus.example' },
} as const satisfies Record<RealKind, { origin: string }>;

export interface RealServer {
	readonly kind: RealKind;
	/** `https://cgit.nautilus.example` */
	readonly origin: string;
	readonly port: number;
	/** `http://127.0.0.1:PORT` */
	readonly loopback: string;
	/** Address on the server's own origin. */
	url(path: string): string;
	/** Address of a repository's first page, from its path. */
	page(path: string): string;
	/** What `git clone` takes, from its path. */
	clone(path: string): string;
	repository(path: string): HubRepository;
	readonly requests: readonly SeenRequest[];
	forgetRequests(): void;
	fault: Disturbances['fault'];
	hold: Disturbances['hold'];
	close(): Promise<void>;
}

export interface RealOptions {
	/** cgit: it serves clones by itself, as files, and git's own program is not there. */
	readonly dumb?: boolean;
}

/** Where each shows a repository, below its origin. klaus knows only the last part of a repository's path. */
const PAGE_OF: Record<RealKind, (repository: string) => string> = {
	cgit: (repository) => `/${repository}.git/`,
	gitweb: (repository) => `/${repository}.git`,
	klaus: (repository) => `/${path.basename(repository)}/`,
	lighttpd: (repository) => `/${repository}/`,
};

/**
 * The real program on the loopback, with the demo's first repository unless others are named.
 * @throws Error with what the program said when it does not start
 */
export async function startReal(
	kind: RealKind,
	repositories: readonly DemoRepository[] = [kestrel()],
	{ dumb = false }: RealOptions = {},
): Promise<RealServer> {
	const { origin } = REAL[kind];
	const root = mkdtempSync(path.join(tmpdir(), `evalmark-${kind}-`));
	const remove = () => rmSync(root, { recursive: true, force: true });
	try {
		const projects = path.join(root, 'projects');
		const folder = path.join(root, 'server');
		mkdirSync(folder);
		const made = makeRepositories(projects, repositories);
		prepare(kind, made);
		const site: Site = { origin, folder, projects, repositories: made, dumb };
		const { at, running } = kind === 'klaus' ? await startKlaus(site) : await startLighttpd(kind, site);
		const { port, disturbances, close } = await startFront(at);
		return {
			kind,
			origin,
			port,
			loopback: `http://127.0.0.1:${port}`,
			url: (below) => `${origin}${below}`,
			page: (wanted) => `${origin}${PAGE_OF[kind](wanted)}`,
			clone: (wanted) => (kind === 'klaus' ? `${origin}/${path.basename(wanted)}` : `${origin}/${wanted}.git`),
			repository: (wanted) => {
				const found = made.find((one) => one.path === wanted);
				if (!found) throw new Error(`${origin} has no ${wanted}`);
				return found;
			},
			requests: disturbances.requests,
			forgetRequests: () => void disturbances.requests.splice(0),
			fault: (...rule) => disturbances.fault(...rule),
			hold: (pattern) => disturbances.hold(pattern),
			close: async () => {
				await close();
				await running.stop();
				remove();
			},
		};
	} catch (error) {
		remove();
		throw error;
	}
}

/** One server leaves the filters of a clone at git's default, which is none; cgit alone needs files that git itself keeps for it. */
function prepare(kind: RealKind, repositories: readonly HubRepository[]): void {
	for (const { directory } of repositories) {
		if (kind === 'lighttpd') git(directory, ['config', '--unset', 'uploadpack.allowFilter']);
		if (kind === 'cgit') git(directory, ['update-server-info']);
	}
}
