import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { extensionConfig } from './extension.ts';

export const targets = ['viewer', 'viewer-single', 'cli', 'chrome', 'firefox'] as const;
export type Target = (typeof targets)[number];
export const isTarget = (name: string): name is Target => (targets as readonly string[]).includes(name);

/** What `viewer/vite.config.ts` and `cli/vite.config.ts` export. */
type Configured = (root: string, outDir: string, target: Target) => InlineConfig;

/** Builds these targets from the sources in `root` into folders of `out`. The extension carries the viewer, which is built for it where it is missing. */
export async function buildAll(root: string, out: string, wanted: readonly Target[]): Promise<void> {
	// Tools ask for it when they are loaded; a development build has other bytes.
	process.env.NODE_ENV = 'production';
	const carriers = (['chrome', 'firefox'] as const).filter((browser) => wanted.includes(browser));
	const viewer = wanted.includes('viewer') || carriers.length > 0;
	if (viewer) await buildFace(root, out, 'viewer');
	for (const target of ['viewer-single', 'cli'] as const) if (wanted.includes(target)) await buildFace(root, out, target);
	for (const browser of carriers) {
		const folder = join(out, browser);
		await build(extensionConfig(root, browser, folder));
		if (existsSync(join(out, 'viewer'))) cpSync(join(out, 'viewer'), join(folder, 'viewer'), { recursive: true });
	}
}

async function buildFace(root: string, out: string, target: 'viewer' | 'viewer-single' | 'cli'): Promise<void> {
	const file = join(root, target === 'cli' ? 'cli' : 'viewer', 'vite.config.ts');
	if (!existsSync(file)) return;
	const { config }: { config: Configured } = await import(file);
	await build(config(root, join(out, target), target));
}
