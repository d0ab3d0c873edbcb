import path from 'node:path';
import type { BrowserName, Found } from './browsers.ts';
import { playwrightCounts, takeReport, vitestCounts } from './counts.ts';
import { isStale } from './stale.ts';
import { check, command, commands, type Step } from './step.ts';
import { walls } from './walls.ts';

const REPORTS = 'test-results';

const generate = commands('generate', ['tsx', 'scripts/generate.ts']);
const build = commands('build', ['tsx', 'scripts/build.ts']);
/** The extension's tests need a build, but not a second one of the same sources. */
const buildIfStale: Step = {
	name: 'build',
	run: () => (isStale() ? build.run() : check('build', () => console.log('dist is up to date')).run()),
};

const lint: readonly Step[] = [
	commands('format and lint', ['biome', 'ci']),
	check('walls', walls),
	commands('dead code', ['knip', '--no-progress']),
];
const types = commands('types', ['tsc', '-p', 'shared', '--noEmit'], ['tsc', '-p', '.', '--noEmit']);
const extensionLint = commands('extension lint', ['web-ext', 'lint', '-s', 'dist/firefox', '--warnings-as-errors']);
const budgets = commands('byte budgets', ['size-limit']);

const vitest = (name: string, project: string, env: NodeJS.ProcessEnv = {}): Step => ({
	name,
	async run() {
		const file = path.resolve(REPORTS, `${project}.json`);
		const code = await command(
			'vitest',
			['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
			env,
		);
		return accountFor(code, takeReport(file, vitestCounts));
	},
});

const chromium = (executable: string): Step => ({
	name: 'chromium',
	async run() {
		const file = path.resolve(REPORTS, 'chromium.json');
		const code = await command('playwright', ['test', '--reporter=list,json'], {
			EVALMARK_CHROMIUM: executable,
			PLAYWRIGHT_JSON_OUTPUT_FILE: file,
		});
		return accountFor(code, takeReport(file, playwrightCounts));
	},
});

/** A runner that failed without a failing test (a crash, a file that does not load) or that ran no test at all is a failure too. */
function accountFor<C extends { passed: number; failed: number }>(code: number, counts: C): C {
	const silent = (code !== 0 && counts.failed === 0) || counts.passed + counts.failed === 0;
	return silent ? { ...counts, failed: counts.failed + 1 } : counts;
}

const unit = vitest('unit', 'unit');
const inBrowsers = (found: Found): Step[] => [
	...(found.chromium ? [chromium(found.chromium)] : []),
	...(found.firefox ? [vitest('firefox', 'firefox', { EVALMARK_FIREFOX: found.firefox })] : []),
];

export const PARTS = ['all', 'lint', 'unit', 'chrome', 'firefox'] as const;
export type Part = (typeof PARTS)[number];

/** Which browsers a part cannot do without. */
export const BROWSERS_OF: Record<Part, readonly BrowserName[]> = {
	all: ['chromium', 'firefox'],
	lint: [],
	unit: [],
	chrome: ['chromium'],
	firefox: ['firefox'],
};

/** Which parts try real git servers, where these are. */
export const WITH_SERVERS: Record<Part, boolean> = { all: true, lint: false, unit: true, chrome: true, firefox: true };

export function stepsOf(part: Part, found: Found): readonly Step[] {
	switch (part) {
		case 'all':
			return [generate, ...lint, types, unit, build, extensionLint, budgets, ...inBrowsers(found)];
		case 'lint':
			return [generate, ...lint, types, buildIfStale, extensionLint, budgets];
		case 'unit':
			return [generate, unit];
		case 'chrome':
		case 'firefox':
			return [generate, buildIfStale, ...inBrowsers(found)];
		default:
			return part satisfies never;
	}
}
