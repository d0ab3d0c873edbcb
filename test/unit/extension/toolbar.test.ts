import { describe, expect, test } from 'vitest';
import { toolbarOf } from '../../../extension/background/toolbar-words.ts';
import { bundled } from '../../../shared/messages/catalogue.ts';
import { words } from '../../../shared/messages/words.ts';
import type { News } from '../../../shared/protocol/message.ts';
import type { Report } from '../../../shared/report/report.ts';

const say = words(bundled, 'en');
const problem = { code: 'offline', subject: 'repository', params: {} } as const;

function news(results: number, look: number, change: Partial<News> & { state?: Report['state'] } = {}): News {
	const { state = 'complete', ...rest } = change;
	const report: Report = {
		seq: 1,
		repository: {
			id: 'https://h.example/o/m',
			host: 'git',
			origin: 'https://h.example',
			path: 'o/m',
			kind: 'model',
			url: 'https://h.example/o/m',
		},
		results: Array.from({ length: results }, (_, index) => ({
			id: `${index}`,
			kind: 'eval-results',
			evidence: 'e',
			index,
			line: 1,
			dataset: {},
			issues: [],
		})),
		assessments: Array.from({ length: results }, (_, index) => ({ result: `${index}`, badges: [], needsLook: index < look })),
		benchmarks: [],
		conflicts: [],
		boards: [],
		seen: [],
		gone: [],
		evidence: [],
		submissions: { total: 0, read: 0 },
		problems: [],
		state,
		asOf: 0,
	};
	return { type: 'news', run: '0', report, reading: false, earlier: false, problems: [], ...rest };
}

describe('the toolbar', () => {
	test.each([
		['7 results', news(7, 0), '7', 'Evalmark: o/m: 7 results'],
		['9 results of which 2 need a look', news(9, 2), '9 !', 'Evalmark: o/m: 9 results, 2 need a look'],
		['1 result', news(1, 1), '1 !', 'Evalmark: o/m: 1 result, 1 needs a look'],
		['none', news(0, 0), '0', 'Evalmark: o/m: no results'],
		['nothing that could be read', news(0, 0, { problems: [problem] }), '!', 'Evalmark: o/m: not everything could be read'],
		['a part that could not be read', news(3, 0, { problems: [problem] }), '3 !', 'Evalmark: o/m: 3 results, not everything could be read'],
		['thousands', news(1200, 0), '1k', 'Evalmark: o/m: 1,200 results'],
		['nothing yet', news(0, 0, { state: 'collecting', reading: true }), '', 'Evalmark: reading o/m'],
	])('says %s', (_, latest, text, title) => {
		expect(toolbarOf(latest, say)).toMatchObject({ text, title });
	});

	test('a mark is not colour alone', () => {
		const [plain, marked] = [toolbarOf(news(9, 0), say), toolbarOf(news(9, 2), say)];
		expect(marked.colour).not.toBe(plain.colour);
		expect(marked.text).toContain('!');
	});
});
