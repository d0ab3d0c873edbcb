import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyScope, ListedKey } from '../../../shared/trust/keys/key.ts';
import { workplace } from './face.ts';

export const ISSUER = 'https://evals.harbor.example';
export const REPOSITORY = 'https://huggingface.co/lumen-labs/kestrel-32b';

export const entry = (value: string, dataset = 'cais/hle', task = 'hle') =>
	`- dataset:\n    id: ${dataset}\n    task_id: ${task}\n  value: ${value}\n`;

/** A folder with a key in `key.json`, and what one does with it. */
export async function signersFolder(files: Readonly<Record<string, string | Uint8Array>>) {
	const place = workplace(files);
	const made = await place.evalmark('keygen', '-o', 'key.json', '--json');
	const { jwk, thumbprint }: Pick<ListedKey, 'jwk' | 'thumbprint'> = JSON.parse(made.out);
	const read = (name: string) => readFileSync(join(place.folder, name), 'utf8');
	return {
		...place,
		jwk,
		thumbprint,
		read,
		mode: (name: string) => statSync(join(place.folder, name)).mode & 0o777,
		secret: String(JSON.parse(read('key.json')).d),
		sign: (file: string, ...more: string[]) =>
			place.evalmark('sign', file, '--key', 'key.json', '--repository', REPOSITORY, '--issuer', ISSUER, ...more),
		/** A key list with the public key in it. */
		list(name: string, scopes: readonly KeyScope[], more: Partial<ListedKey> = {}) {
			const key: ListedKey = {
				jwk,
				thumbprint,
				owner: 'Harbor Eval Lab',
				purpose: 'results',
				issuer: ISSUER,
				scopes,
				status: 'active',
				source: { how: 'bundled' },
				...more,
			};
			place.write(name, JSON.stringify({ format: 'evalmark-keys', version: 1, keys: [key] }));
		},
	};
}
