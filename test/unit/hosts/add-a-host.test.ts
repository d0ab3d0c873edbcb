import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** What the checks below read. */
const PARTS = [
	'shared',
	'schemas',
	'public',
	'scripts',
	'docs',
	'extension/content',
	'test/fixtures',
	'test/unit/hosts/anchors.test.ts',
	'test/unit/hosts/facts-in.ts',
];
const FILES = ['package.json', 'tsconfig.json', 'vitest.config.ts'];

let copy: string | undefined;
afterEach(() => {
	if (copy) rmSync(copy, { recursive: true, force: true });
	copy = undefined;
});

const section = /^## Add a host\n(.*?)^## /ms.exec(readFileSync(path.join(ROOT, 'CONTRIBUTING.md'), 'utf8'))?.[1] ?? '';
/** A file that the section gives in full: its name in a line of its own, then its text. */
const files = [...section.matchAll(/^`([^`]+)`\n\n```\w+\n(.*?)^```/gms)].map(([, name = '', text = '']) => ({ name, text }));
const lines = /before those of `git`:\n\n```ts\n(.*?)```/s.exec(section)?.[1]?.trim().split('\n') ?? [];
const about = /scripts\/hosts\/about\.ts`.*?```ts\n(.*?)```/s.exec(section)?.[1] ?? '';
const sentence = /^```json\n(.*?)```/ms.exec(section)?.[1] ?? '';

function copied(): string {
	const to = mkdtempSync(path.join(tmpdir(), 'evalmark-toy-'));
	for (const part of [...PARTS, ...FILES]) cpSync(path.join(ROOT, part), path.join(to, part), { recursive: true });
	symlinkSync(path.join(ROOT, 'node_modules'), path.join(to, 'node_modules'));
	return to;
}

function change(name: string, edit: (text: string) => string): void {
	const file = path.join(copy ?? '', name);
	const before = readFileSync(file, 'utf8');
	const after = edit(before);
	expect(after, `${name} is as it was`).not.toBe(before);
	writeFileSync(file, after);
}

function run(command: string, ...args: readonly string[]): string {
	const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'node_modules', command), ...args], {
		cwd: copy,
		encoding: 'utf8',
		env: { ...process.env, NO_COLOR: '1', VITEST: undefined },
	});
	expect(status, stdout + stderr).toBe(0);
	return stdout;
}

test('who follows CONTRIBUTING to the letter has a host that compiles, is recognised and has its place on a page', () => {
	expect(files.map(({ name }) => name)).toEqual([
		'shared/hosts/toy/marks.ts',
		'shared/hosts/toy/spots.ts',
		'shared/hosts/toy/recognise.ts',
		'shared/hosts/toy/index.ts',
		'test/fixtures/pages/toy-home.html',
	]);
	copy = copied();
	for (const { name, text } of files) {
		mkdirSync(path.join(copy, path.dirname(name)), { recursive: true });
		writeFileSync(path.join(copy, name), text);
	}
	const [stub = '', recogniser = '', host = ''] = lines;
	change('shared/hosts/repo-page.ts', (text) => text.replace("HOST_IDS = [\n\t'git',", "HOST_IDS = [\n\t'toy',\n\t'git',"));
	change('shared/hosts/registry.ts', (text) =>
		[
			"import { toyMarks } from './toy/marks.ts';\nimport { toySpots } from './toy/spots.ts';",
			"import { recogniseToy } from './toy/recognise.ts';\nimport { toy } from './toy/index.ts';",
			text
				.replace("{ id: 'git', marks: gitMarks", `${stub}\n\t{ id: 'git', marks: gitMarks`)
				.replace(/(recognisers:.*?)(recogniseGit\b)/s, `$1${recogniser} $2`)
				.replace(/(hosts: readonly Host\[\] = \[.*?)(\bgit,\n\])/s, `$1${host} $2`),
		].join('\n'),
	);
	change('scripts/hosts/about.ts', (text) => text.replace('\tgithub: {', `${about}\tgithub: {`));
	change('public/_locales/en/messages.json', (text) => text.replace('{\n', `{\n${sentence}`));
	run('tsx/dist/cli.mjs', 'scripts/generate.ts');
	run('tsx/dist/cli.mjs', 'scripts/hosts.ts', '--docs');
	run('@typescript/native/bin/tsc', '-p', 'shared', '--noEmit');
	expect(run('vitest/vitest.mjs', 'run', '--project', 'unit', 'test/unit/hosts/anchors.test.ts', '--reporter=verbose')).toContain(
		'the anchors of toy > toy-home.html is a page that the host recognises',
	);
}, 120_000);
