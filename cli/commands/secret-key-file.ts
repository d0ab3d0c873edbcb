import { readSecretKey, type SecretKey } from '../../shared/trust/signing/secret-key.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Face } from '../face.ts';
import { namedFile } from '../files/named-file.ts';
import { tellNotRead } from '../print/not-read.ts';
import { visible } from '../print/visible.ts';

/** A key is some 200 bytes. */
const LARGEST = 16 * 1024;

/** The key that a file holds; or, where it holds none, the exit code, and that has been said. Nothing of the file is ever repeated. */
export async function secretKeyFile(name: string, face: Face): Promise<SecretKey | ExitCode> {
	const { words, err, folder } = face;
	const found = await namedFile(name, folder, LARGEST);
	if (found.kind !== 'file') return tellNotRead(found, face);
	const read = readSecretKey(new TextDecoder().decode(found.bytes));
	if (!read.ok) {
		err(`${visible(name)}: ${words.code('secret_key_refused', read.fault)}\n`);
		return EXIT.usage;
	}
	// Windows has no such bits: there it would be said of every file.
	if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) err(`${words('cli_key_open', { name: visible(name) })}\n`);
	return read.key;
}
