import { defineConfig } from '@playwright/test';

export default defineConfig({
	testDir: 'test/e2e',
	testMatch: '**/*.spec.ts',
	workers: 1,
	reporter: 'list',
	timeout: 120_000,
	retries: 0,
	outputDir: 'test-results/chromium',
});
