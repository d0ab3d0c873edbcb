import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What stands at a path after a commit; `null` removes it. */
export type FileContent =
	| string
	| Uint8Array
	| { readonly symlink: string }
	| { readonly submodule: string }
	| { readonly tree: RawTree }
	| null;
export type Files = Readonly<Record<string, FileContent>>;

/** A tree with names that `git fast-import` might refuse (`..`, `.git`), written as bytes. */
export type RawTree = readonly { readonly mode: '100644' | '40000' | '120000'; readonly name: string; readonly content: string }[];

/** Number of a commit in the order in which it was made, from 1. */
export type Mark = number;

export interface CommitOptions {
	readonly author?: string;
	/** Parent, where it is not the branch's last commit. */
	readonly from?: Mark;
	/** Second parent. Its files are not taken over: name them in `files`. */
	readonly merge?: Mark;
}

const START = Date.parse('2026-01-05T09:00:00Z') / 1000;
const HOUR = 3600;

/** Commits in memory that become one bare repository by one `git fast-import`: same calls, same oids, on every machine. */
export class History {
	readonly #stream: Buffer[] = [];
	readonly #trees: RawTree[] = [];
	readonly #heads = new Map<string, Mark>();
	#last: Mark = 0;

	/** Adds a commit to `ref` (full name) and answers its mark. */
	commit(ref: string, message: string, files: Files, { author = 'Mara Lindqvist', from, merge }: CommitOptions = {}): Mark {
		const mark = ++this.#last;
		const parent = from ?? this.#heads.get(ref);
		const mail = `${author.toLowerCase().replace(/[^a-z0-9]+/g, '.')}@hub.example`;
		const who = `${author.replace(/[<>\n]/g, '')} <${mail}> ${START + mark * HOUR} +0000`;
		this.#say(`commit ${ref}\nmark :${mark}\nauthor ${who}\ncommitter ${who}\n`);
		this.#data(Buffer.from(message));
		if (parent !== undefined) this.#say(`from :${parent}\n`);
		if (merge !== undefined) this.#say(`merge :${merge}\n`);
		for (const [name, content] of Object.entries(files)) this.#file(name, content);
		this.#heads.set(ref, mark);
		return mark;
	}

	/** Lets `ref` point at a commit that stands already. */
	point(ref: string, mark: Mark): void {
		this.#say(`reset ${ref}\nfrom :${mark}\n\n`);
		this.#heads.set(ref, mark);
	}

	head(ref: string): Mark {
		const mark = this.#heads.get(ref);
		if (mark === undefined) throw new Error(`no commit on ${ref} yet`);
		return mark;
	}

	/** Makes the bare repository and answers the oid of every mark. */
	write(directory: string): ReadonlyMap<Mark, string> {
		mkdirSync(directory, { recursive: true });
		git(directory, ['init', '--quiet', '--bare', '--initial-branch=main', '--template=', '.']);
		const trees = this.#trees.map((tree) => rawTree(directory, tree));
		const stream = Buffer.concat(this.#stream)
			.toString('latin1')
			.replace(/@tree(\d+)@/g, (_, n: string) => trees[Number(n)] ?? '');
		const marks = path.join(directory, 'marks');
		git(directory, ['-c', 'fastimport.unpackLimit=0', 'fast-import', '--quiet', `--export-marks=${marks}`], Buffer.from(stream, 'latin1'));
		git(directory, ['config', 'uploadpack.allowFilter', 'true']);
		const lines = readFileSync(marks, 'utf8').trim().split('\n').filter(Boolean);
		return new Map(lines.map((line) => [Number(line.slice(1, line.indexOf(' '))), line.slice(line.indexOf(' ') + 1)]));
	}

	#file(name: string, content: FileContent): void {
		const at = quoted(name);
		if (content === null) this.#say(`D ${at}\n`);
		else if (typeof content === 'string' || content instanceof Uint8Array) this.#inline('100644', at, Buffer.from(content));
		else if ('symlink' in content) this.#inline('120000', at, Buffer.from(content.symlink));
		else if ('submodule' in content) this.#say(`M 160000 ${content.submodule} ${at}\n`);
		else this.#say(`M 040000 @tree${this.#trees.push(content.tree) - 1}@ ${at}\n`);
	}

	#inline(mode: string, at: string, bytes: Buffer): void {
		this.#say(`M ${mode} inline ${at}\n`);
		this.#data(bytes);
	}

	#say(text: string): void {
		this.#stream.push(Buffer.from(text));
	}

	#data(bytes: Buffer): void {
		this.#stream.push(Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n'));
	}
}

/** The C-style quoting of git: every byte that is not plain printable ASCII in octal. */
const quoted = (name: string): string => {
	const bytes = [...Buffer.from(name)];
	const plain = (byte: number) => byte > 0x1f && byte < 0x7f && byte !== 0x22 && byte !== 0x5c;
	return `"${bytes.map((byte) => (plain(byte) ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`)).join('')}"`;
};

function rawTree(directory: string, tree: RawTree): string {
	const parts = tree.map(({ mode, name, content }) => {
		const oid = git(directory, ['hash-object', '-w', '-t', mode === '40000' ? 'tree' : 'blob', '--stdin'], Buffer.from(content));
		return Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(oid.trim(), 'hex')]);
	});
	return git(directory, ['hash-object', '-w', '-t', 'tree', '--literally', '--stdin'], Buffer.concat(parts)).trim();
}

/** Runs git with nothing of the user's configuration. Throws with its words when it fails. */
export function git(directory: string, args: readonly string[], input?: Uint8Array): string {
	const env = { PATH: process.env.PATH, HOME: directory, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', LC_ALL: 'C' };
	const run = spawnSync('git', args, { cwd: directory, env, maxBuffer: 1 << 28, ...(input ? { input } : {}) });
	if (run.status !== 0) throw new Error(`git ${args[0]}: ${run.error?.message ?? run.stderr.toString()}`);
	return run.stdout.toString();
}
