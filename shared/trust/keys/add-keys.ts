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
 * known is not taken in but put beside them, as a change to decide on.
 */
export function addKeys(ring: Keyring, keys: readonly ListedKey[]): Keyring {
	return keys.reduce(addKey, ring);
}

function addKey({ keys, changes }: Keyring, key: ListedKey): Keyring {
	const before = keys.find((one) => isSame(one, key));
	if (before) return { keys: keys.map((one) => (one === before ? updated(one, key) : one)), changes };
	const known = keys.filter((one) => isRival(one, key));
	if (known.length === 0) return { keys: [...keys, key], changes };
	const { issuer = '', purpose } = key;
	const change = changes.find((one) => one.issuer === issuer && one.purpose === purpose);
	const offered = [...(change?.offered.filter((one) => !isSame(one, key)) ?? []), key];
	return { keys, changes: [...changes.filter((one) => one !== change), { issuer, purpose, known, offered }] };
}

const isSame = (a: ListedKey, b: ListedKey): boolean => a.thumbprint === b.thumbprint && a.purpose === b.purpose;

/** An issuer rotates its keys by retiring one: beside a retired or revoked one a new one is no surprise. */
const isRival = (one: ListedKey, key: ListedKey): boolean =>
	key.issuer !== undefined &&
	one.issuer === key.issuer &&
	one.purpose === key.purpose &&
	one.status === 'active' &&
	key.status === 'active';

const updated = (before: ListedKey, now: ListedKey): ListedKey =>
	before.status === 'revoked'
		? {
				...now,
				status: 'revoked',
				...(before.revokedAt !== undefined && { revokedAt: before.revokedAt }),
				...(before.reason !== undefined && { reason: before.reason }),
			}
		: now;

/** How a reader answers a change. */
export type Decision = 'keep' | 'use-new' | 'remove-both';

export function decide({ keys, changes }: Keyring, issuer: string, purpose: ListedKey['purpose'], decision: Decision): Keyring {
	const change = changes.find((one) => one.issuer === issuer && one.purpose === purpose);
	if (!change) return { keys, changes };
	const others = keys.filter((key) => !change.known.some((one) => isSame(one, key)));
	const kept = decision === 'keep' ? keys : decision === 'use-new' ? [...others, ...change.offered] : others;
	return { keys: kept, changes: changes.filter((one) => one !== change) };
}

export const removeKey = ({ keys, changes }: Keyring, key: ListedKey): Keyring => ({
	keys: keys.filter((one) => !isSame(one, key)),
	changes: changes.filter(({ known }) => !known.every((one) => isSame(one, key))),
});

/** The keys that count: all but those under an issuer whose change is not decided. */
export const counting = ({ keys, changes }: Keyring): readonly ListedKey[] =>
	keys.filter((key) => !changes.some(({ issuer, purpose }) => key.issuer === issuer && key.purpose === purpose));
