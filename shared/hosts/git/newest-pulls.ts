import { listRefs, type Ref } from '../../git/refs.ts';
import type { Remote } from '../../git/remote.ts';
import { type Outcome, succeed } from '../../outcome.ts';
import type { Ports } from '../../ports.ts';
import { PULL_PREFIXES, PULLS, pullRefs } from './pull-refs.ts';

/** Refs of a repository as far as they are needed. */
export interface Refs {
	readonly refs: readonly Ref[];
	readonly at: number;
	/** There are too many pull requests to list: only the newest are among the refs, and this is the highest number. */
	readonly highest?: number;
}

/** Of a list of all refs no more is read than this, in bytes: some 500 pull requests. */
const ENOUGH = 64 * 1024;
/** Numbers are probed in runs, since hosts give some of them to issues. */
const RUN = 8;
const POWERS = Array.from({ length: 21 }, (_, n) => 2 ** n);
/** So far apart that the rest can be listed, in numbers. */
const WINDOW = 400;
const STEPS = 32;

/**
 * The default branch and pull requests. Refs come in the order of their names, so that in a list that is too long to be read the newest
 * are anywhere: the highest number is looked for by powers of two, then in ever narrower steps, and the last ones are listed.
 */
export async function newestPulls(
	remote: Remote,
	branches: readonly string[],
	ports: Ports,
	signal: AbortSignal,
	prefixes: readonly string[] = PULL_PREFIXES,
): Promise<Outcome<Refs>> {
	const first = await listRefs(remote, ['HEAD', ...branches, ...prefixes], ports, signal, 'repository', ENOUGH);
	if (!first.ok || !first.value.cut || prefixes.length === 0) return first;
	const { refs, at } = first.value;
	const others = refs.filter(({ name }) => !PULL_PREFIXES.some((prefix) => name.startsWith(prefix)));
	const prefix = PULL_PREFIXES.findLast((one) => refs.some(({ name }) => name.startsWith(one))) ?? PULL_PREFIXES[0];
	const read = async (prefixes: readonly string[]) => {
		const listed = await listRefs(remote, prefixes, ports, signal, 'submissions');
		return listed.ok ? succeed(listed.value.refs) : listed;
	};
	const probe = async (starts: readonly number[]): Promise<Outcome<number>> => {
		const numbers = new Set(starts.flatMap((start) => Array.from({ length: RUN }, (_, n) => start + n)));
		const found = await read([...numbers].map((number) => `${prefix}${number}/`));
		return found.ok ? succeed(Math.max(0, ...pullRefs(found.value).pulls.map(({ number }) => number))) : found;
	};
	const known = Math.max(1, ...pullRefs(refs).pulls.map(({ number }) => number));
	let low = known;
	let high = 2 ** 21;
	for (let starts: readonly number[] = POWERS; high - low > WINDOW; ) {
		const found = await probe(starts);
		if (!found.ok) return found;
		low = Math.max(low, found.value);
		high = starts.find((start) => start > low) ?? high;
		const step = Math.ceil((high - low) / STEPS);
		// Nothing narrower is left to be asked.
		if (step <= RUN) break;
		starts = Array.from({ length: STEPS }, (_, n) => low + 1 + n * step);
	}
	// Where most numbers are those of issues, further back.
	let last: readonly Ref[] = [];
	for (let span = WINDOW; ; ) {
		const tens = new Set<number>();
		for (let number = Math.max(10, low - span); number <= high + RUN; number++) tens.add(Math.floor(number / 10));
		const listed = await read([...tens].map((ten) => `${prefix}${ten}`));
		if (!listed.ok) return listed;
		last = listed.value;
		const { total } = pullRefs(last);
		if (total >= PULLS || low <= span || span > WINDOW) break;
		span = Math.min(8 * WINDOW, Math.ceil((span * PULLS * 1.3) / Math.max(1, total)));
	}
	return succeed({
		refs: [...others, ...last],
		at,
		highest: Math.max(low, ...pullRefs(last).pulls.map(({ number }) => number)),
	});
}
