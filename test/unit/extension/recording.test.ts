import { expect, test } from 'vitest';
import { recording } from '../../../extension/background/recording.ts';
import { type Fetch, type HttpAnswer, PermissionMissing } from '../../../shared/ports.ts';

const signal = new AbortController().signal;
const ask = (url = 'https://git.example.org/o/m?q=1') => ({ method: 'GET', url }) as const;

/** A port with a clock of its own: each thing that happens takes 5 ms. */
function noted(answer: Partial<HttpAnswer> | Error) {
	let time = 1000;
	const port: Fetch = async ({ url }) => {
		time += 5;
		if (answer instanceof Error) throw answer;
		return { status: 200, url, header: () => 'text/plain', body: bodyOf(3, 4), ...answer };
	};
	async function* bodyOf(...sizes: number[]) {
		for (const size of sizes) {
			time += 5;
			yield new Uint8Array(size);
		}
	}
	return { ...recording(port, () => time), bodyOf };
}

const drain = async (body: AsyncIterable<Uint8Array>) => {
	let bytes = 0;
	for await (const chunk of body) bytes += chunk.length;
	return bytes;
};

test('a request is noted with its answer, its bytes and its time, and passes through unchanged', async () => {
	const { fetch, requests } = noted({});
	const answer = await fetch(ask(), signal);
	expect(requests()).toEqual([{ method: 'GET', url: ask().url, at: 1000, status: 200, bytes: 0, ms: 5 }]);
	expect(answer.header('content-type')).toBe('text/plain');
	expect(await drain(answer.body)).toBe(7);
	expect(requests()).toEqual([{ method: 'GET', url: ask().url, at: 1000, status: 200, bytes: 7, ms: 15 }]);
});

test.each([
	[new TypeError('no network'), 'network'],
	[new PermissionMissing('https://git.example.org'), 'permission'],
] as const)('%s is noted and still thrown', async (error, failure) => {
	const { fetch, requests } = noted(error);
	await expect(fetch(ask(), signal)).rejects.toBe(error);
	expect(requests()).toMatchObject([{ failure, ms: 5 }]);
});

test('what nobody wanted any more is no failure of the network', async () => {
	const gone = new AbortController();
	gone.abort(new Error('gone'));
	const { fetch, requests } = noted(new Error('gone'));
	await expect(fetch(ask(), gone.signal)).rejects.toThrow('gone');
	expect(requests()).toMatchObject([{ failure: 'stopped' }]);
});

test('a body that breaks off is noted as far as it came', async () => {
	async function* broken() {
		yield new Uint8Array(2);
		throw new TypeError('broken off');
	}
	const { fetch, requests } = noted({ body: broken() });
	await expect(drain((await fetch(ask(), signal)).body)).rejects.toThrow('broken off');
	expect(requests()).toMatchObject([{ status: 200, bytes: 2, failure: 'network' }]);
});

test('a body that is left unread half-way is over', async () => {
	const { fetch, requests } = noted({});
	for await (const _ of (await fetch(ask(), signal)).body) break;
	expect(requests()).toMatchObject([{ bytes: 3, ms: 10 }]);
});

test('the newest 200 are kept', async () => {
	const { fetch, requests } = noted({});
	for (let number = 0; number < 230; number += 1) await fetch(ask(`https://git.example.org/${number}`), signal);
	expect(requests()).toHaveLength(200);
	expect(requests()[0]?.url).toBe('https://git.example.org/30');
});
