import { readdirSync, readFileSync } from 'node:fs';
import type { Files } from '../history.ts';
import { card, type DemoRepository, Draft } from './draft.ts';

/** The names end in `.txt`, or editors and formatters would mend them. */
const BROKEN = new URL('../../fixtures/hub/broken/', import.meta.url);
/** How many entries of the broken files a reader can still show, each with its issues. */
const BROKEN_ENTRIES = 24;

/** What people try: markup, handlers, addresses that run, terminal sequences, text that turns the reading direction. */
export const attacks: readonly string[] = [
	'<script>document.documentElement.dataset.attacked=1</script>',
	'<img src=x onerror=document.documentElement.dataset.attacked=2>',
	'"><svg onload=document.documentElement.dataset.attacked=3>',
	"' onfocus=document.documentElement.dataset.attacked=4 autofocus='",
	'</style><script>document.documentElement.dataset.attacked=5</script>',
	'javascript:document.documentElement.dataset.attacked=6',
	'{{constructor.constructor("document.documentElement.dataset.attacked=7")()}}',
	'\u202egnp.exe',
	'\u001b[2J\u001b]0;attacked\u0007',
];

const json = (text: string) => JSON.stringify(text);

/** Every field of one entry says the same. */
const entry = (text: string) =>
	[
		'- dataset:',
		`    id: ${json(text)}`,
		`    task_id: ${json(text)}`,
		`    revision: ${json(text)}`,
		'  value: 13.37',
		`  verifyToken: ${json(text)}`,
		`  date: ${json(text)}`,
		'  source:',
		`    url: ${json(text)}`,
		`    name: ${json(text)}`,
		`    user: ${json(text)}`,
		`    org: ${json(text)}`,
		`  notes: ${json(text)}`,
		`  ${json(text)}: ${json(text)}`,
		'',
	].join('\n');

/** Attacks in every field that somebody else can write: file names, entries, titles, authors, branch names. */
export function hostile(): DemoRepository {
	const draft = new Draft({
		path: 'hostile/angle-brackets',
		description: `Attacks in every field ${attacks[0]}`,
		expected: { main: attacks.length + 2, open: attacks.length },
	});
	const good = '- dataset:\n    id: cais/hle\n    task_id: hle\n  value: 1\n';
	draft.main(`First upload ${attacks[1]}`, {
		'README.md': card(`Angle brackets ${attacks[0]}`, attacks.join('\n\n')),
		'.eval_results/fields.yaml': attacks.map(entry).join(''),
		'.eval_results/<img src=x onerror=alert(1)>.yaml': good,
		'.eval_results/a\nb\u001b[31m.yaml': good,
	});
	attacks.forEach((text, n) => {
		// Another value: an entry that already stands on the default branch is none of the pull request's own.
		const files = { [`.eval_results/pull-${n + 1}.yaml`]: entry(text).replace('13.37', '73.31') };
		draft.pull({ number: n + 1, title: text, author: text, state: 'open', files });
	});
	const tip = draft.history.head('refs/heads/main');
	draft.history.point('refs/heads/"><svg/onload=alert(1)>', tip);
	return draft.done();
}

/** Files that a YAML reader stumbles over; what can be read of them is shown with what is wrong. */
export function brokenYaml(): DemoRepository {
	const draft = new Draft({
		path: 'fieldnotes/broken-yaml',
		description: 'Result files with mistakes of many kinds',
		expected: { main: BROKEN_ENTRIES },
	});
	const files: Record<string, Uint8Array> = {};
	for (const name of readdirSync(BROKEN).sort()) files[`.eval_results/${name.replace(/\.txt$/, '')}`] = readFileSync(new URL(name, BROKEN));
	const all: Files = { 'README.md': card('Broken YAML', 'Nobody is perfect.'), ...files };
	draft.main('First upload', all);
	return draft.done();
}
