import type { KeyScope, ListedKey } from './key.ts';

/** What a claim is about, as far as scopes go. */
export interface Subject {
	/** Host name, with its port where it has one. */
	readonly host: string;
	readonly path: string;
	readonly dataset: string;
}

/** Whether a key may speak for this. A key without a scope speaks for nothing. */
export const covers = ({ scopes }: Pick<ListedKey, 'scopes'>, subject: Subject): boolean => scopes.some((scope) => inScope(scope, subject));

function inScope({ hosts, organisations, benchmarks }: KeyScope, { host, path, dataset }: Subject): boolean {
	const owner = path.split('/')[0] ?? '';
	return isHost(hosts, host) && has(organisations, owner) && has(benchmarks, dataset);
}

/** A host name that names no port is the same machine on any. */
const isHost = (list: readonly string[] | undefined, host: string): boolean => has(list, host) || has(list, host.replace(/:\d+$/, ''));

const has = (list: readonly string[] | undefined, name: string): boolean =>
	list === undefined || list.some((one) => lowered(one) === lowered(name));

/** ASCII letters alone: other letters have other small ones in other languages, and none that a host would take for the same name. */
export const lowered = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
