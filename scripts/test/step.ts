import { spawn } from 'node:child_process';
import path from 'node:path';
import { type Counts, none } from './counts.ts';

/** One thing that `npm test` does: it has a name, takes time and passes or fails. */
export interface Step {
	readonly name: string;
	run(): Promise<Counts>;
}

export interface StepOutcome {
	readonly name: string;
	readonly counts: Counts;
	readonly seconds: number;
}

const ONE_PASSED: Counts = { ...none, passed: 1 };
const ONE_FAILED: Counts = { ...none, failed: 1 };

/** Runs one step. A step that throws failed; it never stops the others. */
export async function take(step: Step): Promise<StepOutcome> {
	console.log(`\n== ${step.name}`);
	const started = performance.now();
	let counts: Counts;
	try {
		counts = await step.run();
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		counts = ONE_FAILED;
	}
	const seconds = (performance.now() - started) / 1000;
	console.log(`-- ${step.name}: ${line(counts)}, ${seconds.toFixed(1)} s`);
	return { name: step.name, counts, seconds };
}

export const line = ({ passed, failed, skipped }: Counts): string =>
	`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** Where npm put a package's program. Never fetches one: a missing tool is a mistake in package.json. */
export const bin = (program: string): string => path.resolve('node_modules/.bin', program);

/** A command of node_modules/'s programs, its output shown as it comes. Answers its exit code. */
export function command(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
	return new Promise((resolve, reject) => {
		const child = spawn(bin(program), args, { stdio: 'inherit', env: { ...process.env, ...env } });
		child.once('error', reject);
		child.once('exit', (code) => resolve(code ?? 1));
	});
}

/** A step that is one or more commands: passes when all of them exit with 0. Runs all of them, so that one run shows everything. */
export const commands = (name: string, ...list: readonly (readonly [string, ...string[]])[]): Step => ({
	name,
	async run() {
		let failed = false;
		for (const [program, ...args] of list) if ((await command(program, args)) !== 0) failed = true;
		return failed ? ONE_FAILED : ONE_PASSED;
	},
});

/** A step that is a function: it throws, with the reason, or passes. */
export const check = (name: string, body: () => void | Promise<void>): Step => ({
	name,
	async run() {
		await body();
		return ONE_PASSED;
	},
});
