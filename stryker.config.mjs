/** `npm run mutate [-- --mutate FILE]`: changes the code that decides what is verified, and asks whether a test notices. */
export default {
	testRunner: 'vitest',
	plugins: ['@stryker-mutator/vitest-runner'],
	mutate: [
		'shared/trust/**/*.ts',
		'!shared/trust/**/*.generated.*',
		'!shared/trust/keys/bundled.ts',
		'!shared/trust/keys/known-answers.ts',
	],
	vitest: { configFile: 'vitest.mutate.config.ts', related: false },
	coverageAnalysis: 'perTest',
	// What runs once, when a module is loaded, is the same for every test: each such mutant would take all of them.
	ignoreStatic: true,
	concurrency: 2,
	timeoutMS: 10_000,
	reporters: ['clear-text', 'progress-append-only', 'json'],
	jsonReporter: { fileName: 'test-results/mutation.json' },
	thresholds: { high: 95, low: 90, break: 90 },
	tempDirName: 'test-results/mutating',
};
