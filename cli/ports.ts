import { createHash } from 'node:crypto';
import { setTimeout as timeout } from 'node:timers/promises';
import { fetchPort } from '../shared/http/fetch-port.ts';
import type { Ports } from '../shared/ports.ts';
import type { Store } from '../shared/store/store.ts';

const ALGORITHMS = { 'SHA-1': 'sha1', 'SHA-256': 'sha256' } as const;

const nodeDigest: Ports['digest'] = async (algorithm, bytes) => createHash(ALGORITHMS[algorithm]).update(bytes).digest();

/** What Node gives the core. Reads as nobody: no cookies, no credentials. */
export const nodePorts = (store: Store): Ports => ({
	fetch: fetchPort(fetch, { credentials: 'omit' }),
	now: Date.now,
	sleep: (milliseconds, signal) => timeout(milliseconds, undefined, { signal }).catch(() => signal.throwIfAborted()),
	digest: nodeDigest,
	store,
});
