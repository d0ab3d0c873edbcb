import type { Generator } from '../../shared/exports/bundle.ts';
import { checkouts, type LocalFile, localSteps, roleOf } from '../../shared/exports/local-files.ts';
import { mergeExports } from '../../shared/exports/merge-exports.ts';
import { readExport } from '../../shared/exports/read-export.ts';
import { verifyExport } from '../../shared/exports/verify-export.ts';
import { partsOf, writeExport } from '../../shared/exports/write-export.ts';
import type { CollectStep } from '../../shared/hosts/evidence.ts';
import { buildReport } from '../../shared/report/build-report.ts';
import { readKeyList } from '../../shared/trust/keys/read-key-list.ts';
import { browserDigest, canHash } from '../digest.ts';
import { failed, type SourceState } from './source.ts';

/** An export as it stands in a file, read and checked against itself. */
export async function readExportSource(input: Uint8Array | string): Promise<SourceState> {
	const keys = readKeys(input);
	if (keys) return keys;
	const read = readExport(input);
	if (!read.ok) return { type: 'failed', reason: { from: 'export', ...read.reason } };
	if (!canHash()) return failed('no-hashing');
	return { type: 'read', bundle: read.bundle, check: await verifyExport(read.bundle, browserDigest), local: false };
}

/** A key list is told by its format; a file that only claims to be one is refused as one. */
function readKeys(input: Uint8Array | string): SourceState | undefined {
	// Bytes of an export can be many: its format stands at its beginning.
	const start = typeof input === 'string' ? input.slice(0, 500) : new TextDecoder().decode(input.subarray(0, 500));
	if (!start.includes('"evalmark-keys"')) return undefined;
	const read = readKeyList(typeof input === 'string' ? input : new TextDecoder().decode(input));
	if (read.ok) return { type: 'keys', list: read.list, trusted: false };
	const { code, params } = read;
	return { type: 'failed', reason: { from: 'keys', code, params } };
}

/**
 * Result files and definitions from a disk, as an export made here, so that everything after this knows only exports.
 * `taken` says which repository names other sources have; a second folder of the same name is told apart by a number.
 */
export async function readLocalSource(
	name: string,
	files: readonly LocalFile[],
	taken: (repositoryName: string) => boolean,
	at: number,
	generator: Generator,
): Promise<SourceState> {
	if (!canHash()) return failed('no-hashing');
	const groups = checkouts(files);
	// Files that were picked one by one have no folder that says what they are: they are taken for result files.
	const loose = files.filter((file) => !roleOf(file.path) && /\.ya?ml$/i.test(file.path));
	const bundles = [];
	for (const group of loose.length > 0 && groups.length === 0 ? [{ name, files: loose }] : groups) {
		const steps = await localSteps(
			freeName(group.name || name, taken),
			group.files,
			at,
			browserDigest,
			(path) => roleOf(path) ?? 'results',
		);
		bundles.push(...exported(steps, at, generator));
	}
	const bundle = mergeExports(bundles);
	if (!bundle) return failed('no-files', { name });
	return { type: 'read', bundle, check: await verifyExport(bundle, browserDigest), local: true };
}

function exported(steps: readonly CollectStep[], exportedAt: number, generator: Generator) {
	const report = buildReport(steps.map((step, index) => ({ ...step, seq: index + 1 })));
	return report ? [writeExport({ report, ...partsOf(steps), exportedAt, generator })] : [];
}

function freeName(name: string, taken: (name: string) => boolean): string {
	let free = name;
	for (let count = 2; taken(free); count += 1) free = `${name} (${count})`;
	return free;
}
