import type { KeysCommand } from '../../command.ts';
import type { ExitCode } from '../../exit-code.ts';
import type { Face } from '../../face.ts';
import { addOffered } from './add.ts';
import { decideChange } from './decide.ts';
import { exportKeys } from './export.ts';
import { listKeys } from './list.ts';
import { removeOne } from './remove.ts';

/** The user's own list of keys. */
export async function keys(command: KeysCommand, face: Face): Promise<ExitCode> {
	switch (command.act) {
		case 'list':
			return listKeys(command.json, face);
		case 'add':
			return addOffered(command, face);
		case 'remove':
			return removeOne(command.thumbprint, command.json, face);
		case 'decide':
			return decideChange(command.issuer, command.decision, command.json, face);
		case 'export':
			return exportKeys(command.output, face);
		default:
			return command satisfies never;
	}
}
