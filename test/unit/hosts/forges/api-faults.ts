import type { Fault } from '../../../hosts/faults.ts';

/** What an API gives instead of an answer, and what that is told as; `other` is JSON that is no answer of it. */
export const apiFaults = (other: string): readonly (readonly [string, Fault, string])[] => [
	['429', { kind: 'status', status: 429, headers: { 'retry-after': '600' } }, 'rate-limited'],
	[
		'403 with nothing left',
		{ kind: 'status', status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4102444800' } },
		'rate-limited',
	],
	['401', { kind: 'status', status: 401 }, 'sign-in-needed'],
	['403', { kind: 'status', status: 403 }, 'sign-in-needed'],
	['404', { kind: 'status', status: 404 }, 'not-found'],
	['500', { kind: 'status', status: 500 }, 'server-error'],
	['a web page', { kind: 'html' }, 'unexpected-answer'],
	['a cut connection', { kind: 'drop' }, 'offline'],
	['half an answer', { kind: 'truncate', bytes: 40 }, 'offline'],
	['another shape', { kind: 'status', status: 200, headers: { 'content-type': 'application/json' }, body: other }, 'unexpected-answer'],
];
