import net from 'node:net';

/** Answer of a Marionette command; its shape depends on the command. */
export type Answer = Readonly<Record<string, unknown>>;

interface Waiting {
	resolve(answer: Answer): void;
	reject(error: Error): void;
}

class MarionetteError extends Error {
	readonly code: string;
	constructor(command: string, code: string, message: string) {
		super(`${command}: ${code}: ${message}`);
		this.code = code;
	}
}

const COLON = 58;

/**
 * A connection to Firefox's own remote protocol, as far as these tests need it.
 * Frames are `<byte length>:<json>`; a command is `[0, id, name, parameters]`, its answer `[1, id, error, result]`; the server greets first.
 * Source: Firefox source docs, testing/marionette/Protocol.
 */
export class Marionette {
	readonly #socket: net.Socket;
	readonly #waiting = new Map<number, Waiting>();
	#buffer = Buffer.alloc(0);
	#last = 0;
	#greet!: () => void;
	readonly #greeted: Promise<void>;

	private constructor(port: number) {
		this.#greeted = new Promise((resolve) => {
			this.#greet = resolve;
		});
		this.#socket = net.connect(port, '127.0.0.1');
		this.#socket.on('data', (chunk) => this.#read(chunk));
		this.#socket.on('error', (error) => this.#rejectAll(error));
		this.#socket.on('close', () => this.#rejectAll(new Error('Firefox closed the connection')));
	}

	static async connect(port: number): Promise<Marionette> {
		const connection = new Marionette(port);
		await connection.#greeted;
		return connection;
	}

	send(name: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
		this.#last += 1;
		const id = this.#last;
		return new Promise((resolve, reject) => {
			if (this.#socket.destroyed) return reject(new Error(`${name}: no connection to Firefox`));
			this.#waiting.set(id, {
				resolve,
				reject: (error) => reject(error instanceof MarionetteError ? new MarionetteError(name, error.code, error.message) : error),
			});
			const json = JSON.stringify([0, id, name, parameters]);
			this.#socket.write(`${Buffer.byteLength(json)}:${json}`);
		});
	}

	close(): void {
		this.#socket.destroy();
	}

	#read(chunk: Buffer): void {
		this.#buffer = Buffer.concat([this.#buffer, chunk]);
		for (;;) {
			const colon = this.#buffer.indexOf(COLON);
			if (colon < 0) return;
			const end = colon + 1 + Number(this.#buffer.subarray(0, colon).toString());
			if (this.#buffer.length < end) return;
			const message: unknown = JSON.parse(this.#buffer.subarray(colon + 1, end).toString());
			this.#buffer = this.#buffer.subarray(end);
			if (Array.isArray(message)) this.#settle(message);
			else this.#greet();
		}
	}

	#settle([, id, error, result]: unknown[]): void {
		const waiting = this.#waiting.get(Number(id));
		this.#waiting.delete(Number(id));
		if (!waiting) return;
		// The protocol's own shapes: an error is `{error, message, stacktrace}`, a result an object or null.
		if (error) {
			const { error: code, message } = error as { error: string; message: string };
			waiting.reject(new MarionetteError('', code, message));
		} else waiting.resolve((result ?? {}) as Answer);
	}

	#rejectAll(error: Error): void {
		for (const { reject } of this.#waiting.values()) reject(error);
		this.#waiting.clear();
	}
}
