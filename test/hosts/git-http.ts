import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it was served. Bytes are those of the bodies as transferred. */
export interface ServedRequest {
	readonly method: string;
	/** With the query. */
	readonly path: string;
	bodyBytes: number;
	sentBytes: number;
}

export interface GitServer {
	/** `http://127.0.0.1:PORT` */
	readonly origin: string;
	/** Serves a request for a repository, also for another server that passes it on; `false`: it is for none, and untouched. */
	handle(request: IncomingMessage, response: ServerResponse): boolean;
	/** Everything served so far, in order of arrival. */
	readonly requests: ServedRequest[];
	close(): Promise<void>;
}

const GIT_PATH = /\/(info\/refs|git-upload-pack|HEAD|objects\/[\w./-]+)$/;

/** Serves every bare repository below `root`, for reading, by `git http-backend`, on loopback only. */
export async function serveGit(root: string): Promise<GitServer> {
	const requests: ServedRequest[] = [];
	const handle = (request: IncomingMessage, response: ServerResponse): boolean => {
		const url = new URL(request.url ?? '/', 'http://loopback');
		const writes = url.searchParams.get('service') === 'git-receive-pack';
		if (!GIT_PATH.test(url.pathname) || writes || decodeURIComponent(url.pathname).includes('..')) return false;
		const served = { method: request.method ?? 'GET', path: request.url ?? '/', bodyBytes: 0, sentBytes: 0 };
		requests.push(served);
		runBackend(root, url, request, response, served);
		return true;
	};
	const server = createServer((request, response) => {
		if (!handle(request, response)) response.writeHead(404, { 'content-type': 'text/plain' }).end('not a repository\n');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	// A server that listens on TCP has an address of this form.
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${port}`,
		handle,
		requests,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

function runBackend(root: string, url: URL, request: IncomingMessage, response: ServerResponse, served: ServedRequest): void {
	const header = (name: string) => String(request.headers[name] ?? '');
	const backend = spawn('git', ['http-backend'], {
		stdio: ['pipe', 'pipe', 'ignore'],
		env: {
			PATH: process.env.PATH,
			HOME: root,
			GIT_CONFIG_NOSYSTEM: '1',
			GIT_CONFIG_COUNT: '1',
			GIT_CONFIG_KEY_0: 'safe.directory',
			GIT_CONFIG_VALUE_0: '*',
			GIT_PROJECT_ROOT: root,
			GIT_HTTP_EXPORT_ALL: '1',
			GIT_PROTOCOL: header('git-protocol'),
			REQUEST_METHOD: request.method,
			PATH_INFO: decodeURIComponent(url.pathname),
			QUERY_STRING: url.search.slice(1),
			CONTENT_TYPE: header('content-type'),
			HTTP_CONTENT_ENCODING: header('content-encoding'),
			REMOTE_ADDR: '127.0.0.1',
			...(request.headers['content-length'] && { CONTENT_LENGTH: request.headers['content-length'] }),
		},
	});
	backend.on('error', () => fail(response));
	// Whoever goes away early leaves a pipe behind that nobody reads.
	backend.stdin.on('error', () => {});
	response.on('close', () => backend.kill());
	request.on('data', (chunk: Buffer) => {
		served.bodyBytes += chunk.length;
	});
	request.pipe(backend.stdin);

	let head: Buffer | undefined = Buffer.alloc(0);
	backend.stdout.on('data', (chunk: Buffer) => {
		let body = chunk;
		if (head !== undefined) {
			head = Buffer.concat([head, chunk]);
			const end = head.indexOf('\r\n\r\n');
			if (end === -1) return;
			writeHead(response, head.subarray(0, end).toString('latin1'));
			body = head.subarray(end + 4);
			head = undefined;
		}
		served.sentBytes += body.length;
		if (!response.write(body)) {
			backend.stdout.pause();
			response.once('drain', () => backend.stdout.resume());
		}
	});
	backend.stdout.on('end', () => (head === undefined ? response.end() : fail(response)));
}

/** CGI headers (RFC 3875 §6.3): a status may stand among them. */
function writeHead(response: ServerResponse, head: string): void {
	let status = 200;
	for (const line of head.split('\r\n')) {
		const [name = '', value = ''] = line.split(/:\s*/, 2);
		if (name.toLowerCase() === 'status') status = Number.parseInt(value, 10);
		else response.appendHeader(name, value);
	}
	response.writeHead(status);
}

function fail(response: ServerResponse): void {
	if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
	response.end();
}
