/** What a host says of the signature of one commit: its word, which nothing here has checked. */
export interface CommitWord {
	/** It shows the commit as verified. */
	readonly verified: boolean;
	/** Why, as the host says it: `valid`, `unknown_key`, `gpg.error.no_gpg_keys_found`… */
	readonly reason?: string;
	/** The account that it takes for the signer's. */
	readonly account?: string;
	/** SSH keys that it lists for that account, each as a line. */
	readonly keys: readonly string[];
	/** What these keys are for, as far as the host says: `signing`, or `login` where it does not part them. */
	readonly keysFor: 'signing' | 'login';
}

/** Keys that are looked at. */
export const MOST_KEYS = 50;
/** Characters of the longest key: one of RSA with 16,384 bits has 2,800. */
export const LONGEST_KEY = 8_000;
