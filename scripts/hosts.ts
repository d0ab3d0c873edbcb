/**
 * `npm run hosts`: reads the demo's model from each host as a page of it is read, and prints what can be told there and what it took.
 * `npm run hosts -- --docs` makes the table of `docs/hosts.md` anew and reads nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { hosts } from '../shared/hosts/registry.ts';
import { withTable } from './hosts/docs.ts';

const DOCS = new URL('../docs/hosts.md', import.meta.url);
const { values } = parseArgs({ options: { docs: { type: 'boolean', default: false } } });

if (values.docs) writeFileSync(DOCS, withTable(readFileSync(DOCS, 'utf8'), hosts));
else {
	// The servers of the tests, which a copy without them can do without.
	const { measuredTable } = await import('./hosts/measured.ts');
	for await (const line of measuredTable()) console.log(line);
}
