import type { PageFacts } from '../page-facts.ts';

/** What an address says by itself, for whoever has no page. */
export const bareFacts = (address: string): PageFacts => ({ url: address.split('#')[0] ?? '', metas: [], links: [], shows: [] });
