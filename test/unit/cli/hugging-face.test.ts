import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCertificates } from '../../hosts/certificates.ts';
import { type HuggingFace, startHuggingFace } from '../../hosts/huggingface/server.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'evalmark-cli-hub-'));
let hub: HuggingFace;

beforeAll(async () => {
	const { authority, certificate, key } = await makeCertificates(['huggingface.co', 'hf.co']);
	writeFileSync(path.join(folder, 'authority.pem'), authority);
	hub = await startHuggingFace({ tls: { key, cert: certificate } });
}, 60_000);
afterAll(async () => {
	await hub.close();
	rmSync(folder, { recursive: true, force: true });
});

/** The command line as a process of its own, which finds `https://huggingface.co` on the loopback and trusts its authority. */
const evalmark = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
	new Promise((resolve) => {
		const preload = path.join(root, 'test/hosts/loopback-tls.cjs');
		const env = {
			PATH: process.env.PATH,
			HOME: folder,
			EVALMARK_TLS_PORT: String(hub.port),
			NODE_EXTRA_CA_CERTS: path.join(folder, 'authority.pem'),
		};
		execFile(
			process.execPath,
			['--require', preload, '--import', 'tsx', 'cli/main.ts', ...args],
			{ cwd: root, env, maxBuffer: 1 << 26 },
			(error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
		);
	});

test('check reads a model of the Hub by its address, without its page', async () => {
	hub.forgetRequests();
	const { out, err } = await evalmark('check', 'https://huggingface.co/lumen-labs/kestrel-32b', '--no-cache');
	expect(err).toBe('');
	expect(out).toContain('lumen-labs/kestrel-32b');
	expect(out).toMatch(/^19 results · 14 on main/m);
	expect(out).toContain('Invalid input: expected string, received null');
	expect(out).toMatch(/71\.40 .*gpqa\.yaml:1/);
	expect(hub.requests.map(({ url }) => url)).not.toContain('/lumen-labs/kestrel-32b');
});

test('export writes what the Hub said, and check reads it again without network', async () => {
	const file = path.join(folder, 'kestrel.json');
	const written = await evalmark('export', 'https://hf.co/lumen-labs/kestrel-32b', '-o', file, '--no-cache');
	expect(written.err).toContain('Wrote');
	expect(JSON.parse(readFileSync(file, 'utf8')).repositories[0].host).toBe('huggingface');
	hub.forgetRequests();
	const { out } = await evalmark('check', file);
	expect(out).toContain('fit their bytes; that they stood at these places is the word of their host');
	expect(hub.requests).toEqual([]);
});

test('an address that names nothing there is said to, with exit code 4', async () => {
	const { code, out, err } = await evalmark('check', 'https://huggingface.co/nobody/nothing', '--no-cache');
	expect(code).toBe(4);
	expect(out + err).toMatch(/nothing at this address|404/);
});
