import { follow } from '../git/follow.ts';
import { hashObject } from '../git/hash-object.ts';
import type { GitObject } from '../git/object.ts';
import type { Oid } from '../git/oid.ts';
import { type EvidenceId, evidenceId } from '../hosts/evidence.ts';
import type { Ports } from '../ports.ts';
import { fromBase64 } from './base64.ts';
import type { ExportBundle, ExportedEvidence } from './bundle.ts';
import { checkClaims, isLocal } from './check-claims.ts';
import { compareLists } from './compare-lists.ts';
import { readable } from './write-export.ts';

/** One thing in an export that does not fit the rest of it. Words: `export_problem_<code>`, hyphens as underscores. */
export interface ExportProblem {
	readonly code: ExportProblemCode;
	/** JSON pointer (RFC 6901) into the export. */
	readonly pointer: string;
	readonly params: Readonly<Record<string, string | number>>;
}

type ExportProblemCode =
	/** Two entries of one list carry the same id, so that one could hide the other. */
	| 'same-id'
	/** Base64 that no writer writes. */
	| 'not-base64'
	/** The bytes of a git object do not hash to its oid. */
	| 'object-hash'
	/** The bytes of a file do not hash to its blob. */
	| 'blob-hash'
	/** An id is not made of what it names. */
	| 'id-differs'
	/** An address is on another site than the repository that it is given for. */
	| 'other-site'
	/** A file is listed as something that no file at its path is. */
	| 'other-role'
	/** A definition is listed for a dataset that its repository is not called after. */
	| 'other-dataset'
	/** A version that a file cannot have started from: it would make the file's own entries pass for inherited ones. */
	| 'not-a-base'
	/** The ref of a file is not that of the pull request named with it. */
	| 'other-ref'
	/** A file that is listed for the default branch is of another commit than its head. */
	| 'not-head'
	/** The text for people is not what the bytes say. */
	| 'text-differs'
	/** A commit, tree or blob on the way is not in the file. */
	| 'object-missing'
	/** A commit or tree on the way cannot be read. */
	| 'object-unreadable'
	/** A tree has no such name. */
	| 'path-missing'
	/** Another blob stands at that path. */
	| 'other-blob'
	/** Something is named that is not in the file. */
	| 'names-nothing'
	/** Read from the bytes, and not listed. */
	| 'not-listed'
	/** Listed, and not in the bytes. */
	| 'not-in-bytes'
	/** Listed otherwise than the bytes say. */
	| 'differs';

/** What checking an export on this computer showed. */
export interface ExportCheck {
	/** Files and git objects whose id was computed again and fits. */
	readonly rehashed: number;
	/** Files that were followed from their commit to their blob. */
	readonly proven: number;
	/** Files whose host shows no commits and trees: their bytes fit, and where they stood is its word. */
	readonly stated: readonly EvidenceId[];
	/** Files without a commit: their bytes fit, where they stood nobody can say. */
	readonly unproven: readonly EvidenceId[];
	readonly problems: readonly ExportProblem[];
}

/**
 * Checks an export against itself: every blob, tree and commit is hashed again, every file followed from its commit to its
 * blob, every result and badge made again from the bytes and compared with what the file lists. An export without problems
 * is true to git's objects; that a ref pointed at a commit, who opened a pull request and what its state was stay the host's word.
 */
export async function verifyExport(bundle: ExportBundle, digest: Ports['digest']): Promise<ExportCheck> {
	const problems: ExportProblem[] = [...repeated(bundle)];
	const objects = new Map<Oid, GitObject>();
	let rehashed = 0;
	for (const [index, { oid, type, bytes }] of bundle.objects.entries()) {
		const pointer = `/objects/${index}`;
		const decoded = fromBase64(bytes);
		if (!decoded) {
			problems.push({ code: 'not-base64', pointer: `${pointer}/bytes`, params: { name: oid } });
			continue;
		}
		const found = await hashObject(type, decoded, digest, oid.length === 64 ? 'sha256' : 'sha1');
		if (found !== oid) problems.push({ code: 'object-hash', pointer, params: { oid, type, found } });
		else {
			objects.set(oid, { oid, type, bytes: decoded });
			rehashed += 1;
		}
	}
	let proven = 0;
	const unproven: EvidenceId[] = [];
	const stated: EvidenceId[] = [];
	const told = statedBy(bundle, objects);
	for (const [index, piece] of bundle.evidence.entries()) {
		const pointer = `/evidence/${index}`;
		const found = [...(await bytesProblems(piece, pointer, digest)), ...missingBase(piece, pointer, objects)];
		if (!found.some((problem) => problem.code === 'not-base64' || problem.code === 'blob-hash')) rehashed += 1;
		if (isLocal(piece)) unproven.push(piece.id);
		else if (told(piece)) stated.push(piece.id);
		else {
			const place = placeProblem(piece, pointer, objects);
			if (place) found.push(place);
			else proven += 1;
		}
		problems.push(...found);
	}
	problems.push(...checkClaims(bundle), ...compareLists(bundle));
	return { rehashed, proven, stated, unproven, problems };
}

/** Hosts that are read by their API, which gives files without the commits and trees that lead to them. */
const WITHOUT_TREES: ReadonlySet<string> = new Set(['huggingface']);

/** Whether nothing but the host's word says where a piece stood: only on such a host, and only where nothing of its commit is in the file. */
function statedBy(bundle: ExportBundle, objects: ReadonlyMap<Oid, GitObject>): (piece: ExportedEvidence) => boolean {
	const origins = new Set(bundle.repositories.filter(({ host }) => WITHOUT_TREES.has(host)).map(({ origin }) => origin));
	return ({ repository, commit }) => URL.canParse(repository) && origins.has(new URL(repository).origin) && !objects.has(commit);
}

async function bytesProblems(piece: ExportedEvidence, pointer: string, digest: Ports['digest']): Promise<ExportProblem[]> {
	const problems: ExportProblem[] = [];
	const id = evidenceId(piece.repository, piece.commit, piece.path);
	if (piece.id !== id) problems.push({ code: 'id-differs', pointer: `${pointer}/id`, params: { listed: piece.id, read: id } });
	const bytes = fromBase64(piece.bytes);
	if (!bytes) return [...problems, { code: 'not-base64', pointer: `${pointer}/bytes`, params: { name: piece.path } }];
	const found = await hashObject('blob', bytes, digest, piece.blob.length === 64 ? 'sha256' : 'sha1');
	if (found !== piece.blob)
		problems.push({ code: 'blob-hash', pointer: `${pointer}/bytes`, params: { path: piece.path, oid: piece.blob, found } });
	if (piece.text !== readable(bytes)) problems.push({ code: 'text-differs', pointer: `${pointer}/text`, params: { path: piece.path } });
	return problems;
}

const missingBase = (piece: ExportedEvidence, pointer: string, objects: ReadonlyMap<Oid, GitObject>): ExportProblem[] =>
	(piece.base ?? []).flatMap((oid, index): ExportProblem[] =>
		objects.get(oid)?.type === 'blob'
			? []
			: [{ code: 'object-missing', pointer: `${pointer}/base/${index}`, params: { path: piece.path, oid, type: 'blob' } }],
	);

function placeProblem(piece: ExportedEvidence, pointer: string, objects: ReadonlyMap<Oid, GitObject>): ExportProblem | undefined {
	const { blob, broken } = follow(piece.commit, piece.path, (oid) => objects.get(oid));
	if (broken) return { code: broken.code, pointer: `${pointer}/commit`, params: { path: piece.path, ...broken.params } };
	if (blob === piece.blob) return undefined;
	return { code: 'other-blob', pointer: `${pointer}/blob`, params: { path: piece.path, oid: piece.blob, found: blob ?? '' } };
}

/** Entries whose id another entry of the same list has already. */
function repeated(bundle: ExportBundle): ExportProblem[] {
	const lists: readonly (readonly [string, readonly string[]])[] = [
		['/repositories', bundle.repositories.map((repository) => repository.id)],
		['/evidence', bundle.evidence.map((piece) => piece.id)],
		['/objects', bundle.objects.map((object) => object.oid)],
		['/results', bundle.results.map((result) => result.id)],
		['/assessments', bundle.assessments.map((assessment) => assessment.result)],
		['/benchmarks', bundle.benchmarks.map((benchmark) => `${benchmark.repository} ${benchmark.dataset}`)],
	];
	return lists.flatMap(([list, ids]) => {
		const seen = new Set<string>();
		return ids.flatMap((id, index): ExportProblem[] => {
			const again = seen.has(id);
			seen.add(id);
			return again ? [{ code: 'same-id', pointer: `${list}/${index}`, params: { name: id } }] : [];
		});
	});
}
