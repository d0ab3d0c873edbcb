import { evalResult } from './eval-result.ts';
import { modelIndex } from './model-index.ts';
import type { Scheme } from './scheme.ts';

/** Every kind of token that a key of the list can sign. */
export const schemes: readonly Scheme[] = [evalResult, modelIndex];
