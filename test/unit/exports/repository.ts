import { createHash } from 'node:crypto';
import { partsOf, writeExport } from '../../../shared/exports/write-export.ts';
import type { GitObject, GitObjectType } from '../../../shared/git/object.ts';
import type { Oid } from '../../../shared/git/oid.ts';
import {
	type CollectEvent,
	type CollectStep,
	type Evidence,
	evidenceId,
	type Repository,
	type Submission,
} from '../../../shared/hosts/evidence.ts';
import type { Ports } from '../../../shared/ports.ts';
import { buildReport } from '../../../shared/report/build-report.ts';

export const digest: Ports['digest'] = async (algorithm, bytes) =>
	createHash(algorithm.replace('-', '').toLowerCase()).update(bytes).digest();

export const utf8 = (text: string) => new TextEncoder().encode(text);

type Format = 'sha1' | 'sha256';

/** A git object as git itself hashes it, made here from the description of the format and not with the code under test. */
export function object(type: GitObjectType, bytes: Uint8Array, format: Format = 'sha1'): GitObject {
	const oid = createHash(format).update(`${type} ${bytes.length}\0`).update(bytes).digest('hex') as Oid;
	return { oid, type, bytes };
}

export function tree(format: Format, ...entries: readonly (readonly [mode: string, name: string, object: GitObject])[]): GitObject {
	return object(
		'tree',
		Buffer.concat(entries.flatMap(([mode, name, { oid }]) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, 'hex')])),
		format,
	);
}

export const commit = (format: Format, root: GitObject, message: string): GitObject =>
	object(
		'commit',
		utf8(`tree ${root.oid}\nauthor A <a@example.org> 1700000000 +0000\ncommitter A <a@example.org> 1700000000 +0000\n\n${message}\n`),
		format,
	);

export const home: Repository = {
	id: 'https://git.example.org/lumen-labs/kestrel',
	host: 'git',
	origin: 'https://git.example.org',
	path: 'lumen-labs/kestrel',
	kind: 'model',
	url: 'https://git.example.org/lumen-labs/kestrel',
	defaultBranch: 'main',
};

/** One file in a commit of its own, with the objects that lead to it. */
export function fileInCommit(
	path: string,
	bytes: Uint8Array,
	more: Partial<Evidence> = {},
	format: Format = 'sha1',
): { objects: GitObject[]; evidence: Evidence } {
	const blob = object('blob', bytes, format);
	const folders = path.split('/');
	const name = folders.pop() ?? '';
	const readme = object('blob', utf8('# A model\n'), format);
	const objects: GitObject[] = [];
	let top = tree(format, ['100644', name, blob]);
	for (const folder of folders.reverse()) {
		objects.push(top);
		top = tree(format, ['40000', folder, top], ['100644', 'README.md', readme]);
	}
	const head = commit(format, top, path);
	const repository = more.repository ?? home.id;
	return {
		objects: [...objects, top, head],
		evidence: {
			id: evidenceId(repository, head.oid, path),
			repository,
			role: 'results',
			path,
			ref: 'refs/heads/main',
			commit: head.oid,
			blob: blob.oid,
			bytes,
			...more,
		},
	};
}

export const numbered = (steps: readonly CollectStep[]): CollectEvent[] => steps.map((step, index) => ({ ...step, seq: index + 1 }));

/** Two results on the default branch, one changed by an open pull request, and the benchmark's definition. */
export function steps(): readonly CollectStep[] {
	const text =
		'- dataset:\n    id: acme/owl-bench\n    task_id: owl_day\n  value: 20.90\n  date: "2026-03-11"\n- dataset:\n    id: acme/owl-bench\n    task_id: owl_nite\n  value: "61"\n  source:\n    url: https://example.org/logs/1.json\n    name: Logs\n';
	const main = fileInCommit('.eval_results/owl.yaml', utf8(text));
	const submission: Submission = { number: 7, state: 'open', author: 'm-okafor', title: 'Add a score' };
	const pull = fileInCommit(
		'.eval_results/owl.yaml',
		utf8(`${text}- dataset:\n    id: acme/owl-bench\n    task_id: owl_night\n  value: 62.5\n  notes: greedy\n`),
		{
			ref: 'refs/pull/7/head',
			submission,
			base: [{ blob: main.evidence.blob, bytes: main.evidence.bytes }],
		},
	);
	const definition = fileInCommit(
		'eval.yaml',
		utf8('name: Owl\nevaluation_framework: inspect-ai\ntasks:\n  - id: owl_day\n  - id: owl_night\n'),
		{
			repository: 'https://git.example.org/datasets/acme/owl-bench',
			role: 'benchmark',
			dataset: 'acme/owl-bench',
		},
	);
	const stranger = object('blob', utf8('leads nowhere'));
	return [
		{ type: 'repository', repository: { ...home, head: main.evidence.commit } },
		{ type: 'objects', objects: [...main.objects, ...pull.objects, ...definition.objects, stranger] },
		{ type: 'evidence', evidence: main.evidence },
		{ type: 'evidence', evidence: pull.evidence },
		{ type: 'evidence', evidence: definition.evidence },
		{ type: 'benchmark', dataset: 'acme/owl-bench', found: true },
		{ type: 'submissions', total: 3, read: 1 },
		{ type: 'problem', problem: { code: 'not-supported', subject: 'submission-states', params: { origin: home.origin } } },
		{ type: 'done', at: 1_790_000_000_000 },
	];
}

export const generator = { name: 'evalmark', version: '0.1.0' };

export function exportOf(list: readonly CollectStep[] = steps(), exportedAt = 1_790_000_001_000) {
	const report = buildReport(numbered(list));
	if (!report) throw new Error('the steps name no repository');
	return { report, bundle: writeExport({ report, ...partsOf(list), exportedAt, generator }) };
}

/** The bundle after a journey through a file. */
export const throughFile = <T>(bundle: T): T => JSON.parse(JSON.stringify(bundle));
