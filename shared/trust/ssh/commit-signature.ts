import { parseCommit } from '../../git/commit.ts';
import { oid } from '../../git/oid.ts';
import { joined } from '../../http/joined.ts';

/** Why the bytes of a commit cannot be said to be signed by anybody. Words: `reason_<code>`, hyphens as underscores. */
export type CommitFault =
	/** No tree on the first line, or no author and committer that can be read. */
	| 'not-a-commit'
	| 'too-many-headers'
	/** A zero byte among the headers: what is read in C ends there. */
	| 'zero-byte'
	/** git would read both as one text. */
	| 'two-signatures'
	/** A header `gpgsig…` that is neither of git's two: git leaves it out of what is signed, so that anybody could write there. */
	| 'other-signature'
	| 'two-identities';

export type SignatureKind = 'ssh' | 'openpgp' | 'x509' | 'unknown';

/** The committer's word: git checks none of it. */
interface Person {
	readonly name: string;
	readonly email: string;
}

/** What was signed, as far as the signature is good. All of it is read from the payload, and so covered by the signature. */
export interface SignedCommit {
	readonly kind: SignatureKind;
	/** The signature as it was before it became a header. */
	readonly armour: string;
	/** The bytes that it is over. */
	readonly payload: Uint8Array;
	readonly author: Person;
	readonly committer: Person;
	/** Seconds since 1970, by the committer's clock. */
	readonly committedAt: number;
}

export type CommitSignature = { readonly kind: 'none' } | SignedCommit | { readonly kind: 'malformed'; readonly fault: CommitFault };

/** What an armour begins with, as in git's gpg-interface.c (gitformat-signature, "DESCRIPTION"). */
const ARMOURS: readonly (readonly [string, SignatureKind])[] = [
	['-----BEGIN SSH SIGNATURE-----', 'ssh'],
	['-----BEGIN PGP SIGNATURE-----', 'openpgp'],
	['-----BEGIN PGP MESSAGE-----', 'openpgp'],
	['-----BEGIN SIGNED MESSAGE-----', 'x509'],
];

/** Which header holds the signature, by the digits of the commit's oids; the other one is over the same commit in the other format. */
const SIGNATURE_HEADERS: Readonly<Record<number, string>> = { 40: 'gpgsig', 64: 'gpgsig-sha256' };
const SIGNATURE_NAMES: readonly string[] = Object.values(SIGNATURE_HEADERS);

/** Far above what any commit has: each parent is a header, and git's own octopus merges have some dozens. */
const MOST_HEADERS = 1024;

const LINE_FEED = 0x0a;
const SPACE = 0x20;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Takes the signature out of a commit's bytes (those without `commit <length>\0`). The payload is what git gives to the program that checks
 * (`parse_buffer_signed_by_header` in commit.c): all bytes but the headers `gpgsig` and `gpgsig-sha256` with their continuation lines.
 * A signed tag inside of a `mergetag` header stays, with whatever signature stands in its lines, since each begins with a space.
 * `none` also where only the header of the other format is there, as git has it.
 */
export function commitSignature(bytes: Uint8Array): CommitSignature {
	const headers = headersOf(bytes);
	if (!headers) return malformed('too-many-headers');
	const count = (name: string): number => headers.filter((header) => header.name === name).length;
	const tree = headers[0]?.name === 'tree' ? oid(headerValue(bytes, headers[0]).replace(/\n$/, '')) : undefined;
	if (!tree) return malformed('not-a-commit');
	if (SIGNATURE_NAMES.some((name) => count(name) > 1)) return malformed('two-signatures');
	const isSignature = ({ name }: Header): boolean => SIGNATURE_NAMES.includes(name);
	if (headers.some((header) => header.name.startsWith('gpgsig') && !isSignature(header))) return malformed('other-signature');
	const header = headers.find(({ name }) => name === SIGNATURE_HEADERS[tree.length]);
	// Old tools wrote strange authors: only where a signature is said to cover them do they have to be read.
	if (!header) return { kind: 'none' };
	if (bytes.subarray(0, headers.at(-1)?.end).includes(0)) return malformed('zero-byte');
	if (count('author') > 1 || count('committer') > 1) return malformed('two-identities');
	const armour = headerValue(bytes, header);
	const payload = without(bytes, headers.filter(isSignature));
	const commit = parseCommit(payload);
	if (!commit) return malformed('not-a-commit');
	return {
		kind: ARMOURS.find(([begin]) => armour.startsWith(begin))?.[1] ?? 'unknown',
		armour,
		payload,
		author: { name: commit.author.name, email: commit.author.email },
		committer: { name: commit.committer.name, email: commit.committer.email },
		committedAt: commit.committer.time / 1_000,
	};
}

/** One header with the lines that continue it, from its first byte to after its last newline. */
interface Header {
	/** Without a space on its line, the line with its newline: then it is the name of none. */
	readonly name: string;
	readonly start: number;
	readonly end: number;
}

/** The headers, up to the empty line before the message. */
function headersOf(bytes: Uint8Array): readonly Header[] | undefined {
	const headers: Header[] = [];
	for (let at = 0; at < bytes.length && bytes[at] !== LINE_FEED; ) {
		const newline = bytes.indexOf(LINE_FEED, at);
		const end = newline === -1 ? bytes.length : newline + 1;
		const last = bytes[at] === SPACE ? headers.pop() : undefined;
		headers.push(last ? { ...last, end } : { name: nameIn(bytes.subarray(at, end)), start: at, end });
		if (headers.length > MOST_HEADERS) return undefined;
		at = end;
	}
	return headers;
}

function nameIn(line: Uint8Array): string {
	const space = line.indexOf(SPACE);
	return utf8.decode(space === -1 ? line : line.subarray(0, space));
}

/** Its value, without the space that each continuation line begins with. */
const headerValue = (bytes: Uint8Array, { name, start, end }: Header): string =>
	utf8.decode(bytes.subarray(start + name.length + 1, end)).replaceAll('\n ', '\n');

function without(bytes: Uint8Array, headers: readonly Header[]): Uint8Array {
	const starts = [0, ...headers.map(({ end }) => end)];
	const ends = [...headers.map(({ start }) => start), bytes.length];
	return joined(starts.map((start, at) => bytes.subarray(start, ends[at])));
}

const malformed = (fault: CommitFault): CommitSignature => ({ kind: 'malformed', fault });
