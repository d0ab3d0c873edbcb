import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gitBackend } from './git-backend.ts';

/** One request as it was served. Bytes are those of the bodies as transferred. */
interface ServedRequest {
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
		const path = decodeURIComponent(url.pathname);
		const writes = url.searchParams.get('service') === 'git-receive-pack';
		if (!GIT_PATH.test(path) || writes || path.includes('..')) return false;
		const served = { method: request.method ?? 'GET', path: request.url ?? '/', bodyBytes: 0, sentBytes: 0 };
		requests.push(served);
		count(served, request, response);
		gitBackend(root, path, url.search.slice(1), request, response);
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

function count(served: ServedRequest, request: IncomingMessage, response: ServerResponse): void {
	request.on('data', (chunk: Buffer) => {
		served.bodyBytes += chunk.length;
	});
	const write = response.write.bind(response) as (chunk: Buffer) => boolean;
	// The backend only ever writes one buffer at a time, of `write`'s several forms.
	response.write = ((chunk: Buffer) => {
		served.sentBytes += chunk.length;
		return write(chunk);
	}) as typeof response.write;
}
