import { expect, test } from 'vitest';
import { follow } from '../../../shared/git/follow.ts';
import type { GitObject } from '../../../shared/git/object.ts';
import { commit, object, tree, utf8 } from './repository.ts';

const [one, other] = [object('blob', utf8('- value: 1\n')), object('blob', utf8('- value: 2\n'))];
const [first, second] = [tree('sha1', ['100644', 'a.yaml', one]), tree('sha1', ['100644', 'a.yaml', other], ['100644', 'b.yaml', other])];

/** Where `path` leads from a commit of these root entries. */
function led(path: string, ...entries: Parameters<typeof tree> extends [unknown, ...infer Rest] ? Rest : never) {
	const root = tree('sha1', ...entries);
	const head = commit('sha1', root, 'x');
	const known = new Map([first, second, root, head].map((each): [string, GitObject] => [each.oid, each]));
	return follow(head.oid, path, (oid) => known.get(oid));
}

test('of a name that stands twice in a tree the first counts', () => {
	expect(led('a.yaml', ['100644', 'a.yaml', one], ['100644', 'a.yaml', other]).blob).toBe(one.oid);
	expect(led('x/a.yaml', ['40000', 'x', first], ['40000', 'x', second]).blob).toBe(one.oid);
});

test.each([
	['a.yaml', 'a link before a file', led('a.yaml', ['120000', 'a.yaml', one], ['100644', 'a.yaml', other])],
	['x', 'a file before a folder', led('x/a.yaml', ['100644', 'x', one], ['40000', 'x', second])],
	['b.yaml', 'only below the second folder', led('x/b.yaml', ['40000', 'x', first], ['40000', 'x', second])],
] as const)('%s leads nowhere: %s', (name, _what, { blob, broken }) => {
	expect(blob).toBeUndefined();
	expect(broken).toMatchObject({ code: 'path-missing', params: { name } });
});
