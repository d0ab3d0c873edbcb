import { listRefusalText } from '../../../shared/messages/key-refusal-text.ts';
import type { Candidate } from '../../../shared/trust/keys/candidate.ts';
import type { ListedKey } from '../../../shared/trust/keys/key.ts';
import { asKeyList } from '../../../shared/trust/keys/read-key-list.ts';
import type { AddKeys } from '../../command.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import type { Face } from '../../face.ts';
import { visible } from '../../print/visible.ts';

/** Bare keys with what the user says of them; or the exit code, and what is missing has been said. */
export function bareKeys(candidates: readonly Candidate[], said: AddKeys, face: Face): readonly ListedKey[] | ExitCode {
	const { words, out } = face;
	const { owner, issuer } = said;
	// An SSH key is made to sign commits with, unless the user says otherwise.
	const purpose = said.purpose ?? (candidates.some(({ fingerprint }) => fingerprint !== undefined) ? 'commits' : 'results');
	const scopes = purpose === 'commits' && said.scopes.length === 0 ? [{}] : said.scopes;
	if (owner === undefined || scopes.length === 0) {
		for (const { thumbprint, fingerprint } of candidates) {
			out(`${words('signature_thumbprint')}: ${thumbprint}\n`);
			if (fingerprint !== undefined) out(`${words('key_fingerprint')}: ${fingerprint}\n`);
		}
		return refuse(words('cli_keys_say_whose'), face);
	}
	// A commit names no issuer, and everybody's keys of one forge would be of one.
	if (purpose === 'commits' && issuer !== undefined) return refuse(words('cli_keys_commits_issuer'), face);
	const keys = candidates.map(
		({ jwk, thumbprint }): ListedKey => ({
			jwk,
			thumbprint,
			owner,
			purpose,
			scopes,
			status: 'active',
			source: { how: 'pasted', at: new Date(face.now()).toISOString() },
			...(issuer !== undefined && { issuer }),
		}),
	);
	const read = asKeyList({ format: 'evalmark-keys', version: 1, keys });
	return read.ok ? read.list.keys : refuse(visible(listRefusalText(words, read, said.file)), face);
}

function refuse(sentence: string, { err, words }: Face): ExitCode {
	err(`${sentence}\n${words('cli_usage_hint')}\n`);
	return EXIT.usage;
}
