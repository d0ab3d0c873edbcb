import { afterAll, beforeAll, expect, test } from 'vitest';
import { readExport } from '../../../shared/exports/read-export.ts';
import { reportOfExport } from '../../../shared/exports/report-of-export.ts';
import { verifyExport } from '../../../shared/exports/verify-export.ts';
import { partsOf, writeExport } from '../../../shared/exports/write-export.ts';
import type { CollectEvent, Gone } from '../../../shared/hosts/evidence.ts';
import { buildReport } from '../../../shared/report/build-report.ts';
import { type Forge, type ForgeName, startForge } from '../../hosts/forges/server.ts';
import { collected, ports } from '../hosts/collecting.ts';
import { forgePageOf, forgePorts } from '../hosts/forges/reading.ts';

const PATHS = {
	github: '/lumen-labs/kestrel-32b-instruct',
	subPath: '/lumen-labs/research/kestrel-32b-instruct',
	codeberg: '/lumen-labs/kestrel-32b-instruct',
	gogs: '/lumen-labs/kestrel-32b-instruct',
} as const;
const NAMES = Object.keys(PATHS) as (keyof typeof PATHS)[]; // of an object that nothing widens
const forges = new Map<ForgeName, Forge>();
beforeAll(async () => {
	for (const name of NAMES) forges.set(name, await startForge(name));
}, 60_000);
afterAll(async () => {
	for (const forge of forges.values()) await forge.close();
});

test.each(NAMES)('what was read of %s is the same from its export, what is gone included, and fits its own bytes', async (name) => {
	const forge = forges.get(name)!;
	const { events } = await collected(await forgePageOf(forge, PATHS[name]), forgePorts(forge));
	const gone: readonly Gone[] = [
		{ path: '.eval_results/a.yaml', commit: 'a'.repeat(40), number: 9, dataset: 'cais/hle', taskId: 'hle', value: '7', at: 1 },
	];
	const last = events.at(-1);
	if (last?.type !== 'done') throw new Error('it has no end');
	const all: readonly CollectEvent[] = [...events.slice(0, -1), { type: 'gone', gone, seq: last.seq }, { ...last, seq: last.seq + 1 }];
	const report = buildReport(all);
	if (!report) throw new Error('nothing was read');
	const bundle = writeExport({ report, ...partsOf(all), exportedAt: report.asOf, generator: { name: 'test', version: '0' } });
	const read = readExport(JSON.stringify(bundle));
	if (!read.ok) throw new Error(JSON.stringify(read.reason));
	expect(reportOfExport(read.bundle)).toEqual([{ ...report, seq: expect.any(Number) }]);
	const { problems, proven } = await verifyExport(read.bundle, ports().digest);
	expect(problems).toEqual([]);
	// Git gives what proves where each file stood.
	expect(proven).toBe(read.bundle.evidence.length);
});
