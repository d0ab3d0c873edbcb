/** Where a forge publishes somebody's SSH keys, and what these are for. Words: `key_forge_<meaning>`. */
export interface ForgeKeys {
	readonly url: URL;
	/** `signing`: those that commits are to be signed with; `login`: those that open the door, of which the host does not say what else they are for. */
	readonly meaning: 'signing' | 'login';
}

const ACCOUNT = /^\/([A-Za-z0-9][\w.-]{0,99}?)(\.keys)?\/?$/;

/**
 * The address of somebody's keys, of the page of their account or of the list that forges put beside it. GitHub keeps keys for signing apart
 * from those of `/<account>.keys` (REST API, "List SSH signing keys for a user"); other forges publish one list of both.
 */
export function forgeKeys(url: URL): ForgeKeys | undefined {
	const [, account, list] = ACCOUNT.exec(url.pathname) ?? [];
	if (account === undefined) return undefined;
	if (url.host === 'github.com') return { url: new URL(`https://api.github.com/users/${account}/ssh_signing_keys`), meaning: 'signing' };
	return list === undefined ? undefined : { url, meaning: 'login' };
}
