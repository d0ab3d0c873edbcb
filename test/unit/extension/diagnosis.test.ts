import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bare, type Diagnosis, linesOf, outcomeOf, textOf } from '../../../extension/diagnose/diagnosis.ts';
import { DEFAULTS } from '../../../extension/settings.ts';
import { bundled } from '../../../shared/messages/catalogue.ts';
import { words } from '../../../shared/messages/words.ts';
import type { Recorded } from '../../../shared/protocol/message.ts';
import { everything, NOW, problem } from '../ui/made-report.ts';

const say = words(bundled, 'en');

const page = {
	host: 'git',
	origin: 'https://git.example.org',
	path: 'o/m',
	kind: 'model',
	url: 'https://git.example.org/o/m',
	cloneUrl: 'https://git.example.org/o/m.git',
	shows: ['.eval_results'],
	offers: {},
} as const;
const request = (more: Partial<Recorded> = {}): Recorded => ({
	method: 'POST',
	url: 'https://git.example.org/o/m.git/git-upload-pack?token=secret#x',
	at: NOW,
	status: 200,
	bytes: 1234,
	ms: 56,
	...more,
});
const bareBones: Diagnosis = { version: '1.2.3', agent: 'Browser/1', settings: DEFAULTS, sites: ['https://git.example.org/*'] };
const whole: Diagnosis = {
	...bareBones,
	tab: {
		private: false,
		page,
		granted: true,
		ran: {
			stub: true,
			asked: true,
			panel: true,
			place: 'floating',
			loud: 'strip',
			software: ['cgit v1.2.3'],
			marks: [{ selector: 'head>link[rel^=vcs]', count: 1 }],
			spots: [],
		},
	},
	background: { started: NOW - 1000, begun: NOW - 500, requests: [request()] },
	news: {
		type: 'news',
		run: '1',
		reading: false,
		earlier: false,
		problems: [],
		report: { ...everything(), problems: [problem('server-error', 'submissions', { params: { status: 500 } })] },
	},
};
const found = (diagnosis: Diagnosis, label: Parameters<typeof say>[0]) =>
	linesOf(diagnosis, say, NOW)
		.filter((line) => line.label === say(label))
		.map(({ text }) => text);

describe('a diagnosis', () => {
	test('tells each step of what happened on a page', () => {
		expect(found(whole, 'diagnose_stub')).toEqual(['yes']);
		expect(found(whole, 'diagnose_panel')).toEqual(['yes']);
		expect(found(whole, 'diagnose_host')).toEqual(['git']);
		expect(found(whole, 'diagnose_granted')).toEqual(['yes']);
		expect(found(whole, 'diagnose_mode')).toEqual([say('options_loud_strip')]);
		expect(found(whole, 'diagnose_found')).toEqual(['9 results']);
		expect(found(whole, 'diagnose_problem').join()).toContain('500');
	});

	test('says what cannot be told, instead of no', () => {
		expect(found({ ...bareBones, tab: { private: false } }, 'diagnose_stub')).toEqual([say('diagnose_unseen')]);
		expect(found({ ...bareBones, tab: { private: false } }, 'diagnose_host')).toEqual([say('diagnose_host_none')]);
		expect(found(bareBones, 'diagnose_background')).toEqual([say('diagnose_silent')]);
		expect(found({ ...whole, background: { started: NOW, requests: [] } }, 'diagnose_begun')).toEqual([say('diagnose_unknown')]);
	});

	test('as a text leaves out what follows a question mark in any address', () => {
		const text = textOf(whole, say, NOW);
		expect(text).toContain('https://git.example.org/o/m.git/git-upload-pack  200  1234 B  56 ms');
		expect(text).not.toContain('secret');
		fc.assert(
			fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
				expect(bare(url)).not.toMatch(/[?#]/);
				expect(url.startsWith(bare(url))).toBe(true);
			}),
		);
	});

	test.each([
		[{ status: 404 }, '404'],
		[{ status: 0 }, say('diagnose_redirect')],
		[{ failure: 'network', status: 200 }, say('diagnose_failure_network')],
	] as const)('a request that ended with %j', (more, text) => {
		expect(outcomeOf(request(more), say)).toBe(text);
	});

	test('a request without an answer is under way', () => {
		const { status: _, ...open } = request();
		expect(outcomeOf(open, say)).toBe(say('diagnose_under_way'));
	});
});
