import { describe, expect, test } from 'vitest';
import { request } from '../../../shared/http/request.ts';
import { PermissionMissing } from '../../../shared/ports.ts';
import { type FakeAnswer, fakePorts, forever, NOW, settled } from './fake-ports.ts';

const URL_ = 'https://git.example.org/lab/model/info?x=secret';
const ask = { url: URL_, method: 'GET', subject: 'submissions' } as const;
const never = new AbortController().signal;
const MINUTE = 60_000;

const where = { origin: 'https://git.example.org', path: '/lab/model/info' };

/** fault → what the reader is told, with which parameters, and until when nothing more is asked */
const faults: readonly (readonly [string, FakeAnswer | (() => never), object])[] = [
	[
		'no network',
		() => {
			throw new TypeError('Failed to fetch');
		},
		{ code: 'offline', params: where },
	],
	[
		'an origin not granted',
		() => {
			throw new PermissionMissing('https://git.example.org');
		},
		{ code: 'permission-missing', params: where },
	],
	['401', { status: 401 }, { code: 'sign-in-needed', params: { ...where, status: 401 } }],
	['403', { status: 403 }, { code: 'sign-in-needed', params: { ...where, status: 403 } }],
	['404', { status: 404 }, { code: 'not-found', params: { ...where, status: 404 } }],
	['410', { status: 410 }, { code: 'not-found', params: { ...where, status: 410 } }],
	['400', { status: 400 }, { code: 'unexpected-answer', params: { ...where, status: 400 } }],
	['500', { status: 500 }, { code: 'server-error', params: { ...where, status: 500 } }],
	['503 with a time', { status: 503, headers: { 'retry-after': '30' } }, { code: 'server-error', until: NOW + 30_000 }],
	['429 with seconds', { status: 429, headers: { 'retry-after': '120' } }, { code: 'rate-limited', until: NOW + 2 * MINUTE }],
	[
		'429 with a date',
		{ status: 429, headers: { 'retry-after': new Date(NOW + 5 * MINUTE).toUTCString() } },
		{ code: 'rate-limited', until: NOW + 5 * MINUTE },
	],
	['429 without a time', { status: 429 }, { code: 'rate-limited', until: NOW + MINUTE }],
	['429 with nonsense', { status: 429, headers: { 'retry-after': '-1' } }, { code: 'rate-limited', until: NOW + MINUTE }],
	['429 for a year', { status: 429, headers: { 'retry-after': '31536000' } }, { code: 'rate-limited', until: NOW + 60 * MINUTE }],
	[
		'429 until the past',
		{ status: 429, headers: { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' } },
		{ code: 'rate-limited', until: NOW + 1_000 },
	],
	[
		'403, nothing remains',
		{ status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW / 1_000 + 90) } },
		{ code: 'rate-limited', until: NOW + 90_000 },
	],
	[
		'403, nothing remains, early draft',
		{ status: 403, headers: { ratelimit: 'limit=100, remaining=0, reset=50' } },
		{ code: 'rate-limited', until: NOW + 50_000 },
	],
	[
		'403, nothing remains, later draft',
		{ status: 403, headers: { ratelimit: '"default";r=0;t=40' } },
		{ code: 'rate-limited', until: NOW + 40_000 },
	],
	[
		'403, nothing remains, single fields',
		{ status: 403, headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': '20' } },
		{ code: 'rate-limited', until: NOW + 20_000 },
	],
	['403, some remain', { status: 403, headers: { 'x-ratelimit-remaining': '7' } }, { code: 'sign-in-needed' }],
	[
		'an answer from elsewhere',
		{ url: 'https://login.example.com/' },
		{ code: 'redirected-elsewhere', params: { ...where, status: 200, to: 'https://login.example.com' } },
	],
	[
		'a redirect to elsewhere',
		{ status: 307, headers: { location: 'https://me:secret@other.example.com/secret?x' } },
		{ code: 'redirected-elsewhere', params: { ...where, status: 307, to: 'https://other.example.com' } },
	],
	['a redirect that the platform hides', { status: 0 }, { code: 'redirected-elsewhere', params: where }],
	['an answer without encryption', { url: 'http://git.example.org/lab/model/info' }, { code: 'redirected-elsewhere' }],
	['too many bytes', { body: new Uint8Array(1001) }, { code: 'too-large', params: { ...where, limit: 1000 } }],
];

describe('what goes wrong is said', () => {
	test.each(faults)('%s', async (_name, fault, problem) => {
		const { ports, requests } = fakePorts(() => (typeof fault === 'function' ? fault() : fault));
		const outcome = await request(ports, ask, { maxBytes: 1000 }, never);
		expect(outcome).toMatchObject({ ok: false, problem: { subject: 'submissions', ...problem } });
		expect(JSON.stringify(outcome)).not.toContain('secret');
		expect(requests).toHaveLength(1);
	});

	test('another content type than the caller understands', async () => {
		const html = fakePorts(() => ({ headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<p>Sign in</p>' }));
		const outcome = await request(html.ports, { ...ask, accepts: ['application/json'] }, {}, never);
		expect(outcome).toMatchObject({ ok: false, problem: { code: 'unexpected-answer', params: { type: 'text/html' } } });
		const json = fakePorts(() => ({ headers: { 'content-type': 'Application/JSON; charset=utf-8' }, body: '[]' }));
		expect(await request(json.ports, { ...ask, accepts: ['application/json'] }, {}, never)).toMatchObject({ ok: true });
	});

	test('a network that breaks in the middle of the body', async () => {
		const { ports } = fakePorts(() => ({
			body: (async function* () {
				yield new Uint8Array(10);
				throw new TypeError('terminated');
			})(),
		}));
		expect(await request(ports, ask, {}, never)).toMatchObject({ ok: false, problem: { code: 'offline' } });
	});

	test('a bug in a port is no state of the network', async () => {
		const { ports } = fakePorts(() => {
			throw new RangeError('bug');
		});
		await expect(request(ports, ask, {}, never)).rejects.toThrow('bug');
	});
});

describe('time', () => {
	test('8 seconds without a first byte are a timeout, and the request is stopped', async () => {
		let stopped = false;
		const { ports, clock } = fakePorts((_request, signal) => {
			signal.addEventListener('abort', () => {
				stopped = true;
			});
			return forever(signal);
		});
		const outcome = request(ports, ask, {}, never);
		await clock.advance(7_999);
		expect(stopped).toBe(false);
		await clock.advance(1);
		expect(await outcome).toMatchObject({ ok: false, problem: { code: 'timeout', params: where } });
		expect(stopped).toBe(true);
	});

	test('headers are no first byte', async () => {
		const { ports, clock } = fakePorts((_request, signal) => ({
			// biome-ignore lint/correctness/useYield: it never comes to that
			body: (async function* () {
				await forever(signal);
			})(),
		}));
		const outcome = request(ports, ask, {}, never);
		await clock.advance(8_000);
		expect(await outcome).toMatchObject({ ok: false, problem: { code: 'timeout' } });
	});

	test('a port that ignores its signal is not waited for', async () => {
		const { ports, clock } = fakePorts(() => new Promise<never>(() => {}));
		const outcome = request(ports, ask, {}, never);
		await clock.advance(8_000);
		expect(await outcome).toMatchObject({ ok: false, problem: { code: 'timeout' } });
	});

	test('an answer that drips ends after a minute', async () => {
		const fake = fakePorts((_request, signal) => ({
			body: (async function* () {
				for (;;) {
					yield new Uint8Array(1);
					await fake.ports.sleep(7_000, signal);
				}
			})(),
		}));
		const outcome = request(fake.ports, ask, {}, never);
		for (let second = 0; second < 63; second += 7) await fake.clock.advance(7_000);
		expect(await outcome).toMatchObject({ ok: false, problem: { code: 'timeout' } });
	});

	test('nothing keeps running after an answer', async () => {
		const { ports, clock } = fakePorts(() => ({ body: 'yes' }));
		expect(await request(ports, ask, {}, never)).toMatchObject({ ok: true, value: { bytes: new TextEncoder().encode('yes') } });
		await settled();
		expect(clock.asleep()).toBe(0);
	});
});

describe('budget of an origin', () => {
	test('a pause holds for all of the origin, and only as long as it was asked for', async () => {
		let answer: FakeAnswer = { status: 429, headers: { 'retry-after': '10' } };
		const { ports, clock, requests } = fakePorts(() => answer);
		await request(ports, ask, {}, never);
		answer = {};
		const other = { ...ask, url: 'https://git.example.org/other', subject: 'file' } as const;
		await clock.advance(9_999);
		expect(await request(ports, other, {}, never)).toMatchObject({
			ok: false,
			problem: { code: 'rate-limited', subject: 'file', until: NOW + 10_000, params: { path: '/other' } },
		});
		expect(requests).toHaveLength(1);
		expect(await request(ports, { ...ask, url: 'https://elsewhere.example/' }, {}, never)).toMatchObject({ ok: true });
		await clock.advance(1);
		expect(await request(ports, other, {}, never)).toMatchObject({ ok: true });
	});

	test('what is not there is not asked for again within the hour', async () => {
		const { ports, clock, requests } = fakePorts(() => ({ status: 404 }));
		await request(ports, ask, {}, never);
		await clock.advance(60 * MINUTE - 1);
		expect(await request(ports, ask, {}, never)).toMatchObject({ ok: false, problem: { code: 'not-found', params: { status: 404 } } });
		expect(requests).toHaveLength(1);
		await clock.advance(1);
		await request(ports, ask, {}, never);
		expect(requests).toHaveLength(2);
	});

	test('four at once, the rest in order, and a pause reaches those who wait', async () => {
		const open: ((answer: FakeAnswer) => void)[] = [];
		const { ports, requests } = fakePorts(() => new Promise<FakeAnswer>((resolve) => open.push(resolve)));
		const asked = Array.from({ length: 7 }, (_, index) => request(ports, { ...ask, url: `https://git.example.org/${index}` }, {}, never));
		await settled();
		expect(requests).toHaveLength(4);
		open[0]!({});
		await settled();
		expect(requests.map((sent) => sent.url.at(-1)).join('')).toBe('01234');
		open[1]!({ status: 429 });
		await settled();
		for (const answer of open.slice(2)) answer({});
		const codes = (await Promise.all(asked)).map((outcome) => (outcome.ok ? 'ok' : outcome.problem.code));
		expect(codes).toEqual(['ok', 'rate-limited', 'ok', 'ok', 'ok', 'rate-limited', 'rate-limited']);
		expect(requests).toHaveLength(5);
	});

	test('who waits for a place and gives up does not take it', async () => {
		const open: ((answer: FakeAnswer) => void)[] = [];
		const { ports, requests } = fakePorts(() => new Promise<FakeAnswer>((resolve) => open.push(resolve)));
		const asks = Array.from({ length: 6 }, (_, index) => ({ ...ask, url: `https://git.example.org/${index}` }));
		const first = asks.slice(0, 4).map((each) => request(ports, each, {}, never));
		const givesUp = new AbortController();
		const fifth = request(ports, asks[4]!, {}, givesUp.signal);
		const sixth = request(ports, asks[5]!, {}, never);
		await settled();
		givesUp.abort(new Error('closed'));
		await expect(fifth).rejects.toThrow('closed');
		for (const answer of open.splice(0)) answer({});
		await Promise.all(first);
		await settled();
		open[0]!({});
		expect(await sixth).toMatchObject({ ok: true });
		expect(requests).toHaveLength(5);
	});
});

describe('equal requests at once', () => {
	test('are one, each with its own subject', async () => {
		const { ports, requests } = fakePorts(() => ({ status: 500 }));
		const both = await Promise.all([request(ports, ask, {}, never), request(ports, { ...ask, subject: 'file' }, {}, never)]);
		expect(both).toMatchObject([{ problem: { subject: 'submissions' } }, { problem: { subject: 'file' } }]);
		expect(requests).toHaveLength(1);
		await request(ports, ask, {}, never);
		expect(requests).toHaveLength(2);
	});

	test('go on while one still waits, and stop when nobody does', async () => {
		let stopped = false;
		let finish: (answer: FakeAnswer) => void = () => {};
		const { ports } = fakePorts((_request, signal) => {
			signal.addEventListener('abort', () => {
				stopped = true;
			});
			return new Promise<FakeAnswer>((resolve) => {
				finish = resolve;
			});
		});
		const [one, two, three] = [new AbortController(), new AbortController(), new AbortController()];
		const first = request(ports, ask, {}, one.signal);
		const second = request(ports, ask, {}, two.signal);
		await settled();
		one.abort(new Error('first left'));
		await expect(first).rejects.toThrow('first left');
		expect(stopped).toBe(false);
		finish({ body: 'yes' });
		expect(await second).toMatchObject({ ok: true });

		stopped = false;
		const alone = request(ports, ask, {}, three.signal);
		await settled();
		three.abort(new Error('third left'));
		await expect(alone).rejects.toThrow('third left');
		await settled();
		expect(stopped).toBe(true);
	});

	test('an abort in the middle of a body rejects with its reason', async () => {
		const leaves = new AbortController();
		let closed = false;
		const { ports } = fakePorts((_request, signal) => ({
			body: (async function* () {
				try {
					yield new Uint8Array(10);
					await forever(signal);
				} finally {
					closed = true;
				}
			})(),
		}));
		const outcome = request(ports, { ...ask, method: 'POST' }, {}, leaves.signal);
		await settled();
		leaves.abort(new Error('navigated'));
		await expect(outcome).rejects.toThrow('navigated');
		await settled();
		expect(closed).toBe(true);
	});
});
