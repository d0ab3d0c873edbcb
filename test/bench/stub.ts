import { findBrowsers } from '../../scripts/test/browsers.ts';
import { startChromium } from '../e2e/chromium/driver.ts';
import { registered } from '../e2e/registered.ts';
import { LOOPBACK } from '../e2e/world.ts';
import { startHub } from '../hosts/hub.ts';
import { type Bench, measurement, median } from './measurement.ts';

const ROUNDS = 25;

/** A trace event as far as it is read here (Chromium, Trace Event Format). */
interface TraceEvent {
	readonly name: string;
	readonly ph: string;
	/** µs */
	readonly dur?: number;
	readonly args?: { readonly data?: { readonly url?: string } };
}

/** What the extension costs a page of a granted site that is no repository: script evaluated, compiled and called, in ms. */
export const stub: Bench = {
	name: 'stub',
	async *run() {
		const { chromium } = await findBrowsers(['chromium']);
		if (chromium) process.env.EVALMARK_CHROMIUM = chromium;
		const hub = await startHub({ repositories: [] });
		const driver = await startChromium();
		try {
			await driver.grant(LOOPBACK);
			await registered(driver, LOOPBACK);
			const page = await driver.context.newPage();
			const session = await driver.context.browser()?.newBrowserCDPSession();
			if (!session) throw new Error('Chromium gives no session for tracing');
			const evaluate: number[] = [];
			const compile: number[] = [];
			for (let round = 0; round < ROUNDS; round += 1) {
				const events: TraceEvent[] = [];
				// The protocol types trace events as plain objects.
				const collect = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]));
				session.on('Tracing.dataCollected', collect);
				const traceConfig = { includedCategories: ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'] };
				await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
				await page.goto(hub.url('/about'));
				const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
				await session.send('Tracing.end');
				await complete;
				session.off('Tracing.dataCollected', collect);
				const own = events.filter(({ ph, args }) => ph === 'X' && args?.data?.url?.includes('/stub.'));
				const sum = (...names: string[]) => own.filter(({ name }) => names.includes(name)).reduce((ms, { dur = 0 }) => ms + dur / 1000, 0);
				evaluate.push(sum('EvaluateScript', 'FunctionCall'));
				compile.push(sum('v8.compile'));
			}
			// A median of nothing would look fast.
			if (median(evaluate) === 0) throw new Error('the trace shows no stub');
			yield measurement('stub: evaluate', median(evaluate), 'ms');
			yield measurement('stub: compile', median(compile), 'ms');
		} finally {
			await driver.close();
			await hub.close();
		}
	},
};
