import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Scenario } from '../world.ts';

/** That the tests' browsers find hosts on the loopback under their own names: what all scenarios with `huggingface.co` stand on. */
export const ownNames: readonly Scenario[] = [
	{
		name: 'a host under its own name over TLS is on the loopback, for a page and for the extension',
		async run({ driver, underOwnName }) {
			const asked: string[] = [];
			const server = createServer(({ headers, url }, response) => {
				asked.push(`${headers.host}${url}`);
				response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>loopback</h1>');
			});
			await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
			try {
				// A server that listens on TCP has an address object.
				underOwnName((server.address() as AddressInfo).port);
				const tab = await driver.open('https://huggingface.co/page');
				assert.equal(await tab.text('h1'), 'loopback');
				assert.equal(await tab.evaluate(() => isSecureContext && location.protocol), 'https:');
				const body = await driver.inExtension(async () => (await fetch('https://huggingface.co/api')).text());
				assert.match(body, /loopback/);
				for (const line of ['huggingface.co/page', 'huggingface.co/api']) assert.ok(asked.includes(line), asked.join());
			} finally {
				server.closeAllConnections();
				server.close();
			}
		},
	},
];
