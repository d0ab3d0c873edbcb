import { parseArgs } from 'node:util';

/** What the command line asks for. */
export type Command =
	| { readonly name: 'help' }
	| { readonly name: 'version' }
	| { readonly name: 'check'; readonly targets: readonly string[]; readonly json: boolean; readonly cache: boolean }
	| {
			readonly name: 'export';
			readonly targets: readonly string[];
			readonly output: string;
			readonly json: boolean;
			readonly cache: boolean;
	  };

/** Why a command line was not understood. Words: `cli_usage_<code>`, hyphens as underscores. */
interface UsageProblem {
	readonly code: 'no-command' | 'unknown-command' | 'unknown-option' | 'no-target' | 'no-output' | 'not-an-address';
	readonly params: Readonly<Record<string, string>>;
}

export type ParsedCommand = { readonly ok: true; readonly command: Command } | { readonly ok: false; readonly problem: UsageProblem };

const refuse = (code: UsageProblem['code'], params: UsageProblem['params'] = {}): ParsedCommand => ({
	ok: false,
	problem: { code, params },
});
const accept = (command: Command): ParsedCommand => ({ ok: true, command });

export const isAddress = (target: string): boolean => /^https?:\/\//i.test(target) && URL.canParse(target);

/** Reads the arguments after the program's name. */
export function parseCommand(argv: readonly string[]): ParsedCommand {
	let parsed: ReturnType<typeof parse>;
	try {
		parsed = parse(argv);
	} catch (error) {
		return refuse('unknown-option', { detail: error instanceof Error ? (error.message.split('. ')[0] ?? '') : '' });
	}
	const { values, positionals } = parsed;
	const [name, ...targets] = positionals;
	if (values.help) return accept({ name: 'help' });
	if (values.version) return accept({ name: 'version' });
	const choices = { targets, json: values.json ?? false, cache: !values['no-cache'] };
	switch (name) {
		case undefined:
			return refuse('no-command');
		case 'help':
			return accept({ name: 'help' });
		case 'check':
			if (targets.length === 0) return refuse('no-target');
			return accept({ name, ...choices });
		case 'export': {
			if (targets.length === 0) return refuse('no-target');
			const stranger = targets.find((target) => !isAddress(target));
			if (stranger !== undefined) return refuse('not-an-address', { target: stranger });
			if (!values.output) return refuse('no-output');
			return accept({ name, ...choices, output: values.output });
		}
		default:
			return refuse('unknown-command', { name });
	}
}

const parse = (argv: readonly string[]) =>
	parseArgs({
		args: [...argv],
		allowPositionals: true,
		options: {
			json: { type: 'boolean' },
			output: { type: 'string', short: 'o' },
			'no-cache': { type: 'boolean' },
			help: { type: 'boolean', short: 'h' },
			version: { type: 'boolean', short: 'V' },
		},
	});
