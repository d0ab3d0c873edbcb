import { chmod, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Face } from '../face.ts';
import { visible } from '../print/visible.ts';
import { faultOf } from './named-file.ts';

/** Writes a file that was named on the command line, and says that it did or why not. `mode` is for one that is new. */
export async function written(name: string, text: string, face: Face): Promise<ExitCode> {
	return told(name, face, () => writeFile(resolve(face.folder, name), text));
}

/** Puts other bytes into a file that is there: it holds the old or the new ones at every moment, also where the program is stopped. */
export async function replaced(name: string, bytes: Uint8Array, mode: number, face: Face): Promise<ExitCode> {
	return told(name, face, async () => {
		// Through a link it is the file that is changed, and the link stays one.
		const path = await realpath(resolve(face.folder, name));
		const draft = `${path}.${Buffer.from(face.random(6)).toString('hex')}`;
		try {
			await writeFile(draft, bytes, { mode: 0o600, flag: 'wx' });
			await chmod(draft, mode & 0o777);
			await rename(draft, path);
		} finally {
			await rm(draft, { force: true });
		}
	});
}

async function told(name: string, { words, err }: Face, write: () => Promise<void>): Promise<ExitCode> {
	try {
		await write();
	} catch (error) {
		err(`${words('cli_not_written', { name: visible(name), detail: faultOf(error) })}\n`);
		return EXIT.notChecked;
	}
	err(`${words('cli_written', { name: visible(name) })}\n`);
	return EXIT.clean;
}
