import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** They make it as their first step, before anything of the program is loaded. */
const MAKE_IT_THEMSELVES = ['scripts/generate.ts', 'scripts/build.ts', 'scripts/test.ts'];

test('every command works on a fresh machine: what is generated is made before the program is loaded', () => {
	const { scripts } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
		readonly scripts: Readonly<Record<string, string>>;
	};
	expect(scripts).toHaveProperty('start');
	for (const [name, command] of Object.entries(scripts)) {
		if (MAKE_IT_THEMSELVES.some((file) => command.startsWith(`tsx ${file}`))) continue;
		expect(command, name).toMatch(/^npm run -s generate && /);
	}
});
