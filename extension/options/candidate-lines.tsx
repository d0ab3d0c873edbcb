import type { Candidate } from '../../shared/trust/keys/candidate.ts';
import type { ListedKey } from '../../shared/trust/keys/key.ts';
import { useWords } from '../../shared/ui/words-context.ts';
import { Thumbprint } from './thumbprint.tsx';

/** A bare key by its names, all that is known of it. `known`: what stands in the list of the same key. */
export function CandidateLines({ candidate: { thumbprint, fingerprint }, known }: { candidate: Candidate; known: readonly ListedKey[] }) {
	const words = useWords();
	return (
		<>
			<dl class="keyline keyline--offered">
				<dt>{words('signature_thumbprint')}</dt>
				<dd>
					<Thumbprint text={thumbprint} />
				</dd>
				{fingerprint !== undefined && (
					<>
						<dt>{words('key_fingerprint')}</dt>
						<dd>
							<Thumbprint text={fingerprint} />
						</dd>
					</>
				)}
			</dl>
			{known.length > 0 && <p>{words(known.some(({ status }) => status === 'revoked') ? 'key_known_revoked' : 'key_known')}</p>}
		</>
	);
}
