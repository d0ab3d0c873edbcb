import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { migrated, schemaVersion, storeKinds } from '../shared/store/schema.ts';
import type { Entry, Store, StoreKind } from '../shared/store/store.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** `$XDG_CACHE_HOME/evalmark`, else `~/.cache/evalmark`: what can be fetched again. */
export const cacheFolder = (environment: Environment): string => folderAt(environment.XDG_CACHE_HOME, '.cache');

/** `$XDG_CONFIG_HOME/evalmark`, else `~/.config/evalmark`: what cannot, and outlives a cache that is cleared. */
export const settingsFolder = (environment: Environment): string => folderAt(environment.XDG_CONFIG_HOME, '.config');

/** XDG Base Directory Specification: a relative path counts as absent. */
const folderAt = (base: string | undefined, otherwise: string): string =>
	join(base?.startsWith('/') ? base : join(homedir(), otherwise), 'evalmark');

/** What one file holds. The key stands in it because a file's name is only its hash: keys can be longer than names may be. */
interface Kept {
	readonly version: number;
	readonly key: string;
	readonly entry: Entry;
}

/**
 * A store of files below `folder`, one per entry, readable by their owner only: what was fetched may come from a private repository.
 * A file that cannot be read, or that an interrupted write left, counts as absent.
 */
export function fileStore(folder: string): Store {
	const folderOf = (kind: StoreKind) => join(folder, kind);
	// As JSON: a lone surrogate has no UTF-8 of its own, and two keys must not share a file.
	const fileOf = (kind: StoreKind, key: string) => join(folderOf(kind), createHash('sha256').update(JSON.stringify(key)).digest('hex'));

	async function read(kind: StoreKind, file: string): Promise<{ key: string; entry: Entry } | undefined> {
		const kept = await readFile(file)
			.then(
				// Whatever another version left there is looked at field by field.
				(bytes) => deserialize(bytes) as Partial<Kept>,
			)
			.catch(() => undefined);
		if (typeof kept?.key !== 'string' || typeof kept.version !== 'number' || typeof kept.entry?.at !== 'number') return undefined;
		const entry = migrated(kept.version, kind, kept.key, kept.entry);
		return entry && { key: kept.key, entry };
	}

	return {
		async get<T>(kind: StoreKind, key: string) {
			const found = await read(kind, fileOf(kind, key));
			// The caller's type is a promise between those who put and those who get under one key.
			return found?.key === key ? (found.entry as Entry<T>) : undefined;
		},
		async put<T>(kind: StoreKind, key: string, entry: Entry<T>) {
			const file = fileOf(kind, key);
			const draft = `${file}.${randomBytes(6).toString('hex')}`;
			const kept: Kept = { version: schemaVersion, key, entry };
			try {
				await mkdir(dirname(file), { recursive: true, mode: 0o700 });
				await writeFile(draft, serialize(kept), { mode: 0o600 });
				await rename(draft, file);
			} catch {
				// No room or no right to write: all of this can be fetched again.
				await rm(draft, { force: true }).catch(() => {});
			}
		},
		async delete(kind, key) {
			await rm(fileOf(kind, key), { force: true }).catch(() => {});
		},
		async keys(kind, prefix = '') {
			const names = await readdir(folderOf(kind)).catch(() => []);
			const keys: string[] = [];
			for (const name of names.filter((candidate) => !candidate.includes('.'))) {
				const key = (await read(kind, join(folderOf(kind), name)))?.key;
				if (key?.startsWith(prefix)) keys.push(key);
			}
			return keys.sort((a, b) => (a < b ? -1 : 1));
		},
		async clear(kinds = storeKinds.filter((kind) => kind !== 'setting')) {
			for (const kind of kinds) await rm(folderOf(kind), { recursive: true, force: true }).catch(() => {});
		},
	};
}
