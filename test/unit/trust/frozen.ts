import type { ChangesSince, Repository } from '../../../shared/hosts/evidence.ts';
import { readModelIndex } from '../../../shared/results/model-index/read-model-index.ts';
import { readResults } from '../../../shared/results/read-results.ts';
import type { ListedKey } from '../../../shared/trust/keys/key.ts';
import { signatureOf } from '../../../shared/trust/signature/signature-of.ts';
import type { SignatureState, Verdict } from '../../../shared/trust/signature/verdict.ts';

/** All that a verdict is made from, as data. */
export interface Input {
	readonly name: string;
	readonly kind: 'file' | 'card';
	readonly text: string;
	readonly repository: Pick<Repository, 'origin' | 'path'> & { readonly hostId?: string; readonly head?: string };
	/** Names of keys of the corpus. */
	readonly keys: readonly string[];
	/** ms since 1970. */
	readonly now: number;
	readonly vouches?: boolean;
	readonly benchmarkAt?: string;
	readonly changes?: readonly ChangesSince[];
}

/** What came of it, by the rules of that number. */
export interface Frozen extends Input {
	readonly state: SignatureState;
	/** The first one's code; absent where there is none. */
	readonly reason?: string;
	readonly rules: number;
}

export interface Corpus {
	/** Public keys, by the name that the cases call them by. */
	readonly keys: Readonly<Record<string, ListedKey>>;
	readonly cases: readonly Frozen[];
}

/** The verdict of today on the first entry. */
export function verdictOf(input: Input, keys: Corpus['keys']): Verdict {
	const bytes = new TextEncoder().encode(input.text);
	const { results, issues } =
		input.kind === 'card' ? readModelIndex(bytes, 'corpus') : readResults(bytes, { evidence: 'corpus', tasksOf: () => undefined });
	const [result] = results;
	const verdict =
		result &&
		signatureOf(result, {
			// Its head is a commit by its form.
			repository: input.repository as Pick<Repository, 'origin' | 'path' | 'hostId' | 'head'>,
			keys: input.keys.flatMap((name) => keys[name] ?? []),
			now: input.now,
			fileIssues: issues,
			vouches: input.vouches ?? false,
			...(input.benchmarkAt !== undefined && { benchmarkAt: input.benchmarkAt }),
			changes: (commit) => input.changes?.find((one) => one.commit === commit),
		});
	if (!verdict) throw new Error(`${input.name}: no verdict`);
	return verdict;
}

/** How a verdict of today stands to one that was frozen. A flip under the same rules is what must not be. */
export function compared(
	{ state, reason, rules }: Pick<Frozen, 'state' | 'reason' | 'rules'>,
	today: Pick<Verdict, 'state' | 'reasons'> & { readonly rules: number },
): 'same' | 'rules changed' | 'changed under the same rules' {
	if (today.state === state && today.reasons[0]?.code === reason) return 'same';
	return today.rules === rules ? 'changed under the same rules' : 'rules changed';
}
