import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Document, Window } from 'happy-dom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missingServers, type RealKind } from '../../hosts/real/programs.ts';
import { REAL, type RealServer, startReal } from '../../hosts/real/servers.ts';

const PATH = 'lumen-labs/kestrel-32b-instruct';
const FILE = '.eval_results/gpqa.yaml';
const NAMES = ['aime_2026', 'gpqa', 'gsm8k', 'hle', 'hle_with_tools', 'mmlu_pro', 'tide_tables'].map((name) => `${name}.yaml`);

interface Answer {
	readonly status: number;
	readonly type: string;
	readonly text: string;
}

/** Asks as the TLS front of the browsers' tests does: on the loopback, by the server's own name. */
const ask = (server: RealServer, url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
	new Promise((resolve, reject) => {
		const { pathname, search, host } = new URL(url, server.origin);
		const options = { host: '127.0.0.1', port: server.port, path: `${pathname}${search}`, headers: { host, ...headers }, agent: false };
		request(options, (answer) => {
			const chunks: Buffer[] = [];
			answer.on('data', (chunk: Buffer) => chunks.push(chunk));
			answer.on('error', reject);
			answer.on('end', () => {
				const text = Buffer.concat(chunks).toString();
				resolve({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', text });
			});
		})
			.on('error', reject)
			.end();
	});

async function pageAt(server: RealServer, url: string): Promise<Document> {
	const { status, type, text } = await ask(server, url);
	expect({ url, status, type }).toMatchObject({ status: 200, type: expect.stringMatching(/^text\/html/) });
	const window = new Window({ url: new URL(url, server.origin).href });
	window.document.write(text);
	return window.document;
}

const attributes = (document: Document, selector: string, name: string): readonly (string | null)[] =>
	[...document.querySelectorAll(selector)].map((element) => element.getAttribute(name));
const texts = (document: Document, selector: string): readonly string[] =>
	[...document.querySelectorAll(selector)].map((element) => element.textContent.trim());

const versionTwo = { 'git-protocol': 'version=2' };

/** What the tests of one server have in common: it runs from the first to the last of them, or all are skipped where it is not there. */
function real(kind: RealKind, tests: (server: () => RealServer) => void): void {
	describe.skipIf(missingServers(kind).length > 0)(kind, () => {
		let server: RealServer | undefined;
		beforeAll(async () => {
			server = await startReal(kind);
		});
		afterAll(() => server?.close());
		tests(() => {
			if (!server) throw new Error(`${kind} does not run`);
			return server;
		});
	});
}

/** git itself clones it, all of it. */
async function expectClone(server: RealServer): Promise<void> {
	const folder = mkdtempSync(path.join(tmpdir(), 'evalmark-clone-'));
	try {
		const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' };
		const { pathname } = new URL(server.clone(PATH));
		await promisify(execFile)('git', ['clone', '--quiet', '--bare', `${server.loopback}${pathname}`, folder], { env });
		const { stdout } = await promisify(execFile)('git', ['-C', folder, 'rev-parse', 'main'], { env });
		expect(stdout.trim()).toBe(server.repository(PATH).head);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

real('cgit', (server) => {
	const at = (below: string) => `${server().page(PATH)}${below}`;

	test('says what it is and where to clone from, on each page', async () => {
		for (const below of ['', 'tree/', `tree/${FILE}`, 'log/', 'commit/']) {
			const page = await pageAt(server(), at(below));
			expect(attributes(page, 'meta[name=generator]', 'content')).toEqual([expect.stringMatching(/^cgit v\d/)]);
			expect(attributes(page, 'head link[rel=vcs-git]', 'href')).toEqual([`${REAL.cgit.origin}/${PATH}.git`]);
			expect(page.querySelectorAll('div#cgit > table#header td.main')).toHaveLength(1);
			expect(page.querySelectorAll('table.tabs')).toHaveLength(1);
		}
	});

	test('lists the files of a folder', async () => {
		const page = await pageAt(server(), at('tree/.eval_results'));
		expect(texts(page, 'a.ls-blob')).toEqual(NAMES);
		expect(attributes(page, 'a.ls-blob', 'href')).toEqual(NAMES.map((name) => `/${PATH}.git/tree/.eval_results/${name}`));
		expect(texts(await pageAt(server(), at('tree/')), 'a.ls-dir')).toEqual(['.eval_results']);
	});

	test('shows a file as it was at a commit, line by line', async () => {
		const { head } = server().repository(PATH);
		const page = await pageAt(server(), at(`tree/${FILE}?id=${head}`));
		expect(texts(page, 'table.blob td.lines')[0]).toMatch(/^- dataset:/);
		expect(page.querySelector('#n4')?.getAttribute('href')).toBe('#n4');
		expect(texts(await pageAt(server(), at(`commit/?id=${head}`)), '.commit-subject')[0]).toMatch(/^Tell which prompt template to use/);
		expect(await ask(server(), at(`plain/${FILE}?id=${head}`))).toMatchObject({
			status: 200,
			text: expect.stringMatching(/value: 71\.40/),
		});
	});

	test('is cloned by git of version 2, with filters', async () => {
		const { status, text } = await ask(server(), `${server().clone(PATH)}/info/refs?service=git-upload-pack`, versionTwo);
		expect({ status, text }).toMatchObject({ status: 200, text: expect.stringMatching(/^000eversion 2\n(.*\n)*.*fetch=.*\bfilter\b/) });
		await expectClone(server());
	});

	test('sees what was asked, and is disturbed on demand', async () => {
		server().forgetRequests();
		const { text } = await ask(server(), at('tree/'));
		const url = `/${PATH}.git/tree/`;
		expect(server().requests).toEqual([{ method: 'GET', url, status: 200, up: 0, down: Buffer.byteLength(text) }]);
		const mend = server().fault('/tree/', { kind: 'status', status: 503 });
		expect(await ask(server(), at('tree/'))).toMatchObject({ status: 503 });
		mend();
		const gate = server().hold('/tree/');
		const held = ask(server(), at('tree/'));
		await gate.reached;
		gate.release();
		expect(await held).toMatchObject({ status: 200 });
	});

	test('clones its own way where nothing else stands', async () => {
		const alone = await startReal('cgit', undefined, { dumb: true });
		try {
			const { text } = await ask(alone, `${alone.clone(PATH)}/info/refs?service=git-upload-pack`, versionTwo);
			expect(text).toContain(`${alone.repository(PATH).head}\trefs/heads/main\n`);
			await expectClone(alone);
			expect(attributes(await pageAt(alone, alone.page(PATH)), 'head link[rel=vcs-git]', 'href')).toEqual([alone.clone(PATH)]);
		} finally {
			await alone.close();
		}
	});
});

real('gitweb', (server) => {
	const at = (below: string) => `${server().page(PATH)}${below}`;

	test('says what it is on each page, and where to clone from on the first', async () => {
		for (const below of ['', '/tree', '/tree/HEAD:/.eval_results', `/blob/HEAD:/${FILE}`, '/commit/HEAD']) {
			const page = await pageAt(server(), at(below));
			expect(attributes(page, 'meta[name=generator]', 'content')).toEqual([expect.stringMatching(/^gitweb\/\d/)]);
			expect(attributes(page, 'base', 'href')).toEqual([REAL.gitweb.origin]);
			expect(page.querySelectorAll('div.page_header')).toHaveLength(1);
			const urls = texts(page, 'tr.metadata_url td:last-child');
			expect(urls).toEqual(below === '' ? [`${REAL.gitweb.origin}/${PATH}.git`] : []);
		}
	});

	test('lists the files of a folder', async () => {
		const page = await pageAt(server(), at('/tree/HEAD:/.eval_results'));
		expect(texts(page, 'table.tree td.list a.list')).toEqual(NAMES);
		const hrefs = NAMES.map((name) => `/${PATH}.git/blob/HEAD:/.eval_results/${name}`);
		expect(attributes(page, 'table.tree td.list a.list', 'href')).toEqual(hrefs);
		const folders = await pageAt(server(), at('/tree'));
		expect(attributes(folders, 'table.tree td.list a:not(.list)', 'href')).toEqual([`/${PATH}.git/tree/HEAD:/.eval_results`]);
	});

	test('shows a file as it was at a commit, line by line', async () => {
		const { head } = server().repository(PATH);
		const page = await pageAt(server(), at(`/blob/${head}:/${FILE}`));
		expect(page.querySelector('#l4')?.getAttribute('href')).toBe(`/${PATH}.git/blob/${head}:/${FILE}#l4`);
		expect(texts(await pageAt(server(), at(`/commit/${head}`)), '.header .title')[0]).toMatch(/^Tell which prompt template to use/);
		expect(await ask(server(), at(`/blob_plain/${head}:/${FILE}`))).toMatchObject({ text: expect.stringMatching(/value: 71\.40/) });
		// The older form of its addresses, which it still takes.
		const query = `/?p=${PATH}.git;a=blob;hb=${head};f=${FILE}`;
		expect(texts(await pageAt(server(), query), 'title')[0]).toMatch(/gpqa\.yaml$/);
	});

	test('is cloned by git of version 2', async () => {
		const { status, text } = await ask(server(), `${server().clone(PATH)}/info/refs?service=git-upload-pack`, versionTwo);
		expect({ status, text }).toMatchObject({ status: 200, text: expect.stringMatching(/^000eversion 2\n/) });
		await expectClone(server());
	});
});

real('klaus', (server) => {
	const at = (below: string) => `${server().page(PATH)}${below}`;

	test('has its marks on each page, and on two kinds of page where to clone from', async () => {
		for (const [below, says] of [
			['', true],
			['tree/main/.eval_results', true],
			[`blob/main/${FILE}`, false],
			['commit/main/', false],
		] as const) {
			const page = await pageAt(server(), at(below));
			expect(page.querySelectorAll('header .breadcrumbs')).toHaveLength(1);
			expect(attributes(page, 'link[rel=stylesheet]', 'href')).toContain('/static/klaus.css');
			const clone = says ? [`git clone ${REAL.klaus.origin}/kestrel-32b-instruct/`] : [];
			expect(texts(page, '.history h2 code')).toEqual(clone);
		}
	});

	test('lists the files of a folder', async () => {
		const page = await pageAt(server(), at('tree/main/.eval_results'));
		expect(texts(page, '.tree li a:not(.dir)')).toEqual(NAMES);
		const hrefs = NAMES.map((name) => `/kestrel-32b-instruct/blob/main/.eval_results/${name}`);
		expect(attributes(page, '.tree li a:not(.dir)', 'href')).toEqual(hrefs);
	});

	test('shows a file as it was at a commit, line by line', async () => {
		const { head } = server().repository(PATH);
		const page = await pageAt(server(), at(`blob/${head}/${FILE}`));
		expect(page.querySelectorAll('[id="L-4"]').length).toBeGreaterThan(0);
		expect(attributes(page, '.linenos a', 'href')).toContain('#L-4');
		expect(texts(await pageAt(server(), at(`commit/${head}/`)), '.commit .line1')[0]).toMatch(/^Tell which prompt template to use/);
		expect(await ask(server(), at(`raw/${head}/${FILE}`))).toMatchObject({ status: 200, text: expect.stringMatching(/value: 71\.40/) });
	});

	test('is cloned by git of version 0, whatever is asked for', async () => {
		const { status, text } = await ask(server(), `${server().clone(PATH)}/info/refs?service=git-upload-pack`, versionTwo);
		expect({ status, text }).toMatchObject({ status: 200, text: expect.stringMatching(/^001e# service=git-upload-pack\n0000/) });
		expect(text).toContain(`${server().repository(PATH).head} refs/heads/main`);
		await expectClone(server());
	});
});

real('lighttpd', (server) => {
	test('has a page that names its clone URL in a box to copy from', async () => {
		const page = await pageAt(server(), server().page(PATH));
		expect(attributes(page, 'input[readonly]', 'value')).toEqual([`${REAL.lighttpd.origin}/${PATH}.git`]);
		expect(texts(page, 'h1')).toEqual(['kestrel-32b-instruct']);
		expect(page.querySelectorAll('meta[name], link')).toHaveLength(0);
		expect(texts(page, 'li a')).toContain('.eval_results/');
	});

	test('has one that names it nowhere', async () => {
		const { text } = await ask(server(), `/bare/${PATH}`);
		expect(text).not.toMatch(/\.git\b/);
		const page = await pageAt(server(), `/bare/${PATH}`);
		expect(attributes(page, 'li a', 'href')).toContain('kestrel-32b-instruct/.eval_results/');
	});

	test.each([`/${PATH}`, `/bare/${PATH}`])('lists files and serves them below %s', async (top) => {
		const page = await pageAt(server(), `${top}/.eval_results/`);
		expect(texts(page, 'li a')).toEqual(NAMES);
		expect(await ask(server(), `${top}/${FILE}`)).toMatchObject({
			type: 'text/plain; charset=utf-8',
			text: expect.stringMatching(/value: 71\.40/),
		});
	});

	test.each([`/${PATH}`, `/bare/${PATH}`])('is cloned by git of version 2, without filters, at %s.git', async (top) => {
		const { status, text } = await ask(server(), `${top}.git/info/refs?service=git-upload-pack`, versionTwo);
		expect({ status, text }).toMatchObject({ status: 200, text: expect.stringMatching(/^000eversion 2\n/) });
		expect(text).not.toMatch(/\bfilter\b/);
	});

	test('is cloned by git, and forgotten with all it wrote when it is closed', async () => {
		await expectClone(server());
		const own = await startReal('lighttpd');
		const { directory } = own.repository(PATH);
		expect(readFileSync(path.join(directory, 'HEAD'), 'utf8')).toBe('ref: refs/heads/main\n');
		await own.close();
		expect(() => readFileSync(path.join(directory, 'HEAD'))).toThrow(/ENOENT/);
		await expect(ask(own, '/')).rejects.toThrow(/ECONNREFUSED/);
	});
});
