import type { Generator } from '../shared/exports/bundle.ts';

export const generator = (version: string): Generator => ({ name: 'evalmark', version });
