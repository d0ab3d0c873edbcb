import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { exportOf, fileInCommit, home, throughFile, utf8 } from '../../unit/exports/repository.ts';
import { built } from '../built.ts';
import { say } from '../catalogue.ts';
import { until } from '../driver.ts';
import { launchFirefox, type RunningFirefox } from './launch.ts';
import { Session } from './session.ts';
import { FirefoxTab } from './tab.ts';

/** The viewer in one file, opened from a disk: Firefox gives such a page an origin of its own and nothing else to load from. */
const VIEWER = pathToFileURL(built('viewer-single/evalmark.html')).href;
const folder = mkdtempSync(path.join(tmpdir(), 'evalmark-viewer-'));
const { bundle } = exportOf();
const asked: string[] = [];

let server: Server;
let origin = '';
let firefox: RunningFirefox;
let session: Session;
let desk = '';
let tab: FirefoxTab;

const written = (name: string, content: string): string => {
	writeFileSync(path.join(folder, name), content);
	return path.join(folder, name);
};

beforeAll(async () => {
	server = createServer(({ url = '' }, response) => {
		asked.push(url);
		response
			.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'image/svg+xml' })
			.end('<svg xmlns="http://www.w3.org/2000/svg"/>');
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	// A server that listens on TCP has an address object.
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	firefox = await launchFirefox({});
	session = new Session(firefox.marionette);
	desk = String((await firefox.marionette.send('WebDriver:GetWindowHandle')).value);
});
afterAll(async () => {
	await firefox?.close();
	server.closeAllConnections();
	server.close();
	rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
	asked.length = 0;
	const { handle } = await session.inWindow(desk, () => firefox.marionette.send('WebDriver:NewWindow', { type: 'tab', focus: true }));
	tab = new FirefoxTab(session, String(handle));
	await tab.goto(VIEWER);
	await until('the viewer', () => tab.text('main'));
});
afterEach(async () => {
	await tab.close();
	expect(asked).toEqual([]);
});

const open = async (file: string): Promise<void> => {
	await tab.setFile('input[type=file][multiple]', file);
	await until('the results', async () => (await tab.count('.result')) > 0);
};

test('shows the results of an export, and says how much of it was hashed again', async () => {
	await open(written('owl.evalmark.json', JSON.stringify(bundle)));
	expect(await tab.texts('.result__value b')).toEqual(['20.90', '62.5', '61']);
	await tab.click('button', say('viewer_view_checked'));
	const rehashed = bundle.evidence.length + bundle.objects.length;
	expect(rehashed).toBeGreaterThan(3);
	await until('the count', async () => (await tab.text('main')).includes(say.plural('export_rehashed', rehashed)));
	expect(await tab.text('main')).toContain(say('viewer_all_fits'));
});

test('does not say that all fits where a byte was changed', async () => {
	const [first, ...rest] = bundle.objects;
	const bytes = Buffer.from(first?.bytes ?? '', 'base64');
	bytes[0] = (bytes[0] ?? 0) ^ 1;
	const changed = { ...bundle, objects: [{ ...first, bytes: bytes.toString('base64') }, ...rest] };
	await open(written('changed.evalmark.json', JSON.stringify(changed)));
	await tab.click('button', say('viewer_view_checked'));
	await until('the misfit', async () => (await tab.text('main')).includes(first?.oid ?? ''));
	expect(await tab.text('main')).not.toContain(say('viewer_all_fits'));
});

/** Runs in Firefox's own window: copies a text and pastes it into the page in front, as its menu does. */
function pasteText(text: string): void {
	// Firefox's own: the globals of every browser window, and an XPCOM service.
	const { Cc, Ci, gBrowser, goDoCommand } = globalThis as unknown as {
		Cc: Record<string, { getService(of: unknown): { copyString(text: string): void } }>;
		Ci: Record<string, unknown>;
		gBrowser: { selectedBrowser: HTMLElement };
		goDoCommand(name: string): void;
	};
	Cc['@mozilla.org/widget/clipboardhelper;1']?.getService(Ci.nsIClipboardHelper).copyString(text);
	gBrowser.selectedBrowser.focus();
	goDoCommand('cmd_paste');
}

test('opens what is pasted', async () => {
	await session.privileged(pasteText, '- dataset:\n    id: acme/owl-bench\n    task_id: owl_day\n  value: 41.50\n');
	await until('the value', async () => (await tab.texts('.result__value b')).join() === '41.50');
});

test('text that would load something stays text, and nothing is loaded', async () => {
	const attack = `<img src="${origin}/text" onerror="document.title=1">`;
	const quoted = JSON.stringify(attack);
	const yaml = `- dataset:\n    id: ${quoted}\n    task_id: ${quoted}\n  value: 1\n  notes: ${quoted}\n  source:\n    url: ${origin}/source\n    name: ${quoted}\n`;
	const { evidence, objects } = fileInCommit('.eval_results/x.yaml', utf8(yaml));
	const hostile = exportOf([
		{ type: 'repository', repository: { ...home, head: evidence.commit } },
		{ type: 'objects', objects },
		{ type: 'evidence', evidence },
		{ type: 'done', at: 1 },
	]).bundle;
	await open(written('hostile.evalmark.json', JSON.stringify(throughFile(hostile))));
	for (const view of ['viewer_view_problems', 'viewer_view_checked', 'viewer_view_results'] as const) await tab.click('button', say(view));
	expect(await tab.text('main')).toContain(attack);
	expect(await tab.count('.viewer :is(img, script, iframe, object)')).toBe(0);
	expect(await tab.evaluate(() => document.title)).toBe('Evalmark viewer');
});

/** Runs in a page: tries what a page can to reach a server, and waits for what came of it. */
async function send(target: string): Promise<void> {
	const page = (window as unknown as { wrappedJSObject: Window & typeof globalThis }).wrappedJSObject;
	page.navigator.sendBeacon(`${target}/beacon`);
	const style = document.createElement('style');
	style.textContent = `body { background: url(${target}/style) }`;
	document.head.append(style);
	const image = document.createElement('img');
	const settled = new Promise((done) => {
		image.onload = done;
		image.onerror = done;
	});
	image.src = `${target}/image`;
	document.body.append(image);
	await settled;
	await new Promise((done) => page.fetch(`${target}/fetch`).then(done, done));
}

test('could not send anything if it wanted to', async () => {
	await tab.evaluate(send, origin);
	expect(asked).toEqual([]);
	// Another page from the same disk can, so that the server would have heard.
	await tab.goto(pathToFileURL(written('plain.html', '<!doctype html><link rel="icon" href="data:,"><body>')).href);
	await tab.evaluate(send, origin);
	await until('the server hears', () => ['/beacon', '/style', '/image', '/fetch'].every((url) => asked.includes(url)));
	asked.length = 0;
});
