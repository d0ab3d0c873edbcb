import { isAddress } from '../arguments/is-address.ts';
import type { Face } from '../face.ts';
import type { See } from '../see.ts';
import { readPage } from './page.ts';
import { readPath } from './path.ts';
import type { Target } from './target.ts';

/** What was named on the command line, one after the other: hosts are asked no faster than they would be for one. */
export async function readTargets(names: readonly string[], cache: boolean, face: Face, see: See): Promise<readonly Target[]> {
	const ports = face.ports(cache);
	const targets: Target[] = [];
	for (const name of names) targets.push(await (isAddress(name) ? readPage : readPath)(name, face, ports, see));
	return targets;
}
