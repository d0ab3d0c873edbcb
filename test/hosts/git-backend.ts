import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers one request for a repository below `root` by `git http-backend` (CGI, git-http-backend(1)). `pathInfo` is decoded, `/owner/name.git/info/refs`. */
export function gitBackend(root: string, pathInfo: string, query: string, request: IncomingMessage, response: ServerResponse): void {
	const header = (name: string) => String(request.headers[name] ?? '');
	const child = spawn('git', ['http-backend'], {
		env: {
			PATH: process.env.PATH,
			GIT_CONFIG_NOSYSTEM: '1',
			GIT_CONFIG_GLOBAL: '/dev/null',
			GIT_PROJECT_ROOT: root,
			GIT_HTTP_EXPORT_ALL: '1',
			GIT_PROTOCOL: header('git-protocol'),
			PATH_INFO: pathInfo,
			QUERY_STRING: query,
			REQUEST_METHOD: request.method,
			CONTENT_TYPE: header('content-type'),
			CONTENT_LENGTH: header('content-length'),
			HTTP_CONTENT_ENCODING: header('content-encoding'),
			REMOTE_ADDR: '127.0.0.1',
		},
		stdio: ['pipe', 'pipe', 'ignore'],
	});
	response.on('close', () => child.kill());
	child.on('error', () => response.writeHead(500).end());
	child.stdin.on('error', () => undefined);
	request.pipe(child.stdin);
	let head: Buffer | undefined = Buffer.alloc(0);
	child.stdout.on('data', (chunk: Buffer) => {
		if (head === undefined) return void response.write(chunk);
		head = Buffer.concat([head, chunk]);
		const end = head.indexOf('\r\n\r\n');
		if (end < 0) return;
		const fields = head
			.subarray(0, end)
			.toString('latin1')
			.split('\r\n')
			.map((line) => line.split(/:\s*(.*)/s));
		const status = fields.find(([name]) => name?.toLowerCase() === 'status')?.[1];
		response.writeHead(
			Number.parseInt(status ?? '200', 10),
			Object.fromEntries(fields.filter(([name]) => name?.toLowerCase() !== 'status').map(([name, value]) => [name, value])),
		);
		response.write(head.subarray(end + 4));
		head = undefined;
	});
	child.stdout.on('end', () => {
		if (head !== undefined && !response.headersSent) response.writeHead(500);
		response.end();
	});
}
