import type { HubRepository } from '../repositories.ts';

/** What a real server is started for. */
export interface Site {
	readonly origin: string;
	/** Folder of the server's own, for its configuration and what it writes. */
	readonly folder: string;
	/** Folder that the bare repositories are in. */
	readonly projects: string;
	readonly repositories: readonly HubRepository[];
	/** cgit alone, without git's own program for cloning. */
	readonly dumb: boolean;
}
