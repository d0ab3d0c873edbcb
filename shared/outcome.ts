import type { Problem } from './hosts/evidence.ts';

/** Expected failures are values: what could not be read, why, until when. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export const succeed = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const fail = (problem: Problem): Outcome<never> => ({ ok: false, problem });
