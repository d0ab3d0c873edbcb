import { joined } from '../http/joined.ts';
import { readAnswer } from '../http/read-answer.ts';
import { fail, type Outcome, succeed } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import { entryOf, fresh } from '../store/schema.ts';
import { answerLimits, commandAsk } from './command.ts';
import { gitProblem, type Subject, serverRefusal } from './git-problem.ts';
import { type ObjectFormat, type Oid, oid, oidLength } from './oid.ts';
import { lineOf, readPackets } from './pkt-line.ts';
import { advertisedKey, askAdvertised, type Remote } from './remote.ts';

/** A name and the object it stands at. */
export interface Ref {
	/** `HEAD`, `refs/heads/main`, `refs/pull/7/head` */
	readonly name: string;
	readonly oid: Oid;
	/** For a symbolic ref (`HEAD`): the ref that it follows. */
	readonly symrefTarget?: string;
	/** For an annotated tag: what it was put on. */
	readonly peeled?: Oid;
}

/** Refs as they were at one moment. */
export interface RefList {
	readonly refs: readonly Ref[];
	/** There are more, which were not read. */
	readonly cut?: true;
	/** When the server was asked, ms since 1970: up to 5 minutes ago. */
	readonly at: number;
}

type Listed = Omit<RefList, 'at'>;

/**
 * The refs whose names start with one of `prefixes` (all refs where there is none), remembered for 5 minutes.
 * An empty repository has none. `unexpected-answer` where the answer is not a list of refs; else as `request`.
 * With `enough`, an answer longer than so many bytes is not read to its end, and the list is `cut`.
 * Source: gitprotocol-v2 "ls-refs".
 */
export async function listRefs(
	remote: Remote,
	prefixes: readonly string[],
	ports: Ports,
	signal: AbortSignal,
	subject: Subject = 'repository',
	enough = Number.POSITIVE_INFINITY,
): Promise<Outcome<RefList>> {
	if (remote.version0) return advertised(remote, prefixes, ports, signal, subject);
	const key = `refs ${remote.url} ${JSON.stringify([...prefixes].sort())}`;
	const known = await ports.store.get<Listed>('refs', key);
	if (fresh(known, ports.now())) return succeed({ ...known.value, at: known.at });
	const lines = ['peel', 'symrefs', ...prefixes.map((prefix) => `ref-prefix ${prefix}`)];
	const ask = commandAsk(remote, 'ls-refs', lines, subject);
	if (!ask.ok) return ask;
	const at = ports.now();
	const listed = await readAnswer(ports, ask.value, answerLimits, signal, async ({ chunks }): Promise<Outcome<Listed>> => {
		const come: Uint8Array[] = [];
		let size = 0;
		for await (const chunk of chunks) {
			if (!chunk.ok) return chunk;
			come.push(chunk.value);
			size += chunk.value.length;
			if (size > enough) break;
		}
		return readRefs(joined(come), remote, subject, size > enough);
	});
	if (!listed.ok) return listed;
	await ports.store.put('refs', key, entryOf('refs', listed.value, at));
	return succeed({ ...listed.value, at });
}

/** A server of version 0 tells all refs at once. */
async function advertised(
	remote: Remote,
	prefixes: readonly string[],
	ports: Ports,
	signal: AbortSignal,
	subject: Subject,
): Promise<Outcome<RefList>> {
	const key = advertisedKey(remote);
	const known = await ports.store.get<readonly Ref[]>('refs', key);
	const some = (refs: readonly Ref[]) =>
		refs.filter(({ name }) => prefixes.length === 0 || prefixes.some((prefix) => name.startsWith(prefix)));
	if (fresh(known, ports.now())) return succeed({ refs: some(known.value), at: known.at });
	const at = ports.now();
	const refs = await askAdvertised(remote, ports, signal, subject);
	if (!refs.ok) return refs;
	await ports.store.put('refs', key, entryOf('refs', refs.value, at));
	return succeed({ refs: some(refs.value), at });
}

function readRefs(bytes: Uint8Array, remote: Remote, subject: Subject, cut: boolean): Outcome<Listed> {
	const { packets, end, bad } = readPackets(bytes);
	const unexpected = fail(gitProblem(remote.url, 'unexpected-answer', subject, 'refs'));
	if (bad || (end !== bytes.length && !cut)) return unexpected;
	const refs: Ref[] = [];
	for (const packet of packets) {
		const line = lineOf(packet);
		// The flush that every list ends with: without it the list was cut.
		if (line === undefined) return packet.type === 'flush' ? succeed({ refs }) : unexpected;
		if (line.startsWith('ERR ')) return fail(serverRefusal(remote.url, subject, line.slice(4)));
		const ref = refOf(line, remote.format);
		if (ref === undefined) return unexpected;
		refs.push(ref);
	}
	return cut ? succeed({ refs, cut }) : unexpected;
}

/** `<oid> <name>[ symref-target:<name>][ peeled:<oid>]`; attributes that we do not know are passed over. */
function refOf(line: string, format: ObjectFormat): Ref | undefined {
	const [id, name, ...attributes] = line.split(' ');
	const at = oid(id ?? '');
	if (at === undefined || at.length !== oidLength(format) * 2 || !name) return undefined;
	const attributeOf = (attribute: string) => attributes.find((part) => part.startsWith(`${attribute}:`))?.slice(attribute.length + 1);
	const symrefTarget = attributeOf('symref-target');
	const peeled = oid(attributeOf('peeled') ?? '');
	return { name, oid: at, ...(symrefTarget !== undefined && { symrefTarget }), ...(peeled !== undefined && { peeled }) };
}
