import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CrxPlugin, crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import type { InlineConfig, Plugin } from 'vite';

export type Browser = 'chrome' | 'firefox';

/** The id that Firefox knows the extension by. Firefox wants the form of an e-mail address; nobody reads mail there. */
export const GECKO_ID = 'evalmark@evalmark.example';

/** How vite builds the extension for one browser from the sources in `root` into the folder `outDir`. */
export function extensionConfig(root: string, browser: Browser, outDir: string): InlineConfig {
	return {
		root,
		configFile: false,
		logLevel: 'warn',
		plugins: [
			preact(),
			crx({ manifest: manifestFor(root, browser), browser }),
			nothingWebAccessible(),
			noDeadChunks(),
			noInnerHtml(),
			stubPerHost(root),
		],
		build: {
			outDir,
			emptyOutDir: true,
			modulePreload: false,
			sourcemap: false,
			// The oldest versions that the manifests name: `light-dark()` stays as it is written.
			target: ['chrome123', 'firefox142'],
			cssTarget: ['chrome123', 'firefox142'],
			// The names carry no content hash: nothing caches extension files, and rolldown's hash depends on the absolute path of the build.
			rolldownOptions: {
				// Pages that no manifest names: the background opens them.
				input: ['diagnose', 'look', 'welcome'].map((page) => join(root, 'extension', page, 'index.html')),
				output: { entryFileNames: 'assets/[name].js', chunkFileNames: 'assets/[name].js', assetFileNames: 'assets/[name][extname]' },
			},
		},
	};
}

function manifestFor(root: string, browser: Browser): ManifestV3Export {
	const manifest = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8'));
	if (browser === 'chrome') return { ...manifest, minimum_chrome_version: '123' };
	return {
		...manifest,
		background: { scripts: [manifest.background.service_worker], type: 'module' },
		browser_specific_settings: {
			gecko: { id: GECKO_ID, strict_min_version: '142.0', data_collection_permissions: { required: ['none'] } },
		},
	};
}

/** crxjs opens every `?script` import to all pages, by which a page could find out who has the extension. Injection does not need it. */
function nothingWebAccessible(): CrxPlugin {
	const plugin = {
		name: 'crx:nothing-web-accessible',
		apply: 'build' as const,
		enforce: 'post' as const,
		renderCrxManifest(manifest: { web_accessible_resources?: unknown }) {
			delete manifest.web_accessible_resources;
			return manifest;
		},
	};
	// crxjs types the manifest that it hands over more narrowly than a plugin can state.
	return plugin as unknown as CrxPlugin;
}

/** The stub once for each host, with what pages of that host are asked, as generated, put in. */
function stubPerHost(root: string): Plugin {
	return {
		name: 'stub-per-host',
		apply: 'build',
		enforce: 'post',
		generateBundle: {
			order: 'post',
			handler(_options, bundle) {
				const stub = bundle[STUB];
				if (!stub) return this.error(`crxjs changed: there is no ${STUB}`);
				const built = stub.type === 'chunk' ? stub.code : stub.source;
				const code = typeof built === 'string' ? built : new TextDecoder().decode(built);
				const parts = code.split('globalThis.evalmarkHost');
				if (parts.length !== 2) return this.error('the stub asks for its host in another place');
				const asked: Readonly<Record<string, unknown>> = JSON.parse(
					readFileSync(join(root, 'extension/content/asked.generated.json'), 'utf8'),
				);
				for (const [host, value] of Object.entries(asked))
					this.emitFile({ type: 'asset', fileName: STUB.replace('.iife.', `.${host}.`), source: parts.join(JSON.stringify(value)) });
				delete bundle[STUB];
			},
		},
	};
}

const STUB = 'extension/content/stub.iife.js';

/** Beside each `*.iife.ts` script crxjs emits module chunks of it that nothing loads. */
function noDeadChunks(): Plugin {
	return {
		name: 'no-dead-chunks',
		apply: 'build',
		enforce: 'post',
		generateBundle: {
			order: 'post',
			handler(_options, bundle) {
				const alive = new Set<string>();
				const follow = (name: string) => {
					const file = bundle[name];
					if (alive.has(name) || file?.type !== 'chunk') return;
					alive.add(name);
					for (const next of [...file.imports, ...file.dynamicImports]) follow(next);
				};
				const entries = Object.values(bundle).filter((file) => file.type === 'chunk' && file.isEntry);
				for (const { fileName } of entries) if (!INJECTED.test(fileName)) follow(fileName);
				for (const [name, file] of Object.entries(bundle)) if (file.type === 'chunk' && !alive.has(name)) delete bundle[name];
			},
		},
	};
}

const INJECTED = /\.iife\.tsx?\.js$/;

/**
 * Takes preact's `dangerouslySetInnerHTML` out of every script: it is the one place where text could become markup, and nothing here uses it.
 * On the finished bundle, since crxjs builds `*.iife.*` scripts without these plugins.
 */
export function noInnerHtml(): Plugin {
	const sink = /\b[\w$]+\.innerHTML=[\w$]+\.__html\b/g;
	return {
		name: 'no-inner-html',
		apply: 'build',
		enforce: 'post',
		generateBundle: {
			order: 'post',
			handler(_options, bundle) {
				let found = 0;
				const strip = (code: string) =>
					code.replace(sink, () => {
						found += 1;
						return 'void 0';
					});
				for (const file of Object.values(bundle)) {
					if (!file.fileName.endsWith('.js')) continue;
					if (file.type === 'chunk') file.code = strip(file.code);
					else file.source = strip(typeof file.source === 'string' ? file.source : new TextDecoder().decode(file.source));
				}
				if (found === 0) this.error('preact changed: its innerHTML was not found');
			},
		},
	};
}
