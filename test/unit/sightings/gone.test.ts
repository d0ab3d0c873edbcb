import { describe, expect, test } from 'vitest';
import type { CollectStep, Evidence, Gone, Submission } from '../../../shared/hosts/evidence.ts';
import { withSightings } from '../../../shared/sightings/with-sightings.ts';
import { memoryStore } from '../../../shared/store/memory-store.ts';
import type { Store } from '../../../shared/store/store.ts';

const ID = 'https://git.example.org/lumen-labs/kestrel';
const DAY = 24 * 3_600_000;
const oid = (digit: string) => digit.repeat(40) as Evidence['blob']; // of the right form

const score = (task: string, value: string) => `- dataset: { id: fieldnotes/tide-tables, task_id: ${task} }\n  value: ${value}\n`;

interface Stands {
	readonly text: string;
	readonly pull?: Pick<Submission, 'number' | 'state'>;
	readonly base?: string;
}

/** Reads a repository in which this stands. */
async function read(store: Store, at: number, files: readonly Stands[], problem?: 'repository' | 'benchmark'): Promise<readonly Gone[]> {
	const steps: CollectStep[] = [
		{
			type: 'repository',
			repository: { id: ID, host: 'git', origin: 'https://git.example.org', path: 'lumen-labs/kestrel', kind: 'model', url: ID },
		},
		...files.map(({ text, pull, base }, n): CollectStep => {
			const path = `.eval_results/${n}.yaml`;
			const evidence: Evidence = {
				id: `${ID}@${oid('a')}:${path}`,
				repository: ID,
				role: 'results',
				path,
				ref: 'refs/heads/main',
				commit: oid('a'),
				blob: oid('b'),
				bytes: new TextEncoder().encode(text),
				...(pull && { submission: pull }),
				...(base !== undefined && { base: [{ blob: oid('c'), bytes: new TextEncoder().encode(base) }] }),
			};
			return { type: 'evidence', evidence };
		}),
		...(problem ? [{ type: 'problem', problem: { code: 'offline', subject: problem, params: {} } } as const] : []),
		{ type: 'done', at },
	];
	async function* stream() {
		yield* steps;
	}
	const told: Gone[] = [];
	for await (const step of withSightings(stream(), { store, now: () => at })) if (step.type === 'gone') told.push(...step.gone);
	return told;
}
const values = (gone: readonly Gone[]) => gone.map(({ value, instead }) => (instead === undefined ? value : `${value} → ${instead}`));

describe('what stood here when it was last read', () => {
	test('and stands nowhere here any more is gone, with where and when', async () => {
		const store = memoryStore();
		expect(await read(store, 1, [{ text: score('high', '61.25') + score('low', '58') }])).toEqual([]);
		expect(await read(store, DAY, [{ text: score('low', '58') }])).toEqual([
			{ path: '.eval_results/0.yaml', commit: oid('a'), dataset: 'fieldnotes/tide-tables', taskId: 'high', value: '61.25', at: 1 },
		]);
	});

	test('is told again, until it comes back, or for 90 days', async () => {
		const store = memoryStore();
		const low = [{ text: score('low', '58') }];
		await read(store, 1, [{ text: score('high', '61.25') + score('low', '58') }]);
		expect(values(await read(store, DAY, low))).toEqual(['61.25']);
		expect(values(await read(store, 2 * DAY, low))).toEqual(['61.25']);
		expect(values(await read(store, 91 * DAY, low))).toEqual([]);
		await read(store, 92 * DAY, [{ text: score('high', '61.25') }]);
		expect(values(await read(store, 93 * DAY, [{ text: score('high', '61.25') + score('low', '58') }]))).toEqual([]);
	});

	test('and was replaced: what the claim says now', async () => {
		const store = memoryStore();
		await read(store, 1, [{ text: score('high', '61.25') }]);
		expect(values(await read(store, DAY, [{ text: score('high', '60.0') }]))).toEqual(['61.25 → 60.0']);
	});

	test('and moved to another file, or from its pull request to the default branch, is not gone', async () => {
		const store = memoryStore();
		await read(store, 1, [{ text: score('high', '1') }, { text: score('low', '2'), pull: { number: 4, state: 'open' } }]);
		expect(await read(store, DAY, [{ text: '[]' }, { text: score('low', '2') + score('high', '1') }])).toEqual([]);
	});

	test('in a pull request whose ref was deleted is gone; what it only inherited is not told twice', async () => {
		const store = memoryStore();
		const main = { text: score('high', '1') };
		await read(store, 1, [
			main,
			{ text: score('high', '1') + score('low', '2'), pull: { number: 4, state: 'closed' }, base: score('high', '1') },
		]);
		expect(await read(store, DAY, [main])).toMatchObject([{ value: '2', number: 4 }]);
	});

	test('and could not be read this time is not gone, and stays known', async () => {
		const store = memoryStore();
		await read(store, 1, [{ text: score('high', '1') }]);
		expect(await read(store, DAY, [], 'repository')).toEqual([]);
		// That a benchmark could not be read hides no score.
		expect(values(await read(store, 2 * DAY, [], 'benchmark'))).toEqual(['1']);
	});

	test('says the same when a reading is taken up again', async () => {
		const store = memoryStore();
		await read(store, 1, [{ text: score('high', '1') }]);
		const first = await read(store, DAY, []);
		expect(await read(store, DAY, [])).toEqual(first);
	});

	test('is forgotten with what was seen', async () => {
		const store = memoryStore();
		await read(store, 1, [{ text: score('high', '1') }]);
		await store.clear(['sighting']);
		expect(await read(store, DAY, [])).toEqual([]);
	});
});
