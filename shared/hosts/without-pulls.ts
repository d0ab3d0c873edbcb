import type { HostId } from './repo-page.ts';

/** Hosts that have no pull requests at all: that there are none says nothing of a repository there. */
export const WITHOUT_PULLS: ReadonlySet<HostId> = new Set<HostId>(['cgit', 'gitweb', 'klaus', 'modelscope', 'sourcehut']);
