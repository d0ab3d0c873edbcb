import type { RepoPage } from './repo-page.ts';

/** Whether a page may cost a request unasked: its file list shows what Evalmark reads, or its host says what it is (architecture, rule 4). */
export const mayCarryResults = ({ kind, shows }: RepoPage): boolean => kind !== 'unknown' || shows.length > 0;
