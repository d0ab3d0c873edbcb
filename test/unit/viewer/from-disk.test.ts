import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { config } from '../../../viewer/vite.config.ts';
import { exportOf, fileInCommit, home, throughFile, utf8 } from '../exports/repository.ts';

const executablePath = [process.env.EVALMARK_CHROMIUM, '/usr/bin/chromium'].find((path) => path !== undefined && existsSync(path));
const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'evalmark-viewer-'));
const address = pathToFileURL(join(folder, 'single/evalmark.html')).href;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const { bundle } = exportOf();
const files = {
	'owl.evalmark.json': JSON.stringify(bundle),
	'changed.evalmark.json': JSON.stringify(throughFile({ ...bundle, results: bundle.results.map((one) => ({ ...one, valueText: '99' })) })),
	'newer.json': JSON.stringify({ ...bundle, version: 2 }),
	'kestrel/.eval_results/one.yaml': '- dataset:\n    id: acme/owl-bench\n    task_id: owl_day\n  value: 41.50\n',
	'kestrel/README.md': '# Kestrel',
	'hostile.evalmark.json': hostile(),
};

/** Text in every field that would be markup, script or an address if anybody took it for that. */
function hostile(): string {
	const attack = '<img src=http://127.0.0.1:PORT/x onerror=document.title=1><script>document.title=1</script>';
	const quoted = JSON.stringify(attack);
	const yaml = `- dataset:\n    id: ${quoted}\n    task_id: ${quoted}\n  value: ${quoted}\n  date: ${quoted}\n  notes: ${quoted}\n  ${quoted}: 1\n  source:\n    url: "javascript:document.title=1"\n    name: ${quoted}\n`;
	const { evidence, objects } = fileInCommit('.eval_results/x.yaml', utf8(yaml), {
		submission: { number: 1, state: 'open', author: attack, title: attack },
	});
	return JSON.stringify(
		exportOf([
			{ type: 'repository', repository: { ...home, path: attack, id: `https://git.example.org/${attack}` } },
			{ type: 'objects', objects },
			{
				type: 'evidence',
				evidence: {
					...evidence,
					repository: `https://git.example.org/${attack}`,
					id: `https://git.example.org/${attack}@${evidence.commit}:${evidence.path}`,
				},
			},
			{ type: 'done', at: 1 },
		]).bundle,
	);
}

let browser: Browser;
let page: Page;
let server: Server;
let asked = 0;
let errors: string[] = [];
let requests: string[] = [];

describe.skipIf(!executablePath)('the viewer, opened from a disk in Chromium', { timeout: 60_000 }, () => {
	beforeAll(async () => {
		await build(config(root, join(folder, 'single'), 'viewer-single'));
		server = createServer((_request, response) => {
			asked += 1;
			response.writeHead(200, { 'access-control-allow-origin': '*' }).end();
		});
		await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
		for (const [name, content] of Object.entries(files)) {
			mkdirSync(join(folder, name, '..'), { recursive: true });
			writeFileSync(join(folder, name), content.replaceAll('PORT', String((server.address() as AddressInfo).port)));
		}
		browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] });
	}, 120_000);
	afterAll(async () => {
		await browser.close();
		server.close();
		rmSync(folder, { recursive: true, force: true });
	});

	async function open(): Promise<Page> {
		errors = [];
		requests = [];
		page = await browser.newPage();
		page.on('console', (message) => errors.push(message.text()));
		page.on('pageerror', (error) => errors.push(error.message));
		page.on('request', (request) => requests.push(request.url()));
		await page.goto(address);
		return page;
	}
	const pick = (...names: string[]) =>
		page
			.locator('input[type=file]')
			.first()
			.setInputFiles(names.map((name) => join(folder, name)));
	const text = () => page.locator('.viewer').textContent();

	afterEach(async () => {
		expect(errors).toEqual([]);
		// Its own file, and the empty icon that keeps browsers from asking for one.
		expect(requests.filter((url) => url !== address && !url.startsWith('data:'))).toEqual([]);
		expect(asked).toBe(0);
		expect(await page.title()).toBe('Evalmark viewer');
		await page.close();
	});

	test('says what it can open', async () => {
		await open();
		expect(await text()).toContain('Drop something here');
		expect(await page.locator('button').count()).toBe(2);
	});

	test('shows an export as its page would, and what it checked', async () => {
		await open();
		await pick('owl.evalmark.json');
		await page.locator('.result').first().waitFor();
		expect(await page.locator('.result__value b').allInnerTexts()).toEqual(['20.90', '62.5', '61']);
		expect(await page.locator('h2').allInnerTexts()).toEqual(['lumen-labs/kestrel']);
		expect(await text()).toContain('Community');
		await page.getByRole('button', { name: 'Checked here' }).click();
		expect(await text()).toContain('12 files and git objects hashed again on this computer');
		expect(await text()).toContain('Results and badges were made again from the bytes');
	});

	test('names what does not fit, and shows what the bytes say', async () => {
		await open();
		await pick('changed.evalmark.json');
		await page.getByRole('button', { name: 'Show what does not fit' }).click();
		expect(await page.locator('.misfits').textContent()).toContain('/results/0/valueText');
		await page.getByRole('button', { name: 'Results' }).click();
		expect(await page.locator('.result__value b').first().textContent()).toBe('20.90');
	});

	test('says why it shows nothing of a file, beside what it does show', async () => {
		await open();
		await pick('newer.json', 'owl.evalmark.json');
		await page.locator('.result').first().waitFor();
		expect(await text()).toContain('newer.json is not shown. The export has version 2');
	});

	test('opens a folder, and says that no commit is known', async () => {
		await open();
		await page.locator('input[type=file]').nth(1).setInputFiles(join(folder, 'kestrel'));
		await page.locator('.result').first().waitFor();
		expect(await text()).toContain('41.50');
		expect(await text()).toContain('No commit is known for them.');
		expect(await text()).not.toContain('On main');
	});

	test('opens what is pasted and what is dropped', async () => {
		await open();
		await page.evaluate((pasted) => {
			const clipboardData = new DataTransfer();
			clipboardData.setData('text/plain', pasted);
			document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
		}, files['kestrel/.eval_results/one.yaml']);
		await page.getByText('41.50').waitFor();
		await page.evaluate((dropped) => {
			const dataTransfer = new DataTransfer();
			dataTransfer.items.add(new File([dropped], 'owl.evalmark.json'));
			document.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
		}, files['owl.evalmark.json']);
		await page.getByText('20.90').waitFor();
		expect(await page.locator('h2').allInnerTexts()).toEqual(['pasted text', 'lumen-labs/kestrel']);
		await page.getByRole('button', { name: 'Close pasted text' }).click();
		expect(await page.locator('h2').allInnerTexts()).toEqual(['lumen-labs/kestrel']);
	});

	test('opens a folder that is dropped, with all that is in it', async () => {
		await open();
		const session = await page.context().newCDPSession(page);
		const data = { items: [], files: [join(folder, 'kestrel')], dragOperationsMask: 1 };
		for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
			await session.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
		await page.getByText('41.50').waitFor();
		expect(await page.locator('h2').allInnerTexts()).toEqual(['kestrel']);
	});

	test('shows hostile text as text', async () => {
		await open();
		await pick('hostile.evalmark.json');
		await page.locator('.result').first().waitFor();
		for (const view of ['Results', 'Problems', 'Checked here']) {
			await page.getByRole('button', { name: view }).click();
			expect(await page.locator('.viewer :is(img, script, iframe, object)').count()).toBe(0);
			expect(
				await page
					.locator('.viewer a')
					.evaluateAll((links) => links.filter((link) => !/^https?:/.test((link as HTMLAnchorElement).href)).length),
			).toBe(0);
		}
	});

	test('could not send anything if it wanted to', async () => {
		await open();
		const port = (server.address() as AddressInfo).port;
		const sent = await page.evaluate(async (target) => {
			const image = new Image();
			const loaded = new Promise<string>((done) => {
				image.onload = () => done('loaded');
				image.onerror = () => done('refused');
			});
			image.src = target;
			return [
				await fetch(target).then(
					() => 'sent',
					() => 'refused',
				),
				await loaded,
				navigator.sendBeacon(target) ? 'queued' : 'refused',
			];
		}, `http://127.0.0.1:${port}/`);
		expect(sent.slice(0, 2)).toEqual(['refused', 'refused']);
		expect(errors.every((message) => /content security policy/i.test(message))).toBe(true);
		expect(errors.length).toBeGreaterThan(0);
		errors = [];
		requests = [];
	});

	test('can be worked by keyboard alone', async () => {
		await open();
		await pick('owl.evalmark.json');
		await page.locator('.result').first().waitFor();
		await page.locator('body').press('Tab');
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Problems/);
		await page.keyboard.press('Enter');
		expect(await page.locator('[aria-current=page]').textContent()).toMatch(/^Problems/);
		expect(await page.locator('table').count()).toBe(1);
	});

	test.each(['light', 'dark'] as const)('passes axe in every view, %s, and fits 320 pixels', async (colorScheme) => {
		await open();
		await page.emulateMedia({ colorScheme });
		const violations = async (name: string) => {
			const session = await page.context().newCDPSession(page);
			await session.send('Runtime.evaluate', { expression: axe });
			const found = await page.evaluate(() =>
				(globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run(),
			);
			expect(found.violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([]);
		};
		await violations('empty');
		await pick('owl.evalmark.json', 'changed.evalmark.json', 'newer.json', 'hostile.evalmark.json');
		await page.locator('.result').first().waitFor();
		for (const width of [1280, 320]) {
			await page.setViewportSize({ width, height: 700 });
			for (const view of ['Results', 'Problems', 'Checked here']) {
				await page.getByRole('button', { name: view }).first().click();
				await violations(`${view} ${width}`);
				expect(await page.evaluate(() => document.documentElement.scrollWidth), view).toBeLessThanOrEqual(width);
			}
		}
	});
});
