/** A git object id, lower-case hexadecimal: 40 digits (SHA-1) or 64 (SHA-256 repositories). */
export type Oid = string & { readonly __oid: unique symbol };

const FORM = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

export const isOid = (text: string): text is Oid => FORM.test(text);

/** The oid in `text`, or `undefined` if it is none. */
export const oid = (text: string): Oid | undefined => (isOid(text) ? text : undefined);
