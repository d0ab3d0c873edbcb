import { removeKey } from '../../../shared/trust/keys/add-keys.ts';
import { bundledKeys } from '../../../shared/trust/keys/bundled.ts';
import { storedKeys } from '../../../shared/trust/keys/stored-keys.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import type { Face } from '../../face.ts';
import { visible, visibleJson } from '../../print/visible.ts';
import { kept } from './kept.ts';

/** Takes the key of that thumbprint out of the list. */
export async function removeOne(thumbprint: string, json: boolean, face: Face): Promise<ExitCode> {
	const { words, out, err } = face;
	const ring = await storedKeys(face.settings);
	const removed = ring.keys.filter((key) => key.thumbprint === thumbprint);
	if (removed.length === 0) {
		const isBundled = bundledKeys.some((key) => key.thumbprint === thumbprint);
		err(`${isBundled ? words('key_demo_more') : words('cli_keys_unknown', { thumbprint: visible(thumbprint) })}\n`);
		return EXIT.usage;
	}
	if (!(await kept(removed.reduce(removeKey, ring), face))) return EXIT.notChecked;
	if (json) out(visibleJson(`${JSON.stringify({ removed }, null, '\t')}\n`));
	else for (const { owner } of removed) out(`${visible(words('key_removed', { owner }))}\n`);
	return EXIT.clean;
}
