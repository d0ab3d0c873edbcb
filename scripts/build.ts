/**
 * Builds everything: `dist/chrome`, `dist/firefox`, `dist/viewer`, `dist/viewer-single/evalmark.html`, `dist/cli/evalmark.js`.
 * `--only=chrome,firefox,viewer,viewer-single,cli` builds some of them, `--out=DIR` builds into another folder than `dist`.
 */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll, isTarget, targets } from './build/targets.ts';

const { values } = parseArgs({ options: { only: { type: 'string' }, out: { type: 'string' } } });
const root = resolve(import.meta.dirname, '..');
const wanted = values.only?.split(',') ?? targets;
const unknown = wanted.filter((name) => !isTarget(name));
if (unknown.length > 0) {
	console.error(`build: there is no ${unknown.join(', ')}; there are ${targets.join(', ')}`);
	process.exit(2);
}

execFileSync(process.execPath, ['--import', 'tsx', 'scripts/generate.ts'], { cwd: root, stdio: 'inherit' });
await buildAll(root, resolve(values.out ?? `${root}/dist`), wanted.filter(isTarget));
