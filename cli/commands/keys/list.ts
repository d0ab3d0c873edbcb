import { bundledKeys } from '../../../shared/trust/keys/bundled.ts';
import { storedKeys } from '../../../shared/trust/keys/stored-keys.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import type { Face } from '../../face.ts';
import { paint } from '../../print/paint.ts';
import { printChanges } from '../../print/print-changes.ts';
import { printKey } from '../../print/print-key.ts';
import { visibleJson } from '../../print/visible.ts';

/** Every key that signatures are checked with, and what is to be decided. */
export async function listKeys(json: boolean, face: Face): Promise<ExitCode> {
	const { words, out } = face;
	const { keys, changes } = await storedKeys(face.settings);
	if (json) out(visibleJson(`${JSON.stringify({ keys, changes, bundled: bundledKeys }, null, '\t')}\n`));
	else {
		const style = paint(face.colour);
		const stops = printChanges(
			changes.map((change) => ({ ...change, isKept: true })),
			words,
			style,
		);
		const blocks = [
			...(stops.length > 0 ? [stops] : []),
			...(keys.length === 0 ? [[words('cli_keys_none')]] : []),
			...[...keys, ...bundledKeys].map((key) => printKey(key, words, style)),
		];
		out(`${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`);
	}
	return changes.length > 0 ? EXIT.findings : EXIT.clean;
}
