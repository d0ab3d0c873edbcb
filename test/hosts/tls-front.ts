import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';
import { makeCertificates } from './certificates.ts';

/** Hosts that the browsers of the tests find on the loopback, at their own addresses. */
export const OWN_NAMES = [
	'huggingface.co',
	'hf.co',
	'github.com',
	'api.github.com',
	'github.nautilus.example',
	'gitlab.com',
	'code.nautilus.example',
	'codeberg.org',
	'forge.nautilus.example',
	'gogs.nautilus.example',
	'bitbucket.org',
	'api.bitbucket.org',
	'bitbucket.nautilus.example',
	'dev.azure.com',
	'modelscope.cn',
	'www.modelscope.cn',
	'gitee.com',
	'git.sr.ht',
	'pagure.io',
	'cgit.nautilus.example',
	'gitweb.nautilus.example',
	'klaus.nautilus.example',
	'plain.nautilus.example',
] as const;

/**
 * `https://huggingface.co` on the loopback. Browsers are told its port when they start, hosts come and go with each scenario: so it stands
 * for the whole run and passes requests on to whichever host is there.
 */
export interface TlsFront {
	readonly port: number;
	/** The authority to trust, PEM. */
	readonly authority: string;
	/** Requests for these names (the Hub's unless others are given) go to this port of the loopback from now on; the answer takes it back. */
	passTo(port: number, names?: readonly string[]): () => void;
	close(): Promise<void>;
}

export async function startTlsFront(): Promise<TlsFront> {
	const { authority, certificate, key } = await makeCertificates(OWN_NAMES);
	const behind = new Map<string, number>();
	const server = createServer({ key, cert: certificate }, (request, response) => {
		const port = behind.get((request.headers.host ?? '').split(':')[0] ?? '');
		if (port === undefined) response.writeHead(503, { 'content-type': 'text/plain' }).end('no host stands here\n');
		else pass(port, request, response);
	});
	await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
	return {
		// A server that listens on TCP has an address object.
		port: (server.address() as AddressInfo).port,
		authority,
		passTo(port, names = ['huggingface.co', 'hf.co']) {
			for (const name of names) behind.set(name, port);
			return () => {
				for (const name of names) if (behind.get(name) === port) behind.delete(name);
				// A browser keeps connections, and with them an answer that it still waits for.
				server.closeAllConnections();
			};
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

/** As it came, with the name that was asked for in `Host`; where the host behind cuts the connection, so is this one. */
function pass(port: number, request: IncomingMessage, response: ServerResponse): void {
	const { method, url: path, headers } = request;
	const onward = ask({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
		response.writeHead(answer.statusCode ?? 502, answer.headers);
		// A cut connection closes both sides; there is nothing else to do about it.
		pipeline(answer, response, () => undefined);
	});
	onward.once('error', () => response.destroy());
	response.once('close', () => onward.destroy());
	request.pipe(onward);
}
