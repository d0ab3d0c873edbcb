import { type Answer, request } from '../http/request.ts';
import { fail, type Outcome, succeed } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import { entryOf, fresh } from '../store/schema.ts';
import { gitProblem, type Subject, serverRefusal } from './git-problem.ts';
import type { ObjectFormat } from './oid.ts';
import { lineOf, readPackets } from './pkt-line.ts';
import type { Ref } from './refs.ts';
import { withoutSlashes } from './slashes.ts';
import { advertisedRefs } from './version-0.ts';

/** A repository that answers, and what its server can do. Plain data. */
export interface Remote {
	/** As it was given. */
	readonly cloneUrl: string;
	/** What answers, after redirects on the same origin; requests go below it. */
	readonly url: string;
	readonly format: ObjectFormat;
	/** Objects may be left out by `filter`. */
	readonly filter: boolean;
	/** History may be cut by `deepen` and `deepen-not`. */
	readonly shallow: boolean;
	/** The server speaks version 0 and can do this. Absent: version 2. */
	readonly version0?: readonly string[];
	/** Only what refs stand at can be wanted, with all that it reaches. */
	readonly tipsOnly?: true;
}

const SUFFIX = '/info/refs';
const ADVERTISEMENT = 'application/x-git-upload-pack-advertisement';
/** What a server of files says of one without an ending. */
const DUMB = 'text/plain';
const ADVERTISEMENT_BYTES = 1024 * 1024;

/** Who asks; servers log it. */
export const AGENT = 'evalmark';

/**
 * Asks a clone URL (http or https) what it can do, or remembers it for 5 minutes. Where it redirects, the same with or without `.git` is asked.
 * `not-supported`: no such URL, or a server that speaks neither version 2 nor version 0; `unexpected-answer`: no git server; else as `request`.
 * Sources: gitprotocol-http "Smart Clients", gitprotocol-v2 "Capability Advertisement".
 */
export async function openRemote(
	cloneUrl: string,
	ports: Ports,
	signal: AbortSignal,
	subject: Subject = 'repository',
): Promise<Outcome<Remote>> {
	const base = cloneBase(cloneUrl);
	if (base === undefined) return fail({ code: 'not-supported', subject, params: { reason: 'clone-url', path: cloneUrl } });
	const key = `remote ${base}`;
	const known = await ports.store.get<Remote>('refs', key);
	if (fresh(known, ports.now())) return succeed(known.value);

	const remote = await advertised(cloneUrl, base, ports, signal, subject);
	// Hosts lead from one spelling to the other, and a browser does not show where: the other one is asked for itself.
	const again =
		!remote.ok && remote.problem.code === 'redirected-elsewhere'
			? await advertised(cloneUrl, otherSpelling(base), ports, signal, subject)
			: remote;
	if (!again.ok) return remote;
	await ports.store.put('refs', key, entryOf('refs', again.value, ports.now()));
	return again;
}

const otherSpelling = (base: string): string => (base.endsWith('.git') ? base.slice(0, -'.git'.length) : `${base}.git`);

async function advertised(cloneUrl: string, base: string, ports: Ports, signal: AbortSignal, subject: Subject): Promise<Outcome<Remote>> {
	const url = `${base}${SUFFIX}?service=git-upload-pack`;
	const headers = { 'Git-Protocol': 'version=2' };
	const limits = { maxBytes: ADVERTISEMENT_BYTES };
	const answer = await request(ports, { url, method: 'GET', headers, subject, accepts: [ADVERTISEMENT, DUMB] }, limits, signal);
	if (!answer.ok) return answer;
	const read = readAdvertisement(cloneUrl, url, answer.value, subject);
	if (!read.ok) return read;
	// Version 0 has told its refs with that.
	const { remote, refs } = read.value;
	if (refs) await ports.store.put('refs', advertisedKey(remote), entryOf('refs', refs, ports.now()));
	return succeed(remote);
}

/** Where the refs of a server of version 0 are kept. */
export const advertisedKey = ({ url }: Pick<Remote, 'url'>): string => `advertised ${url}`;

/** The refs of a server of version 0, asked for anew. */
export async function askAdvertised(remote: Remote, ports: Ports, signal: AbortSignal, subject: Subject): Promise<Outcome<readonly Ref[]>> {
	const url = `${remote.url}${SUFFIX}?service=git-upload-pack`;
	const limits = { maxBytes: ADVERTISEMENT_BYTES };
	const answer = await request(ports, { url, method: 'GET', subject, accepts: [ADVERTISEMENT] }, limits, signal);
	if (!answer.ok) return answer;
	const read = readAdvertisement(remote.cloneUrl, url, answer.value, subject);
	return read.ok ? succeed(read.value.refs ?? []) : read;
}

/** The clone URL as requests are built on it; `undefined` if it cannot be asked over HTTP without credentials in it. */
function cloneBase(cloneUrl: string): string | undefined {
	if (!URL.canParse(cloneUrl)) return undefined;
	const url = new URL(cloneUrl);
	const web = url.protocol === 'https:' || url.protocol === 'http:';
	if (!web || url.username !== '' || url.password !== '' || url.search !== '') return undefined;
	return `${url.origin}${withoutSlashes(url.pathname)}`;
}

interface Read {
	readonly remote: Remote;
	/** Of version 0, which tells them unasked. */
	readonly refs?: readonly Ref[];
}

function readAdvertisement(cloneUrl: string, asked: string, answer: Answer, subject: Subject): Outcome<Read> {
	const answered = new URL(answer.url === '' ? asked : answer.url);
	const unexpected = (reason: string) => fail(gitProblem(asked, 'unexpected-answer', subject, reason));
	// Where a redirect left the pattern, git too does not know where to post to (http.followRedirects).
	if (!answered.pathname.endsWith(SUFFIX)) return unexpected('redirect');
	// Git's older way serves files: what is wanted of a packed repository would be all of it.
	if (isDumb(answer.bytes)) return fail(gitProblem(asked, 'not-supported', subject, 'dumb'));
	const { packets, bad } = readPackets(answer.bytes);
	const lines = packets.map(lineOf);
	if (bad || lines.length === 0) return unexpected('advertisement');
	// Version 2 need not repeat the service line of version 0; servers differ.
	const start = lines[0] === '# service=git-upload-pack' ? (lines[1] === undefined ? 2 : 1) : 0;
	const first = lines[start];
	if (first?.startsWith('ERR ')) return fail(serverRefusal(asked, subject, first.slice(4)));
	const end = lines.indexOf(undefined, start);
	if (end === -1) return unexpected('advertisement');
	const told = lines.slice(start, end).map((line) => line ?? '');
	const url = `${answered.origin}${answered.pathname.slice(0, -SUFFIX.length)}`;
	if (first === 'version 2') {
		const remote = remoteOf(cloneUrl, url, told.slice(1), subject);
		return remote.ok ? succeed({ remote: remote.value }) : remote;
	}
	const advertised = advertisedRefs(told);
	if (!advertised) return fail(gitProblem(asked, 'not-supported', subject, 'protocol'));
	return succeed({ remote: remoteOfVersion0(cloneUrl, url, advertised.features), refs: advertised.refs });
}

/** `info/refs` as a file, as `git update-server-info` writes it: an oid, a tab, a name. */
const isDumb = (bytes: Uint8Array): boolean => /^[0-9a-f]{40,64}\t\S/.test(new TextDecoder().decode(bytes.subarray(0, 100)));

/** Both together are how git tells `uploadpack.allowAnySHA1InWant`: without it such a server gives only what its refs stand at. */
const ANY_OBJECT = ['allow-tip-sha1-in-want', 'allow-reachable-sha1-in-want'];

function remoteOfVersion0(cloneUrl: string, url: string, features: readonly string[]): Remote {
	const tipsOnly = !ANY_OBJECT.every((one) => features.includes(one));
	return {
		cloneUrl,
		url,
		format: features.includes('object-format=sha256') ? 'sha256' : 'sha1',
		filter: !tipsOnly && features.includes('filter'),
		shallow: features.includes('shallow'),
		version0: features,
		...(tipsOnly && { tipsOnly }),
	};
}

function remoteOf(cloneUrl: string, url: string, capabilities: readonly string[], subject: Subject): Outcome<Remote> {
	const capability = (name: string) => capabilities.find((line) => line === name || line.startsWith(`${name}=`))?.slice(name.length + 1);
	const fetch = capability('fetch');
	const format = capability('object-format') ?? 'sha1';
	if (fetch === undefined || capability('ls-refs') === undefined) return fail(gitProblem(url, 'not-supported', subject, 'protocol'));
	if (format !== 'sha1' && format !== 'sha256') return fail(gitProblem(url, 'not-supported', subject, 'object-format', format));
	const features = fetch.split(' ');
	return succeed({ cloneUrl, url, format, filter: features.includes('filter'), shallow: features.includes('shallow') });
}
