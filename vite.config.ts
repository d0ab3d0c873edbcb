import { defineConfig } from 'vite';
import { extensionConfig } from './scripts/build/extension.ts';

/** For tools that look for a vite configuration. The builds themselves are started by `scripts/build.ts`. */
export default defineConfig(extensionConfig(import.meta.dirname, 'chrome', 'dist/chrome'));
