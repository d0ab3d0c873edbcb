import { mergeExports } from '../../shared/exports/merge-exports.ts';
import { withSignatures } from '../../shared/trust/signature/check-report.ts';
import type { CheckCommand, ExportCommand } from '../command.ts';
import { EXIT, type ExitCode, worst } from '../exit-code.ts';
import type { Face } from '../face.ts';
import { written } from '../files/written.ts';
import { paint } from '../print/paint.ts';
import { printChanges } from '../print/print-changes.ts';
import { printTarget } from '../print/print-target.ts';
import { visibleJson } from '../print/visible.ts';
import { exitCodeOf } from '../targets/exit-code-of.ts';
import { readTargets } from '../targets/read-targets.ts';
import { trusted } from '../trust.ts';

/** What stands in files and behind addresses, and what is wrong with it; for `export`, all of it as one file. */
export async function check(command: CheckCommand | ExportCommand, face: Face): Promise<ExitCode> {
	const { words } = face;
	const trust = await trusted(face);
	for (const line of printChanges(trust.changes, words, paint(false))) face.err(`${line}\n`);
	const targets = await readTargets(command.targets, command.cache, face, (report) => withSignatures(report, trust));
	const quiet = command.json || command.name === 'export';
	for (const target of targets) {
		const lines = printTarget(target, quiet, words, paint(face.colour), face.now());
		// What is meant for a program goes to standard output alone; what a person has to know then goes beside it.
		if (lines.length > 0) (quiet || target.kind !== 'read' ? face.err : face.out)(`${lines.join('\n')}\n`);
	}
	const codes = targets.map(exitCodeOf);
	const bundle = mergeExports(targets.flatMap((target) => (target.kind === 'read' ? [target.bundle] : [])));
	if (bundle && command.json) face.out(visibleJson(`${JSON.stringify(bundle, null, '\t')}\n`));
	if (command.name === 'check' || !bundle) return worst(codes);
	const code = await written(command.output, `${JSON.stringify(bundle, null, '\t')}\n`, face);
	// An export is a copy, not a verdict: findings in it are no reason to fail, what is missing from it is.
	return worst([code, ...(codes.includes(EXIT.notChecked) ? [EXIT.notChecked] : [])]);
}
