import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { signatureBadges } from '../../../shared/trust/signature/signature-badge.ts';
import { RULES } from '../../../shared/trust/signature/verdict.ts';
import { inputs, keys } from '../../fixtures/trust/make-verdicts.ts';
import { type Corpus, compared, type Frozen, verdictOf } from './frozen.ts';
import { keyList } from './made.ts';

const text = readFileSync(new URL('../../fixtures/trust/verdicts.json', import.meta.url), 'utf8');
// Written by our own script, as the second test says.
const corpus = JSON.parse(text) as Corpus;

/** Cases whose verdict another number of the rules has changed on purpose, and how. A raise of `RULES` that flips one has its line here. */
const FLIPPED: Readonly<Record<string, string>> = {};

describe('frozen verdicts', () => {
	test('have every state that there is, and keys that a list may have', () => {
		expect(new Set(corpus.cases.map(({ state }) => state))).toEqual(new Set([...signatureBadges, 'unsigned', 'host-vouches']));
		expect(corpus.cases.length).toBeGreaterThanOrEqual(40);
		for (const key of Object.values(corpus.keys)) expect(keyList(key)).toEqual([key]);
		expect(text).not.toMatch(/"d":/);
	});

	test('are on what their script makes, which is the same on every day', () => {
		const made = JSON.parse(JSON.stringify({ keys, cases: inputs }));
		const frozen = corpus.cases.map(({ state: _state, reason: _reason, rules: _rules, ...input }) => input);
		expect({ keys: corpus.keys, cases: frozen }).toEqual(made);
	});

	test.each(corpus.cases)('$name: $state', (one) => {
		const today = verdictOf(one, corpus.keys);
		const how = compared(one, today);
		const now = `by rules ${one.rules}: ${one.state}, ${one.reason}; by rules ${today.rules}: ${today.state}, ${today.reasons[0]?.code}`;
		expect(how, now).not.toBe('changed under the same rules');
		expect(how === 'rules changed', now).toBe(one.name in FLIPPED);
		expect(one.rules).toBeLessThanOrEqual(RULES);
	});

	test('a flip is called one of the rules where their number is another, and else what it is', () => {
		const frozen: Pick<Frozen, 'state' | 'reason' | 'rules'> = { state: 'verified', reason: 'commit-not-signed', rules: 1 };
		const verdict = (state: Frozen['state'], code: string, rules: number) => ({ state, reasons: [{ code, params: {} }], rules });
		expect(compared(frozen, verdict('verified', 'commit-not-signed', 2))).toBe('same');
		expect(compared(frozen, verdict('malformed', 'time-form', 2))).toBe('rules changed');
		expect(compared(frozen, verdict('malformed', 'time-form', 1))).toBe('changed under the same rules');
		expect(compared(frozen, verdict('verified', 'revision-not-signed', 1))).toBe('changed under the same rules');
	});
});
