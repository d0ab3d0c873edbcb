/** Looking into JSON that came from outside: nothing about its shape is taken for granted. */
export type Fields = Readonly<Record<string, unknown>>;

// A record of unknowns is what every object that is no array is.
export const fieldsOf = (value: unknown): Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A text that is not empty, cut to a length that can be kept and shown. */
export const textOf = (value: unknown, longest = 2_000): string | undefined =>
	typeof value === 'string' && value !== '' ? value.slice(0, longest) : undefined;

export const countOf = (value: unknown): number | undefined =>
	typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
