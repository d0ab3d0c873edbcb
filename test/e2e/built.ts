import path from 'node:path';

/** Folder of one part of the build: `dist`, or the one that `EVALMARK_DIST` names, to try another build with the same tests. */
export const built = (part: string): string => path.resolve(process.env.EVALMARK_DIST ?? 'dist', part);
