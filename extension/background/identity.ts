import type { CollectStep } from '../../shared/hosts/evidence.ts';

/**
 * Names what a step tells. A reading that is taken up again tells again what it has told already; steps with a name that is
 * stored are passed over. Times are left out: they differ and say nothing new.
 */
function identity(step: CollectStep): string {
	switch (step.type) {
		case 'repository':
			return JSON.stringify(['repository', step.repository.head ?? null, step.repository.defaultBranch ?? null]);
		case 'objects':
			return JSON.stringify(['objects', ...step.objects.map((object) => object.oid)]);
		case 'evidence':
			return JSON.stringify(['evidence', step.evidence.id, step.evidence.ref, step.evidence.blob, step.evidence.submission ?? null]);
		case 'submissions':
			return JSON.stringify(['submissions', step.total, step.read]);
		case 'benchmark':
			return JSON.stringify(['benchmark', step.dataset, step.found]);
		case 'problem':
			return JSON.stringify(['problem', step.problem.code, step.problem.subject, step.problem.params]);
		case 'done':
			return 'done';
	}
}

/** Which steps are new: each stored one takes one away, so that a step that is told twice in one reading stays told twice. */
export function newSteps(stored: readonly CollectStep[]): (step: CollectStep) => boolean {
	const left = new Map<string, number>();
	for (const step of stored) left.set(identity(step), (left.get(identity(step)) ?? 0) + 1);
	return (step) => {
		const count = left.get(identity(step)) ?? 0;
		left.set(identity(step), count - 1);
		return count <= 0;
	};
}
