/** Bounds on what a server may make us read, all chosen well above what evidence needs. */
export const gitLimits = {
	/** Bytes of one pack as transferred. */
	packBytes: 8 * 1024 * 1024,
	/** Objects in one pack. */
	objects: 50_000,
	/** Bytes of one object, unpacked. */
	objectBytes: 8 * 1024 * 1024,
	/** Bytes of all objects of one pack, unpacked: zlib packs up to a thousandfold, and deltas copy without end. */
	unpackedBytes: 64 * 1024 * 1024,
	/** Deltas upon deltas; git itself makes at most 4095 (`pack.depth`). */
	deltaDepth: 4_095,
	/** Blobs larger than this are not kept in the store. */
	storedBlobBytes: 1024 * 1024,
	/** Tree entries that one listing walks through: trees can name each other so that few bytes make millions of paths. */
	treeEntries: 50_000,
} as const;
