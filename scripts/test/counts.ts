import { readFileSync, rmSync } from 'node:fs';

/** How many tests of one step passed, failed and did not run. */
export interface Counts {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
	/** Names of the tests that failed, with the first line of why. */
	readonly failures?: readonly string[];
}

export const none: Counts = { passed: 0, failed: 0, skipped: 0 };

export const sum = (counts: readonly Counts[]): Counts =>
	counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }), none);

/** Every failed test in a report of either runner: whatever has a name and, at some depth, says that it failed. */
function failuresIn(report: unknown, name = ''): readonly string[] {
	if (Array.isArray(report)) return report.flatMap((item) => failuresIn(item, name));
	if (typeof report !== 'object' || report === null) return [];
	const fields = new Map<string, unknown>(Object.entries(report));
	const own = [fields.get('fullName'), fields.get('title'), name].find((text) => typeof text === 'string' && text !== '');
	const [message] = [fields.get('failureMessages'), fields.get('errors')].flat().filter(Boolean);
	const status = fields.get('status');
	if ((status === 'failed' || status === 'timedOut') && message !== undefined) {
		const text = typeof message === 'string' ? message : typeof message === 'object' ? String(Reflect.get(message ?? {}, 'message')) : '';
		return [`${own}: ${text.split('\n')[0]}`];
	}
	return [...fields.values()].flatMap((value) => failuresIn(value, typeof own === 'string' ? own : name));
}

/** What a reporter wrote, then forgets the file, so that an old report never stands in for a run that crashed. */
export function takeReport(file: string, read: (report: unknown) => Counts): Counts {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		return none;
	}
	rmSync(file);
	return read(JSON.parse(text));
}

const number = (report: unknown, name: string): number => {
	const value = typeof report === 'object' && report !== null && name in report ? Reflect.get(report, name) : 0;
	return typeof value === 'number' ? value : 0;
};

/** vitest `--reporter=json` */
export const vitestCounts = (report: unknown): Counts => ({
	passed: number(report, 'numPassedTests'),
	failed: number(report, 'numFailedTests'),
	skipped: number(report, 'numPendingTests') + number(report, 'numTodoTests'),
	failures: failuresIn(report),
});

/** playwright `--reporter=json`: a test that needed a second try counts as failed. */
export function playwrightCounts(report: unknown): Counts {
	const stats = typeof report === 'object' && report !== null && 'stats' in report ? report.stats : {};
	return {
		passed: number(stats, 'expected'),
		failed: number(stats, 'unexpected') + number(stats, 'flaky'),
		skipped: number(stats, 'skipped'),
		failures: failuresIn(report),
	};
}
