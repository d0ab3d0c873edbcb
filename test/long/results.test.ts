import { it } from 'vitest';
import { readsAnything } from '../unit/results/property.ts';

it('reads any bytes', () => readsAnything(100_000));
