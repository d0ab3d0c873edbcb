/**
 * What checking the signature of one result gave. Words: `badge_<state>`, `badge_<state>_sentence`, `badge_<state>_not`; reasons
 * `reason_<code>`; claims `claim_<name>`, hyphens as underscores.
 */
export type SignatureState =
	/** A strict check, here, by a key whose scope covers the claim, and every claim is the one that is shown. The only one that may look green. */
	| 'verified'
	/** The same, but the model or the benchmark was changed since. */
	| 'changed-since'
	/** Does not fit these bytes under the key that it names. */
	| 'signature-invalid'
	/** Made for other claims than those shown. Needs no key to be found out. */
	| 'claims-mismatch'
	/** No key of the list fits, or none that may speak for this. */
	| 'unknown-key'
	/** No token, and the host marks it as verified. */
	| 'host-vouches'
	| 'expired'
	| 'not-yet-valid'
	/** By a key or a token that its owner has revoked. */
	| 'revoked'
	| 'malformed'
	/** A kind of token, or an algorithm, that cannot be checked here. */
	| 'unsupported-format'
	| 'unsigned'
	/** Something that the check needs is not known here. */
	| 'could-not-check';

/** Version of these rules. Raised with every change that can flip a verdict, so that a flip reads "rules changed" and never "tampered". */
export const RULES = 1;

export type SchemeId = 'model-index' | 'eval-result' | 'pb1' | 'dsse';

/** Why, as data. Words: `reason_<code>`, hyphens as underscores. */
export interface Reason {
	readonly code: string;
	readonly params: Readonly<Record<string, string | number>>;
}

/** One claim, as signed and as shown. */
export interface ClaimRow {
	readonly claim: ClaimName;
	readonly signed?: string;
	readonly shown?: string;
	/**
	 * `covered`: the token holds a hash of it and not the text; `not-shown`: nothing here says it; `not-signed`: shown, and the signature
	 * does not speak of it; `agrees`: the value is on the side of the threshold that was signed.
	 */
	readonly verdict: 'equal' | 'agrees' | 'differs' | 'covered' | 'not-shown' | 'not-signed';
}

export type ClaimName =
	| 'host'
	| 'repository'
	| 'repository-id'
	| 'commit'
	| 'dataset'
	| 'task'
	| 'revision'
	| 'metric'
	| 'value'
	| 'harness'
	| 'config-digest'
	| 'log-digest'
	| 'methodology-digest'
	| 'issuer';

/** The key that a verdict rests on, as the reader's list has it. */
export interface VerdictKey {
	/** RFC 7638, SHA-256, base64url. */
	readonly thumbprint: string;
	readonly owner: string;
	/** Where the list has it from. */
	readonly source: string;
	readonly sourceUrl?: string;
	/** What it may speak for. */
	readonly scopes: readonly string[];
	/** ISO 8601: when the list got it. */
	readonly since?: string;
}

export interface Verdict {
	readonly state: SignatureState;
	readonly rules: typeof RULES;
	readonly scheme?: SchemeId;
	/** The one that decided first; weaker grades after it. */
	readonly reasons: readonly Reason[];
	readonly claims: readonly ClaimRow[];
	/** Absent where no key of the list was used. */
	readonly key?: VerdictKey;
	/** Key that the token names, as text, where the list has none of that name. */
	readonly named?: string;
	/** ms since 1970, as the token says. */
	readonly signedAt?: number;
}

/** A verdict by today's rules. */
export const verdict = (state: SignatureState, reasons: readonly Reason[], facts: Partial<Verdict> = {}): Verdict => ({
	state,
	rules: RULES,
	reasons,
	claims: [],
	...facts,
});
