import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareSignatures } from '../../../shared/exports/compare-signatures.ts';
import { readExport } from '../../../shared/exports/read-export.ts';
import { reportOfExport } from '../../../shared/exports/report-of-export.ts';
import { verifyExport } from '../../../shared/exports/verify-export.ts';
import { partsOf, writeExport } from '../../../shared/exports/write-export.ts';
import type { CollectStep } from '../../../shared/hosts/evidence.ts';
import { collect } from '../../../shared/hosts/index.ts';
import { hosts } from '../../../shared/hosts/registry.ts';
import { buildReport } from '../../../shared/report/build-report.ts';
import type { Report } from '../../../shared/report/report.ts';
import { datasetsOf } from '../../../shared/results/datasets-of.ts';
import { bundledKeys } from '../../../shared/trust/keys/bundled.ts';
import { readCandidates } from '../../../shared/trust/keys/candidate.ts';
import type { ListedKey } from '../../../shared/trust/keys/key.ts';
import { shownBadges } from '../../../shared/trust/shown-badges.ts';
import { withSignatures } from '../../../shared/trust/signature/check-report.ts';
import { withSignedCommits } from '../../../shared/trust/with-signed-commits.ts';
import { Draft } from '../../hosts/demo/draft.ts';
import { signed } from '../../hosts/demo/lab.ts';
import { resultFile } from '../../hosts/demo/result-file.ts';
import { type Hub, startHub } from '../../hosts/hub.ts';
import { makeRepositories } from '../../hosts/repositories.ts';
import { pageOf, ports } from '../hosts/collecting.ts';
import { missing, type RealKey, titled, workshop } from './ssh/ssh-keygen.ts';

const PATH = 'harbor-evals/osprey-9b';
const NOW = Date.UTC(2026, 10, 27);

let root: string;
let hub: Hub;
let bare: string;
let work: string;
/** The commit that the scores were measured at. */
let measured: string;

const git = (...args: string[]): string =>
	execFileSync('git', ['-C', work, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], { encoding: 'utf8' }).trim();

function put(name: string, text: string): void {
	mkdirSync(path.dirname(path.join(work, name)), { recursive: true });
	writeFileSync(path.join(work, name), text);
	git('add', name);
}

const push = () => git('push', '-q', 'origin', 'HEAD:main');

beforeAll(async () => {
	root = mkdtempSync(path.join(tmpdir(), 'evalmark-signed-'));
	const draft = new Draft({ path: PATH, description: '', expected: { main: 0 } });
	draft.main('first', { 'model.safetensors': 'weights, first version', 'README.md': 'A model' });
	hub = await startHub({ made: makeRepositories(root, [draft.done()]) });
	bare = hub.repository(PATH).directory;
	work = path.join(root, 'work');
	execFileSync('git', ['clone', '-q', bare, work]);
	measured = git('rev-parse', 'HEAD');
	put('.eval_results/gpqa.yaml', resultFile(token('71.2')));
	git('commit', '-q', '-m', 'Add GPQA');
	push();
});

afterAll(async () => {
	await hub.close();
	rmSync(root, { recursive: true, force: true });
});

const token = (value: string) =>
	signed(
		PATH,
		{ dataset: 'Idavidrein/gpqa', task: 'diamond', value },
		{ claims: { subject: { host: '127.0.0.1', repository: PATH, commit: measured } } },
	);

async function collectedReport(keys: readonly ListedKey[] = bundledKeys): Promise<{ report: Report; events: readonly CollectStep[] }> {
	const page = await pageOf(hub, `/${PATH}`);
	const given = ports();
	const { signal } = new AbortController();
	const host = hosts.find(({ id }) => id === page.host);
	const events: CollectStep[] = [];
	for await (const step of withSignedCommits(collect(page, given, signal, datasetsOf), page, host, given, signal)) events.push(step);
	const report = buildReport(events.map((step, index) => ({ ...step, seq: index + 1 })));
	if (!report) throw new Error('nothing was collected');
	return { report: withSignatures(report, { keys, now: NOW }), events };
}

const states = (report: Report) => report.assessments.map(({ signature }) => [signature?.state, signature?.reasons[0]?.code]);

test('result files and documentation after the commit that was measured change nothing; weights do', async () => {
	put('README.md', 'A model, with its scores');
	git('commit', '-q', '-m', 'Say more');
	push();
	const before = await collectedReport();
	// The token names no revision of the benchmark, which is said; of the commit nothing is left to say.
	expect(states(before.report)).toEqual([['verified', 'revision-not-signed']]);

	put('model.safetensors', 'weights, second version');
	git('commit', '-q', '-m', 'Retrain');
	push();
	const { report, events } = await collectedReport();
	expect(states(report)).toEqual([['changed-since', 'model-changed']]);
	expect(report.assessments[0]?.signature?.reasons[0]?.params).toMatchObject({ paths: 'model.safetensors', more: 0 });
	expect(report.assessments.flatMap((one) => shownBadges(one)).map(({ code }) => code)).toContain('changed-since');

	// What an export holds tells the same again, offline.
	const bundle = writeExport({ report, ...partsOf(events), exportedAt: NOW, generator: { name: 'test', version: '0' } });
	const read = readExport(JSON.stringify(bundle));
	if (!read.ok) throw new Error(JSON.stringify(read.reason));
	expect((await verifyExport(read.bundle, ports().digest)).problems).toEqual([]);
	const again = reportOfExport(read.bundle).map((one) => withSignatures(one, { keys: bundledKeys, now: NOW }));
	expect(again.map(states)).toEqual([states(report)]);
	expect(compareSignatures(read.bundle, again)).toEqual([]);
	// A reader without that key sees another state, and is told that it is for the keys.
	const withoutKeys = reportOfExport(read.bundle).map((one) => withSignatures(one, { keys: [], now: NOW }));
	expect(withoutKeys.map(states)).toEqual([[['unknown-key', 'key-not-listed']]]);
	expect(compareSignatures(read.bundle, withoutKeys)).toMatchObject([{ listed: 'changed-since', here: 'unknown-key', why: 'keys' }]);
	const older = {
		...read.bundle,
		assessments: read.bundle.assessments.map((one) => ({ ...one, signature: { state: 'verified' as const, rules: 0 } })),
	};
	expect(compareSignatures(older, withoutKeys)).toMatchObject([{ why: 'rules' }]);
});

test('a commit that the server does not have is said not to have been compared', async () => {
	const claims = { subject: { host: '127.0.0.1', repository: PATH, commit: 'f'.repeat(40) } };
	put('.eval_results/hle.yaml', resultFile(signed(PATH, { dataset: 'cais/hle', task: 'hle', value: '24.8' }, { claims })));
	git('commit', '-q', '-m', 'Add HLE');
	push();
	const { report } = await collectedReport();
	expect(report.problems).toEqual([]);
	expect(states(report)).toContainEqual(['verified', 'commit-not-compared']);
});

test.skipIf(missing)(titled('who signed the commit that last touched a file is told, with the keys of the reader alone'), async () => {
	const shop = workshop();
	try {
		const ada = shop.key('ada');
		const bob = shop.key('bob');
		const sign = (key: RealKey, message: string) =>
			git('-c', 'gpg.format=ssh', '-c', `user.signingkey=${key.file}`, 'commit', '-q', '-S', '-m', message);
		put('.eval_results/musr.yaml', resultFile({ dataset: 'OpenEvals/MuSR', task: '"musr:murder_mysteries"', value: '63.6' }));
		sign(ada, 'Add MuSR');
		put('.eval_results/aime.yaml', resultFile({ dataset: 'MathArena/aime_2026', task: 'MathArena/aime_2026', value: '86.67' }));
		sign(bob, 'Add AIME');
		push();

		const key = listed(ada);
		const { report, events } = await collectedReport([key]);
		const by = (of: Report) =>
			Object.fromEntries(of.results.map((result, index) => [result.dataset.id, of.assessments[index]?.commit?.state ?? 'none']));
		const told = { 'Idavidrein/gpqa': 'none', 'cais/hle': 'none', 'OpenEvals/MuSR': 'signed', 'MathArena/aime_2026': 'unknown-key' };
		expect(by(report)).toEqual(told);
		const musr = report.assessments[report.results.findIndex(({ dataset }) => dataset.id === 'OpenEvals/MuSR')];
		expect(musr?.commit).toMatchObject({ owner: 'Ada', fingerprint: ada.fingerprint });
		// It is not green: nobody measured anything by it.
		expect(musr && shownBadges(musr).map(({ code, tone }) => `${code} ${tone}`)).toContain('signed-commit plain');

		const bundle = writeExport({ report, ...partsOf(events), exportedAt: NOW, generator: { name: 'test', version: '0' } });
		expect((await verifyExport(bundle, ports().digest)).problems).toEqual([]);
		const [again] = reportOfExport(bundle).map((one) => withSignatures(one, { keys: [key], now: NOW }));
		expect(again && by(again)).toEqual(told);

		const [revoked] = [{ ...key, status: 'revoked' as const }];
		expect(by(withSignatures(report, { keys: [revoked], now: NOW }))).toMatchObject({ 'OpenEvals/MuSR': 'revoked' });
		const early = { ...key, notAfter: '2020-01-01' };
		expect(by(withSignatures(report, { keys: [early], now: NOW }))).toMatchObject({ 'OpenEvals/MuSR': 'outside-validity' });
	} finally {
		shop.remove();
	}
});

function listed({ line }: RealKey): ListedKey {
	const read = readCandidates(line);
	const [candidate] = read.ok ? read.candidates : [];
	if (!candidate) throw new Error('no key');
	return { ...candidate, owner: 'Ada', purpose: 'commits', scopes: [{}], status: 'active', source: { how: 'pasted' } };
}
