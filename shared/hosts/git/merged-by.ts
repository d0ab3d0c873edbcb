/** As hosts write it into the title: GitHub, Gitea and Azure DevOps by merge, Bitbucket Data Center, Pagure. */
const TITLES = [
	/^Merge pull request (?:#|'.*' \(#)(\d{1,9})/,
	/^Merged PR (\d{1,9}): /,
	/^Pull request #(\d{1,9}): /,
	/^Merge #(\d{1,9}) `/,
	/^!(\d{1,9}) /,
	// By squash, GitHub and Gitea; Bitbucket Cloud names it at the end too.
	/\(#(\d{1,9})\)$/,
	/\(pull request #(\d{1,9})\)$/,
];
/** GitLab, in the last line. */
const LINE = /^See merge request \S*!(\d{1,9})$/m;

/** The pull request that a commit's message says it merged. */
export function mergedBy(title: string, message: string): number | undefined {
	const inTitle = TITLES.flatMap((form) => form.exec(title)?.[1] ?? [])[0];
	const number = Number(inTitle ?? LINE.exec(message.slice(0, 10_000))?.[1] ?? 0);
	return number > 0 ? number : undefined;
}
