import { fetchPort } from '../../shared/http/fetch-port.ts';
import type { Ports } from '../../shared/ports.ts';
import { memoryStore } from '../../shared/store/memory-store.ts';
import { mayRead } from './sites.ts';
import { diskStore } from './store.ts';

const impure: Omit<Ports, 'store'> = {
	fetch: fetchPort((url, init) => fetch(url, init), { credentials: 'omit', allowed: mayRead }),
	now: () => Date.now(),
	sleep: (milliseconds, signal) =>
		new Promise((resolve, reject) => {
			if (signal.aborted) return reject(signal.reason);
			const timer = setTimeout(resolve, milliseconds);
			signal.addEventListener('abort', () => {
				clearTimeout(timer);
				reject(signal.reason);
			});
		}),
	// TypeScript's digest wants bytes that are not shared; ours never are.
	digest: async (algorithm, bytes) => new Uint8Array(await crypto.subtle.digest(algorithm, bytes as Uint8Array<ArrayBuffer>)),
};

export const diskPorts: Ports = { ...impure, store: diskStore() };

let memory: Ports | undefined;

/** For private windows: everything stays in memory, until `forgetPrivate`. */
export function privatePorts(): Ports {
	memory ??= { ...impure, store: memoryStore() };
	return memory;
}

/** Where what is read in a window of that kind is kept. */
export const portsOf = (isPrivate: boolean): Ports => (isPrivate ? privatePorts() : diskPorts);

/** The last private page was left. */
export function forgetPrivate(): void {
	memory = undefined;
}
