import type { Words } from '../messages/words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, in words: `just now`, `2 minutes ago`, `3 days ago`. Both in ms since 1970; a time in the future is now. */
export function age(words: Words, at: number, now: number): string {
	const past = now - at;
	if (past < MINUTE) return words('ui_just_now');
	if (past < HOUR) return words.plural('ui_minutes_ago', Math.floor(past / MINUTE));
	if (past < DAY) return words.plural('ui_hours_ago', Math.floor(past / HOUR));
	return words.plural('ui_days_ago', Math.floor(past / DAY));
}
