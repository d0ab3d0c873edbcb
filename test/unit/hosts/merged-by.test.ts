import { expect, test } from 'vitest';
import { mergedBy } from '../../../shared/hosts/git/merged-by.ts';

test.each([
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
])('%s', (_, title, message, number) => {
	expect(mergedBy(title, message)).toBe(number);
});
