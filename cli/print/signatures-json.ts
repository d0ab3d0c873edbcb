import { checkedResults } from '../targets/checked-results.ts';
import type { Target } from '../targets/target.ts';

/** The signatures of all targets for a program: each result with its verdict, whole, and what does not fit in exports. */
export function signaturesJson(targets: readonly Target[]): object {
	const read = targets.filter((target) => target.kind === 'read');
	return {
		results: read.flatMap((target) =>
			checkedResults(target).map(({ result: { id, line }, file, verdict }) => ({ id, file, line, ...verdict })),
		),
		problems: read.flatMap(({ name, check }) => check?.problems.map((problem) => ({ file: name, ...problem })) ?? []),
	};
}
