import { describe, expect, test } from 'vitest';
import { fetchObjects } from '../../../shared/git/fetch-objects.ts';
import type { Oid } from '../../../shared/git/oid.ts';
import { pktLine } from '../../../shared/git/pkt-line.ts';
import { listRefs } from '../../../shared/git/refs.ts';
import { openRemote } from '../../../shared/git/remote.ts';
import type { FakeAnswer } from '../http/fake-ports.ts';
import { band, CLONE, capabilities, fakeGit, ORIGIN } from './fake-git.ts';
import { blobOid, madePack } from './packs.ts';

const never = new AbortController().signal;
const blob = new TextEncoder().encode('- value: 1\n');
const oid = blobOid(blob).toString('hex') as Oid;
const pack = madePack([{ type: 'blob', bytes: blob }]);
const bytes = (...parts: readonly (string | Uint8Array)[]) =>
	new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))));

async function opened(body: FakeAnswer['body'] = '') {
	const fake = fakeGit(body);
	const remote = await openRemote(CLONE, fake.ports, never);
	if (!remote.ok) throw new Error(remote.problem.code);
	return { ...fake, remote: remote.value };
}

async function fetched(body: FakeAnswer['body']) {
	const { ports, remote } = await opened(body);
	return fetchObjects(remote, { wants: [oid] }, ports, never, 'file');
}

describe('what a server says of itself', () => {
	const said = async (advertisement: FakeAnswer) => openRemote(CLONE, fakeGit('', advertisement).ports, never);

	test.each([
		[
			'with the service line first',
			`${pktLine('# service=git-upload-pack')}0000${capabilities()}`,
			{ filter: true, shallow: true, format: 'sha1' },
		],
		['without it', capabilities('shallow'), { filter: false, shallow: true }],
		['without features', `${['version 2', 'ls-refs', 'fetch'].map(pktLine).join('')}0000`, { filter: false, shallow: false }],
		[
			'in version 0',
			`${pktLine('# service=git-upload-pack')}0000${pktLine(`${oid} HEAD\0multi_ack side-band-64k shallow`)}0000`,
			{ filter: false, shallow: true, format: 'sha1', tipsOnly: true, version0: ['multi_ack', 'side-band-64k', 'shallow'] },
		],
		['of another hash', capabilities('filter', 'object-format=sha256'), { format: 'sha256' }],
	])('%s', async (_name, body, remote) => {
		expect(await said({ body })).toMatchObject({ ok: true, value: { cloneUrl: CLONE, url: CLONE, ...remote } });
	});

	test.each([
		[
			'version 1',
			`${pktLine('# service=git-upload-pack')}0000${pktLine('version 1')}${pktLine(`${oid} HEAD`)}0000`,
			'not-supported',
			'protocol',
		],
		['a hash that nobody knows', capabilities('filter', 'object-format=blake3'), 'not-supported', 'object-format'],
		['no fetch', `${['version 2', 'ls-refs'].map(pktLine).join('')}0000`, 'not-supported', 'protocol'],
		['a refusal', pktLine('ERR Repository not found.'), 'not-found', 'refused'],
		['nothing', '', 'unexpected-answer', 'advertisement'],
		['an advertisement that was cut', capabilities().slice(0, -10), 'unexpected-answer', 'advertisement'],
		['no packets', '<!doctype html>', 'unexpected-answer', 'advertisement'],
	])('%s is a problem', async (_name, body, code, reason) => {
		expect(await said({ body })).toMatchObject({ ok: false, problem: { code, subject: 'repository', params: { origin: ORIGIN, reason } } });
	});

	test('a page instead of git is no git server', async () => {
		const outcome = await said({ headers: { 'content-type': 'text/html' }, body: capabilities() });
		expect(outcome).toMatchObject({ ok: false, problem: { code: 'unexpected-answer', params: { type: 'text/html' } } });
	});

	test('a redirect on the same origin moves everything that follows', async () => {
		const { ports, requests } = fakeGit('0000', { body: capabilities(), url: `${ORIGIN}/new/name.git/info/refs?service=git-upload-pack` });
		const remote = await openRemote(CLONE, ports, never);
		expect(remote).toMatchObject({ ok: true, value: { cloneUrl: CLONE, url: `${ORIGIN}/new/name.git` } });
		if (remote.ok) await listRefs(remote.value, [], ports, never);
		expect(requests.at(-1)?.url).toBe(`${ORIGIN}/new/name.git/git-upload-pack`);
	});

	test.each([
		[CLONE, CLONE.slice(0, -4)],
		[CLONE.slice(0, -4), CLONE],
	])('where %s redirects, %s is asked', async (given, other) => {
		const hidden = fakeGit('', { body: capabilities() });
		const { ports } = hidden;
		const browser = {
			...ports,
			fetch: (async (asked, signal) => {
				const answer = await ports.fetch(asked, signal);
				return asked.url.startsWith(`${given}/`) ? { ...answer, status: 0 } : answer;
			}) satisfies typeof ports.fetch,
		};
		expect(await openRemote(given, browser, never)).toMatchObject({ ok: true, value: { cloneUrl: given, url: other } });
		await openRemote(given, browser, never);
		expect(hidden.requests).toHaveLength(2);
	});

	test('where both redirects, it is said of the one that was named, after two requests', async () => {
		const { ports, requests } = fakeGit('', { status: 0 });
		expect(await openRemote(CLONE, ports, never)).toMatchObject({
			problem: { code: 'redirected-elsewhere', params: { path: '/lab/model.git/info/refs' } },
		});
		expect(requests).toHaveLength(2);
	});

	test('a clone URL of many slashes takes no time that anybody notices', async () => {
		const began = performance.now();
		await openRemote(`${ORIGIN}/a${'/'.repeat(200_000)}b`, fakeGit('').ports, never);
		expect(performance.now() - began).toBeLessThan(2_000);
	});

	test('a redirect to a sign-in page or another origin does not', async () => {
		expect(await said({ body: capabilities(), url: `${ORIGIN}/login` })).toMatchObject({ problem: { code: 'unexpected-answer' } });
		expect(await said({ body: capabilities(), url: 'https://evil.example/info/refs' })).toMatchObject({
			problem: { code: 'redirected-elsewhere' },
		});
	});

	test.each([
		'ssh://git.example.org/a.git',
		'javascript:alert(1)',
		'not a url',
		'https://me:secret@git.example.org/a.git',
		'https://git.example.org/a?b=c',
		'',
	])('%s is not asked', async (url) => {
		const { ports, requests } = fakeGit('');
		expect(await openRemote(url, ports, never)).toMatchObject({ ok: false, problem: { code: 'not-supported' } });
		expect(requests).toHaveLength(0);
	});

	test('a slash at the end of a clone URL does not matter', async () => {
		const { ports, requests } = fakeGit('', { body: capabilities() });
		await openRemote(`${CLONE}//`, ports, never);
		expect(requests[0]).toMatchObject({ url: `${CLONE}/info/refs?service=git-upload-pack`, headers: { 'Git-Protocol': 'version=2' } });
	});
});

describe('lists of refs', () => {
	test.each([
		['a line that is no ref', `${pktLine('hello world')}0000`, 'unexpected-answer'],
		['an oid of the other hash', `${pktLine(`${'a'.repeat(64)} HEAD`)}0000`, 'unexpected-answer'],
		['a list that was cut', pktLine(`${oid} HEAD`), 'unexpected-answer'],
		['a refusal', pktLine('ERR upload-pack: internal error'), 'server-error'],
		['nothing', '', 'unexpected-answer'],
	])('%s is a problem', async (_name, body, code) => {
		const { ports, remote } = await opened(body);
		expect(await listRefs(remote, ['HEAD'], ports, never, 'submissions')).toMatchObject({
			ok: false,
			problem: { code, subject: 'submissions' },
		});
	});

	test('a failure is not remembered', async () => {
		const { ports, remote, requests } = await opened('');
		await listRefs(remote, ['HEAD'], ports, never);
		await listRefs(remote, ['HEAD'], ports, never);
		expect(requests).toHaveLength(3);
	});

	test('a name that would break the request is not sent', async () => {
		const { ports, remote, requests } = await opened('0000');
		for (const prefix of ['refs/heads/a\n0000', `refs/heads/${'x'.repeat(70_000)}`, 'refs/\0']) {
			expect(await listRefs(remote, [prefix], ports, never)).toMatchObject({ ok: false, problem: { code: 'not-supported' } });
		}
		expect(requests).toHaveLength(1);
	});
});

describe('packs over side bands', () => {
	const head = pktLine('packfile');

	test('come in pieces, between progress that nobody reads', async () => {
		const pieces = Array.from({ length: pack.length }, (_, at) => bytes(band(1, pack.slice(at, at + 1)), band(2, 'Counting\r')));
		expect(await fetched(bytes(head, ...pieces, '0000'))).toMatchObject({ ok: true });
	});

	test('bring the commits where history was cut, whatever else comes before', async () => {
		const sections = bytes(
			pktLine('acknowledgments'),
			pktLine('ready'),
			'0001',
			pktLine('shallow-info'),
			pktLine(`shallow ${oid}`),
			pktLine('shallow x'),
			'0001',
		);
		expect(await fetched(bytes(sections, head, band(1, pack), '0000'))).toMatchObject({ ok: true, value: { shallow: [oid] } });
	});

	test.each([
		[
			'an error on band 3',
			bytes(head, band(1, pack.slice(0, 20)), band(3, 'fatal: \u001b[31mout of\nmemory')),
			{ code: 'server-error', params: { message: 'fatal: [31mout of memory' } },
		],
		['a refusal', bytes(pktLine('ERR upload-pack: not our ref 0123')), { code: 'not-found' }],
		['an empty answer', bytes(), { code: 'unexpected-answer', params: { reason: 'empty' } }],
		['an answer without a pack', bytes(pktLine('shallow-info'), pktLine(`shallow ${oid}`), '0000'), { code: 'unexpected-answer' }],
		['an answer that ends in the middle of a packet', bytes(head, band(1, pack)).slice(0, -3), { code: 'corrupt' }],
		['an answer that ends between packets', bytes(head, band(1, pack)), { code: 'corrupt' }],
		['what is no packet', bytes(head, 'zzzz'), { code: 'unexpected-answer' }],
		['a pack that is none', bytes(head, band(1, 'PUCK'.repeat(10)), '0000'), { code: 'corrupt' }],
		['a pack without what was wanted', bytes(head, band(1, madePack([])), '0000'), { code: 'incomplete', params: { message: oid } }],
	])('%s is a problem', async (_name, body, problem) => {
		expect(await fetched(body)).toMatchObject({ ok: false, problem: { subject: 'file', ...problem } });
	});

	test('a body without end is cut off at the limit', async () => {
		let sent = 0;
		const endless = (async function* () {
			yield bytes(head);
			for (;;) {
				sent++;
				yield band(2, 'x'.repeat(60_000));
			}
		})();
		expect(await fetched(endless)).toMatchObject({ ok: false, problem: { code: 'too-large' } });
		expect(sent).toBeLessThan(150);
	});

	test('nothing wanted is nothing asked', async () => {
		const { ports, remote, requests } = await opened();
		expect(await fetchObjects(remote, { wants: [] }, ports, never)).toMatchObject({ ok: true });
		expect(requests).toHaveLength(1);
	});
});
