import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';
import { Disturbances } from '../faults.ts';
import type { Listening } from './running.ts';

/** What stands before a real server: it counts, and it disturbs where a test wants that. */
export interface Front {
	readonly port: number;
	readonly disturbances: Disturbances;
	close(): Promise<void>;
}

export async function startFront(behind: Listening): Promise<Front> {
	const disturbances = new Disturbances();
	const server = createServer((request, response) => {
		disturbances
			.meet(request, response)
			.then((answered) => answered || pass(behind, request, response))
			.catch(() => response.destroy());
	});
	await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
	return {
		// A server that listens on TCP has an address object.
		port: (server.address() as AddressInfo).port,
		disturbances,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

/** As it came, with what a proxy that ends TLS adds. */
function pass(behind: Listening, request: IncomingMessage, response: ServerResponse): void {
	// Each request has its own connection: a kept one could be closed by the server just when it is used again.
	const { connection: _, ...kept } = request.headers;
	const headers = { ...kept, 'x-forwarded-proto': 'https' };
	const where = 'port' in behind ? { ...behind, host: '127.0.0.1' } : behind;
	const onward = ask({ ...where, method: request.method, path: request.url, headers, agent: false }, (answer) => {
		const { connection: __, ...told } = answer.headers;
		response.writeHead(answer.statusCode ?? 502, told);
		// A cut connection closes both sides; there is nothing else to do about it.
		pipeline(answer, response, () => undefined);
	});
	onward.once('error', () => response.destroy());
	response.once('close', () => onward.destroy());
	request.pipe(onward);
}
