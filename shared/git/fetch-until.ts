import { joined } from '../http/joined.ts';
import { readAnswer } from '../http/read-answer.ts';
import { fail, type Outcome, succeed } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import { answerLimits } from './command.ts';
import { answerOf, type Fetched, fetchAsk, fetchedIn, type Wanted } from './fetch-objects.ts';
import { gitProblem, type Subject } from './git-problem.ts';
import type { GitObject } from './object.ts';
import { keepObjects } from './object-store.ts';
import type { Oid } from './oid.ts';
import { packObjectsSoFar } from './pack-objects.ts';
import type { Remote } from './remote.ts';

/** The first look at what has come; each further one at twice as much, so that all looks together read it about twice. */
const FIRST_LOOK = 4 * 1024;

/**
 * Fetches as `fetchObjects` does, but loads no more once `enough` says yes to what has come so far.
 * For servers without filters, which send all of a snapshot: git packs commits first, then the root tree, then what it names in
 * order, so that `.eval_results` comes within the first kilobytes. What has come is kept in the store.
 */
export async function fetchUntil(
	remote: Remote,
	wanted: Wanted,
	enough: (objects: ReadonlyMap<Oid, GitObject>) => boolean,
	ports: Ports,
	signal: AbortSignal,
	subject: Subject = 'repository',
): Promise<Outcome<Fetched>> {
	const ask = fetchAsk(remote, wanted, subject);
	if (!ask.ok) return ask;
	return readAnswer(ports, ask.value, answerLimits, signal, async ({ chunks }) => {
		const come: Uint8Array[] = [];
		let size = 0;
		let nextLook = FIRST_LOOK;
		for await (const chunk of chunks) {
			if (!chunk.ok) return chunk;
			come.push(chunk.value);
			size += chunk.value.length;
			if (size < nextLook) continue;
			nextLook = size * 2;
			const fetched = await fetchedSoFar(joined(come), remote, ports, subject);
			if (!fetched.ok) return fetched;
			if (!enough(fetched.value.objects)) continue;
			await keepObjects(fetched.value.objects.values(), ports.store, ports.now());
			return fetched;
		}
		return fetchedIn(joined(come), remote, wanted, ports, subject);
	});
}

async function fetchedSoFar(bytes: Uint8Array, remote: Remote, ports: Ports, subject: Subject): Promise<Outcome<Fetched>> {
	const read = answerOf(remote)(bytes, remote.url, subject, true);
	if (!read.ok) return read;
	const objects = await packObjectsSoFar(read.value.pack, remote.format, ports.digest);
	if (!objects.ok) return fail(gitProblem(remote.url, objects.code, subject, objects.reason));
	return succeed({ objects: objects.value, shallow: read.value.shallow });
}
