import { visible } from './visible.ts';

/** A sentence about a file, which is named before it unless it begins with that name itself. */
export const about = (name: string, sentence: string): string => visible(sentence.startsWith(name) ? sentence : `${name}: ${sentence}`);
