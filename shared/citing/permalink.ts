import type { Repository } from '../hosts/evidence.ts';
import { atLine } from '../hosts/file-url.ts';
import { LOCAL_ORIGIN } from '../hosts/repo-page.ts';
import type { EvidencePlace } from '../report/report.ts';
import { link } from '../trust/link.ts';
import type { CitedScore } from './cited-score.ts';

/** Git's all-zero id: a file from a disk stands in no commit. */
const ON_DISK = /^0+$/;

/**
 * An http(s) address of the repository's own origin without a name or password in front of its host (which would make it look like
 * another's), `undefined` for all else: a report may come from a file that somebody wrote, and what is pasted elsewhere must not lead anywhere else.
 */
export function ownAddress(text: string | undefined, { origin }: Pick<Repository, 'origin'>): string | undefined {
	const url = link(text);
	return url?.origin === origin && url.username === '' && url.password === '' ? url.href : undefined;
}

/** The page of a file of the repository at its commit and that line, if its host has one. */
export function permalink(place: EvidencePlace | undefined, line: number, repository: Pick<Repository, 'origin'>): string | undefined {
	const url = ownAddress(place?.url, repository);
	return url && atLine(url, line, place?.lines);
}

/** Whether a file lies on a disk, in no commit that is known. */
export const onDisk = ({ place, report }: CitedScore): boolean =>
	report.repository.origin === LOCAL_ORIGIN || (place !== undefined && ON_DISK.test(place.commit));

/** The host as people say it, the origin's text where it has none. */
export const hostName = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : origin);
