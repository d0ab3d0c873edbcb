import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '../driver.ts';
import { Marionette } from './marionette.ts';

/** What keeps Firefox from asking, updating and calling home in the middle of a test. */
const QUIET: Readonly<Record<string, string | number | boolean>> = {
	'app.normandy.enabled': false,
	'app.update.enabled': false,
	'browser.aboutwelcome.enabled': false,
	'browser.safebrowsing.provider.google4.updateURL': '',
	'browser.safebrowsing.provider.mozilla.updateURL': '',
	'browser.shell.checkDefaultBrowser': false,
	'browser.startup.homepage_override.mstone': 'ignore',
	'browser.startup.page': 0,
	'datareporting.policy.dataSubmissionEnabled': false,
	'extensions.getAddons.cache.enabled': false,
	'extensions.update.enabled': false,
	'network.captive-portal-service.enabled': false,
	'network.connectivity-service.enabled': false,
	'services.settings.server': 'data:,',
	'toolkit.telemetry.reportingpolicy.firstRun': false,
	// The tests' server is on the loopback: it may not be pre-connected to, because its request log is asserted on.
	'network.http.speculative-parallel-limit': 0,
	// Let the system choose; Firefox writes the port into the profile.
	'marionette.port': 0,
};

export interface RunningFirefox {
	readonly marionette: Marionette;
	close(): Promise<void>;
}

/** Starts Firefox with a profile of its own, without a display, and connects to it. */
export async function launchFirefox(prefs: Readonly<Record<string, string | number | boolean>>): Promise<RunningFirefox> {
	const profile = await mkdtemp(path.join(tmpdir(), 'evalmark-firefox-'));
	const lines = Object.entries({ ...QUIET, ...prefs }).map(
		([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
	);
	await writeFile(path.join(profile, 'user.js'), lines.join('\n'));
	const child = spawn(
		process.env.EVALMARK_FIREFOX ?? 'firefox-esr',
		['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--new-instance', '--profile', profile, 'about:blank'],
		{ stdio: 'ignore', env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1', HOME: profile } },
	);
	const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const stop = async () => {
		if (child.exitCode === null) child.kill('SIGKILL');
		await exited;
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	};
	// A test run that is cut short must not leave a browser behind.
	const kill = () => child.kill('SIGKILL');
	process.once('exit', kill);
	try {
		const port = await until(
			'Firefox opens its Marionette port',
			async () => {
				if (child.exitCode !== null) throw new Error(`Firefox ended with ${child.exitCode}`);
				return Number(await readFile(path.join(profile, 'MarionetteActivePort'), 'utf8')) || undefined;
			},
			60_000,
		);
		const marionette = await Marionette.connect(port);
		await marionette.send('WebDriver:NewSession', { capabilities: { alwaysMatch: { unhandledPromptBehavior: 'ignore' } } });
		return {
			marionette,
			async close() {
				process.off('exit', kill);
				// Firefox goes away while it answers.
				await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
				marionette.close();
				await stop();
			},
		};
	} catch (error) {
		process.off('exit', kill);
		await stop();
		throw error;
	}
}
