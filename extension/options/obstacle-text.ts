import type { Words } from '../../shared/messages/words.ts';
import { MODELS_WITH_KNOWN_TOKENS } from '../../shared/trust/keys/known-answers.ts';
import type { Obstacle } from '../../shared/trust/keys/obstacle.ts';

/** Why a key is not taken, and what can be done. */
export const obstacleText = (words: Words, code: Obstacle): string =>
	words.code('key_refused', code, { models: MODELS_WITH_KNOWN_TOKENS.join(', ') });
