import type { AskedCommit } from '../trust/commits/host-word.ts';
import { CommitPart } from './signature-block.tsx';
import { useWords } from './words-context.ts';

/** The host's word on a commit, under its name, and what its keys gave here. */
export function CommitWordBlock({ asked: { host, word, checked } }: { asked: AskedCommit }) {
	const words = useWords();
	const { verified, reason = '–', account, keys, keysFor } = word;
	return (
		<>
			<p>{words(verified ? 'commit_word_verified' : 'commit_word_not_verified', { host, reason })}</p>
			<p class="muted">{words('commit_word_not')}</p>
			{account !== undefined && (
				<p>{words.plural(keysFor === 'signing' ? 'commit_word_signing_keys' : 'commit_word_login_keys', keys.length, { host, account })}</p>
			)}
			{checked && <CommitPart commit={checked} />}
		</>
	);
}
