import { byPlace, type Issue, type IssueCode, issue } from '../results/issue.ts';
import type { YamlLimits } from './limits.ts';
import type { Place } from './tree.ts';

/** So many findings of one code are listed, the rest would only repeat them. */
const LISTED = 100;

export interface Findings {
	report(code: IssueCode, pointer: string, place: Place, params?: Issue['params']): void;
	/** A limit was passed there; said once for each pointer. */
	exceed(pointer: string, place: Place): void;
	/** In the order of the file. `shown`: entries that were read. */
	all(shown: number): readonly Issue[];
}

export function findings(limits: YamlLimits): Findings {
	const byCode = new Map<IssueCode, Issue[]>();
	const exceeded = new Map<string, Place>();
	const add = (found: Issue): void => {
		const known = byCode.get(found.code) ?? [];
		if (known.length < LISTED) known.push(found);
		byCode.set(found.code, known);
	};
	return {
		report: (code, pointer, place, params) => add(issue(code, pointer, place, params)),
		exceed(pointer, place) {
			if (!exceeded.has(pointer)) exceeded.set(pointer, place);
		},
		all(shown) {
			const { bytes, entries, depth } = limits;
			const params = { kilobytes: Math.round(bytes / 1024), entries, depth, shown };
			for (const [pointer, place] of exceeded) add(issue('too-large', pointer, place, params));
			return [...byCode.values()].flat().sort(byPlace);
		},
	};
}
