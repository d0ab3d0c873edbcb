import { it } from 'vitest';
import { definesAnything } from '../unit/benchmarks/property.ts';

it('reads any bytes as a benchmark definition', () => definesAnything(100_000));
