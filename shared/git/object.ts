import type { Oid } from './oid.ts';

export type GitObjectType = 'commit' | 'tree' | 'blob' | 'tag';

/** A whole git object, without its header. Only made where its oid was recomputed from these bytes. */
export interface GitObject {
	readonly oid: Oid;
	readonly type: GitObjectType;
	readonly bytes: Uint8Array;
}
