/** Titles that say what was merged: GitHub, Gitea; Azure DevOps; Bitbucket Data Center and Cloud; Pagure. */
const SAYS = [
	/^Merge pull request (?:#|'.*' \(#)(\d{1,9})/,
	/^Merged PR (\d{1,9}): /,
	/^Pull request #(\d{1,9}): /,
	/\(pull request #(\d{1,9})\)$/,
	/^Merge #(\d{1,9}) `/,
];
/** GitLab says it in the last line. */
const LINE = /^See merge request \S*!(\d{1,9})$/m;
/** A squash of GitHub and Gitea, a merge of Gitee. People write issues in the same form. */
const NAMES = [/\(#(\d{1,9})\)$/, /^!(\d{1,9}) /];

/**
 * The pull request that a commit's message says it merged. What may as well be an issue counts only if it is one of `pulls`; without them
 * it counts, as what the commit names.
 */
export function mergedBy(title: string, message: string, pulls?: ReadonlySet<number>): number | undefined {
	const numberIn = (forms: readonly RegExp[], text: string) => Number(forms.flatMap((form) => form.exec(text)?.[1] ?? [])[0] ?? 0);
	const said = numberIn(SAYS, title) || numberIn([LINE], message.slice(0, 10_000));
	if (said > 0) return said;
	const named = numberIn(NAMES, title);
	return named > 0 && (pulls?.has(named) ?? true) ? named : undefined;
}
