const SECOND = 1_000;
/** Where an answer says "too many" but not until when. */
const DEFAULT_PAUSE = 60 * SECOND;
/** No answer silences an origin for longer; after that it is asked once more. */
const LONGEST_PAUSE = 60 * 60 * SECOND;

type HeaderOf = (name: string) => string | undefined;

/**
 * Until when an answer asks us to stay away (ms since 1970), or `undefined` if it does not.
 * 429 always does; 403 where it carries `Retry-After` or says that nothing remains; 503 where it carries `Retry-After`.
 * Sources: RFC 9110 §10.2.3, RFC 6585 §4, draft-ietf-httpapi-ratelimit-headers, GitHub's and GitLab's `…RateLimit-Reset`.
 */
export function pauseUntil(status: number, header: HeaderOf, now: number): number | undefined {
	const after = retryAfter(header('retry-after'), now);
	const says =
		status === 429 || (status === 403 && (after !== undefined || remaining(header) === 0)) || (status === 503 && after !== undefined);
	if (!says) return undefined;
	const until = after ?? reset(header, now) ?? now + DEFAULT_PAUSE;
	return Math.min(Math.max(until, now + SECOND), now + LONGEST_PAUSE);
}

/**
 * Until when a good answer says that nothing remains (ms since 1970), or `undefined`: `RateLimit: "api";r=0;t=55`. The next request would
 * be refused, so it is not sent.
 */
export function exhaustedUntil(header: HeaderOf, now: number): number | undefined {
	const until = remaining(header) === 0 ? reset(header, now) : undefined;
	return until === undefined ? undefined : Math.min(until, now + LONGEST_PAUSE);
}

/** Whole seconds, or an HTTP date. */
function retryAfter(text: string | undefined, now: number): number | undefined {
	if (text === undefined) return undefined;
	if (/^\s*\d{1,10}\s*$/.test(text)) return now + Number(text) * SECOND;
	// Date.parse takes more than HTTP dates; a weekday in front is what keeps numbers and fragments out.
	const date = /^\s*[A-Za-z]{3,9}\s*,/.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(date) ? undefined : date;
}

function remaining(header: HeaderOf): number | undefined {
	return (
		numberIn(header('x-ratelimit-remaining')) ??
		numberIn(header('ratelimit-remaining')) ??
		parameter(header('ratelimit'), ['r', 'remaining'])
	);
}

function reset(header: HeaderOf, now: number): number | undefined {
	const number =
		numberIn(header('x-ratelimit-reset')) ?? numberIn(header('ratelimit-reset')) ?? parameter(header('ratelimit'), ['t', 'reset']);
	if (number === undefined) return undefined;
	// The drafts count seconds from now, GitHub and GitLab seconds since 1970: a billion tells them apart.
	return number > 1e9 ? number * SECOND : now + number * SECOND;
}

const numberIn = (text: string | undefined): number | undefined =>
	text !== undefined && /^\s*\d{1,12}\s*$/.test(text) ? Number(text) : undefined;

/** One parameter of `limit=100, remaining=0, reset=50` (earlier drafts) or `"default";r=0;t=50` (later ones). */
function parameter(text: string | undefined, names: readonly string[]): number | undefined {
	for (const part of text?.split(/[;,]/) ?? []) {
		const [name, value] = part.split('=');
		if (name !== undefined && names.includes(name.trim().toLowerCase())) return numberIn(value);
	}
	return undefined;
}
