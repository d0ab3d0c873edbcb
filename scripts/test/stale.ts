import { statSync } from 'node:fs';
import { sources } from './sources.ts';

/** What each part of `dist` is recognised by, and when it was built last. */
const BUILT = [
	'dist/chrome/manifest.json',
	'dist/firefox/manifest.json',
	'dist/viewer/index.html',
	'dist/viewer-single/evalmark.html',
	'dist/cli/evalmark.js',
];
const READ_BY_THE_BUILD = [
	'shared',
	'extension',
	'viewer',
	'cli',
	'public',
	'schemas',
	'scripts',
	'manifest.json',
	'package.json',
	'vite.config.ts',
];

const changed = (file: string): number => {
	try {
		return statSync(file).mtimeMs;
	} catch {
		return 0;
	}
};

/** Whether `dist` is missing something or is older than a source. */
export function isStale(): boolean {
	const built = Math.min(...BUILT.map(changed));
	return built === 0 || sources(READ_BY_THE_BUILD).some((file) => changed(file) > built);
}
