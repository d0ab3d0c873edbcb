import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readExport } from '../../../shared/exports/read-export.ts';
import { reportOfExport } from '../../../shared/exports/report-of-export.ts';
import { verifyExport } from '../../../shared/exports/verify-export.ts';
import { partsOf, writeExport } from '../../../shared/exports/write-export.ts';
import type { CollectStep } from '../../../shared/hosts/evidence.ts';
import { huggingface } from '../../../shared/hosts/huggingface/index.ts';
import { collect } from '../../../shared/hosts/index.ts';
import { buildReport } from '../../../shared/report/build-report.ts';
import type { Report } from '../../../shared/report/report.ts';
import { datasetsOf } from '../../../shared/results/datasets-of.ts';
import { publicKeyOf } from '../../../shared/trust/crypto/ed25519.ts';
import type { ListedKey } from '../../../shared/trust/keys/key.ts';
import { publicJwk, thumbprint } from '../../../shared/trust/keys/thumbprint.ts';
import { withSignatures } from '../../../shared/trust/signature/check-report.ts';
import { withSignedCommits } from '../../../shared/trust/with-signed-commits.ts';
import { Draft } from '../../hosts/demo/draft.ts';
import { demoLab, signed } from '../../hosts/demo/lab.ts';
import { resultFile } from '../../hosts/demo/result-file.ts';
import { type HuggingFace, startHuggingFace } from '../../hosts/huggingface/server.ts';
import { makeRepositories } from '../../hosts/repositories.ts';
import { hubPageOf, hubPorts } from '../hosts/huggingface/reading.ts';

const PATH = 'lumen-labs/osprey-9b';
const NOW = Date.UTC(2026, 10, 27);
const jwk = publicJwk(publicKeyOf(demoLab));
const keys: readonly ListedKey[] = [
	{
		jwk,
		thumbprint: thumbprint(jwk),
		owner: 'Lab',
		purpose: 'results',
		scopes: [{ hosts: ['huggingface.co'] }],
		status: 'active',
		source: { how: 'pasted' },
	},
];

/** A model that was measured at its first commit, and what came after. */
function model(commit: string, after: Readonly<Record<string, string>>) {
	const draft = new Draft({ path: PATH, description: '', expected: { main: 1 } });
	draft.main('first', { 'model.safetensors': 'weights, first version', 'tokenizer/vocab.txt': 'a b c', 'README.md': 'A model' });
	const claims = { subject: { host: 'huggingface.co', repository: PATH, commit } };
	const entry = signed(PATH, { dataset: 'Idavidrein/gpqa', task: 'diamond', value: '71.2' }, { claims });
	draft.main('Add GPQA', { '.eval_results/gpqa.yaml': resultFile({ ...entry, source: { url: 'https://lab.example/1' } }) });
	draft.main('more', after);
	return draft.done();
}

/** The same input gives the same oids, so that the first commit is known before it is signed for. */
function firstCommit(): string {
	const root = mkdtempSync(path.join(tmpdir(), 'evalmark-first-'));
	try {
		const draft = new Draft({ path: PATH, description: '', expected: { main: 0 } });
		draft.main('first', { 'model.safetensors': 'weights, first version', 'tokenizer/vocab.txt': 'a b c', 'README.md': 'A model' });
		return makeRepositories(root, [draft.done()])[0]?.head ?? '';
	} finally {
		rmSync(root, { recursive: true, force: true });
	}
}

async function read(hub: HuggingFace): Promise<{ report: Report; events: readonly CollectStep[] }> {
	const page = hubPageOf(PATH);
	const ports = hubPorts(hub);
	const { signal } = new AbortController();
	const events: CollectStep[] = [];
	for await (const step of withSignedCommits(collect(page, ports, signal, datasetsOf), page, huggingface, ports, signal)) events.push(step);
	const report = buildReport(events.map((step, index) => ({ ...step, seq: index + 1 })));
	if (!report) throw new Error('nothing was collected');
	return { report: withSignatures(report, { keys, now: NOW }), events };
}

const told = ({ assessments }: Report) => assessments.map(({ signature }) => [signature?.state, signature?.reasons[0]?.code]);

test.each([
	['documentation alone', { 'README.md': 'A model, said better', 'docs/use.md': 'Use it' }, 'verified', 'revision-not-signed'],
	['weights', { 'model.safetensors': 'weights, second version' }, 'changed-since', 'model-changed'],
	['a file in a folder', { 'tokenizer/vocab.txt': 'a b d' }, 'changed-since', 'model-changed'],
])('the Hub tells by its listings what was changed since: %s', async (_name, after, state, reason) => {
	const hub = await startHuggingFace({ repositories: [{ repository: model(firstCommit(), after) }] });
	try {
		const { report, events } = await read(hub);
		expect(told(report)).toEqual([[state, reason]]);
		expect(hub.requests.filter(({ url }) => /\/tree\/[0-9a-f]{40}(?:\?|$)/.test(url))).toHaveLength(2);

		const bundle = writeExport({ report, ...partsOf(events), exportedAt: NOW, generator: { name: 'test', version: '0' } });
		const again = readExport(JSON.stringify(bundle));
		if (!again.ok) throw new Error(JSON.stringify(again.reason));
		expect((await verifyExport(again.bundle, hubPorts(hub).digest)).problems).toEqual([]);
		expect(reportOfExport(again.bundle).map((one) => told(withSignatures(one, { keys, now: NOW })))).toEqual([told(report)]);
	} finally {
		await hub.close();
	}
});

test.each([
	['fails', { kind: 'status', status: 500 }],
	['is a web page', { kind: 'html' }],
] as const)('where a listing %s, that is said of the token, and nothing else is lost', async (_name, fault) => {
	const hub = await startHuggingFace({ repositories: [{ repository: model(firstCommit(), { 'README.md': 'x' }) }] });
	try {
		hub.fault(new RegExp(`/tree/${firstCommit()}`), fault);
		const { report } = await read(hub);
		expect(told(report)).toEqual([['verified', 'commit-not-compared']]);
		expect(report.problems).toEqual([]);
	} finally {
		await hub.close();
	}
});
