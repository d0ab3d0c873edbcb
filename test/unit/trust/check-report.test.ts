import { describe, expect, test } from 'vitest';
import type { CollectStep, Evidence } from '../../../shared/hosts/evidence.ts';
import { buildReport } from '../../../shared/report/build-report.ts';
import type { Report } from '../../../shared/report/report.ts';
import { shownBadges, wantsLook } from '../../../shared/trust/shown-badges.ts';
import { checkSignatures, withSignatures } from '../../../shared/trust/signature/check-report.ts';
import { memo } from '../../../shared/trust/signature/memo.ts';
import { isSignatureBadge, signatureBadge, signatureBadges } from '../../../shared/trust/signature/signature-badge.ts';
import { signedCommit } from '../../../shared/trust/signature/signed-commit.ts';
import { verdict } from '../../../shared/trust/signature/verdict.ts';
import { scopeText } from '../../../shared/trust/signature/verdict-key.ts';
import { resultFile } from '../../hosts/demo/result-file.ts';
import { CARD_HEADER, claims, jws, keyList, listed, NOW, oid, resultToken, utf8 } from './made.ts';

const KEYS = keyList(listed());
const COUNT = 10;

/** A page with so many entries, each signed for itself, and one without a token. */
function report(): Report {
	const entries = Array.from({ length: COUNT }, (_, n) => {
		const value = `${n}.5`;
		return {
			dataset: 'Idavidrein/gpqa',
			task: `t${n}`,
			value,
			token: resultToken(claims({ dataset: { id: 'Idavidrein/gpqa', task_id: `t${n}` }, value })),
		};
	});
	const bytes = utf8(resultFile(...entries, { dataset: 'Idavidrein/gpqa', task: 'bare', value: '1' }));
	const repository = {
		id: 'https://hub.example/lumen-labs/kestrel-32b',
		host: 'git',
		origin: 'https://hub.example',
		path: 'lumen-labs/kestrel-32b',
		kind: 'model',
		url: '',
		head: oid('a'),
	} as const;
	const evidence: Evidence = {
		id: 'e',
		repository: repository.id,
		role: 'results',
		path: '.eval_results/a.yaml',
		ref: 'refs/heads/main',
		commit: oid('a'),
		blob: oid('b'),
		bytes,
	};
	const steps: readonly CollectStep[] = [
		{ type: 'repository', repository },
		{ type: 'evidence', evidence },
		{ type: 'done', at: NOW },
	];
	const built = buildReport(steps.map((step, index) => ({ ...step, seq: index + 1 })));
	if (!built) throw new Error('no report');
	return built;
}

const trust = { keys: KEYS, now: NOW };
const states = ({ assessments }: Report) => assessments.map(({ signature }) => signature?.state);
const never = new AbortController().signal;

describe('a report', () => {
	test('is checked in turns, a few signatures each, and then told whole', async () => {
		const bare = report();
		const known = memo();
		expect(states(withSignatures(bare, trust, known.known))).toEqual(Array(COUNT + 1).fill(undefined));
		let turns = 0;
		const at: number[] = [];
		const turn = async () => {
			turns += 1;
			at.push(known.computed());
		};
		await checkSignatures(bare, trust, known, turn, never);
		expect([known.computed(), turns, at]).toEqual([COUNT, 2, [4, 8]]);
		const told = withSignatures(bare, trust, known.known);
		expect(states(told)).toEqual([...Array(COUNT).fill('verified'), undefined]);
		// Again it costs nothing, and what was said before is not said twice.
		await checkSignatures(told, trust, known, turn, never);
		expect([known.computed(), turns]).toEqual([COUNT, 2]);
		expect(withSignatures(told, trust, known.known)).toEqual(told);
		expect(states(withSignatures(told, { ...trust, keys: [] }, known.known))).toEqual([...Array(COUNT).fill('unknown-key'), undefined]);
	});

	test('is checked no further when nobody wants it any more', async () => {
		const known = memo();
		const stop = new AbortController();
		await checkSignatures(report(), trust, known, async () => stop.abort(), stop.signal);
		expect(known.computed()).toBe(4);
	});

	test('shows the state in the place of "not checked", in front of what leads elsewhere', () => {
		const [first] = withSignatures(report(), trust).assessments;
		if (!first) throw new Error('no result');
		expect(first.badges.map(({ code }) => code)).toContain('token-not-checked');
		expect(shownBadges(first).map(({ code }) => code)).toEqual(['on-main', 'verified']);
		expect(shownBadges({ badges: first.badges }).map(({ code }) => code)).toEqual(['on-main', 'token-not-checked']);
		const link = { code: 'source', tone: 'plain', basis: 'link', params: {} } as const;
		const put = { state: 'signed', commit: 'c', owner: 'Ada', fingerprint: 'SHA256:x' } as const;
		expect(shownBadges({ badges: [...first.badges, link], commit: put }).map(({ code }) => code)).toEqual([
			'on-main',
			'token-not-checked',
			'signed-commit',
			'source',
		]);
		expect(shownBadges({ badges: first.badges, commit: put }).at(-1)).toEqual({
			code: 'signed-commit',
			tone: 'plain',
			basis: 'checked',
			params: { commit: 'c', owner: 'Ada', fingerprint: 'SHA256:x' },
		});
	});
});

describe('the badge of a commit', () => {
	test.each([
		['signed', 'signed-commit', 'plain'],
		['invalid', 'commit-signature-bad', 'fail'],
		['revoked', 'commit-signature-bad', 'fail'],
		['malformed', 'commit-signature-bad', 'fail'],
		['wrong-namespace', 'commit-signature-bad', 'caution'],
		['outside-validity', 'commit-signature-bad', 'caution'],
		['unknown-key', undefined, undefined],
		['not-checked-here', undefined, undefined],
	] as const)('%s: %s', (state, code, tone) => {
		const badges = shownBadges({ badges: [], commit: { state, commit: 'c' } });
		expect(badges.map((badge) => [badge.code, badge.tone])).toEqual(code ? [[code, tone]] : []);
		expect(badges[0]?.basis).toBe(code && 'checked');
		expect(badges[0]?.params.reason).toBe(code === 'commit-signature-bad' ? state : undefined);
		expect(wantsLook({ result: 'x', badges: [], needsLook: false, commit: { state, commit: 'c' } })).toBe(code === 'commit-signature-bad');
	});
});

describe('the badge of a verdict', () => {
	test('is green for one state alone, and there is none without a token', () => {
		const badges = signatureBadges.map((state) => signatureBadge(verdict(state, [])));
		expect(badges.flatMap((badge) => (badge?.tone === 'good' ? badge.code : []))).toEqual(['verified']);
		for (const state of ['unsigned', 'host-vouches'] as const) {
			expect(signatureBadge(verdict(state, []))).toBeUndefined();
			expect(isSignatureBadge(state)).toBe(false);
		}
		expect(isSignatureBadge('verified')).toBe(true);
		expect(isSignatureBadge('on-main')).toBe(false);
	});

	test('carries the first reason and whose key it was', () => {
		const key = { thumbprint: 't', owner: 'Lab', source: 'pasted', scopes: [] };
		const badge = signatureBadge(
			verdict(
				'expired',
				[
					{ code: 'expired', params: { until: 5 } },
					{ code: 'x', params: {} },
				],
				{ key },
			),
		);
		expect(badge).toEqual({ code: 'expired', tone: 'caution', basis: 'checked', params: { until: 5, reason: 'expired', owner: 'Lab' } });
		expect(signatureBadge(verdict('verified', []))?.params).toEqual({});
	});

	test('scopes are said part by part', () => {
		expect(scopeText({ benchmarks: ['a', 'b'], organisations: ['o'], hosts: ['h'] })).toBe('a, b · o · h');
		expect(scopeText({ hosts: ['h'] })).toBe('h');
		expect(scopeText({})).toBe('');
	});
});

describe('the memo', () => {
	test('asks once for each signature, text and key, and forgets the oldest', () => {
		const asked: string[] = [];
		const known = memo((signature, message, key) => {
			asked.push([signature, message, key].map((bytes) => [...bytes].join()).join(' '));
			return message[0] === 1;
		});
		const bytes = (...values: number[]) => Uint8Array.of(...values);
		expect(known.known(bytes(1), bytes(1), bytes(1))).toBeUndefined();
		expect([
			known.fits(bytes(1), bytes(1), bytes(1)),
			known.fits(bytes(1), bytes(1), bytes(1)),
			known.known(bytes(1), bytes(1), bytes(1)),
		]).toEqual([true, true, true]);
		expect(known.fits(bytes(1), bytes(2), bytes(1))).toBe(false);
		expect(known.known(bytes(1), bytes(2), bytes(1))).toBe(false);
		// The same bytes, parted elsewhere.
		expect(known.known(bytes(1, 1), bytes(), bytes(1))).toBeUndefined();
		expect([asked, known.computed()]).toEqual([['1 1 1', '1 2 1'], 2]);
		for (let n = 0; n < 5_000; n += 1) known.fits(bytes(9), bytes(1, n % 256, n >> 8), bytes(1));
		expect(known.known(bytes(1), bytes(1), bytes(1))).toBeUndefined();
		expect(known.known(bytes(9), bytes(1, 0, 0), bytes(1))).toBe(true);
	});
});

describe('the commit that a token names', () => {
	test.each([
		[resultToken(claims({ subject: { host: 'h', repository: 'r', commit: 'c'.repeat(40) } })), 'c'.repeat(40)],
		[resultToken(claims({ subject: { host: 'h', repository: 'r', commit: 'no oid' } })), undefined],
		[resultToken(claims({ subject: { host: 'h', repository: 'r', commit: 5 } })), undefined],
		[resultToken(claims({ subject: 'text' })), undefined],
		[resultToken(claims({ subject: null })), undefined],
		[resultToken(), undefined],
		[jws(CARD_HEADER, JSON.stringify({ subject: { commit: 'c'.repeat(40) } })), undefined],
		['nothing', undefined],
		[undefined, undefined],
	])('%#', (token, commit) => {
		expect(signedCommit(token)).toBe(commit);
	});
});
