import { it } from 'vitest';
import { readsAnything } from './property.ts';

it('reads any bytes', () => readsAnything(Number(process.env.EVALMARK_RUNS ?? 1000)));
