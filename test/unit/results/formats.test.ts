import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formats, issueCodes, REAL_FILES } from '../../../scripts/formats.ts';

const document = readFileSync(new URL('../../../docs/formats.md', import.meta.url), 'utf8');
const make = 'run: npx tsx scripts/formats.ts';

it('docs/formats.md explains every issue code', () => {
	expect(document.includes(issueCodes()), make).toBe(true);
});

it.skipIf(!existsSync(REAL_FILES))('docs/formats.md says what the code makes of the real files', () => {
	expect(document === formats(REAL_FILES), make).toBe(true);
});
