import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { type Checkout, checkouts, type LocalFile, localSteps, roleOf } from '../../shared/exports/local-files.ts';
import { madeAgain } from '../../shared/exports/made-again.ts';
import { mergeExports } from '../../shared/exports/merge-exports.ts';
import { LARGEST_EXPORT, readExport } from '../../shared/exports/read-export.ts';
import { reportOfExport } from '../../shared/exports/report-of-export.ts';
import { verifyExport } from '../../shared/exports/verify-export.ts';
import { partsOf, writeExport } from '../../shared/exports/write-export.ts';
import type { CollectStep } from '../../shared/hosts/evidence.ts';
import { LOCAL_ORIGIN } from '../../shared/hosts/repo-page.ts';
import type { Ports } from '../../shared/ports.ts';
import { buildReport } from '../../shared/report/build-report.ts';
import type { Face } from '../face.ts';
import { generator } from '../generator.ts';
import type { See } from '../see.ts';
import { readAtMost } from './bounded-read.ts';
import type { Target } from './target.ts';

/** Folders below an opened one that are looked into, and how deep. */
const SKIPPED = new Set(['.git', 'node_modules']);
const DEEPEST = 12;
/** A YAML file past that is not one that somebody wrote; in bytes. */
const LARGEST_FILE = 8 * 1024 * 1024;

/** Reads a result file, an `eval.yaml`, an export, or every result file below a folder. Links are not followed. */
export async function readPath(name: string, face: Face, ports: Ports, see: See): Promise<Target> {
	const path = resolve(face.folder, name);
	try {
		const found = await stat(path);
		if (found.isDirectory()) return await readFolder(name, path, face, ports, see);
		// A device or a pipe may go on for ever.
		if (!found.isFile()) return { kind: 'not-a-file', name };
		const limit = /\.ya?ml$/i.test(path) ? LARGEST_FILE : LARGEST_EXPORT;
		const bytes = found.size > limit ? undefined : await readAtMost(limit, path);
		if (!bytes) return { kind: 'too-large', name, limit };
		if (looksLikeJson(path, bytes)) return await readExportFile(name, bytes, ports, see);
		const inside = basename(dirname(path)) === '.eval_results';
		const file = inside ? `.eval_results/${basename(path)}` : basename(path);
		const root = inside ? dirname(dirname(path)) : dirname(path);
		return await readFiles(name, [{ name: '', files: [{ path: file, bytes }] }], root, face, ports, see);
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
		if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing', name };
		if (code === undefined) throw error;
		return { kind: 'unreadable', name, detail: code };
	}
}

/** By its name or, under any other name but a YAML file's, by its first character: YAML may begin with a brace as well. */
const looksLikeJson = (path: string, bytes: Uint8Array): boolean =>
	path.endsWith('.json') || (!/\.ya?ml$/i.test(path) && bytes.subarray(0, 64).find((byte) => byte > 0x20) === 0x7b);

async function readExportFile(name: string, bytes: Uint8Array, ports: Ports, see: See): Promise<Target> {
	const read = readExport(bytes);
	if (!read.ok) return { kind: 'refused', name, reason: read.reason };
	const { bundle } = read;
	const check = await verifyExport(bundle, ports.digest);
	// What is passed on is what the bytes say, as what is printed is; one that fits says so already.
	const kept = check.problems.length === 0 ? bundle : madeAgain(bundle);
	return { kind: 'read', name, bundle: kept, reports: reportOfExport(bundle).map(see), check };
}

async function readFolder(name: string, path: string, face: Face, ports: Ports, see: See): Promise<Target> {
	// A `.eval_results` folder that was named itself is read as part of the one above it.
	const inside = basename(path) === '.eval_results';
	const root = inside ? dirname(path) : path;
	const files: LocalFile[] = [];
	const large: LocalFile[] = [];
	for await (const file of filesBelow(path, inside ? '.eval_results/' : '', DEEPEST)) {
		if (!roleOf(file)) continue;
		const bytes = await readAtMost(LARGEST_FILE, join(root, file));
		if (bytes) files.push({ path: file, bytes });
		else large.push({ path: file, bytes: new Uint8Array() });
	}
	const unread = new Map(checkouts(large).map((group) => [group.name, group.files.map((file) => file.path)]));
	const groups = checkouts(files);
	const others = [...unread.keys()].filter((one) => !groups.some((group) => group.name === one)).map((one) => ({ name: one, files: [] }));
	const all = [...groups, ...others];
	return all.length === 0 ? { kind: 'empty', name } : readFiles(name, all, root, face, ports, see, unread);
}

async function* filesBelow(folder: string, prefix: string, depth: number): AsyncGenerator<string> {
	for (const entry of (await readdir(folder)).sort()) {
		const found = await lstat(join(folder, entry));
		if (found.isFile()) yield prefix + entry;
		else if (found.isDirectory() && depth > 0 && !SKIPPED.has(entry))
			yield* filesBelow(join(folder, entry), `${prefix}${entry}/`, depth - 1);
	}
}

/** `unread`: paths of files that are too large, by the name of the checkout that they stand in. */
async function readFiles(
	name: string,
	groups: readonly Checkout[],
	root: string,
	face: Face,
	ports: Ports,
	see: See,
	unread: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<Target> {
	const taken = new Set<string>();
	const folders = new Map<string, string>();
	const read = [];
	for (const group of groups) {
		const folder = join(root, group.name);
		const known = repositoryName(folder, taken);
		const single = group.files.length === 1;
		// A file that was named by itself is a result file, whatever it is called.
		const found = await localSteps(
			known,
			group.files,
			ports.now(),
			ports.digest,
			(path) => roleOf(path) ?? (single ? 'results' : undefined),
		);
		const steps = [...found.slice(0, -1), ...(unread.get(group.name) ?? []).map(tooLarge), ...found.slice(-1)];
		const built = buildReport(steps.map((step, index) => ({ ...step, seq: index + 1 })));
		if (!built) continue;
		const report = see(built);
		folders.set(report.repository.id, folder === face.folder ? '' : relativeTo(face.folder, folder));
		read.push({ report, bundle: writeExport({ report, ...partsOf(steps), exportedAt: ports.now(), generator: generator(face.version) }) });
	}
	const bundle = mergeExports(read.map((one) => one.bundle));
	return bundle ? { kind: 'read', name, bundle, reports: read.map((one) => one.report), folders } : { kind: 'empty', name };
}

const tooLarge = (path: string): CollectStep => ({
	type: 'problem',
	problem: { code: 'too-large', subject: 'file', params: { origin: LOCAL_ORIGIN, path, limit: LARGEST_FILE } },
});

const relativeTo = (from: string, folder: string): string => (folder.startsWith(`${from}${sep}`) ? folder.slice(from.length + 1) : folder);

/**
 * What a folder is called in reports and exports: its last two names, as `owner/model`, which says what it is without
 * telling where on this computer it lies; more of them where two folders would be called the same.
 */
function repositoryName(folder: string, taken: Set<string>): string {
	const names = folder.split(sep).filter((part) => part !== '');
	let count = 2;
	while (count < names.length && taken.has(names.slice(-count).join('/'))) count += 1;
	const known = names.slice(-count).join('/');
	taken.add(known);
	return known;
}
