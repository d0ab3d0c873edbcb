import type { Report } from '../shared/report/report.ts';

/** A report as its reader sees it, with the signatures that their keys tell of. */
export type See = (report: Report) => Report;
