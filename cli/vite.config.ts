import { chmodSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import type { InlineConfig } from 'vite';

/** One file that Node 20 runs as it is, without `node_modules`. Not minified: whoever runs it in CI may want to read it. */
export const config = (root: string, outDir: string): InlineConfig => ({
	configFile: false,
	root: join(root, 'cli'),
	logLevel: 'warn',
	publicDir: false,
	plugins: [{ name: 'executable', closeBundle: () => chmodSync(join(outDir, 'evalmark.js'), 0o755) }],
	build: {
		outDir,
		emptyOutDir: true,
		target: 'node20',
		minify: false,
		ssr: true,
		rolldownOptions: {
			input: join(root, 'cli/main.ts'),
			external: [...builtinModules, /^node:/],
			output: { format: 'es', entryFileNames: 'evalmark.js', banner: '#!/usr/bin/env node', codeSplitting: false },
		},
	},
	ssr: { noExternal: true, target: 'node' },
});
