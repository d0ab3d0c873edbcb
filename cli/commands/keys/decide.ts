import { type Decision, decide } from '../../../shared/trust/keys/add-keys.ts';
import { storedKeys } from '../../../shared/trust/keys/stored-keys.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import type { Face } from '../../face.ts';
import { visible, visibleJson } from '../../print/visible.ts';
import { kept } from './kept.ts';

/** Ends what a changed key stopped: the known keys of an issuer count again, the new ones do, or none. */
export async function decideChange(issuer: string, decision: Decision, json: boolean, face: Face): Promise<ExitCode> {
	const { words, out, err } = face;
	const ring = await storedKeys(face.settings);
	const changes = ring.changes.filter((change) => change.issuer === issuer);
	if (changes.length === 0) {
		err(`${words('cli_keys_no_change', { issuer: visible(issuer) })}\n`);
		return EXIT.usage;
	}
	const decided = changes.reduce((now, { purpose }) => decide(now, issuer, purpose, decision), ring);
	if (!(await kept(decided, face))) return EXIT.notChecked;
	if (json) out(visibleJson(`${JSON.stringify({ issuer, decision, changes }, null, '\t')}\n`));
	else out(`${words.code('key_change_decided', decision)}\n`);
	return EXIT.clean;
}
