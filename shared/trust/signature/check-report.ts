import type { Report } from '../../report/report.ts';
import { commitSigned } from '../commits/commit-signed.ts';
import type { ListedKey } from '../keys/key.ts';
import type { Memo } from './memo.ts';
import { type Checking, type Fits, signatureOf } from './signature-of.ts';

/** What a report is checked with. */
export interface Trust {
	readonly keys: readonly ListedKey[];
	/** ms since 1970. */
	readonly now: number;
}

/** Signatures that are computed before others get their turn: some 5 ms. */
const AT_ONCE = 4;

/** The report with the state of every signature that `fits` knows of; the others stay as not checked yet. Pure; the report's badges stay as they are. */
export function withSignatures(report: Report, trust: Trust, fits?: Fits): Report {
	const about = checkingOf(report, trust, fits);
	const places = new Map(report.evidence.map((place) => [place.id, place]));
	const assessments = report.assessments.map(({ signature: _before, commit: _commit, ...bare }, index) => {
		const result = report.results[index];
		const place = result && places.get(result.evidence);
		const commit = place && commitSigned(place, trust.keys);
		const assessment = commit ? { ...bare, commit } : bare;
		if (result?.verifyToken === undefined && !assessment.badges.some(({ code }) => code === 'host-vouches')) return assessment;
		const signature = result && signatureOf(result, about(index));
		return signature ? { ...assessment, signature } : assessment;
	});
	return { ...report, assessments };
}

/** Computes what `withSignatures` will ask for, a few at a time; `turn` lets others run in between. Ends early with the signal. */
export async function checkSignatures(
	report: Report,
	trust: Trust,
	memo: Memo,
	turn: () => Promise<void>,
	signal: AbortSignal,
): Promise<void> {
	const about = checkingOf(report, trust, memo.fits);
	let done = memo.computed();
	for (const [index, result] of report.results.entries()) {
		if (result.verifyToken === undefined) continue;
		if (signal.aborted) return;
		signatureOf(result, about(index));
		if (memo.computed() - done < AT_ONCE) continue;
		await turn();
		done = memo.computed();
	}
}

/** What is known of the result at that position. */
function checkingOf(report: Report, { keys, now }: Trust, fits: Fits | undefined): (index: number) => Checking {
	const places = new Map(report.evidence.map((place) => [place.id, place]));
	const commits = new Map(report.benchmarks.map(({ dataset, evidence }) => [dataset.toLowerCase(), places.get(evidence ?? '')?.commit]));
	const changes = new Map(report.changes?.map((one) => [one.commit, one]));
	return (index) => {
		const result = report.results[index];
		const benchmarkAt = commits.get(result?.dataset.id?.toLowerCase() ?? '');
		return {
			repository: report.repository,
			keys,
			now,
			fileIssues: places.get(result?.evidence ?? '')?.issues ?? [],
			vouches: report.assessments[index]?.badges.some(({ code }) => code === 'host-vouches') ?? false,
			changes: (commit) => changes.get(commit),
			...(benchmarkAt !== undefined && { benchmarkAt }),
			...(fits && { fits }),
		};
	};
}
