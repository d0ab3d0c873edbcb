import type { Oid } from '../../git/oid.ts';
import { problemAt } from '../../http/problem-of.ts';
import type { Outcome } from '../../outcome.ts';
import type { Ports } from '../../ports.ts';
import { type CollectStep, type Evidence, evidenceId, type HostSays, type Repository } from '../evidence.ts';
import type { DatasetsOf } from '../host.ts';
import { ownDataset } from '../own-dataset.ts';
import { type RepoPage, repositoryId } from '../repo-page.ts';
import { readBoard } from './board.ts';
import { definitionEvidence, definitionSteps } from './definitions.ts';
import { earlierSteps } from './earlier-steps.ts';
import { readFile } from './file.ts';
import { type HubIndex, type IndexedFile, readIndex } from './index-answer.ts';
import { pullSteps } from './pull-steps.ts';
import { quiet } from './quiet.ts';
import { apiUrl, getJson, type Reading, readingOf } from './reading.ts';
import { type Listing, listResults } from './tree.ts';

const ASKED = { models: ['evalResults', 'sha', 'cardData', 'model-index', 'gated'], datasets: ['sha', 'gated'] } as const;
/** More result files than this are not read. */
const FILES = 500;

/**
 * Reads a repository of the Hub: its index says which files there are and what the Hub makes of them, the raw files are the evidence.
 * The same state of the repository gives the same steps in the same order. Git objects that prove where a file stood the Hub's
 * addresses do not give: that is the host's word.
 */
export async function* collectHub(
	page: RepoPage,
	ports: Ports,
	signal: AbortSignal,
	datasetsOf: DatasetsOf,
): AsyncGenerator<CollectStep, void> {
	const begun = ports.now();
	const at = yield* read(page, readingOf(page, ports, signal), datasetsOf);
	signal.throwIfAborted();
	yield { type: 'done', at: at ?? begun };
}

async function* read(page: RepoPage, reading: Reading, datasetsOf: DatasetsOf): AsyncGenerator<CollectStep, number | undefined> {
	const url = apiUrl(reading, `?${ASKED[reading.kind].map((name) => `expand[]=${name}`).join('&')}`);
	const told = await getJson(reading, url, 'repository');
	const index = told.ok ? readIndex(told.value.value) : undefined;
	const repository = repositoryOf(page, index);
	yield { type: 'repository', repository };
	if (!told.ok) {
		yield { type: 'problem', problem: told.problem };
		return undefined;
	}
	if (!index?.head) {
		yield { type: 'problem', problem: problemAt(url, 'unexpected-answer', 'repository', { reason: 'shape' }) };
		return told.value.at;
	}
	const given: Evidence[] = [];
	for await (const step of page.kind === 'dataset'
		? datasetSteps(repository, index.head, reading)
		: modelSteps(repository, index, index.head, reading, datasetsOf)) {
		reading.signal.throwIfAborted();
		if (step.type === 'evidence') given.push(step.evidence);
		yield step;
	}
	if (page.kind === 'dataset') return told.value.at;
	for await (const step of definitionSteps(reading, given, datasetsOf)) {
		if (step.type === 'evidence') given.push(step.evidence);
		yield step;
	}
	yield* earlierSteps(reading, given, datasetsOf);
	return told.value.at;
}

function repositoryOf(page: RepoPage, index: HubIndex | undefined): Repository {
	const { host, origin, path, kind, url, offers } = page;
	return {
		id: repositoryId(page),
		host,
		origin,
		path,
		kind,
		url,
		...(index?.head && { head: index.head, defaultBranch: 'main' }),
		...(index?.hostId !== undefined && { hostId: index.hostId }),
		...(index && index.baseModels.length > 0 && { baseModels: index.baseModels }),
		...(offers.file && { fileTemplate: offers.file }),
		discussTemplate: `${origin}/${path}/discussions/new?title=%title%&description=%body%`,
	};
}

async function* modelSteps(
	repository: Repository,
	index: HubIndex,
	head: Oid,
	reading: Reading,
	datasetsOf: DatasetsOf,
): AsyncGenerator<CollectStep, void> {
	const main: Evidence[] = [];
	const listed = await listResults(reading, head, true);
	for await (const step of mainSteps(repository, index, head, listed, reading)) {
		if (step.type === 'evidence' && step.evidence.role === 'results') main.push(step.evidence);
		yield step;
	}
	const standing = new Set([...main.map(({ blob }) => blob), ...(listed.ok ? listed.value.files.values() : [])]);
	yield* pullSteps(reading, index.files, main, standing, repository.id, datasetsOf);
}

/** What stands on the default branch: every result file, also those that the Hub does not list, and the card where it has results. */
async function* mainSteps(
	repository: Repository,
	index: HubIndex,
	head: Oid,
	listed: Outcome<Listing>,
	reading: Reading,
): AsyncGenerator<CollectStep, void> {
	const named = new Map(index.files.filter(isOnMain).map(({ path, says }) => [path, says]));
	const begin = (path: string, blob?: Oid) => quiet(readFile(reading, head, path, 'file', blob));
	if (!listed.ok) yield { type: 'problem', problem: { ...listed.problem, params: { ...listed.problem.params, path: '.eval_results' } } };
	const blobs: ReadonlyMap<string, Oid> = listed.ok ? listed.value.files : new Map();
	const all = [...new Set([...named.keys(), ...blobs.keys()])].sort();
	const paths = all.slice(0, FILES);
	const reads = paths.map((path) => begin(path, blobs.get(path)));
	const card = index.card.length > 0 ? begin('README.md') : undefined;
	for (const [n, path] of paths.entries()) {
		const file = await reads[n];
		if (file?.ok) yield { type: 'evidence', evidence: pieceOf(repository.id, path, 'results', file.value, named.get(path)) };
		else if (file) yield { type: 'problem', problem: file.problem };
	}
	const readme = await card;
	if (readme?.ok) yield { type: 'evidence', evidence: pieceOf(repository.id, 'README.md', 'card', readme.value, { shows: index.card }) };
	else if (readme) yield { type: 'problem', problem: readme.problem };
	if (all.length > paths.length || (listed.ok && listed.value.cut)) {
		const params = { origin: reading.origin, path: '.eval_results' };
		yield { type: 'problem', problem: { code: 'too-large', subject: 'file', params } };
	}
}

const isOnMain = ({ pull }: IndexedFile): boolean => pull === undefined;

function pieceOf(
	repository: string,
	path: string,
	role: Evidence['role'],
	file: Pick<Evidence, 'bytes' | 'blob' | 'commit'>,
	hostSays: HostSays | undefined,
): Evidence {
	const id = evidenceId(repository, file.commit, path);
	return { id, repository, role, path, ref: 'refs/heads/main', ...file, ...(hostSays && { hostSays }) };
}

/** A benchmark's own page: its definition, and the Hub's board of it. */
async function* datasetSteps(repository: Repository, head: Oid, reading: Reading): AsyncGenerator<CollectStep, void> {
	const dataset = ownDataset(repository) ?? repository.path;
	const board = quiet(readBoard(reading, dataset));
	const file = await readFile(reading, head, 'eval.yaml', 'benchmark');
	const gated = !file.ok && file.problem.params.reason === 'gated';
	if (file.ok) yield { type: 'evidence', evidence: definitionEvidence(reading, dataset, file.value) };
	// That a dataset lets only some people in is how it is, not something that failed.
	else if (file.problem.code !== 'not-found' && !gated)
		yield { type: 'problem', problem: { ...file.problem, params: { ...file.problem.params, dataset } } };
	const looked = file.ok || file.problem.code === 'not-found' || gated;
	if (looked) yield { type: 'benchmark', dataset, found: file.ok, ...(gated && { gated }) };
	const rows = await board;
	if (rows.ok && rows.value) yield { type: 'board', board: rows.value };
	// A gated dataset's board is closed with it: that has been said.
	if (!rows.ok && !gated) yield { type: 'problem', problem: { ...rows.problem, params: { ...rows.problem.params, dataset } } };
}
