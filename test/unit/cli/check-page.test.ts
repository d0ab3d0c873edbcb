import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readExport } from '../../../shared/exports/read-export.ts';
import { verifyExport } from '../../../shared/exports/verify-export.ts';
import { benchmarks } from '../../hosts/demo/benchmarks.ts';
import { kestrel } from '../../hosts/demo/kestrel.ts';
import { type Hub, startHub } from '../../hosts/hub.ts';
import { digest } from '../exports/repository.ts';
import { workplace } from './face.ts';

const place = workplace();
let hub: Hub;
let path: string;
beforeAll(async () => {
	const model = kestrel();
	path = model.path;
	hub = await startHub({ repositories: [model, ...benchmarks()] });
}, 120_000);
afterAll(async () => {
	place.remove();
	await hub.close();
});

describe('evalmark on the address of a repository', { timeout: 60_000 }, () => {
	test('checks what its page leads to', async () => {
		const { code, out, err } = await place.evalmark('check', hub.url(`/${path}`));
		expect(out).toContain(path);
		expect(out).toMatch(/Community #\d+/);
		expect(out).toMatch(/On main/);
		expect({ code, err }).toEqual({ code: 0, err: '' });
	});

	test('takes a clone address too', async () => {
		const { out } = await place.evalmark('check', hub.url(`/${path}.git`));
		expect(out).toContain(path);
		expect(out).toMatch(/\.eval_results\/\S+\.yaml:\d+@[0-9a-f]{7}/);
	});

	test('exports what can be checked without the network', async () => {
		const { code, err } = await place.evalmark('export', hub.url(`/${path}`), '-o', 'kestrel.evalmark.json');
		expect({ code, err }).toEqual({ code: 0, err: 'Wrote kestrel.evalmark.json.\n' });
		const read = readExport(readFileSync(join(place.folder, 'kestrel.evalmark.json')));
		if (!read.ok) throw new Error(read.reason.code);
		const check = await verifyExport(read.bundle, digest);
		expect(check.problems).toEqual([]);
		expect(check.proven).toBe(read.bundle.evidence.length);
		expect(check.unproven).toEqual([]);
		hub.forgetRequests();
		expect((await place.evalmark('check', 'kestrel.evalmark.json')).code).toBe(0);
		expect(hub.requests).toEqual([]);
	});

	test('says what could not be read, and ends with 4', async () => {
		const { code, out } = await place.evalmark('check', hub.url('/nobody/nothing'));
		expect(out).toContain('The repository could not be read.');
		expect(code).toBe(4);
		const gone = await place.evalmark('check', 'http://127.0.0.1:9/a/b', '--json');
		expect(gone.err).toContain('127.0.0.1:9 could not be reached.');
		expect(gone.code).toBe(4);
		expect(readExport(gone.out).ok).toBe(true);
	});

	test('says where it cannot write', async () => {
		const { code, err } = await place.evalmark('export', hub.url(`/${path}`), '-o', 'no/such/folder.json');
		expect(err).toBe('no/such/folder.json could not be written (ENOENT).\n');
		expect(code).toBe(4);
	});
});
