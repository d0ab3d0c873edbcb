import { randomBytes } from 'node:crypto';
import packageJson from '../package.json';
import { bundled } from '../shared/messages/catalogue.ts';
import { words } from '../shared/messages/words.ts';
import { memoryStore } from '../shared/store/memory-store.ts';
import { atMost } from './files/at-most.ts';
import { nodePorts } from './ports.ts';
import { run } from './run.ts';
import { cacheFolder, fileStore, settingsFolder } from './store.ts';

const stop = new AbortController();
process.once('SIGINT', () => {
	stop.abort();
	// As a shell reports a command that SIGINT ended.
	process.exit(130);
});
// Whoever reads may stop reading (`| head`): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 4));

process.exitCode = await run(process.argv.slice(2), {
	words: words(bundled, 'en'),
	out: (text) => process.stdout.write(text),
	err: (text) => process.stderr.write(text),
	input: (limit) => atMost(limit, process.stdin),
	colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
	folder: process.cwd(),
	ports: (cache) => nodePorts(cache ? fileStore(cacheFolder(process.env)) : memoryStore()),
	settings: fileStore(settingsFolder(process.env)),
	random: randomBytes,
	now: Date.now,
	version: packageJson.version,
	signal: stop.signal,
});
