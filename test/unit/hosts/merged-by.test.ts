import { expect, test } from 'vitest';
import { mergedBy } from '../../../shared/hosts/git/merged-by.ts';

type Case = readonly [what: string, title: string, message: string, number: number | undefined, pulls?: readonly number[]];

const cases: readonly Case[] = [
	['a number that is no pull request', 'Fix the rounding (#12)', '', undefined, [7]],
	['a squash of one that is', 'Add GPQA (#7)', '', 7, [7]],
	['a merge says it by itself', 'Merge pull request #12 from noor/gpqa', '', 12, []],
	['GitHub, merged', 'Merge pull request #12 from noor/gpqa', '', 12],
	['GitHub and Gitea, squashed', 'Add GPQA (#12)', '', 12],
	['Gitea, merged', "Merge pull request 'Add GPQA' (#12) from noor/gpqa into main", '', 12],
	[
		'GitLab',
		"Merge branch 'gpqa' into 'main'",
		"Merge branch 'gpqa' into 'main'\n\nAdd GPQA\n\nSee merge request lumen-labs/kestrel!12\n",
		12,
	],
	['Azure DevOps', 'Merged PR 12: Add GPQA', '', 12],
	['Bitbucket Cloud', 'Merged in noor/gpqa (pull request #12)', '', 12],
	['Bitbucket Data Center', 'Pull request #12: Add GPQA', '', 12],
	['Pagure', 'Merge #12 `Add GPQA`', '', 12],
	['Gitee', '!12 Add GPQA', '', 12],
	['an issue in passing', 'Fix #12 by rounding', 'Fix #12 by rounding', undefined],
	['nothing', 'Add GPQA', 'Add GPQA', undefined],
	['number 0', 'Add GPQA (#0)', '', undefined],
] as readonly (readonly [string, string, string, number | undefined, (readonly number[])?])[];

for (const [what, title, message, number, pulls] of cases) {
	test(what, () => {
		expect(mergedBy(title, message, pulls && new Set(pulls))).toBe(number);
	});
}
