import { listRefusalText, obstacleText } from '../../../shared/messages/key-refusal-text.ts';
import { NO_KEYS } from '../../../shared/trust/keys/add-keys.ts';
import type { ListedKey } from '../../../shared/trust/keys/key.ts';
import { obstacle } from '../../../shared/trust/keys/obstacle.ts';
import { readKeyList } from '../../../shared/trust/keys/read-key-list.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import type { Face } from '../../face.ts';
import { namedFile } from '../../files/named-file.ts';
import { about } from '../../print/about.ts';
import { tellNotRead } from '../../print/not-read.ts';
import { imported } from './imported.ts';

/** Bytes of the largest file of keys that is read. */
export const LARGEST_LIST = 4 * 1024 * 1024;

/** The keys of lists that were named for this run; or, where one cannot be read, the exit code, and that has been said. */
export async function keyLists(names: readonly string[], face: Face): Promise<readonly ListedKey[] | ExitCode> {
	const { words, err } = face;
	const keys: ListedKey[] = [];
	for (const name of names) {
		const found = await namedFile(name, face.folder, LARGEST_LIST);
		if (found.kind !== 'file') return tellNotRead(found, face);
		const read = readKeyList(new TextDecoder().decode(found.bytes));
		if (!read.ok) {
			err(`${about(name, listRefusalText(words, read, name))}\n`);
			return EXIT.usage;
		}
		for (const key of read.list.keys) {
			const refused = obstacle(key, NO_KEYS);
			if (refused) err(`${about(name, `${key.owner}, ${key.thumbprint}: ${obstacleText(words, refused)}`)}\n`);
			else keys.push(imported(key, face.now()));
		}
	}
	return keys;
}
