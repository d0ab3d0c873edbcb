import type { Plain } from '../driver.ts';
import type { Marionette } from './marionette.ts';

/** Key that stands for an element in answers (W3C WebDriver, web element reference). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** One Marionette session. Commands act on the window that was switched to last, so what belongs together runs in a queue. */
export class Session {
	readonly marionette: Marionette;
	#tail: Promise<unknown> = Promise.resolve();

	constructor(marionette: Marionette) {
		this.marionette = marionette;
	}

	/** Runs `body` with no other command in between. */
	alone<T>(body: () => Promise<T>): Promise<T> {
		const result = this.#tail.then(body);
		this.#tail = result.catch(() => undefined);
		return result;
	}

	inWindow<T>(handle: string, body: () => Promise<T>): Promise<T> {
		return this.alone(async () => {
			await this.marionette.send('WebDriver:SwitchToWindow', { handle });
			return body();
		});
	}

	/** In Firefox's privileged window. */
	privileged<A extends readonly Plain[], R>(body: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
		return this.alone(async () => {
			await this.marionette.send('Marionette:SetContext', { value: 'chrome' });
			try {
				return await this.run(`(${body})`, args);
			} finally {
				await this.marionette.send('Marionette:SetContext', { value: 'content' });
			}
		});
	}

	/** Runs a function expression in the current window, in a sandbox of its own: the page's CSP does not bind it and the page cannot see it. */
	async run<R>(expression: string, args: readonly Plain[], before = ''): Promise<R> {
		// Some compilers wrap functions with a name into a call of this one.
		const script = `const __name = (body) => body; ${before};
			const answer = arguments[arguments.length - 1];
			Promise.resolve().then(() => (${expression})(...[...arguments].slice(0, -1)))
				.then((value) => answer({ value: value === undefined ? null : value }), (error) => answer({ error: String(error && error.stack || error) }));`;
		const { value } = await this.marionette.send('WebDriver:ExecuteAsyncScript', {
			script,
			args,
			scriptTimeout: 30_000,
			sandbox: 'evalmark',
			newSandbox: true,
		});
		const answer = value as { value?: unknown; error?: string };
		if (answer.error) throw new Error(answer.error);
		// JSON has no `undefined`; the caller's type says what the function returns.
		return (answer.value ?? undefined) as R;
	}

	/** Id of the first element that `expression` answers. */
	async element(expression: string, args: readonly Plain[]): Promise<string | undefined> {
		const found = await this.run<Record<string, string> | undefined>(expression, args);
		return found?.[ELEMENT];
	}
}
