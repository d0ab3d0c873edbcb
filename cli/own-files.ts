import type { EvidencePlace, Report } from '../shared/report/report.ts';

/** The files of the repository itself. What is wrong with a benchmark's definition is said where that benchmark lives, and is no finding here. */
export const ownFiles = ({ repository, evidence }: Pick<Report, 'repository' | 'evidence'>): readonly EvidencePlace[] =>
	evidence.filter((place) => place.id.startsWith(`${repository.id}@`));
