import { type Oid, oid } from './oid.ts';

/** Who, and when by their own clock. All of it is the committer's word: git checks none of it. */
interface Signature {
	readonly name: string;
	readonly email: string;
	/** ms since 1970. */
	readonly time: number;
}

export interface Commit {
	readonly tree: Oid;
	readonly parents: readonly Oid[];
	readonly author: Signature;
	readonly committer: Signature;
	/** First line of the message. */
	readonly title: string;
	readonly message: string;
	/** It carries a signature, of whatever kind; nothing here has looked at it. */
	readonly signed: boolean;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const SIGNATURE = /^(.*?) ?<([^<>\n]*)> (-?\d{1,14}) [+-]\d{4}$/;

/** What a commit says, or `undefined` for bytes that are none. Bytes that are not UTF-8 stand as U+FFFD, whatever `encoding` says. */
export function parseCommit(bytes: Uint8Array): Commit | undefined {
	const text = utf8.decode(bytes);
	const blank = text.indexOf('\n\n');
	const head = blank === -1 ? text.replace(/\n$/, '') : text.slice(0, blank);
	const message = blank === -1 ? '' : text.slice(blank + 2);
	// Lines that start with a space continue the header before (`gpgsig`), and are none of those read here.
	const headers = head.split('\n').map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const);
	const first = (name: string) => headers.find(([header]) => header === name)?.[1] ?? '';
	const signed = headers.some(([header]) => header.startsWith('gpgsig'));
	const tree = headers[0]?.[0] === 'tree' ? oid(first('tree')) : undefined;
	const parents = headers.filter(([header]) => header === 'parent').map(([, value]) => oid(value));
	const author = signatureOf(first('author'));
	const committer = signatureOf(first('committer'));
	if (!tree || !author || !committer || !parents.every((parent) => parent !== undefined)) return undefined;
	return { tree, parents, author, committer, title: message.split('\n', 1)[0]!, message, signed };
}

function signatureOf(text: string): Signature | undefined {
	const [, name, email, seconds] = SIGNATURE.exec(text) ?? [];
	if (name === undefined || email === undefined) return undefined;
	return { name, email, time: Number(seconds) * 1_000 };
}
