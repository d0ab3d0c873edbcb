import { constants, deflateRawSync } from 'node:zlib';

const MIB = 1024 * 1024;

/** A well-formed zlib stream of so many MiB of zeros: one block of a MiB, flushed to a whole byte, as often as is asked for. */
export function zerosPacked(mebibytes: number): Uint8Array {
	const block = deflateRawSync(new Uint8Array(MIB), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
	const end = Buffer.from([0x03, 0x00]);
	// Adler-32 of zeros (RFC 1950 §8.2): the first sum stays 1, the second counts the bytes.
	const adler = Buffer.alloc(4);
	adler.writeUInt16BE((mebibytes * MIB) % 65521, 0);
	adler.writeUInt16BE(1, 2);
	return Buffer.concat([Buffer.from([0x78, 0xda]), ...Array<Buffer>(mebibytes).fill(block), end, adler]);
}
