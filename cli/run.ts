import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { mergeExports } from '../shared/exports/merge-exports.ts';
import { type Command, isAddress, parseCommand } from './arguments.ts';
import { EXIT, type ExitCode, worst } from './exit-code.ts';
import type { Face } from './face.ts';
import { paint } from './print/paint.ts';
import { printTarget } from './print/print-target.ts';
import { visible, visibleJson } from './print/visible.ts';
import { exitCodeOf } from './targets/exit-code-of.ts';
import { readPage } from './targets/page.ts';
import { readPath } from './targets/path.ts';
import type { Target } from './targets/target.ts';

/** Runs one command line and answers with its exit code. Never throws for what a file, a page or the network does. */
export async function run(argv: readonly string[], face: Face): Promise<ExitCode> {
	const parsed = parseCommand(argv);
	if (!parsed.ok) {
		const { code, params } = parsed.problem;
		const shown = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, visible(value)]));
		face.err(`${face.words.code('cli_usage', code, shown)}\n${face.words('cli_usage_hint')}\n`);
		return EXIT.usage;
	}
	const { command } = parsed;
	switch (command.name) {
		case 'help':
			face.out(`${face.words('cli_help')}\n`);
			return EXIT.clean;
		case 'version':
			face.out(`evalmark ${face.version}\n`);
			return EXIT.clean;
		case 'check':
		case 'export':
			return await answer(command, await read(command, face), face);
		default:
			return command satisfies never;
	}
}

async function read(command: Extract<Command, { targets: readonly string[] }>, face: Face): Promise<readonly Target[]> {
	const ports = face.ports(command.cache);
	const targets: Target[] = [];
	for (const name of command.targets) targets.push(await (isAddress(name) ? readPage(name, face, ports) : readPath(name, face, ports)));
	return targets;
}

async function answer(
	command: Extract<Command, { targets: readonly string[] }>,
	targets: readonly Target[],
	face: Face,
): Promise<ExitCode> {
	const { words } = face;
	const quiet = command.json || command.name === 'export';
	for (const target of targets) {
		const lines = printTarget(target, quiet, words, paint(face.colour), face.now());
		// What is meant for a program goes to standard output alone; what a person has to know then goes beside it.
		if (lines.length > 0) (quiet || target.kind !== 'read' ? face.err : face.out)(`${lines.join('\n')}\n`);
	}
	const codes = targets.map(exitCodeOf);
	const bundle = mergeExports(targets.flatMap((target) => (target.kind === 'read' ? [target.bundle] : [])));
	if (bundle && command.json) face.out(visibleJson(`${JSON.stringify(bundle, null, '\t')}\n`));
	if (command.name === 'export') {
		if (!bundle) return worst(codes);
		try {
			await writeFile(resolve(face.folder, command.output), `${JSON.stringify(bundle, null, '\t')}\n`);
		} catch (error) {
			const detail = error instanceof Error && 'code' in error ? String(error.code) : String(error);
			face.err(`${words('cli_not_written', { name: visible(command.output), detail })}\n`);
			return EXIT.notChecked;
		}
		face.err(`${words('cli_written', { name: visible(command.output) })}\n`);
		// An export is a copy, not a verdict: findings in it are no reason to fail, what is missing from it is.
		return codes.includes(EXIT.notChecked) ? EXIT.notChecked : EXIT.clean;
	}
	return worst(codes);
}
