/**
 * Builds the tracked files twice, in two folders of different length, and compares every byte: whoever has the source can make what
 * the stores have. Prints the files that differ; exit code 1 then.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

function buildIn(folder: string): string {
	const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
	for (const file of tracked) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		cpSync(join(root, file), join(folder, file));
	}
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
	execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
	return join(folder, 'dist');
}

function filesOf(folder: string): ReadonlyMap<string, Buffer> {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	return new Map(
		files.map((entry) => {
			const path = join(entry.parentPath, entry.name);
			return [relative(folder, path), readFileSync(path)];
		}),
	);
}

const places = [mkdtempSync(join(tmpdir(), 'a-')), mkdtempSync(join(tmpdir(), 'another-and-longer-'))];
try {
	const [one = new Map(), other = new Map()] = places.map((place) => filesOf(buildIn(place)));
	const names = [...new Set([...one.keys(), ...other.keys()])].sort();
	const differing = names.filter((name) => !one.get(name)?.equals(other.get(name) ?? Buffer.alloc(0)));
	for (const name of differing) console.error(`differs: ${name}`);
	console.log(`${names.length} files built twice, ${differing.length} differ`);
	process.exitCode = differing.length === 0 && names.length > 0 ? 0 : 1;
} finally {
	for (const place of places) rmSync(place, { recursive: true, force: true });
}
