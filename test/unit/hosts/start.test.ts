import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');

const lives = (group: number): boolean => {
	try {
		process.kill(-group, 0);
		return true;
	} catch {
		return false;
	}
};

describe('npm start without a display', () => {
	test.each(['SIGINT', 'SIGTERM'] as const)('prints where everything is and leaves nothing behind after %s', async (signal) => {
		const folder = mkdtempSync(path.join(tmpdir(), 'evalmark-start-test-'));
		const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
		const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', '--no-build'], {
			cwd: ROOT,
			env: { ...env, TMPDIR: folder },
			// A process group of its own, so that it can be asked afterwards whether anybody of it is left.
			detached: true,
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		const { pid } = child;
		if (pid === undefined) throw new Error('node does not start');
		const ended = new Promise((resolve) => child.on('exit', (code, by) => resolve(by ?? code)));
		try {
			const said: string[] = [];
			for await (const line of createInterface(child.stdout)) {
				said.push(line);
				if (/Ctrl-C/.test(line)) break;
			}
			const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said[0] ?? '')?.[0] ?? '';
			expect(said.join('\n')).toContain(`${origin}/lumen-labs/kestrel-32b-instruct`);
			expect(said.join('\n')).toContain('There is no display');
			expect(await (await fetch(`${origin}/lumen-labs/kestrel-32b-instruct`)).text()).toContain('.eval_results');
			child.kill(signal);
			expect(await ended).toBe(0);
			await expect(fetch(origin)).rejects.toThrow();
			// The transpiler of tsx ends by itself when it sees that its parent is gone.
			await expect.poll(() => lives(pid), { timeout: 5_000 }).toBe(false);
			// What other programs keep there (tsx its cache) is theirs.
			expect(readdirSync(folder).filter((name) => name.startsWith('evalmark'))).toEqual([]);
		} finally {
			if (lives(pid)) process.kill(-pid, 'SIGKILL');
			rmSync(folder, { recursive: true, force: true });
		}
	});

	test('says how it is used when it is asked for something else', async () => {
		const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', '--nonsense'], {
			cwd: ROOT,
			stdio: ['ignore', 'ignore', 'pipe'],
		});
		let words = '';
		child.stderr.on('data', (chunk: Buffer) => {
			words += chunk;
		});
		expect(await new Promise((resolve) => child.on('close', resolve))).toBe(2);
		expect(words).toContain('npm start');
	});
});
