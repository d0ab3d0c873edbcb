import type { Ports } from '../ports.ts';
import type { GitObject, GitObjectType } from './object.ts';
import { type ObjectFormat, type Oid, oidOfBytes } from './oid.ts';

/** The oid of an object with this content: the hash over `<type> <length>\0<bytes>` (gitformat-loose, "Git Objects"). */
export async function hashObject(type: GitObjectType, bytes: Uint8Array, digest: Ports['digest'], format: ObjectFormat): Promise<Oid> {
	const header = new TextEncoder().encode(`${type} ${bytes.length}\0`);
	const whole = new Uint8Array(header.length + bytes.length);
	whole.set(header);
	whole.set(bytes, header.length);
	return oidOfBytes(await digest(format === 'sha1' ? 'SHA-1' : 'SHA-256', whole));
}

/** Whether the object's bytes hash to its oid; the length of the oid says which hash. */
export async function isWhatItSays(object: GitObject, digest: Ports['digest']): Promise<boolean> {
	return object.oid === (await hashObject(object.type, object.bytes, digest, object.oid.length === 40 ? 'sha1' : 'sha256'));
}
