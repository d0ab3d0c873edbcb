import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Every file below these files and folders, generated ones left out, with `/` between the parts. What is not there is left out. */
export function sources(roots: readonly string[]): string[] {
	return roots.flatMap((root) => {
		const found = statSync(root, { throwIfNoEntry: false });
		if (!found) return [];
		if (!found.isDirectory()) return [root];
		return readdirSync(root, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && !entry.name.includes('.generated.'))
			.map((entry) => path.posix.join(entry.parentPath.split(path.sep).join('/'), entry.name));
	});
}
