import type { Commit } from 'gitea-js';
import type { Oid } from '../../git/oid.ts';
import { type Outcome, succeed } from '../../outcome.ts';
import type { Ports } from '../../ports.ts';
import type { CommitWord } from '../commit-word.ts';
import { fieldsOf, textOf } from '../fields.ts';
import { askForge } from '../forges/ask.ts';
import { keysIn } from '../forges/keys-in.ts';
import type { RepoPage } from '../repo-page.ts';

type Told = Readonly<Partial<Record<keyof Commit, unknown>>>;

/**
 * What Gitea and Forgejo say of a commit, and the keys of who committed it: two requests. They keep one list of keys, by which somebody logs
 * in and by which commits are checked.
 */
export async function giteaCommitWord(
	{ offers: { api }, path }: RepoPage,
	commit: Oid,
	ports: Ports,
	signal: AbortSignal,
): Promise<Outcome<CommitWord>> {
	const none: CommitWord = { verified: false, keys: [], keysFor: 'login' };
	if (api === undefined) return succeed(none);
	const told = await askForge(`${api}/git/commits/${commit}?stat=false&files=false`, ports, signal);
	if (!told.ok) return told;
	const { commit: inner, committer }: Told = fieldsOf(told.value);
	const { verified, reason } = fieldsOf(fieldsOf(inner).verification);
	const account = textOf(fieldsOf(committer).login, 100);
	const why = textOf(reason, 100);
	const root = api.slice(0, api.length - `/repos/${path}`.length);
	const listed = account === undefined ? undefined : await askForge(`${root}/users/${encodeURIComponent(account)}/keys`, ports, signal);
	return succeed({
		...none,
		verified: verified === true,
		...(why !== undefined && { reason: why }),
		...(account !== undefined && { account }),
		...(listed?.ok && { keys: keysIn(listed.value) }),
	});
}
