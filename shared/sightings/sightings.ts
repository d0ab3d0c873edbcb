import type { Evidence, Sighting } from '../hosts/evidence.ts';
import type { RepositoryId } from '../hosts/repo-page.ts';
import { claimKey } from '../results/claim-key.ts';
import { readResults } from '../results/read-results.ts';
import type { Store } from '../store/store.ts';

/** One place where something was seen. */
interface Seen {
	readonly repository: RepositoryId;
	/** When first, ms since 1970. */
	readonly at: number;
}

/** Repositories that are remembered for one file or claim: the first ones say where it may come from. */
const REPOSITORIES = 8;
/** Claims of one repository that are remembered and looked up. */
const CLAIMS = 500;

type What = Pick<Sighting, 'how' | 'what'>;

/** What can be recognised elsewhere: result files by their blobs, claims by what they say. */
function recognisable(evidence: readonly Evidence[]): readonly What[] {
	const found = new Map<string, What>();
	const add = (how: Sighting['how'], what: string) => void found.set(`${how} ${what}`, { how, what });
	for (const { role, blob, bytes, path } of evidence) {
		if (role !== 'results') continue;
		add('blob', blob);
		for (const result of readResults(bytes, { evidence: path, tasksOf: () => undefined }).results) {
			const key = claimKey(result);
			if (key !== undefined && found.size < CLAIMS) add('claim', key);
		}
	}
	return [...found.values()];
}

const keyOf = ({ how, what }: What): string => `${how} ${what}`;

/** Remembers what a repository's owners have accepted. What stands in pull requests is nobody's yet. */
export async function remember(repository: RepositoryId, evidence: readonly Evidence[], store: Store, now: number): Promise<void> {
	const own = evidence.filter((piece) => piece.repository === repository && !piece.submission);
	for (const one of recognisable(own)) {
		const before = (await store.get<readonly Seen[]>('sighting', keyOf(one)))?.value ?? [];
		if (before.length >= REPOSITORIES || before.some((seen) => seen.repository === repository)) continue;
		await store.put('sighting', keyOf(one), { value: [...before, { repository, at: now }], at: now });
	}
}

/**
 * What of this repository was seen in another one before it was seen here. Who copied from whom that does not show, but the page that
 * was read first is not called a copy of one that was read later.
 */
export async function seenElsewhere(repository: RepositoryId, evidence: readonly Evidence[], store: Store): Promise<readonly Sighting[]> {
	const found: Sighting[] = [];
	for (const one of recognisable(evidence.filter((piece) => piece.repository === repository))) {
		const seen = (await store.get<readonly Seen[]>('sighting', keyOf(one)))?.value ?? [];
		const here = seen.find((place) => place.repository === repository)?.at ?? Number.POSITIVE_INFINITY;
		const [first] = seen.filter((place) => place.repository !== repository && place.at < here);
		if (first) found.push({ ...one, ...first });
	}
	return found;
}
