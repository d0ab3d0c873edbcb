import type { Judged } from './judge.ts';

/** Why an engine's WebCrypto says something else than `fits`, and which of the two takes the signature. */
const WHO = {
	/** Whoever likes can write signatures under such a key. These engines look at no key (w3c/webcrypto#423). */
	'small-order key': 'WebCrypto',
	/** A key written with a coordinate beyond p, or with a sign for zero: it is taken for the one that is meant. */
	'key not canonical': 'WebCrypto',
	/** RFC 8032 §5.1.7 lets a checker multiply by the cofactor, as `fits` does, or not, as these engines: then a part of small order matters. */
	'mixed-order key': 'fits',
	/** The same for R, which only who has the key can choose. */
	'mixed-order R': 'fits',
} as const;

type Why = keyof typeof WHO;

const each = (why: Why, ...names: readonly string[]): Record<string, Why> => Object.fromEntries(names.map((name) => [name, why]));
const all = (prefix: string, ...numbers: readonly number[]): string[] => numbers.map((number) => `${prefix} ${number}`);
const added = (to: string, ...numbers: readonly number[]): string[] => numbers.map((number) => `${to} with ${number} T`);

const mixed: Readonly<Record<string, Why>> = {
	...each('mixed-order key', ...all('speccheck', 4, 5), ...added('key', 1, 2, 3, 5, 6, 7)),
	...each('mixed-order R', ...added('R', 1, 2, 3, 4, 5, 6, 7)),
};

const small = each(
	'small-order key',
	...all('speccheck', 0, 1),
	...all('zip215', 0, 16, 19, 28, 43, 73, 75, 76),
	...all('small order', 0, 4, 5, 6),
);

const modulo = each('key not canonical', ...all('speccheck', 11), ...all('zip215', 112, 130, 168, 182), ...all('not canonical', 2, 3, 38));

/** By the name of the vector. Measured; `fits` is the judge whatever they say. */
export const DIFFERENCES: Readonly<Record<'openssl-3.0' | 'openssl-3.5' | 'chromium' | 'firefox', Readonly<Record<string, Why>>>> = {
	/** Node 20.20. */
	'openssl-3.0': { ...mixed, ...small, ...modulo },
	/** Node 24.21. It refuses R of small order, too, as in that one. */
	'openssl-3.5': { ...mixed, ...each('mixed-order key', 'speccheck 2') },
	/** Version 156, with BoringSSL. */
	chromium: { ...mixed, ...small, ...modulo },
	/** Version 153, with NSS. */
	firefox: { ...mixed, ...small },
};

/** Who takes each vector that the two do not agree on. */
export const differing = (judged: readonly Judged[]): Record<string, 'WebCrypto' | 'fits'> =>
	Object.fromEntries(judged.filter((one) => one.fits !== one.webCrypto).map((one) => [one.name, one.fits ? 'fits' : 'WebCrypto']));

/** What `differing` has to be for these vectors in that engine. */
export const known = (engine: keyof typeof DIFFERENCES, judged: readonly Judged[]): Record<string, 'WebCrypto' | 'fits'> =>
	Object.fromEntries(
		judged.flatMap(({ name }) => {
			const why = DIFFERENCES[engine][name];
			return why ? [[name, WHO[why]] as const] : [];
		}),
	);
