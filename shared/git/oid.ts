/** A git object id, lower-case hexadecimal: 40 digits (SHA-1) or 64 (SHA-256 repositories). */
export type Oid = string & { readonly __oid: unique symbol };

const FORM = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

const isOid = (text: string): text is Oid => FORM.test(text);

/** The oid in `text`, or `undefined` if it is none. */
export const oid = (text: string): Oid | undefined => (isOid(text) ? text : undefined);

/** Which hash names the objects of a repository. */
export type ObjectFormat = 'sha1' | 'sha256';

/** Bytes of one oid. */
export const oidLength = (format: ObjectFormat): 20 | 32 => (format === 'sha1' ? 20 : 32);

/** The oid that these 20 or 32 bytes are. Any other length is a bug of the caller. */
export function oidOfBytes(bytes: Uint8Array): Oid {
	let text = '';
	for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
	if (!isOid(text)) throw new RangeError(`no oid has ${bytes.length} bytes`);
	return text;
}
