import type { BadgeCode } from '../trust/badge.ts';
import type { CitedScore } from './cited-score.ts';
import { hostName } from './permalink.ts';
import { listed, type Speak, type Written } from './speak.ts';

const NOT_ACCEPTED: readonly BadgeCode[] = ['withdrawn', 'community', 'proposed'];
/** Said from the report as a whole, with the values. */
const TOLD_APART: ReadonlySet<string> = new Set(['conflicting-values', 'host-refuses-file']);
/** So many findings and values are named, the rest is counted. */
const NAMED = 5;

/** What nobody should cite this score without: it was not accepted, other values stand beside it, or something is wrong with its entry. */
export function warnings(score: CitedScore, say: Speak): readonly Written[] {
	return [...notAccepted(score, say), ...contested(score, say), ...refused(score, say), ...findings(score, say)];
}

function notAccepted({ badges }: CitedScore, say: Speak): readonly Written[] {
	return badges.filter(({ code }) => NOT_ACCEPTED.includes(code)).flatMap(({ code }) => say.code('cite_warning', code) ?? []);
}

/** The same claim with other values, which are named. */
export function contested({ conflicts }: CitedScore, say: Speak): readonly Written[] {
	return conflicts.map(({ conflict, others }) => {
		const named = others.slice(0, NAMED).map((value) => ({ written: say.format.foreign(value) }));
		const more = others.length > NAMED ? [say('cite_more', { count: others.length - NAMED })] : [];
		return say(conflict.notesDiffer ? 'cite_warning_contested_notes' : 'cite_warning_contested', { values: listed([...named, ...more]) });
	});
}

/** The host shows nothing of the file, in its own words. */
export function refused({ place, report }: CitedScore, say: Speak): readonly Written[] {
	const reason = place?.refused;
	return reason === undefined ? [] : [say('cite_warning_refused', { host: hostName(report.repository.origin), reason })];
}

function findings(score: CitedScore, say: Speak): readonly Written[] {
	const found = score.result.issues.filter(({ severity, code }) => severity !== 'info' && !TOLD_APART.has(code));
	const said = found.slice(0, NAMED).map((issue) => say.code('issue', issue.code, issue.params) ?? { written: issue.code });
	return found.length > NAMED ? [...said, say('cite_warning_more', { count: found.length - NAMED })] : said;
}
