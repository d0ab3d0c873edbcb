import type { Anchor } from '../host.ts';
import { hubSpots } from './spots.ts';

const fixtures: readonly string[] = ['huggingface-model.html', 'huggingface-dataset.html'];

export const hubAnchors: readonly Anchor[] = hubSpots.map((spot, n) => ({ ...spot, fixture: fixtures[n] ?? '', expected: 1 }));
