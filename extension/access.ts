import type { Credentials } from '../shared/http/fetch-port.ts';
import type { Store } from '../shared/store/store.ts';
import { patternsFor } from './patterns-for.ts';
import { patternOf } from './site-pattern.ts';

/** How private repositories of a site are read: as its pages are, by the cookies that the browser has, or with an access token. */
export type Access = { readonly by: 'cookies' } | { readonly by: 'token'; readonly token: string };

/**
 * Where it is kept: in the extension's own IndexedDB, which no content script can read. It is no part of the settings, so that it goes into
 * no file, and it travels in no message.
 */
const keyOf = (pattern: string): string => `access ${pattern}`;
/** Header values are visible ASCII; no token of any forge is longer. */
const TOKEN = /^[\x21-\x7e]{1,500}$/;

/** A token as it was typed or pasted, `undefined` for what is none. */
export function tokenOf(text: string): string | undefined {
	const token = text.trim();
	return TOKEN.test(token) ? token : undefined;
}

/** How private repositories of this site (its match pattern) are read; `undefined`: not at all. */
export async function storedAccess(store: Pick<Store, 'get'>, pattern: string): Promise<Access | undefined> {
	const value = (await store.get<{ readonly by?: unknown; readonly token?: unknown }>('setting', keyOf(pattern)))?.value;
	if (value?.by === 'cookies') return { by: 'cookies' };
	const token = value?.by === 'token' && typeof value.token === 'string' ? tokenOf(value.token) : undefined;
	return token === undefined ? undefined : { by: 'token', token };
}

export async function storeAccess(
	store: Pick<Store, 'put' | 'delete'>,
	pattern: string,
	access: Access | undefined,
	now: number,
): Promise<void> {
	if (access) await store.put('setting', keyOf(pattern), { value: access, at: now });
	else await store.delete('setting', keyOf(pattern));
}

/** What is sent along with a request to an origin. Of a site that keeps its API elsewhere, the same goes there. */
export async function credentialsFor(store: Pick<Store, 'get' | 'keys'>, url: string): Promise<Credentials | undefined> {
	const wanted = patternOf(url);
	const patterns = (await store.keys('setting', keyOf(''))).map((key) => key.slice(keyOf('').length));
	const pattern = patterns.find((one) => one === wanted) ?? patterns.find((one) => needs(one).includes(wanted));
	const access = pattern === undefined ? undefined : await storedAccess(store, pattern);
	// Cookies belong to the site whose pages they are for.
	if (access?.by === 'cookies') return pattern === wanted ? { credentials: 'include' } : undefined;
	return access && { credentials: 'omit', authorization: authorization(access.token, new URL(url)) };
}

const needs = (pattern: string): readonly string[] => patternsFor(pattern.replace(/\/\*$/, '')).slice(1);

/** Git over HTTP takes a token as a password, whatever the name (GitHub, GitLab and Gitea alike); Bitbucket Cloud wants one of its own. Their APIs take it as it is. */
function authorization(token: string, { origin, pathname }: URL): string {
	const name = origin === 'https://bitbucket.org' ? 'x-token-auth' : 'x-access-token';
	return /\/(?:info\/refs|git-upload-pack)$/.test(pathname) ? `Basic ${btoa(`${name}:${token}`)}` : `Bearer ${token}`;
}
