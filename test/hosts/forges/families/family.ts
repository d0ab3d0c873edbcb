import type { HubRepository } from '../../repositories.ts';
import type { Shown } from '../pages.ts';
import type { ForgeSite } from '../site.ts';

/** What a page below a repository's is about; `undefined` is the root folder. */
export type Below = { readonly pull: number } | { readonly file: string } | undefined;

/** One question to an API. */
export interface Asked {
	readonly site: ForgeSite;
	/** Path below the folder that the forge is installed in, as it was sent: `/api/v1/repos/lumen-labs/kestrel-32b-instruct/pulls`. */
	readonly path: string;
	readonly query: URLSearchParams;
	/** Asked by somebody who may read what is locked. */
	readonly member: boolean;
	readonly repositories: readonly HubRepository[];
	/** Takes one of the questions that are free in an hour, and says how many are left; below zero there was none. */
	spend(): number;
}

export interface Answer {
	readonly status: number;
	readonly body: unknown;
	readonly headers?: Readonly<Record<string, string | number>>;
}

/** What a kind of forge does in its own way; all of them have real git and the same repositories behind. */
export interface Family {
	page(shown: Shown, site: ForgeSite): string;
	/** What its pages come with. */
	readonly headers?: Readonly<Record<string, string>>;
	below(rest: string, query: URLSearchParams): Below;
	/** What its pull requests list instead of the names that they change. */
	readonly pullShows?: readonly string[];
	/** Where a repository's page stands below the forge's folder, if not at its path. */
	home?(repository: Pick<HubRepository, 'path'>): string;
	/** Where it is cloned from, if not at its path with `.git`. */
	clone?(repository: Pick<HubRepository, 'path'>): string;
	/** Address of a file's page; what the list of files links. */
	file?(home: string, name: string): string;
	/** The default branch, if not `main`. */
	readonly branch?: string;
	/** Passes the header for newer versions of git's protocol on to nobody. */
	readonly versionZero?: true;
	/** `undefined`: no address of its API. */
	answer?(asked: Asked): Answer | undefined;
	/** Gives a repository the refs and settings that this kind has. Answers the paths below `root`, without `.git`, of forks that it made. */
	prepare?(repository: HubRepository, root: string): readonly string[];
}

/** A pull request or a file by the address of its page: the first group is its number, or its path. */
export const belowBy =
	(pull: RegExp | undefined, file: RegExp): Family['below'] =>
	(rest) => {
		const [, number] = pull?.exec(rest) ?? [];
		if (number !== undefined) return { pull: Number(number) };
		const [, name] = file.exec(rest) ?? [];
		return name === undefined ? undefined : { file: name };
	};
