import browser from 'webextension-polyfill';
import type { Problem } from '../../shared/hosts/evidence.ts';
import { request } from '../../shared/http/request.ts';
import { memoryStore } from '../../shared/store/memory-store.ts';
import { privatePorts } from '../background/ports.ts';
import { patternOf } from '../site-pattern.ts';

/** A key list may have four million characters; ms and bytes. */
const LIMITS = { firstByteMs: 10_000, totalMs: 20_000, maxBytes: 4 * 1024 * 1024 };
/** Longest address that is kept with a key. */
const LONGEST = 2048;

export type Fetched =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'refused' }
	| { readonly kind: 'not-text' }
	| { readonly kind: 'problem'; readonly problem: Problem };

/** The address that a text is, as far as one looks like it; `undefined` for keys. */
export function addressIn(text: string): string | undefined {
	const trimmed = text.trim();
	return /^[a-z][a-z0-9+.-]*:\/\/\S*$/i.test(trimmed) ? trimmed : undefined;
}

/** Where keys may be fetched: over https, with no name or password of anybody in it. */
export function keyAddress(text: string): URL | undefined {
	if (text.length > LONGEST || !URL.canParse(text)) return undefined;
	const url = new URL(text);
	url.hash = '';
	return url.protocol === 'https:' && url.username === '' && url.password === '' && !/[*%]/.test(url.hostname) ? url : undefined;
}

/**
 * What stands at an address, asked as nobody and kept nowhere. Call it from a press itself: the browser asks the user for that origin, and
 * what it was not allowed before it is not allowed afterwards.
 */
export async function fetchKeys(url: URL, signal: AbortSignal): Promise<Fetched> {
	const origins = [patternOf(url.origin)];
	// Both asked in the press, in this order: nothing may be awaited before the second.
	const before = browser.permissions.contains({ origins });
	const asked = browser.permissions.request({ origins }).catch(() => false);
	if (!(await asked)) return { kind: 'refused' };
	try {
		return await read(url, signal);
	} finally {
		if (!(await before)) await browser.permissions.remove({ origins }).catch(() => false);
	}
}

async function read({ href }: URL, signal: AbortSignal): Promise<Fetched> {
	// A store of its own: a press asks again, also for what was not there.
	const ports = { ...privatePorts(), store: memoryStore() };
	const answer = await request(ports, { url: href, method: 'GET', subject: 'file' }, LIMITS, signal);
	if (!answer.ok) return { kind: 'problem', problem: answer.problem };
	try {
		return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(answer.value.bytes) };
	} catch {
		return { kind: 'not-text' };
	}
}
