import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { until } from '../driver.ts';
import type { Scenario } from '../world.ts';
import type { Outcome } from './vitest-in-page.ts';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The page's script, built now: nothing of it ships. */
async function pageScript(): Promise<string> {
	const outDir = mkdtempSync(path.join(tmpdir(), 'evalmark-store-page-'));
	try {
		await build({
			configFile: false,
			logLevel: 'error',
			resolve: { alias: { vitest: here('vitest-in-page.ts') } },
			define: { 'process.env.EVALMARK_RUNS': JSON.stringify(process.env.EVALMARK_RUNS ?? '1000') },
			build: { outDir, minify: false, lib: { entry: here('page.ts'), formats: ['iife'], name: 'page', fileName: () => 'page.js' } },
		});
		return readFileSync(path.join(outDir, 'page.js'), 'utf8');
	} finally {
		rmSync(outDir, { recursive: true, force: true });
	}
}

export const storeScenario: Scenario = {
	name: 'the store on disk keeps the contract of all stores, and migrates what earlier versions left',
	async run({ driver }) {
		const script = await pageScript();
		const server = createServer(({ url }, response) => {
			const [type, body] =
				url === '/page.js' ? ['text/javascript', script] : ['text/html', '<!doctype html><body><script src="/page.js"></script>'];
			response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
		});
		await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
		try {
			// A server that listens on TCP has an address object.
			const tab = await driver.open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
			// Written by our own page.
			const outcomes = JSON.parse(await until('the tests in the page', () => tab.text('#outcomes'), 60_000)) as readonly Outcome[];
			assert.deepEqual(
				outcomes.flatMap(({ name, error }) => (error === undefined ? [] : [`${name}: ${error}`])),
				[],
			);
			for (const part of [/prefix/, /any key/, /map/, /version 1/, /newer version/])
				assert.ok(
					outcomes.some(({ name }) => part.test(name)),
					`no test about ${part} ran`,
				);
		} finally {
			server.closeAllConnections();
			server.close();
		}
	},
};
