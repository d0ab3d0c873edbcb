import { pullRefs } from '../hosts/git/pull-refs.ts';
import { LOCAL_ORIGIN, repositoryId } from '../hosts/repo-page.ts';
import { type ExportBundle, type ExportedEvidence, type ExportedRepository, NO_COMMIT } from './bundle.ts';
import { definitionsOf } from './definitions-of.ts';
import { pathRole, readAs } from './piece-role.ts';
import type { ExportProblem } from './verify-export.ts';

/**
 * What an export says of its repositories and files and itself contradicts: by an id, a path, a ref or a head. None of this
 * shows that a repository or a host is the one that is named; that no export can.
 */
export function checkClaims(bundle: ExportBundle): ExportProblem[] {
	const repositories = new Map(bundle.repositories.map((repository) => [repository.id, repository]));
	/** Definitions that another repository's results led to: at what commit that benchmark's own page stood, nobody says. */
	const foreign = new Set(
		bundle.benchmarks.flatMap((one) => [...definitionsOf([one])].filter((id) => !id.startsWith(`${one.repository}@`))),
	);
	return [
		...bundle.repositories.flatMap((repository, index) => ofRepository(repository, `/repositories/${index}`)),
		...bundle.evidence.flatMap((piece, index) => {
			const home = foreign.has(piece.id) ? undefined : repositories.get(piece.repository);
			return ofPiece(piece, `/evidence/${index}`, home);
		}),
	];
}

function ofRepository({ id, origin, path, url }: ExportedRepository, pointer: string): ExportProblem[] {
	const problems: ExportProblem[] = [];
	const named = repositoryId({ origin, path });
	if (id !== named) problems.push({ code: 'id-differs', pointer: `${pointer}/id`, params: { listed: id, read: named } });
	// `https://git.example.org@elsewhere.example` begins like a host that it does not lead to.
	if (origin !== LOCAL_ORIGIN && originOf(origin) !== origin)
		problems.push({ code: 'id-differs', pointer: `${pointer}/origin`, params: { listed: origin, read: originOf(origin) } });
	if (url !== '' && originOf(url) !== origin) problems.push({ code: 'other-site', pointer: `${pointer}/url`, params: { url, origin } });
	return problems;
}

const originOf = (address: string): string => (URL.canParse(address) ? new URL(address).origin : '–');

function ofPiece(piece: ExportedEvidence, pointer: string, home: ExportedRepository | undefined): ExportProblem[] {
	const { path, repository, dataset, ref, commit, blob, base = [], submission } = piece;
	const problems: ExportProblem[] = [];
	const role = readAs(piece);
	if (role !== pathRole(path) && !isLoose(piece)) problems.push({ code: 'other-role', pointer: `${pointer}/role`, params: { path } });
	if (role === 'benchmark' && !defines(repository, dataset))
		problems.push({ code: 'other-dataset', pointer: `${pointer}/dataset`, params: { dataset: dataset ?? '–', repository } });
	for (const [index, oid] of base.entries())
		if (oid === blob || !submission) problems.push({ code: 'not-a-base', pointer: `${pointer}/base/${index}`, params: { path, oid } });
	if (!refFits(piece))
		problems.push({ code: 'other-ref', pointer: `${pointer}/ref`, params: { path, ref, number: String(submission?.number ?? '–') } });
	if (home && role !== undefined && !submission && commit !== (home.head ?? NO_COMMIT))
		problems.push({ code: 'not-head', pointer: `${pointer}/commit`, params: { path, commit, head: home.head ?? '–' } });
	return problems;
}

/** A file from a disk that was picked by itself: it is read for results whatever it is called. */
const isLoose = (piece: ExportedEvidence): boolean => isLocal(piece) && readAs(piece) === 'results' && pathRole(piece.path) === undefined;

/** Whether a piece is said to come from a disk, where no commit is known. */
export const isLocal = ({ repository, commit }: ExportedEvidence): boolean =>
	commit === NO_COMMIT && repository.startsWith(repositoryId({ origin: LOCAL_ORIGIN, path: '' }));

/** Whether a repository can be that of a dataset, by its name; hosts take names without regard to case, and clone URLs with or without `.git`. */
function defines(repository: string, dataset: string | undefined): boolean {
	if (!dataset) return false;
	const home = repository.toLowerCase();
	const name = `/${dataset.toLowerCase()}`;
	return home.endsWith(name) || (name.endsWith('.git') && home.endsWith(name.slice(0, -'.git'.length)));
}

/** Whether a ref is that of the pull request that is named with it; one of a form that is not known here may be anything. */
function refFits({ ref, commit, submission }: ExportedEvidence): boolean {
	const [pull] = pullRefs([{ name: ref, oid: commit }]).pulls;
	if (pull) return pull.number === submission?.number;
	return !submission || (ref !== 'HEAD' && !ref.startsWith('refs/heads/'));
}
