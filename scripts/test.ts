/**
 * `npm test [-- chrome|firefox|lint|unit] [--without=chromium|firefox]`: everything that has to hold, or one part of it.
 * Runs every step whatever the others say; the last line is `N passed, N failed`, tests and steps together.
 */
import { BrowserMissing, type BrowserName, findBrowsers } from './test/browsers.ts';
import { sum } from './test/counts.ts';
import { missingAfterInstalling } from './test/servers.ts';
import { line, type StepOutcome, take } from './test/step.ts';
import { BROWSERS_OF, PARTS, type Part, stepsOf, WITH_SERVERS } from './test/steps.ts';

const USAGE = `npm test [-- ${PARTS.join('|')}] [--without=chromium|firefox]`;

function readArguments(args: readonly string[]): { part: Part; without: readonly BrowserName[] } | undefined {
	const without: BrowserName[] = [];
	let part: Part = 'all';
	for (const arg of args) {
		const named = PARTS.find((candidate) => candidate === arg);
		if (named) part = named;
		else if (arg === '--without=firefox' || arg === '--without=chromium')
			without.push(arg === '--without=firefox' ? 'firefox' : 'chromium');
		else return undefined;
	}
	return { part, without };
}

async function main(): Promise<number> {
	const asked = readArguments(process.argv.slice(2));
	if (!asked) {
		console.error(USAGE);
		return 2;
	}
	const needed = BROWSERS_OF[asked.part].filter((name) => !asked.without.includes(name));
	const found = needed.length > 0 ? await findBrowsers(needed) : { chromium: undefined, firefox: undefined };
	const noServers = WITH_SERVERS[asked.part] ? missingAfterInstalling() : [];

	const outcomes: StepOutcome[] = [];
	for (const step of stepsOf(asked.part, found)) outcomes.push(await take(step));

	const seconds = outcomes.reduce((total, outcome) => total + outcome.seconds, 0);
	const total = sum(outcomes.map((outcome) => outcome.counts));
	console.log(`\n== all, ${seconds.toFixed(0)} s`);
	for (const outcome of outcomes)
		console.log(`${outcome.name.padEnd(16)} ${`${outcome.seconds.toFixed(1)} s`.padStart(8)}  ${line(outcome.counts)}`);
	for (const { name, counts } of outcomes) for (const failure of counts.failures ?? []) console.log(`FAILED ${name}: ${failure}`);
	for (const name of asked.without) console.log(`WITHOUT ${name}: its tests were not run`);
	if (noServers.length > 0)
		console.log(`WITHOUT ${noServers.join(', ')}: their tests were skipped (Debian: apt-get install ${noServers.join(' ')})`);
	if (total.skipped > 0) console.log(`${total.skipped} skipped`);
	console.log(`${total.passed} passed, ${total.failed} failed`);
	return total.failed > 0 ? 1 : 0;
}

try {
	process.exitCode = await main();
} catch (error) {
	if (!(error instanceof BrowserMissing)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
