/**
 * Draws the gallery in Chromium, light and dark, wide and narrow, into `shots/gallery/`, and runs axe over each.
 * `npx tsx test/e2e/gallery/look.ts`; exit code 1 if axe found something or a page was broken.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { createServer } from 'vite';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const shots = `${root}shots/gallery`;
const axe = await readFile(`${root}node_modules/axe-core/axe.min.js`, 'utf8');

const server = await createServer({
	root,
	configFile: false,
	publicDir: false,
	logLevel: 'warn',
	server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
});
await server.listen();
const browser = await chromium.launch({ executablePath: process.env.EVALMARK_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
let found = 0;
try {
	await mkdir(shots, { recursive: true });
	for (const colorScheme of ['light', 'dark'] as const) {
		for (const width of [1280, 700, 320]) {
			const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
			page.on('pageerror', (error) => {
				found += 1;
				console.error(error);
			});
			await page.goto(`${server.resolvedUrls?.local[0]}test/e2e/gallery/index.html`);
			await page.locator('html[data-ready]').waitFor();
			const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
			if (wide > 0) {
				found += 1;
				console.error(`${colorScheme} ${width}: ${wide} px too wide`);
			}
			for (const strip of await page.locator('.panel:has(> .strip:not([data-open]))').all()) {
				const height = (await strip.boundingBox())?.height;
				if (height !== 36) {
					found += 1;
					console.error(`${colorScheme} ${width}: a closed panel is ${height} px high`);
				}
			}
			await page.locator('#open').getByRole('button', { name: 'Method' }).first().click();
			await page.locator('#open').getByRole('button', { name: 'Community', exact: true }).click();
			await page.locator('#open').getByRole('button', { name: 'Cite' }).first().click();
			await page.locator('#open').getByRole('button', { name: 'Dispute' }).nth(1).click();
			await page.locator('#long-and-hostile').getByRole('button', { name: 'Dispute' }).first().click();
			await page.locator('#open textarea').nth(1).waitFor();
			await page.evaluate(axe);
			// A page has one panel; only here there are many.
			const report = await page.evaluate(() =>
				(globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
					rules: { 'landmark-unique': { enabled: false } },
				}),
			); // put there by the line above
			for (const violation of report.violations) {
				found += violation.nodes.length;
				for (const node of violation.nodes)
					console.error(`${colorScheme} ${width}: ${violation.id}: ${node.target.join(' ')}: ${node.failureSummary}`);
			}
			await page.screenshot({ path: `${shots}/${colorScheme}-${width}.png`, fullPage: true });
			await page.close();
		}
	}
} finally {
	await browser.close();
	await server.close();
}
console.log(`${shots}: ${found} findings`);
process.exitCode = found > 0 ? 1 : 0;
