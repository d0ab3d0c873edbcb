import type { CommitWord } from '../../hosts/commit-word.ts';
import type { EvidencePlace } from '../../report/report.ts';
import { readCandidates } from '../keys/candidate.ts';
import type { ListedKey } from '../keys/key.ts';
import { type CommitSigned, commitSigned } from './commit-signed.ts';

/** What a host says of the commit that last touched a file, and what its keys make of the signature here. */
export interface AskedCommit {
	/** Host name. */
	readonly host: string;
	readonly word: CommitWord;
	/** Checked here with the keys that the host lists: it is the host that says whose they are. */
	readonly checked?: CommitSigned;
}

/** Checks a commit with the keys that its host lists for the account. */
export function askedCommit(host: string, word: CommitWord, place: Pick<EvidencePlace, 'touched'>): AskedCommit {
	const keys = word.keys.flatMap((line): readonly ListedKey[] => {
		const read = readCandidates(line);
		const owner = word.account === undefined ? host : `${word.account} (${host})`;
		return read.ok
			? read.candidates.map(({ jwk, thumbprint }) => ({
					jwk,
					thumbprint,
					owner,
					purpose: 'commits',
					scopes: [{}],
					status: 'active',
					source: { how: 'fetched' },
				}))
			: [];
	});
	const checked = commitSigned(place, keys);
	return { host, word, ...(checked && { checked }) };
}
