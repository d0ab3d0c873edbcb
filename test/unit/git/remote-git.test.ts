import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCommit } from '../../../shared/git/commit.ts';
import { fetchObjects } from '../../../shared/git/fetch-objects.ts';
import { filesBelow } from '../../../shared/git/files-below.ts';
import type { Oid } from '../../../shared/git/oid.ts';
import { readObjects } from '../../../shared/git/read-objects.ts';
import { listRefs } from '../../../shared/git/refs.ts';
import { openRemote } from '../../../shared/git/remote.ts';
import type { Outcome } from '../../../shared/outcome.ts';
import { type GitServer, serveGit } from '../../hosts/git-http.ts';
import { commit, git, realPorts, repositories } from './repositories.ts';

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
		const refs = value(await listRefs(remote, ['HEAD', 'refs/heads/', 'refs/pull/', 'refs/tags/'], ports, never));
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
