/**
 * Draws the icons of the extension: the mark (a rule with one reading) on a light tile, so that it stands out on light and dark toolbars.
 * Run by hand when the mark changes: `npx tsx scripts/build/icons.ts`. The PNG files are committed.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [number, number, number];
interface Bar {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly radius: number;
	readonly colour: Colour;
}

const TILE: Colour = [255, 255, 255];
const EDGE: Colour = [132, 140, 154];
const INK: Colour = [23, 27, 35];
const ACCENT: Colour = [37, 83, 160];

/** On the 16 × 16 grid of the other icons, painted in this order. */
const MARK: readonly Bar[] = [
	{ x: 0, y: 0, width: 16, height: 16, radius: 3, colour: EDGE },
	{ x: 0.5, y: 0.5, width: 15, height: 15, radius: 2.5, colour: TILE },
	{ x: 2, y: 6, width: 12, height: 7, radius: 0.75, colour: INK },
	{ x: 3.25, y: 7.25, width: 9.5, height: 4.5, radius: 0, colour: TILE },
	{ x: 4.5, y: 7, width: 1, height: 2.5, radius: 0, colour: INK },
	{ x: 6.5, y: 7, width: 1, height: 2.5, radius: 0, colour: INK },
	{ x: 11, y: 7, width: 1, height: 2.5, radius: 0, colour: INK },
	{ x: 8, y: 2.5, width: 2, height: 9, radius: 0.5, colour: ACCENT },
];

const SAMPLES = 8;

function covers(bar: Bar, x: number, y: number): boolean {
	const dx = Math.max(bar.x + bar.radius - x, x - (bar.x + bar.width - bar.radius), 0);
	const dy = Math.max(bar.y + bar.radius - y, y - (bar.y + bar.height - bar.radius), 0);
	if (bar.radius > 0) return dx * dx + dy * dy <= bar.radius * bar.radius;
	return x >= bar.x && x < bar.x + bar.width && y >= bar.y && y < bar.y + bar.height;
}

/** Red, green, blue, alpha of one pixel, from `SAMPLES`² points. */
function pixel(column: number, row: number, size: number): readonly number[] {
	const sum = [0, 0, 0, 0];
	for (let i = 0; i < SAMPLES * SAMPLES; i++) {
		const x = ((column + ((i % SAMPLES) + 0.5) / SAMPLES) * 16) / size;
		const y = ((row + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) * 16) / size;
		const top = MARK.findLast((bar) => covers(bar, x, y));
		if (top === undefined) continue;
		for (const [channel, value] of top.colour.entries()) sum[channel] = (sum[channel] ?? 0) + value;
		sum[3] = (sum[3] ?? 0) + 1;
	}
	const points = sum[3] ?? 0;
	return [...sum.slice(0, 3).map((value) => (points === 0 ? 0 : Math.round(value / points))), Math.round((points * 255) / SAMPLES ** 2)];
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const frame = Buffer.alloc(8);
	frame.writeUInt32BE(data.length, 0);
	frame.writeUInt32BE(crc32(body), 4);
	return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** PNG (RFC 2083), 8 bits RGBA, no filter. */
function png(size: number): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(size, 0);
	header.writeUInt32BE(size, 4);
	header.set([8, 6, 0, 0, 0], 8);
	const rows = Array.from({ length: size }, (_, row) => [
		0,
		...Array.from({ length: size }, (_, column) => pixel(column, row, size)).flat(),
	]);
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(Buffer.from(rows.flat()), { level: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

for (const size of [16, 32, 48, 128]) writeFileSync(join(import.meta.dirname, '../../public/icons', `${size}.png`), png(size));
