import { LOCAL_ORIGIN } from '../../shared/hosts/repo-page.ts';
import type { Report } from '../../shared/report/report.ts';
import { type Trust, withSignatures } from '../../shared/trust/signature/check-report.ts';
import type { VerifyCommand } from '../command.ts';
import { EXIT, type ExitCode, worst } from '../exit-code.ts';
import type { Face } from '../face.ts';
import { paint } from '../print/paint.ts';
import { printChanges } from '../print/print-changes.ts';
import { printCounts, printSignatures } from '../print/print-signatures.ts';
import { printTarget } from '../print/print-target.ts';
import { signaturesJson } from '../print/signatures-json.ts';
import { visibleJson } from '../print/visible.ts';
import { SIGNATURE_CODES } from '../signature-codes.ts';
import { checkedResults, unreadable } from '../targets/checked-results.ts';
import { exitCodeOf, isIncomplete } from '../targets/exit-code-of.ts';
import { readTargets } from '../targets/read-targets.ts';
import type { NamedRepository } from '../targets/repository-at.ts';
import type { Target } from '../targets/target.ts';
import { trusted } from '../trust.ts';
import { keyLists } from './keys/key-lists.ts';

/** What the signatures of results are worth, one by one, by the keys that count. */
export async function verify(command: VerifyCommand, face: Face): Promise<ExitCode> {
	const { words, out, err } = face;
	const lists = await keyLists(command.lists, face);
	if (typeof lists === 'number') return lists;
	const trust = await trusted(face, lists);
	const style = paint(face.colour);
	for (const line of printChanges(trust.changes, words, paint(false))) err(`${line}\n`);
	const targets = await readTargets(command.targets, command.cache, face, (report) => seen(report, trust, command.repository));
	if (command.repository && localRepositories(targets) > 1) {
		err(`${words('cli_verify_several')}\n${words('cli_usage_hint')}\n`);
		return EXIT.usage;
	}
	for (const target of targets) {
		const lines =
			target.kind === 'read' && !command.json
				? printSignatures(target, words, style, face.now())
				: printTarget(target, true, words, style, face.now());
		if (lines.length > 0) (command.json || target.kind !== 'read' ? err : out)(`${lines.join('\n')}\n`);
	}
	if (command.json) out(visibleJson(`${JSON.stringify(signaturesJson(targets), null, '\t')}\n`));
	else if (targets.some(({ kind }) => kind === 'read')) out(`${printCounts(targets, words)}\n`);
	return worst([...targets.flatMap(codesOf), ...(trust.changes.length > 0 ? [EXIT.findings] : [])]);
}

/** The report with its signatures; files of this computer are compared as if they stood where the user says. */
function seen(report: Report, trust: Trust, named: NamedRepository | undefined): Report {
	const { repository } = report;
	const at = repository.origin === LOCAL_ORIGIN && named ? { ...repository, ...named } : repository;
	return { ...withSignatures({ ...report, repository: at }, trust), repository };
}

/** One repository cannot be that of two checkouts: the results of one would all look moved. Several files of one are one. */
function localRepositories(targets: readonly Target[]): number {
	const reports = targets.flatMap((target) => (target.kind === 'read' ? target.reports : []));
	return new Set(reports.flatMap(({ repository }) => (repository.origin === LOCAL_ORIGIN ? [repository.id] : []))).size;
}

function codesOf(target: Target): readonly ExitCode[] {
	if (target.kind !== 'read') return [exitCodeOf(target)];
	const found = target.reports.some((report) => unreadable(report).length > 0) || (target.check?.problems.length ?? 0) > 0;
	return [
		...(found ? [EXIT.findings] : []),
		...(target.reports.some(isIncomplete) ? [EXIT.notChecked] : []),
		...checkedResults(target).map(({ verdict }) => SIGNATURE_CODES[verdict.state]),
	];
}
