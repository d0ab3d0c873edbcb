import { readModelIndex } from '../../../shared/results/model-index/read-model-index.ts';
import type { ExitCode } from '../../exit-code.ts';
import type { Face } from '../../face.ts';
import { namedFile } from '../../files/named-file.ts';
import { tellNotRead } from '../../print/not-read.ts';

/** Bytes of the largest README that is read. */
const LARGEST_CARD = 4 * 1024 * 1024;

/** Tokens in the front matter of these READMEs; or, where one cannot be read, the exit code, and that has been said. */
export async function tokensOfCards(names: readonly string[], face: Face): Promise<readonly string[] | ExitCode> {
	const tokens: string[] = [];
	for (const name of names) {
		const found = await namedFile(name, face.folder, LARGEST_CARD);
		if (found.kind !== 'file') return tellNotRead(found, face);
		tokens.push(...readModelIndex(found.bytes, name).results.flatMap(({ verifyToken }) => verifyToken ?? []));
	}
	return tokens;
}
