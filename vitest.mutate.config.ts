import { defineConfig } from 'vitest/config';

/** The tests that hold `shared/trust`, with few runs of each property: a mutant that only many runs find is worth a test of its own. */
export default defineConfig({
	test: {
		include: ['test/unit/trust/**/*.test.ts'],
		testTimeout: 20_000,
		env: { EVALMARK_RUNS: '30' },
	},
});
