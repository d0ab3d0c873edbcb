import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recognise } from '../../../shared/hosts/pages.ts';
import { attacks, hostile } from '../../hosts/demo/difficult.ts';
import { kestrel } from '../../hosts/demo/kestrel.ts';
import { type Hub, startHub } from '../../hosts/hub.ts';
import { makeRepositories } from '../../hosts/repositories.ts';
import { pageOf } from './collecting.ts';

const run = promisify(execFile);
const PATH = 'lumen-labs/kestrel-32b-instruct';

let hub: Hub;
let folder: string;
beforeAll(async () => {
	hub = await startHub({ repositories: [kestrel(), hostile()] });
	folder = mkdtempSync(path.join(tmpdir(), 'evalmark-hub-test-'));
});
afterAll(async () => {
	await hub.close();
	rmSync(folder, { recursive: true, force: true });
});
const text = async (url: string) => (await fetch(hub.url(url))).text();

describe('the demo hub', () => {
	test('makes the same repositories every time', () => {
		const [again] = makeRepositories(folder, [kestrel()]);
		expect(again?.head).toBe(hub.repository(PATH).head);
		expect(again?.pullHeads).toEqual(hub.repository(PATH).pullHeads);
	});

	test('can be cloned by git itself', async () => {
		const clone = path.join(folder, 'clone');
		await run('git', ['clone', '-q', '--depth', '1', hub.url(`/${PATH}.git`), clone]);
		expect(readdirSync(path.join(clone, '.eval_results'))).toContain('hle.yaml');
	});

	test('refuses a push', async () => {
		await expect(run('git', ['-C', path.join(folder, 'clone'), 'push', '-q', 'origin', 'HEAD:refs/heads/x'])).rejects.toThrow();
	});

	test('names its repositories, and no other page names one', async () => {
		expect(await pageOf(hub, `/${PATH}/pull/4`)).toMatchObject({ path: PATH });
		for (const page of ['/', '/about', '/nobody/nothing']) {
			const marks = (await text(page)).match(/<(?:link rel="vcs|meta name="(?:vcs|go-import|evalmark))[^>]*>/g);
			expect(marks).toBeNull();
		}
		expect(recognise({ url: hub.origin, metas: [], links: [], shows: [] })).toBeUndefined();
	});

	test('shows what others wrote as text', async () => {
		for (const page of [
			'/',
			'/hostile/angle-brackets',
			'/hostile/angle-brackets/pulls',
			'/hostile/angle-brackets/pull/1',
			'/hostile/angle-brackets/tree/main/.eval_results',
		]) {
			const markup = await text(page);
			for (const attack of attacks.filter((one) => one.includes('<'))) expect(markup).not.toContain(attack);
			expect(markup).not.toContain('<img src=x');
		}
	});

	test('can send the strictest policy', async () => {
		const strict = await startHub({ made: hub.repositories, csp: true });
		const policy = (await fetch(strict.url(`/${PATH}`))).headers.get('content-security-policy');
		await strict.close();
		expect(policy).toMatch(/^default-src 'none'/);
		expect(policy).toContain("require-trusted-types-for 'script'");
	});

	test('logs what it was asked, holds it back, and lets it fail on demand', async () => {
		hub.forgetRequests();
		const gate = hub.hold('GET /about');
		const waiting = text('/about');
		await gate.reached;
		expect(hub.requests).toMatchObject([{ method: 'GET', url: '/about', status: 0 }]);
		gate.release();
		expect(await waiting).toContain('About');
		const undo = hub.fault('/about', { kind: 'rate-limited', retryAfter: 7 }, { after: 1, times: 1 });
		const answers = [await fetch(hub.url('/about')), await fetch(hub.url('/about')), await fetch(hub.url('/about'))];
		undo();
		expect(answers.map(({ status }) => status)).toEqual([200, 429, 200]);
		expect(answers[1]?.headers.get('retry-after')).toBe('7');
	});
});
