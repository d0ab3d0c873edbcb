import { spawn } from 'node:child_process';
import { connect } from 'node:net';

/** Where a server listens on this machine. */
export type Listening = { readonly socketPath: string } | { readonly port: number };

export interface Running {
	/** All that the program said so far. */
	log(): string;
	/** Resolves with what `find` finds as soon as that is something; else the program is stopped, and what it said is the error. */
	until<T>(find: () => T | undefined | Promise<T | undefined>): Promise<T>;
	stop(): Promise<void>;
}

const PATIENCE = 20_000;
const AGAIN_AFTER = 20;

/** Runs a server that stays in the foreground, with nothing of the user's git configuration. */
export function run(program: string, args: readonly string[], cwd: string): Running {
	const said: Buffer[] = [];
	const child = spawn(program, args, {
		cwd,
		env: { PATH: process.env.PATH, HOME: cwd, LC_ALL: 'C.UTF-8', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
	child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
	child.on('error', (error) => said.push(Buffer.from(error.message)));
	let over = false;
	const closed = new Promise<void>((resolve) => {
		child.once('close', () => {
			over = true;
			resolve();
		});
	});
	// A run that ends before its tests close what they opened leaves nothing running either.
	const kill = () => void child.kill('SIGKILL');
	process.once('exit', kill);
	const log = () => Buffer.concat(said).toString();
	const stop = async () => {
		process.off('exit', kill);
		if (!over) child.kill('SIGTERM');
		const late = setTimeout(kill, 5000);
		await closed;
		clearTimeout(late);
	};
	return {
		log,
		async until(find) {
			const end = performance.now() + PATIENCE;
			while (!over && performance.now() < end) {
				const found = await find();
				if (found !== undefined) return found;
				await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
			}
			const what = over ? 'ended' : `does not answer after ${PATIENCE / 1000} s`;
			await stop();
			throw new Error(`${program} ${what}:\n${log()}`);
		},
		stop,
	};
}

/** `true` once somebody listens there. */
export const answers = (at: Listening): Promise<true | undefined> =>
	new Promise((resolve) => {
		const socket = connect('port' in at ? { ...at, host: '127.0.0.1' } : { path: at.socketPath });
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(undefined));
	});
