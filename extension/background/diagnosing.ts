import { type RepoPage, repositoryId } from '../../shared/hosts/repo-page.ts';
import type { DiagnoseAnswer } from '../../shared/protocol/message.ts';
import { diskPorts, requests } from './ports.ts';
import { begunAt, newestRun } from './runs.ts';

const started = Date.now();

/** What this background did for the last reading of a repository, or for any. Of private windows nothing. */
export async function diagnose(page: RepoPage | undefined): Promise<DiagnoseAnswer> {
	if (!page) return { started, requests: requests() };
	const run = await newestRun(diskPorts.store, repositoryId(page));
	const begun = run && begunAt(run.id);
	const own = requests().filter(({ url, at }) => new URL(url).origin === page.origin && at >= (begun ?? 0));
	return { started, ...(begun === undefined ? {} : { begun }), requests: own };
}
