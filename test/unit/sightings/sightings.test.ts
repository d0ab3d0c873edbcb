import { describe, expect, test } from 'vitest';
import type { CollectStep, Evidence } from '../../../shared/hosts/evidence.ts';
import { buildReport } from '../../../shared/report/build-report.ts';
import { withSightings } from '../../../shared/sightings/with-sightings.ts';
import { memoryStore } from '../../../shared/store/memory-store.ts';
import type { Store } from '../../../shared/store/store.ts';

const FILE = '- dataset: { id: fieldnotes/tide-tables, task_id: high_water }\n  value: 61.25\n  date: "2026-05-01"\n';
// The literals below are oids by their form.
const oid = (digit: string) => digit.repeat(40) as Evidence['blob'];

interface Made {
	readonly path: string;
	readonly text?: string;
	readonly blob?: string;
	readonly pull?: number;
	readonly baseModels?: readonly string[];
}

function stepsOf({ path, text = FILE, blob = 'b', pull, baseModels }: Made): CollectStep[] {
	const origin = 'https://hub.example';
	const id = `${origin}/${path}`;
	return [
		{
			type: 'repository',
			repository: { id, host: 'git', origin, path, kind: 'model', url: id, head: oid('a'), ...(baseModels && { baseModels }) },
		},
		{
			type: 'evidence',
			evidence: {
				id: `${id}@${oid('a')}:.eval_results/a.yaml`,
				repository: id,
				role: 'results',
				path: '.eval_results/a.yaml',
				ref: 'refs/heads/main',
				commit: oid('a'),
				blob: oid(blob),
				bytes: new TextEncoder().encode(text),
				...(pull !== undefined && { submission: { number: pull, state: 'open' } }),
			},
		},
		{ type: 'done', at: 1 },
	];
}

async function visit(store: Store, at: number, made: Made) {
	async function* steps() {
		yield* stepsOf(made);
	}
	const told: CollectStep[] = [];
	for await (const step of withSightings(steps(), { store, now: () => at })) told.push(step);
	const report = buildReport(told.map((step, index) => ({ ...step, seq: index + 1 })));
	return report?.assessments[0]?.badges.find(({ code }) => code === 'copied');
}

describe('a result that stood in another repository before', () => {
	test('is said to, when the same file is read on a second page, and never of the first', async () => {
		const store = memoryStore();
		expect(await visit(store, 1, { path: 'lumen/kestrel' })).toBeUndefined();
		expect(await visit(store, 2, { path: 'mirror/kestrel' })).toMatchObject({
			params: { path: 'lumen/kestrel', host: 'hub.example', kind: 'blob' },
			url: 'https://hub.example/lumen/kestrel',
		});
		expect(await visit(store, 3, { path: 'lumen/kestrel' })).toBeUndefined();
		expect(await visit(store, 4, { path: 'mirror/kestrel' })).toMatchObject({ params: { path: 'lumen/kestrel' } });
	});

	test('is recognised by its claim in another file, where that names a date or a source', async () => {
		const store = memoryStore();
		await visit(store, 1, { path: 'lumen/kestrel' });
		const moved = { path: 'mirror/kestrel', blob: 'c', text: `# copied\n${FILE}` };
		expect(await visit(store, 2, moved)).toMatchObject({ params: { kind: 'claim' } });
		const bare = FILE.replace(/ {2}date.*\n/, '');
		const other = memoryStore();
		await visit(other, 1, { path: 'lumen/kestrel', blob: 'd', text: bare });
		expect(await visit(other, 2, { path: 'mirror/kestrel', blob: 'e', text: `# by chance\n${bare}` })).toBeUndefined();
	});

	test('with another value is another claim', async () => {
		const store = memoryStore();
		await visit(store, 1, { path: 'lumen/kestrel' });
		expect(await visit(store, 2, { path: 'mirror/kestrel', blob: 'c', text: FILE.replace('61.25', '61.3') })).toBeUndefined();
	});

	test('says so where that is the model that this one was made from', async () => {
		const store = memoryStore();
		await visit(store, 1, { path: 'lumen/kestrel' });
		expect(await visit(store, 2, { path: 'mirror/kestrel-4bit', baseModels: ['Lumen/Kestrel'] })).toMatchObject({
			params: { kind: 'base' },
		});
	});

	test('is not remembered from a pull request that nobody accepted', async () => {
		const store = memoryStore();
		await visit(store, 1, { path: 'lumen/kestrel', pull: 3 });
		expect(await visit(store, 2, { path: 'mirror/kestrel' })).toBeUndefined();
		// The file and the claim of the second, and what each of the two repositories showed.
		expect(await store.keys('sighting')).toHaveLength(4);
	});
});
