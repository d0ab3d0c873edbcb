import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		projects: [
			{ test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], testTimeout: 20_000 } },
			{ test: { name: 'long', include: ['test/long/**/*.test.ts'], testTimeout: 3_600_000 } },
			{
				test: {
					name: 'firefox',
					include: ['test/e2e/firefox/**/*.test.ts'],
					fileParallelism: false,
					testTimeout: 120_000,
					hookTimeout: 120_000,
				},
			},
		],
	},
});
