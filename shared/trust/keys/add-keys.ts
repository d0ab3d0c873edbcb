import type { ListedKey } from './key.ts';

/** Another key under an issuer whose key is known: ordinary, or somebody else's. Nothing signed by either counts until the reader has decided. */
export interface KeyChange {
	readonly issuer: string;
	readonly purpose: ListedKey['purpose'];
	readonly known: readonly ListedKey[];
	readonly offered: readonly ListedKey[];
}

/** The keys that a reader has. */
export interface Keyring {
	readonly keys: readonly ListedKey[];
	readonly changes: readonly KeyChange[];
}

export const NO_KEYS: Keyring = { keys: [], changes: [] };

/**
 * The ring with these keys in it. What is revoked stays revoked whatever a later list says. A key under an issuer of which other keys are
 * known is not taken in but put beside them, as a change to decide on. Keys that come together are no surprise to each other: an issuer
 * may have several.
 */
export function addKeys(ring: Keyring, keys: readonly ListedKey[]): Keyring {
	const comes = (key: ListedKey): boolean => {
		const before = ring.keys.find((one) => isSame(one, key));
		// A key that is known of another issuer is a stranger at this one.
		return before === undefined || (before.issuer !== key.issuer && ring.keys.some((one) => !isSame(one, key) && isRival(one, key)));
	};
	const known = keys.filter((key) => !comes(key)).reduce(renewed, ring.keys);
	return keys.filter(comes).reduce((now, key) => addKey(now, key, known), { keys: known, changes: ring.changes });
}

function addKey({ keys, changes }: Keyring, key: ListedKey, before: readonly ListedKey[]): Keyring {
	const known = before.filter((one) => !isSame(one, key) && isRival(one, key));
	if (known.length === 0) return { keys: keys.some((one) => isSame(one, key)) ? renewed(keys, key) : [...keys, key], changes };
	const { issuer = '', purpose } = key;
	const change = changes.find((one) => one.issuer === issuer && one.purpose === purpose);
	const offered = [...(change?.offered.filter((one) => !isSame(one, key)) ?? []), key];
	return { keys, changes: [...changes.filter((one) => one !== change), { issuer, purpose, known, offered }] };
}

const renewed = (keys: readonly ListedKey[], key: ListedKey): readonly ListedKey[] =>
	keys.map((one) => (isSame(one, key) ? updated(one, key) : one));

export const isSame = (a: ListedKey, b: ListedKey): boolean => a.thumbprint === b.thumbprint && a.purpose === b.purpose;

/** An issuer rotates its keys by retiring one: beside a retired or revoked one a new one is no surprise. */
const isRival = (one: ListedKey, key: ListedKey): boolean =>
	key.issuer !== undefined &&
	one.issuer === key.issuer &&
	one.purpose === key.purpose &&
	one.status === 'active' &&
	key.status === 'active';

function updated(before: ListedKey, now: ListedKey): ListedKey {
	const tokens = new Set([...(before.revokedTokens ?? []), ...(now.revokedTokens ?? [])]);
	const key = tokens.size > 0 ? { ...now, revokedTokens: [...tokens] } : now;
	if (before.status !== 'revoked') return key;
	return {
		...key,
		status: 'revoked',
		...(before.revokedAt !== undefined && { revokedAt: before.revokedAt }),
		...(before.reason !== undefined && { reason: before.reason }),
	};
}

/** How a reader answers a change. */
export type Decision = 'keep' | 'use-new' | 'remove-both';

export function decide({ keys, changes }: Keyring, issuer: string, purpose: ListedKey['purpose'], decision: Decision): Keyring {
	const change = changes.find((one) => one.issuer === issuer && one.purpose === purpose);
	if (!change) return { keys, changes };
	const among = (list: readonly ListedKey[], key: ListedKey) => list.some((one) => isSame(one, key));
	const others = keys.filter((key) => !among(change.known, key));
	const kept =
		decision === 'keep'
			? keys
			: decision === 'use-new'
				? [...others.filter((key) => !among(change.offered, key)), ...change.offered]
				: others;
	return { keys: kept, changes: changes.filter((one) => one !== change) };
}

export const removeKey = ({ keys, changes }: Keyring, key: ListedKey): Keyring => ({
	keys: keys.filter((one) => !isSame(one, key)),
	changes: changes
		.map((change) => ({ ...change, known: change.known.filter((one) => !isSame(one, key)) }))
		.filter(({ known }) => known.length > 0),
});

/** The keys that count: all but those under an issuer whose change is not decided. */
export const counting = ({ keys, changes }: Keyring): readonly ListedKey[] =>
	keys.filter((key) => !changes.some(({ issuer, purpose }) => key.issuer === issuer && key.purpose === purpose));
