import type { ChangesSince } from './evidence.ts';

/** Paths that a sentence can hold. */
const NAMED = 5;

/** What says something about a model and is no part of it. */
const BESIDE =
	/^(?:\.eval_results|\.git(?:attributes|ignore|hub|lab)?|docs?|readme(?:\..*)?|changelog(?:\..*)?|licen[cs]e(?:\..*)?|notice|citation\.cff|.*\.(?:md|rst))$/i;

/** Which files of the model, folders as a whole, differ between two roots, by what stands under each name. */
export function differing(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): Pick<ChangesSince, 'paths' | 'more'> {
	const names = [...new Set([...before.keys(), ...now.keys()])].filter((name) => !BESIDE.test(name) && before.get(name) !== now.get(name));
	return { paths: names.slice(0, NAMED), more: Math.max(0, names.length - NAMED) };
}
