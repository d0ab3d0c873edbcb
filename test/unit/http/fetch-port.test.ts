import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchPort } from '../../../shared/http/fetch-port.ts';
import { PermissionMissing } from '../../../shared/ports.ts';

const never = new AbortController().signal;
let origin = '';
let hits = 0;
let cutShort = false;
let other = '';
let strayed: string[] = [];

const server = createServer((request, response) => {
	hits++;
	if (request.url === '/moved') return void response.writeHead(302, { location: '/there' }).end();
	if (request.url === '/moved-for-good') return void response.writeHead(308, { location: '/there' }).end();
	if (request.url === '/around') return void response.writeHead(302, { location: '/around' }).end();
	if (request.url === '/away') return void response.writeHead(307, { location: `${other}/stolen` }).end('moved');
	if (request.url === '/through') return void response.writeHead(302, { location: '/away' }).end();
	if (request.url === '/breaks') {
		response.writeHead(200, { 'content-length': '1000' }).write('half');
		return void setImmediate(() => response.destroy());
	}
	if (request.url === '/endless') {
		response.on('close', () => {
			cutShort = true;
		});
		const more = () => response.write(Buffer.alloc(65_536)) || response.once('drain', more);
		return void more();
	}
	const sent = JSON.stringify({ method: request.method, cookie: request.headers.cookie, referer: request.headers.referer });
	response.writeHead(200, { 'X-Seen': 'yes', 'content-type': 'application/json' });
	let body = '';
	request.on('data', (chunk) => {
		body += chunk;
	});
	request.on('end', () => response.end(sent + body));
});

const elsewhere = createServer((request, response) => {
	strayed.push(request.url ?? '');
	response.end('{}');
});

beforeAll(async () => {
	await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
	other = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
	elsewhere.close();
});

async function text(body: AsyncIterable<Uint8Array>): Promise<string> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of body) chunks.push(chunk);
	return Buffer.concat(chunks).toString();
}

describe('a platform fetch as a port', () => {
	test('sends method and body, no cookies, no referrer, and follows redirects on the same origin', async () => {
		const port = fetchPort(fetch, { credentials: 'omit' });
		const posted = await port({ url: `${origin}/`, method: 'POST', body: new TextEncoder().encode('!') }, never);
		expect(posted.status).toBe(200);
		expect(posted.header('x-seen')).toBe('yes');
		expect(posted.header('absent')).toBeUndefined();
		expect(await text(posted.body)).toBe('{"method":"POST"}!');
		expect((await port({ url: `${origin}/moved`, method: 'GET' }, never)).url).toBe(`${origin}/there`);
	});

	test.each(['/away', '/through'])('sends nothing to another origin that %s leads to', async (path) => {
		strayed = [];
		const port = fetchPort(fetch, { credentials: 'omit' });
		for (const method of ['GET', 'POST'] as const) {
			const answer = await port({ url: `${origin}${path}`, method, ...(method === 'POST' && { body: new Uint8Array(3) }) }, never);
			expect(answer.status).toBeGreaterThanOrEqual(300);
			expect(new URL(answer.url).origin).toBe(origin);
		}
		expect(strayed).toEqual([]);
	});

	test('a POST is sent again only where it stays one, and no redirect goes around for ever', async () => {
		const port = fetchPort(fetch, { credentials: 'omit' });
		const post = (path: string) => port({ url: `${origin}${path}`, method: 'POST', body: new TextEncoder().encode('!') }, never);
		expect(await text((await post('/moved-for-good')).body)).toBe('{"method":"POST"}!');
		expect((await post('/moved')).status).toBe(302);
		const before = hits;
		expect((await port({ url: `${origin}/around`, method: 'GET' }, never)).status).toBe(302);
		expect(hits - before).toBe(6);
	});

	test('a redirect that a browser hides is an answer with status 0', async () => {
		const asked: unknown[] = [];
		const hidden = fetchPort(
			async (_url, init) => {
				asked.push(init.redirect);
				return { status: 0, headers: new Headers(), body: null };
			},
			{ credentials: 'omit' },
		);
		expect(await hidden({ url: `${origin}/x`, method: 'GET' }, never)).toMatchObject({ status: 0, url: `${origin}/x` });
		expect(asked).toEqual(['manual']);
	});

	test('asks nobody whom it may not ask', async () => {
		const port = fetchPort(fetch, { credentials: 'omit', allowed: async (asked) => asked !== origin });
		const before = hits;
		await expect(port({ url: `${origin}/x`, method: 'GET' }, never)).rejects.toThrow(PermissionMissing);
		expect(hits).toBe(before);
	});

	test('says TypeError for every failure of the network', async () => {
		const port = fetchPort(fetch, { credentials: 'omit' });
		const answer = await port({ url: `${origin}/breaks`, method: 'GET' }, never);
		await expect(text(answer.body)).rejects.toThrow(TypeError);
		await expect(port({ url: 'http://127.0.0.1:1/', method: 'GET' }, never)).rejects.toThrow(TypeError);
		const odd = fetchPort(() => Promise.reject(new DOMException('gone', 'NetworkError')), { credentials: 'omit' });
		await expect(odd({ url: origin, method: 'GET' }, never)).rejects.toThrow(TypeError);
	});

	test('rejects with the reason of an abort, before and in the middle', async () => {
		const port = fetchPort(fetch, { credentials: 'omit' });
		await expect(port({ url: origin, method: 'GET' }, AbortSignal.abort(new Error('before')))).rejects.toThrow('before');
		const leaves = new AbortController();
		const answer = await port({ url: `${origin}/endless`, method: 'GET' }, leaves.signal);
		const reading = text(answer.body);
		leaves.abort(new Error('middle'));
		await expect(reading).rejects.toThrow('middle');
	});

	test('closes the connection when a reader stops early', async () => {
		cutShort = false;
		const closed = new Promise<void>((resolve) => server.once('request', (_request, response) => response.on('close', () => resolve())));
		const answer = await fetchPort(fetch, { credentials: 'omit' })({ url: `${origin}/endless`, method: 'GET' }, never);
		for await (const chunk of answer.body) {
			expect(chunk.length).toBeGreaterThan(0);
			break;
		}
		await closed;
		expect(cutShort).toBe(true);
	});
});
