import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { KEY_BYTES } from '../../shared/trust/crypto/ed25519.ts';
import { secretJwk, secretKey } from '../../shared/trust/signing/secret-key.ts';
import type { KeygenCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Face } from '../face.ts';
import { faultOf } from '../files/named-file.ts';
import { visible } from '../print/visible.ts';

/** Makes a new key, writes its secret part where only the user can read it, and prints the public one. */
export async function keygen({ output, json }: KeygenCommand, face: Face): Promise<ExitCode> {
	const { words, out, err } = face;
	const name = visible(output);
	const key = secretKey(face.random(KEY_BYTES));
	try {
		// A key that is overwritten is gone, and everything that it was to sign with it.
		await writeFile(resolve(face.folder, output), `${JSON.stringify(secretJwk(key))}\n`, { mode: 0o600, flag: 'wx' });
	} catch (error) {
		const detail = faultOf(error);
		err(`${detail === 'EEXIST' ? words('cli_keygen_exists', { name }) : words('cli_not_written', { name, detail })}\n`);
		return detail === 'EEXIST' ? EXIT.usage : EXIT.notChecked;
	}
	const { jwk, thumbprint } = key;
	if (json) out(`${JSON.stringify({ file: output, jwk, thumbprint }, null, '\t')}\n`);
	else out(`${JSON.stringify(jwk)}\n${words('signature_thumbprint')}: ${thumbprint}\n${words('cli_keygen_next', { name })}\n`);
	return EXIT.clean;
}
