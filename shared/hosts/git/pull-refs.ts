import type { Oid } from '../../git/oid.ts';
import type { Ref } from '../../git/refs.ts';

export interface PullRef {
	readonly number: number;
	readonly ref: string;
	readonly head: Oid;
}

/** Where hosts keep the heads of pull requests: GitHub, Gitea and most others; Hugging Face; GitLab. */
export const PULL_PREFIXES = ['refs/pull/', 'refs/pr/', 'refs/merge-requests/'] as const;
/** So many of the newest are read. */
export const PULLS = 200;

const FORM = /^refs\/(?:(?:pull|merge-requests)\/(\d{1,9})\/head|pr\/(\d{1,9}))$/;

/** The newest pull requests among the refs in ascending order, and how many there are in all. */
export function pullRefs(refs: readonly Ref[]): { readonly total: number; readonly pulls: readonly PullRef[] } {
	const byNumber = new Map<number, PullRef>();
	for (const { name, oid } of refs) {
		const [, one, other] = FORM.exec(name) ?? [];
		const number = Number(one ?? other ?? 0);
		if (number > 0 && !byNumber.has(number)) byNumber.set(number, { number, ref: name, head: oid });
	}
	const all = [...byNumber.values()].sort((a, b) => a.number - b.number);
	return { total: all.length, pulls: all.slice(-PULLS) };
}
