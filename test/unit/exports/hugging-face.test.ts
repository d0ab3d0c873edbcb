import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExportBundle } from '../../../shared/exports/bundle.ts';
import { readExport } from '../../../shared/exports/read-export.ts';
import { reportOfExport } from '../../../shared/exports/report-of-export.ts';
import { verifyExport } from '../../../shared/exports/verify-export.ts';
import { partsOf, writeExport } from '../../../shared/exports/write-export.ts';
import { buildReport } from '../../../shared/report/build-report.ts';
import { type HuggingFace, startHuggingFace } from '../../hosts/huggingface/server.ts';
import { collected, ports } from '../hosts/collecting.ts';
import { hubPageOf, hubPorts } from '../hosts/huggingface/reading.ts';

let hub: HuggingFace;
beforeAll(async () => {
	hub = await startHuggingFace();
}, 60_000);
afterAll(() => hub.close());

async function exported(path: string) {
	const { events } = await collected(hubPageOf(path), hubPorts(hub));
	const report = buildReport(events);
	if (!report) throw new Error('nothing was read');
	const bundle = writeExport({ report, ...partsOf(events), exportedAt: report.asOf, generator: { name: 'test', version: '0' } });
	const read = readExport(JSON.stringify(bundle));
	if (!read.ok) throw new Error(JSON.stringify(read.reason));
	return { report, bundle: read.bundle };
}
const check = (bundle: ExportBundle) => verifyExport(bundle, ports().digest);

test.each(['lumen-labs/kestrel-32b', 'datasets/Idavidrein/gpqa', 'kestrel-tiny'])(
	'what was read of %s is the same from its export, with the host’s word for where each file stood',
	async (path) => {
		const { report, bundle } = await exported(path);
		expect(reportOfExport(bundle)).toEqual([{ ...report, seq: expect.any(Number) }]);
		const { problems, proven, stated, rehashed } = await check(bundle);
		expect(problems).toEqual([]);
		expect(proven).toBe(0);
		expect(stated).toHaveLength(bundle.evidence.length);
		expect(rehashed).toBeGreaterThanOrEqual(bundle.evidence.length);
	},
);

test('a changed file, a changed word of the host and a host that is another are named', async () => {
	const { bundle } = await exported('lumen-labs/kestrel-32b');
	const [piece] = bundle.evidence;
	if (!piece) throw new Error('no evidence');
	const changed = { ...bundle, evidence: [{ ...piece, bytes: `${btoa('- value: 99')}` }, ...bundle.evidence.slice(1)] };
	expect((await check(changed)).problems.map(({ code }) => code)).toContain('blob-hash');
	const silent = { ...bundle, evidence: bundle.evidence.map(({ hostSays: _, ...rest }) => rest) };
	expect((await check(silent)).problems.map(({ code }) => code)).toContain('differs');
	const asGit = { ...bundle, repositories: bundle.repositories.map((repository) => ({ ...repository, host: 'git' })) };
	expect((await check(asGit)).problems.map(({ code }) => code)).toContain('object-missing');
});

test.each([
	['hostSays', { shows: [{ dataset: 7 }] }],
	['hostSays', 'verified'],
	['earlier', { from: 7 }],
])('a file whose %s is %j is refused', async (name, value) => {
	const { bundle } = await exported('kestrel-tiny');
	const evidence = bundle.evidence.map((piece) => ({ ...piece, [name]: value }));
	expect(readExport(JSON.stringify({ ...bundle, evidence })).ok).toBe(false);
});
