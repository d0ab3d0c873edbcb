import { reasonText } from '../../shared/messages/reason-text.ts';
import type { Words } from '../../shared/messages/words.ts';
import { signatureBadge } from '../../shared/trust/signature/signature-badge.ts';
import type { SignatureState, Verdict } from '../../shared/trust/signature/verdict.ts';
import { EXIT } from '../exit-code.ts';
import { SIGNATURE_CODES } from '../signature-codes.ts';
import { checkedResults, folderOf, pathFrom, resultsOf, unreadable } from '../targets/checked-results.ts';
import type { Target } from '../targets/target.ts';
import { columns } from './columns.ts';
import { issueLine } from './issue-line.ts';
import { notReadLines } from './not-read-lines.ts';
import type { Paint } from './paint.ts';
import { printCheck } from './print-check.ts';
import { repositoryLine } from './repository-line.ts';
import { benchmarkCell, placeCell, valueCell } from './result-cells.ts';
import { clipped, visible } from './visible.ts';

type Read = Extract<Target, { kind: 'read' }>;

/** Characters of a key's name that a token gives. */
const NAME = 60;

/** The signatures of a target as lines for a person: each result with its state, below it whose signature it is and why that is its state. */
export function printSignatures(target: Read, words: Words, paint: Paint, now: number): readonly string[] {
	return [
		...(target.check ? printCheck(target.name, target.check, words, paint) : []),
		...target.reports.flatMap((report) => {
			const folder = folderOf(target, report);
			const checked = resultsOf(report, folder);
			const rows = columns(
				checked.map(({ result, verdict, file, place }) => [
					words.code('badge', verdict.state),
					valueCell(result, words),
					benchmarkCell(result, words),
					placeCell(result, file, place),
				]),
				[1],
			);
			return [
				repositoryLine(report, words, paint),
				...unreadable(report).map(({ place, issue }) => `  ${issueLine(issue, pathFrom(folder, place.path), words, paint)}`),
				...checked.flatMap(({ verdict }, index) => [
					`  ${coloured(verdict, rows[index] ?? '', paint)}`,
					...sentences(verdict, words).map((sentence) => `      ${visible(sentence)}`),
				]),
				...notReadLines(report, words, paint, now),
				'',
			];
		}),
	];
}

/** How many results are in which state. */
export function printCounts(targets: readonly Target[], words: Words): string {
	const counts = new Map<SignatureState, number>();
	for (const target of targets)
		if (target.kind === 'read')
			for (const { verdict } of checkedResults(target)) counts.set(verdict.state, (counts.get(verdict.state) ?? 0) + 1);
	const states = STATES.filter((state) => counts.has(state));
	if (states.length === 0) return words.plural('results', 0);
	return states.map((state) => `${words.code('badge', state)}: ${words.number(counts.get(state) ?? 0)}`).join(' · ');
}

// The keys of a record over exactly these.
const STATES = Object.keys(SIGNATURE_CODES) as readonly SignatureState[];

/** A word says the state; colour only helps to find what is wrong. */
function coloured(verdict: Verdict, row: string, paint: Paint): string {
	if (SIGNATURE_CODES[verdict.state] === EXIT.findings) return paint('error', row);
	return signatureBadge(verdict)?.tone === 'caution' ? paint('warning', row) : row;
}

/** Whose signature it is, as far as that is known, and the reasons. */
function sentences({ state, key, named, reasons }: Verdict, words: Words): readonly string[] {
	const whose =
		key && state !== 'signature-invalid'
			? [words('cli_signed_by', { owner: key.owner, thumbprint: key.thumbprint })]
			: named === undefined
				? []
				: [words('cli_names_key', { key: clipped(named, NAME) })];
	return [...whose, ...reasons.map((one) => reasonText(words, one))];
}
