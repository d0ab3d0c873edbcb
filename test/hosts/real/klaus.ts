import { programOf } from './programs.ts';
import { type Listening, type Running, run } from './running.ts';
import type { Site } from './site.ts';

/** Runs klaus with git's smart HTTP of its own (dulwich). Of two repositories with the same last name, it shows the one named last. */
export async function startKlaus({ origin, folder, repositories }: Site): Promise<{ at: Listening; running: Running }> {
	const directories = repositories.map(({ directory }) => directory);
	// Port 0: it takes a free one and says which.
	const args = ['--host', '127.0.0.1', '--port', '0', '--site-name', new URL(origin).host, '--smarthttp', ...directories];
	const running = run(programOf('klaus'), args, folder);
	const port = await running.until(() => /Running on http:\/\/127\.0\.0\.1:(\d+)/.exec(running.log())?.[1]);
	return { at: { port: Number(port) }, running };
}
