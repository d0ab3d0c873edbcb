import type { KeyList } from '../../../shared/trust/keys/key.ts';
import { storedKeys } from '../../../shared/trust/keys/stored-keys.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import type { Face } from '../../face.ts';
import { written } from '../../files/written.ts';
import { visibleJson } from '../../print/visible.ts';

/** The user's own keys as a list that others can take in. What came with the program is not the user's word. */
export async function exportKeys(output: string | undefined, face: Face): Promise<ExitCode> {
	const { keys } = await storedKeys(face.settings);
	const list: KeyList = { format: 'evalmark-keys', version: 1, keys };
	const text = visibleJson(`${JSON.stringify(list, null, '\t')}\n`);
	if (output !== undefined) return written(output, text, face);
	face.out(text);
	return EXIT.clean;
}
