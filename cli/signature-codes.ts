import type { SignatureState } from '../shared/trust/signature/verdict.ts';
import { EXIT, type ExitCode } from './exit-code.ts';

/**
 * What `verify` makes of each state. A finding is what shows that something is wrong with a token; that there is none, or one that nobody
 * here can judge, is not. Of `changed-since` the signature is good and nobody is accused: the sentence says what was changed.
 */
export const SIGNATURE_CODES: Readonly<Record<SignatureState, ExitCode>> = {
	verified: EXIT.clean,
	'changed-since': EXIT.clean,
	'host-vouches': EXIT.clean,
	'unknown-key': EXIT.clean,
	'unsupported-format': EXIT.clean,
	unsigned: EXIT.clean,
	'signature-invalid': EXIT.findings,
	'claims-mismatch': EXIT.findings,
	revoked: EXIT.findings,
	malformed: EXIT.findings,
	expired: EXIT.findings,
	'not-yet-valid': EXIT.findings,
	'could-not-check': EXIT.notChecked,
};
