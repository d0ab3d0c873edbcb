/** OpenSSH itself, and git with it: what they sign is what we read, and what they say of it is the second opinion. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git, gitBytes } from '../../git/repositories.ts';

export const missing = spawnSync('ssh-keygen', ['-?']).error !== undefined;

/** A title that says why its tests did not run. */
export const titled = (title: string): string => (missing ? `${title} (NOT RUN: ssh-keygen, of openssh-client, is not installed)` : title);

export interface RealKey {
	readonly file: string;
	/** What stands in `*.pub`. */
	readonly line: string;
	/** As `ssh-keygen -l` prints it. */
	readonly fingerprint: string;
}

const keygen = (args: readonly string[], input?: Uint8Array | string): Buffer =>
	execFileSync('ssh-keygen', args, { stdio: ['pipe', 'pipe', 'pipe'], ...(input !== undefined && { input }) });

export function workshop() {
	const root = mkdtempSync(join(tmpdir(), 'evalmark-ssh-'));
	let files = 0;
	const file = (content: string): string => {
		const path = join(root, `file-${files++}`);
		writeFileSync(path, content);
		return path;
	};
	return {
		root,
		key(name: string, ...type: string[]): RealKey {
			const path = join(root, name);
			keygen(['-q', '-N', '', '-C', `${name}@example.org its key`, '-f', path, '-t', ...(type.length > 0 ? type : ['ed25519'])]);
			const fingerprint =
				keygen(['-l', '-f', `${path}.pub`])
					.toString()
					.split(' ')[1] ?? '';
			return { file: path, line: readFileSync(`${path}.pub`, 'utf8'), fingerprint };
		},
		sign: (key: RealKey, namespace: string, message: Uint8Array | string, ...options: string[]): string =>
			keygen(['-q', '-Y', 'sign', '-n', namespace, '-f', key.file, ...options], message).toString(),
		/** What `ssh-keygen` says, to whom only this key is known. */
		accepts(key: RealKey, namespace: string, armour: string, message: Uint8Array | string): boolean {
			const allowed = file(`ada@example.org ${key.line}`);
			const args = ['-Y', 'verify', '-f', allowed, '-I', 'ada@example.org', '-n', namespace, '-s', file(armour)];
			return spawnSync('ssh-keygen', args, { input: message }).status === 0;
		},
		repository(name: string, ...init: string[]): Repository {
			const folder = join(root, name);
			git(root, 'init', '-q', '-b', 'main', ...init, folder);
			git(folder, 'config', 'gpg.format', 'ssh');
			const oidOf = (bytes: Uint8Array) =>
				gitBytes(folder, ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'], bytes).toString().trim();
			return {
				git: (...args) => git(folder, ...args),
				signing: (key, ...args) => git(folder, '-c', `user.signingkey=${key.file}`, ...args),
				commit: (rev) => new Uint8Array(gitBytes(folder, ['cat-file', 'commit', rev])),
				accepts(key, bytes) {
					const allowed = `gpg.ssh.allowedSignersFile=${file(`ada@example.org ${key.line}`)}`;
					const { status } = spawnSync('git', ['-C', folder, '-c', allowed, 'verify-commit', oidOf(bytes)]);
					return status === 0;
				},
				payload(bytes) {
					const allowed = `gpg.ssh.allowedSignersFile=${file('')}`;
					return new Uint8Array(spawnSync('git', ['-C', folder, '-c', allowed, 'verify-commit', '-v', oidOf(bytes)]).stdout);
				},
			};
		},
		remove: () => rmSync(root, { recursive: true, force: true }),
	};
}

export interface Repository {
	git(...args: string[]): string;
	/** The same, with this key to sign with. */
	signing(key: RealKey, ...args: string[]): string;
	/** Its bytes, without the object's header. */
	commit(rev: string): Uint8Array;
	/** What `git verify-commit` says of these bytes, to whom only this key is known. */
	accepts(key: RealKey, bytes: Uint8Array): boolean;
	/** What git takes as signed. */
	payload(bytes: Uint8Array): Uint8Array;
}
