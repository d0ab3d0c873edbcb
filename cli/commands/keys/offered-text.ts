import type { ExitCode } from '../../exit-code.ts';
import type { Face } from '../../face.ts';
import { namedFile } from '../../files/named-file.ts';
import { tellNotRead } from '../../print/not-read.ts';
import { LARGEST_LIST } from './key-lists.ts';

/** What a file with keys holds, or standard input; or the exit code, and why has been said. */
export async function offeredText(name: string, face: Face): Promise<string | ExitCode> {
	if (name === '-') {
		const bytes = await face.input(LARGEST_LIST);
		return bytes ? new TextDecoder().decode(bytes) : tellNotRead({ kind: 'too-large', name, limit: LARGEST_LIST }, face);
	}
	const found = await namedFile(name, face.folder, LARGEST_LIST);
	return found.kind === 'file' ? new TextDecoder().decode(found.bytes) : tellNotRead(found, face);
}
