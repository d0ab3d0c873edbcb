import { expect, test } from 'vitest';
import { citedScore } from '../../../shared/citing/cited-score.ts';
import type { NoLines } from '../../../shared/citing/entry-lines.ts';
import { plain } from '../../../shared/citing/plain.ts';
import { speak } from '../../../shared/citing/speak.ts';
import { stateParts } from '../../../shared/citing/state-parts.ts';
import { bundled } from '../../../shared/messages/catalogue.ts';
import { words } from '../../../shared/messages/words.ts';
import type { Badge } from '../../../shared/trust/badge.ts';
import { badgeRules } from '../../../shared/trust/badges/index.ts';
import { everything } from '../ui/made-report.ts';

const say = words(bundled, 'en');

/** A record over the union, so that a new reason without words does not compile. */
const reasons = Object.keys({
	card: 0,
	broken: 0,
	flow: 0,
	aliases: 0,
	'line-breaks': 0,
	'cannot-tell': 0,
} satisfies Record<NoLines, 0>);

test.each(reasons)('why there is no patch is said: %s', (reason) => {
	expect(say.code('patch_refused', reason)).toMatch(/^No patch can be offered: .*\.$/);
});

const score = citedScore(everything(), everything().results[0]!.id)!;
const said = (badge: Pick<Badge, 'code' | 'params'>) =>
	stateParts({ ...score, badges: [{ tone: 'plain', basis: 'stated', ...badge }] }, speak(say, plain))
		.map(({ written }) => written)
		.join('; ');

test.each(Object.keys(badgeRules).filter((code) => code !== 'leaderboard' && code !== 'source'))('the state %s has words', (code) => {
	// the keys of a record of badge rules
	for (const more of [{}, { author: 'm-okafor' }, { state: 'draft' }, { state: 'draft', author: 'm-okafor' }] as const) {
		const params = code === 'community' || !('state' in more) ? more : {};
		const text = said({ code: code as Badge['code'], params: { number: '1400', host: 'h.example', path: 'a/b', ...params } });
		expect(text).not.toMatch(/[{}]/);
		expect(text).not.toBe('');
		expect(text).not.toMatch(/verified|trusted|correct|safe/i);
		expect(text).not.toContain('1,400');
	}
});

test('a score that is on no branch that is known says so', () => {
	expect(said({ code: 'source', params: {} })).toBe('on which branch it stands cannot be told');
});
