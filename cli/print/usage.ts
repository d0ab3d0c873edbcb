import type { UsageProblem } from '../arguments/usage.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Face } from '../face.ts';
import { visible } from './visible.ts';

/** Says why a command line was not understood. */
export function tellUsage({ code, params }: UsageProblem, { err, words }: Face): ExitCode {
	const shown = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, visible(value)]));
	err(`${words.code('cli_usage', code, shown)}\n${words('cli_usage_hint')}\n`);
	return EXIT.usage;
}
