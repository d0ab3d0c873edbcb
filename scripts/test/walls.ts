import { execFileSync } from 'node:child_process';
import { sources } from './sources.ts';
import { bin } from './step.ts';

interface Cruise {
	readonly modules: readonly { readonly source: string }[];
	readonly summary: {
		readonly violations: readonly { readonly from: string; readonly to: string; readonly rule: { readonly name: string } }[];
	};
}

const HOUSE = ['shared', 'extension', 'viewer', 'cli', 'schemas'];

/**
 * Holds the tree against the rules of `.dependency-cruiser.cjs`.
 * The cruiser passes while it sees nothing (a wrong TypeScript is enough), so every source file has to be among the modules that it saw.
 * @throws Error that names each import through a wall, or each file that was not seen
 */
export function walls(): void {
	const files = sources(HOUSE).filter((file) => /\.(ts|tsx)$/.test(file) && !file.endsWith('.d.ts'));
	const roots = HOUSE.filter((root) => sources([root]).length > 0);
	const output = execFileSync(
		bin('depcruise'),
		['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...roots, 'scripts', 'test'],
		{
			maxBuffer: 1 << 28,
			encoding: 'utf8',
		},
	);
	// Our own tool's documented output (dependency-cruiser, cruise-result.schema.json).
	const cruise = JSON.parse(output) as Cruise;
	const seen = new Set(cruise.modules.map((module) => module.source));
	const unseen = files.filter((file) => !seen.has(file));
	if (unseen.length > 0) throw new Error(`the cruiser did not see ${unseen.length} of ${files.length} files:\n${unseen.join('\n')}`);
	if (files.length === 0) throw new Error('there are no files to hold against the walls');
	const broken = cruise.summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`);
	if (broken.length > 0) throw new Error(broken.join('\n'));
	console.log(`${files.length} files of the house, ${seen.size} modules seen, no wall broken`);
}
