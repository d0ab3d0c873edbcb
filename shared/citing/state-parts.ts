import type { Badge, BadgeCode } from '../trust/badge.ts';
import type { CitedScore } from './cited-score.ts';
import { onDisk } from './permalink.ts';
import type { Speak, SpokenParams, Written } from './speak.ts';

/** Who stands for a score, in the order of the badges; where it leads is told elsewhere. */
const STATES: ReadonlySet<BadgeCode> = new Set<BadgeCode>([
	'community',
	'proposed',
	'withdrawn',
	'on-main',
	'self-reported',
	'token-not-checked',
	'host-vouches',
	'copied',
]);
/** Where the score stands; without one of these it cannot be told. */
const PLACES: ReadonlySet<BadgeCode> = new Set<BadgeCode>(['community', 'proposed', 'withdrawn', 'on-main']);

/** The state of a score in words, one part per thing that can be said. */
export function stateParts(score: CitedScore, say: Speak): readonly Written[] {
	const { badges } = score;
	const parts = badges.filter(({ code }) => STATES.has(code)).flatMap((badge) => statePart(badge, say) ?? []);
	if (badges.some(({ code }) => PLACES.has(code))) return parts;
	return [say(onDisk(score) ? 'cite_state_on_disk' : 'cite_state_cannot_tell'), ...parts];
}

function statePart({ code, params }: Badge, say: Speak): Written | undefined {
	const named: SpokenParams = params.number === undefined ? params : { ...params, number: { written: pullNumber(params.number) } };
	const variants = [params.state === 'draft' ? 'draft' : code, ...(params.author === undefined ? ['nobody'] : [])];
	return say.code('cite_state', variants.join('_'), named) ?? say.code('cite_state', code, named);
}

/** A name and no amount, so without separators; digits are nothing in any format. */
const pullNumber = (number: string | number): string => String(number).replace(/\D/g, '').slice(0, 12);
