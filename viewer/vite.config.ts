import { createHash } from 'node:crypto';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import type { InlineConfig, Plugin } from 'vite';
import { noInnerHtml } from '../scripts/build/extension.ts';

type ViewerTarget = 'viewer' | 'viewer-single';

/** What the page may do: run and show what was built with it, and nothing else. It can load nothing and send nothing anywhere. */
const policy = (scripts: string, styles: string): string =>
	[
		"default-src 'none'",
		`script-src ${scripts}`,
		`style-src ${styles}`,
		'img-src data: blob:',
		'worker-src blob:',
		"form-action 'none'",
		"base-uri 'none'",
	].join('; ');

const EMPTY_POLICY = `content="default-src 'none'"`;

/** Puts the policy into the page. A page from several files names its own origin. */
function policyForFiles(): Plugin {
	return {
		name: 'policy-for-files',
		enforce: 'post',
		transformIndexHtml: { order: 'post', handler: (html) => html.replace(EMPTY_POLICY, `content="${policy("'self'", "'self'")}"`) },
	};
}

/**
 * Puts script and style into the page and their hashes into its policy: one file that opens from a disk, where browsers load
 * no module of another file. The names of what it was built from are gone, so that nothing in it depends on a path.
 */
function singleFile(): Plugin {
	return {
		name: 'single-file',
		enforce: 'post',
		generateBundle: {
			order: 'post',
			handler(_options, bundle) {
				const page = bundle['index.html'];
				const script = Object.values(bundle).find((file) => file.type === 'chunk');
				const style = Object.values(bundle).find((file) => file.fileName.endsWith('.css'));
				if (page?.type !== 'asset' || !script || style?.type !== 'asset' || Object.keys(bundle).length !== 3) {
					return this.error(`one page, one script and one style were expected, not ${Object.keys(bundle).join(', ')}`);
				}
				const css = text(style.source).trim();
				// A module script waits for the page by itself; nothing in it may end the element that it stands in.
				const js = script.code.trim();
				if (/<\/script|<!--/i.test(js) || /<\/style/i.test(css)) this.error('the script or style would end its own element');
				const html = text(page.source)
					.replace(/[ \t]*<script\b[^>]*\bsrc=[^>]*><\/script>\n?/, () => '')
					.replace(/[ \t]*<link\b[^>]*\brel="stylesheet"[^>]*>\n?/, () => '')
					.replace(EMPTY_POLICY, () => `content="${policy(hash(js), hash(css))}"`)
					.replace('</head>', () => `<style>${css}</style>\n</head>`)
					.replace('</body>', () => `<script type="module">${js}</script>\n</body>`);
				for (const name of Object.keys(bundle)) delete bundle[name];
				this.emitFile({ type: 'asset', fileName: 'evalmark.html', source: html });
			},
		},
	};
}

const text = (source: string | Uint8Array): string => (typeof source === 'string' ? source : new TextDecoder().decode(source));
const hash = (source: string): string => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

/** How the viewer is built from the sources in `root` into the folder `outDir`: as several files, or as one. */
export const config = (root: string, outDir: string, target: ViewerTarget): InlineConfig => ({
	configFile: false,
	root: join(root, 'viewer'),
	base: './',
	logLevel: 'warn',
	publicDir: false,
	plugins: [preact(), noInnerHtml(), target === 'viewer' ? policyForFiles() : singleFile()],
	build: {
		outDir,
		emptyOutDir: true,
		modulePreload: false,
		target: ['chrome123', 'firefox142'],
		cssTarget: ['chrome123', 'firefox142'],
		// One script and one style in both forms, without content hashes: those would depend on the absolute path of the build.
		cssCodeSplit: false,
		rolldownOptions: {
			output: { codeSplitting: false, entryFileNames: 'assets/[name].js', assetFileNames: 'assets/[name][extname]' },
		},
	},
});
