import type { GitObject } from '../../git/object.ts';
import type { Oid } from '../../git/oid.ts';
import { type Outcome, succeed } from '../../outcome.ts';
import type { Problem, ProblemCode } from '../evidence.ts';

export type ReadSome = (oids: readonly Oid[]) => Promise<Outcome<ReadonlyMap<Oid, GitObject>>>;

interface Read {
	readonly objects: ReadonlyMap<Oid, GitObject>;
	readonly lost: readonly Problem[];
}

/** Failures of the moment or of the place: asking for less would not help. */
const REGARDLESS: readonly ProblemCode[] = [
	'offline',
	'timeout',
	'rate-limited',
	'permission-missing',
	'sign-in-needed',
	'redirected-elsewhere',
	'server-error',
];
/** Requests that finding one bad object among many may take. */
const ATTEMPTS = 16;

/**
 * Reads `first` and `others` in one request. Somebody else's pull request must not keep us from reading the default branch: where
 * the request fails for what is in it, `first` is asked for alone, and the others by halves until the bad ones are left out.
 */
export async function together(first: readonly Oid[], others: readonly Oid[], read: ReadSome): Promise<Outcome<Read>> {
	const mine = new Set(first);
	const theirs = [...new Set(others)].filter((oid) => !mine.has(oid));
	if (mine.size + theirs.length === 0) return succeed({ objects: new Map(), lost: [] });
	const all = await read([...mine, ...theirs]);
	if (all.ok) return succeed({ objects: all.value, lost: [] });
	if (theirs.length === 0) return all;
	const own = mine.size === 0 ? succeed(new Map()) : await read([...mine]);
	if (!own.ok) return own;
	const objects = new Map<Oid, GitObject>(own.value);
	const lost = new Map<ProblemCode, Problem>();
	if (REGARDLESS.includes(all.problem.code)) return succeed({ objects, lost: [all.problem] });
	const parts = mine.size === 0 ? halves(theirs) : [theirs];
	for (let attempt = 0; parts.length > 0 && attempt < ATTEMPTS; attempt++) {
		const part = parts.shift() ?? [];
		const some = await read(part);
		if (some.ok) for (const object of some.value.values()) objects.set(object.oid, object);
		else if (part.length > 1 && !REGARDLESS.includes(some.problem.code)) parts.push(...halves(part));
		else lost.set(some.problem.code, some.problem);
	}
	if (parts.length > 0) lost.set(all.problem.code, all.problem);
	return succeed({ objects, lost: [...lost.values()] });
}

const halves = (oids: readonly Oid[]): Oid[][] => {
	const middle = Math.ceil(oids.length / 2);
	return [oids.slice(0, middle), oids.slice(middle)].filter((half) => half.length > 0);
};
