import type { components } from '@octokit/openapi-types';
import type { Oid } from '../../git/oid.ts';
import { type Outcome, succeed } from '../../outcome.ts';
import type { Ports } from '../../ports.ts';
import type { CommitWord } from '../commit-word.ts';
import { fieldsOf, textOf } from '../fields.ts';
import { askForge } from '../forges/ask.ts';
import { keysIn } from '../forges/keys-in.ts';
import type { RepoPage } from '../repo-page.ts';
import { apiOf, apiRootOf } from './pulls.ts';

type Told = Readonly<Partial<Record<keyof components['schemas']['commit'], unknown>>>;

/** The account that commits made on GitHub's own pages are of; its key is GitHub's. */
const PAGES = 'web-flow';

/** What GitHub says of a commit, and the *signing* keys of who committed it (not those of `/<account>.keys`, which open the door): two requests. */
export async function githubCommitWord(page: RepoPage, commit: Oid, ports: Ports, signal: AbortSignal): Promise<Outcome<CommitWord>> {
	const told = await askForge(`${apiOf(page)}/commits/${commit}`, ports, signal);
	if (!told.ok) return told;
	const { commit: inner, author, committer }: Told = fieldsOf(told.value);
	const { verified, reason } = fieldsOf(fieldsOf(inner).verification);
	const by = textOf(fieldsOf(committer).login, 100);
	const account = by === PAGES ? textOf(fieldsOf(author).login, 100) : by;
	const why = textOf(reason, 100);
	const listed =
		account === undefined
			? undefined
			: await askForge(`${apiRootOf(page)}/users/${encodeURIComponent(account)}/ssh_signing_keys`, ports, signal);
	return succeed({
		verified: verified === true,
		...(why !== undefined && { reason: why }),
		...(account !== undefined && { account }),
		keys: listed?.ok ? keysIn(listed.value) : [],
		keysFor: 'signing',
	});
}
