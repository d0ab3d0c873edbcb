import type { Oid } from '../../git/oid.ts';
import { type Outcome, succeed } from '../../outcome.ts';
import type { Ports } from '../../ports.ts';
import { type CommitWord, LONGEST_KEY } from '../commit-word.ts';
import { fieldsOf, textOf } from '../fields.ts';
import { askForge } from '../forges/ask.ts';
import type { RepoPage } from '../repo-page.ts';

/**
 * What GitLab says of a commit's signature, in one request (Commits API, "Get signature of a commit"): for SSH with the key itself, and
 * what its owner has it for. An unsigned commit is not found.
 */
export async function gitlabCommitWord(
	{ offers: { api } }: RepoPage,
	commit: Oid,
	ports: Ports,
	signal: AbortSignal,
): Promise<Outcome<CommitWord>> {
	const none: CommitWord = { verified: false, keys: [], keysFor: 'signing' };
	if (api === undefined) return succeed(none);
	const told = await askForge(`${api}/repository/commits/${commit}/signature`, ports, signal);
	if (!told.ok) return told.problem.code === 'not-found' ? succeed(none) : told;
	const { verification_status, key } = fieldsOf(told.value);
	const { key: line, usage_type } = fieldsOf(key);
	const status = textOf(verification_status, 100);
	const text = textOf(line, LONGEST_KEY);
	return succeed({
		verified: status === 'verified',
		...(status !== undefined && { reason: status }),
		keys: text !== undefined && usage_type !== 'auth' ? [text] : [],
		keysFor: 'signing',
	});
}
