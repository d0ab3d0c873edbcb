import { test } from 'vitest';
import { everyExportIsValid } from '../unit/exports/arbitrary-evidence.ts';

test('whatever stands in the files, the export of it is valid, survives a file without loss and fits its own bytes', () =>
	everyExportIsValid(Number(process.env.EVALMARK_RUNS ?? 100_000)));
