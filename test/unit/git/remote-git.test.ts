import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCommit } from '../../../shared/git/commit.ts';
import { fetchObjects } from '../../../shared/git/fetch-objects.ts';
import { fetchUntil } from '../../../shared/git/fetch-until.ts';
import { filesBelow } from '../../../shared/git/files-below.ts';
import type { GitObject } from '../../../shared/git/object.ts';
import type { Oid } from '../../../shared/git/oid.ts';
import { readObjects } from '../../../shared/git/read-objects.ts';
import { listRefs } from '../../../shared/git/refs.ts';
import { openRemote } from '../../../shared/git/remote.ts';
import { parseTree } from '../../../shared/git/tree.ts';
import type { Outcome } from '../../../shared/outcome.ts';
import type { Ports } from '../../../shared/ports.ts';
import { type GitServer, serveGit } from '../../hosts/git-http.ts';
import { commit, git, gitBytes, realPorts, repositories } from './repositories.ts';

const all = repositories();
const never = new AbortController().signal;
let server: GitServer;

beforeAll(async () => {
	server = await serveGit(all.root);
});
afterAll(async () => {
	await server.close();
	all.remove();
});

function value<T>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
	return outcome.value;
}

describe.each(['sha1', 'sha256'] as const)('a %s repository over HTTP', (format) => {
	const name = `${format}.git`;
	let main: string;
	let pull: string;

	beforeAll(() => {
		const bare = all.bare(name, `--object-format=${format}`);
		const files = { 'README.md': 'hello\n', '.eval_results/a.yaml': '- value: 1\n', 'deep/er/file.txt': 'x\n' };
		const first = commit(bare, 'refs/heads/main', files);
		main = commit(bare, 'refs/heads/main', { ...files, 'README.md': 'hello again\n' }, first);
		pull = commit(bare, 'refs/pull/7/head', { ...files, '.eval_results/b.yaml': '- value: 2\n' }, first);
		git(bare, 'tag', '-a', '-m', 'one', 'v1', first);
	});

	test('names its default branch, its pull requests and what a tag was put on', async () => {
		const ports = realPorts();
		const remote = value(await openRemote(`${server.origin}/${name}`, ports, never));
		expect(remote).toMatchObject({ format, filter: true, shallow: true });
		const { refs } = value(await listRefs(remote, ['HEAD', 'refs/heads/', 'refs/pull/', 'refs/tags/'], ports, never));
		expect(refs.find((ref) => ref.name === 'HEAD')).toEqual({ name: 'HEAD', oid: main, symrefTarget: 'refs/heads/main' });
		expect(refs.find((ref) => ref.name === 'refs/pull/7/head')?.oid).toBe(pull);
		const tag = refs.find((ref) => ref.name === 'refs/tags/v1');
		expect(tag?.peeled).toBe(git(`${all.root}/${name}`, 'rev-parse', 'v1^{commit}'));
		expect(tag?.oid).toBe(git(`${all.root}/${name}`, 'rev-parse', 'v1'));
	});

	test('gives commits alone, then trees alone, then what is below a tree', async () => {
		const ports = realPorts();
		const remote = value(await openRemote(`${server.origin}/${name}`, ports, never));
		const wants = [main, pull] as Oid[];
		const commits = value(await fetchObjects(remote, { wants, filter: 'tree:0', deepen: 1 }, ports, never));
		expect([...commits.objects.keys()].sort()).toEqual([main, pull].sort());
		expect([...commits.shallow].sort()).toEqual([main, pull].sort());
		const read = parseCommit(commits.objects.get(main as Oid)!.bytes)!;
		expect(read).toMatchObject({ title: 'Change refs/heads/main', author: { name: 'Ada Tester', time: 1_750_000_000_000 } });
		const roots = value(await readObjects(remote, [read.tree], 'alone', ports, never));
		expect([...roots.keys()]).toEqual([read.tree]);
		expect(filesBelow(read.tree, roots).missing).toHaveLength(2);
		const whole = value(await readObjects(remote, [read.tree], 'below', ports, never));
		const { files, missing, cut } = filesBelow(read.tree, whole);
		expect({ paths: files.map((file) => file.path), missing, cut }).toEqual({
			paths: ['.eval_results/a.yaml', 'README.md', 'deep/er/file.txt'],
			missing: [],
			cut: false,
		});
		const blob = whole.get(files[0]!.blob)!;
		expect(new TextDecoder().decode(blob.bytes)).toBe('- value: 1\n');
	});

	test('is not asked twice for what cannot change', async () => {
		const ports = realPorts();
		const remote = value(await openRemote(`${server.origin}/${name}`, ports, never));
		const tree = git(`${all.root}/${name}`, 'rev-parse', 'main^{tree}') as Oid;
		value(await readObjects(remote, [tree], 'below', ports, never));
		await listRefs(remote, ['HEAD'], ports, never);
		const before = server.requests.length;
		value(await readObjects(remote, [tree], 'below', ports, never));
		value(await openRemote(`${server.origin}/${name}`, ports, never));
		await listRefs(remote, ['HEAD'], ports, never);
		expect(server.requests.length).toBe(before);
	});
});

describe('history', () => {
	let bare: string;
	const commits: Record<string, string> = {};

	beforeAll(() => {
		bare = all.bare('history.git');
		commits.first = commit(bare, 'refs/heads/main', { a: '1' });
		commits.second = commit(bare, 'refs/heads/main', { a: '2' }, commits.first);
		commits.main = commit(bare, 'refs/heads/main', { a: '3' }, commits.second);
		commits.start = commit(bare, 'refs/pull/1/head', { a: '1', b: '1' }, commits.first);
		commits.pull = commit(bare, 'refs/pull/1/head', { a: '1', b: '2' }, commits.start);
	});

	const fetched = async (wants: readonly (string | undefined)[], more: object) => {
		const ports = realPorts();
		const remote = value(await openRemote(`${server.origin}/history.git`, ports, never));
		return fetchObjects(remote, { wants: wants as Oid[], filter: 'tree:0', ...more }, ports, never);
	};
	const named = (oids: Iterable<string>) => [...oids].map((oid) => Object.entries(commits).find(([, at]) => at === oid)?.[0] ?? oid).sort();

	test('is cut after as many commits as were asked for', async () => {
		const { objects, shallow } = value(await fetched([commits.main], { deepen: 2 }));
		expect(named(objects.keys())).toEqual(['main', 'second']);
		expect(named(shallow)).toEqual(['second']);
		expect(value(await fetched([commits.main], {})).objects.size).toBe(3);
	});

	test('leaves out what a ref reaches, so that the merge base is the parent of the last', async () => {
		const { objects, shallow } = value(await fetched([commits.pull], { deepenNot: 'refs/heads/main' }));
		expect(named(objects.keys())).toEqual(['pull', 'start']);
		expect(named(shallow)).toEqual(['start']);
		expect(parseCommit(objects.get(shallow[0]!)!.bytes)?.parents).toEqual([commits.first]);
	});

	test('is empty where the ref reaches everything', async () => {
		expect(value(await fetched([commits.second], { deepenNot: 'refs/heads/main' }))).toEqual({ objects: new Map(), shallow: [] });
	});

	test('a ref that is not there, and both cuts at once, are problems', async () => {
		expect(await fetched([commits.pull], { deepenNot: 'refs/heads/gone' })).toMatchObject({ problem: { code: 'unexpected-answer' } });
		expect(await fetched([commits.pull], { deepenNot: 'refs/heads/main', deepen: 1 })).toMatchObject({
			problem: { code: 'not-supported' },
		});
	});
});

describe('repositories and servers that are not as hoped', () => {
	test('an empty repository has no refs', async () => {
		all.bare('empty.git');
		const ports = realPorts();
		const remote = value(await openRemote(`${server.origin}/empty.git`, ports, never));
		expect(value(await listRefs(remote, ['HEAD', 'refs/'], ports, never)).refs).toEqual([]);
	});

	test('a missing repository is not found, and not asked for again', async () => {
		const ports = realPorts();
		const outcome = await openRemote(`${server.origin}/missing.git`, ports, never);
		expect(outcome).toMatchObject({ ok: false, problem: { code: 'not-found', subject: 'repository', params: { status: 404 } } });
		const before = server.requests.length;
		expect(await openRemote(`${server.origin}/missing.git`, ports, never, 'benchmark')).toMatchObject({
			problem: { subject: 'benchmark' },
		});
		expect(server.requests.length).toBe(before);
	});

	test('an object that is not there is not found', async () => {
		commit(all.bare('small.git'), 'refs/heads/main', { a: '1' });
		const ports = realPorts();
		const remote = value(await openRemote(`${server.origin}/small.git`, ports, never));
		const gone = `${'0'.repeat(39)}1` as Oid;
		expect(await readObjects(remote, [gone], 'alone', ports, never, 'file')).toMatchObject({
			problem: { code: 'not-found', subject: 'file' },
		});
	});

	test('a server without filters is not asked to filter, but gives what is below a tree', async () => {
		const bare = all.bare('plain.git');
		git(bare, 'config', 'uploadpack.allowFilter', 'false');
		const at = commit(bare, 'refs/heads/main', { 'a/b': '1', c: '2' }) as Oid;
		const ports = realPorts();
		const remote = value(await openRemote(`${server.origin}/plain.git`, ports, never));
		expect(remote.filter).toBe(false);
		const before = server.requests.length;
		const filtered = await fetchObjects(remote, { wants: [at], filter: 'tree:0' }, ports, never);
		expect(filtered).toMatchObject({ problem: { code: 'not-supported', params: { reason: 'filter' } } });
		expect(server.requests.length).toBe(before);
		const below = git(bare, 'rev-parse', 'main:a') as Oid;
		expect(value(await readObjects(remote, [below], 'below', ports, never)).size).toBe(2);
		// Asked all the same, it ends without a word: HTTP 200 and nothing.
		const pretended = await fetchObjects({ ...remote, filter: true }, { wants: [at], filter: 'tree:0' }, ports, never);
		expect(pretended).toMatchObject({ problem: { code: 'unexpected-answer', params: { reason: 'empty' } } });
	});

	test('a server that refuses a depth of trees says so', async () => {
		const bare = all.bare('shallow-trees.git');
		git(bare, 'config', 'uploadpackfilter.tree.maxDepth', '0');
		const at = commit(bare, 'refs/heads/main', { a: '1' }) as Oid;
		const ports = realPorts();
		const remote = value(await openRemote(`${server.origin}/shallow-trees.git`, ports, never));
		expect(await fetchObjects(remote, { wants: [at], filter: 'tree:1' }, ports, never)).toMatchObject({
			problem: { code: 'not-supported', params: { message: 'tree filter allows max depth 0, but got 1' } },
		});
		expect(value(await fetchObjects(remote, { wants: [at], filter: 'tree:0' }, ports, never)).objects.size).toBe(1);
	});

	test('deltas upon deltas come out as the files that they are', async () => {
		const bare = all.bare('deltas.git');
		const body = Array.from({ length: 400 }, (_, line) => `line ${line} ${(line * 7919) % 1000}`);
		const files: Record<string, string> = {};
		for (let index = 0; index < 60; index++) {
			body[index * 5] = `changed in ${index}`;
			files[`file-${index}.txt`] = body.join('\n');
		}
		commit(bare, 'refs/heads/main', files);
		git(bare, 'repack', '-adfq', '--depth=50', '--window=60');
		const ports = realPorts();
		const remote = value(await openRemote(`${server.origin}/deltas.git`, ports, never));
		const tree = git(bare, 'rev-parse', 'main^{tree}') as Oid;
		const objects = value(await readObjects(remote, [tree], 'below', ports, never));
		for (const file of filesBelow(tree, objects).files) {
			expect(new TextDecoder().decode(objects.get(file.blob)!.bytes)).toBe(files[file.path]);
		}
		expect(server.requests.at(-1)!.sentBytes).toBeLessThan(30_000);
	});

	test('an object that went bad in the store is fetched again', async () => {
		const bare = all.bare('healing.git');
		commit(bare, 'refs/heads/main', { a: 'as it is' });
		const blob = git(bare, 'rev-parse', 'main:a') as Oid;
		const ports = realPorts();
		const remote = value(await openRemote(`${server.origin}/healing.git`, ports, never));
		await ports.store.put('object', blob, { value: { type: 'blob', bytes: new TextEncoder().encode('as it was made up') }, at: 1 });
		const objects = value(await readObjects(remote, [blob], 'below', ports, never));
		expect(new TextDecoder().decode(objects.get(blob)!.bytes)).toBe('as it is');
	});

	test('refs are asked for again after 5 minutes', async () => {
		const bare = all.bare('moving.git');
		const first = commit(bare, 'refs/heads/main', { a: '1' });
		const clock = { now: 1_800_000_000_000 };
		const ports = realPorts(clock);
		const head = async () => {
			const remote = value(await openRemote(`${server.origin}/moving.git`, ports, never));
			return value(await listRefs(remote, ['refs/heads/'], ports, never)).refs[0]?.oid;
		};
		expect(await head()).toBe(first);
		const second = commit(bare, 'refs/heads/main', { a: '2' }, first);
		clock.now += 5 * 60_000 - 1;
		expect(await head()).toBe(first);
		clock.now += 1;
		expect(await head()).toBe(second);
	});
});

describe('a server without filters, and a large repository', () => {
	const count = 3_000;
	let at: Oid;
	beforeAll(() => {
		const bare = all.bare('large.git');
		git(bare, 'config', 'uploadpack.allowFilter', 'false');
		const stream = ['commit refs/heads/main\ncommitter Ada <a@b> 1750000000 +0000\ndata 1\nx\n'];
		const file = (path: string, text: string) => stream.push(`M 100644 inline ${path}\ndata ${text.length}\n${text}\n`);
		file('.eval_results/a.yaml', '- value: 1\n');
		for (let index = 0; index < count; index++) file(`weights/${index}.bin`, `${index} `.repeat(200 + (index % 7)));
		gitBytes(bare, ['fast-import', '--quiet'], stream.join(''));
		at = git(bare, 'rev-parse', 'main') as Oid;
	});

	/** The commit, its root tree, and all below `.eval_results`. */
	const resultsAreThere = (objects: ReadonlyMap<Oid, GitObject>) => {
		const root = parseCommit(objects.get(at)?.bytes ?? new Uint8Array())?.tree;
		const entries = root && parseTree(objects.get(root)?.bytes ?? new Uint8Array(), 20);
		const results = entries?.find((entry) => entry.name === '.eval_results');
		return results !== undefined && filesBelow(results.oid, objects).files.some((file) => objects.has(file.blob));
	};

	test('gives its results without the rest', async () => {
		const ports = realPorts();
		const remote = value(await openRemote(`${server.origin}/large.git`, ports, never));
		let loaded = 0;
		const counting: Ports = {
			...ports,
			fetch: async (request, signal) => {
				const answer = await ports.fetch(request, signal);
				const counted = async function* () {
					for await (const chunk of answer.body) {
						loaded += chunk.length;
						yield chunk;
					}
				};
				return { ...answer, body: counted() };
			},
		};
		const { objects } = value(await fetchUntil(remote, { wants: [at], deepen: 1 }, resultsAreThere, counting, never));
		expect(resultsAreThere(objects)).toBe(true);
		const early = loaded;
		const tree = parseCommit(objects.get(at)!.bytes)!.tree;
		const before = server.requests.length;
		expect(value(await readObjects(remote, [tree], 'alone', ports, never)).size).toBe(1);
		expect(server.requests.length).toBe(before);

		loaded = 0;
		const whole = value(await fetchUntil(remote, { wants: [at], deepen: 1 }, () => false, counting, never));
		expect(whole.objects.size).toBeGreaterThan(count);
		expect(early).toBeLessThan(loaded / 2);
	});

	test('a fault in what has come ends it', async () => {
		const ports = realPorts();
		const remote = value(await openRemote(`${server.origin}/large.git`, ports, never));
		const spoiled: Ports = {
			...ports,
			fetch: async (request, signal) => {
				const answer = await ports.fetch(request, signal);
				const body = async function* () {
					for await (const chunk of answer.body) yield chunk.map((byte, index) => (index % 1_000 === 999 ? byte ^ 0x55 : byte));
				};
				return { ...answer, body: body() };
			},
		};
		const outcome = await fetchUntil(remote, { wants: [at], deepen: 1 }, resultsAreThere, spoiled, never);
		expect(outcome.ok).toBe(false);
	});
});
