/**
 * How signed bytes name what a result is about. `salted`: as a hash over a secret and the name, which nobody without the secret can
 * check or refute. `named`: openly, by name or digest.
 */
export type Naming = 'not-named' | 'salted' | 'named';

/** What a signature ties a result to. Where something is not `named`, the same signature fits on any other of its kind. */
export interface Binds {
	readonly model: Naming;
	readonly dataset: Naming;
	/** Neither format has a place for it. */
	readonly repository: 'not-named';
}
