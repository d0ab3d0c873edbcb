import type { CDPSession } from '@playwright/test';
import { type Deep, findDeep, type Plain, until } from '../driver.ts';
import type { PrivateTab } from '../private/scenarios.ts';

/** A tab that Playwright does not see, because it belongs to the incognito profile: spoken to through the session of the whole browser. */
export class IncognitoTab implements PrivateTab {
	readonly #browser: CDPSession;
	readonly #target: string;
	readonly #session: string;
	#last = 0;

	private constructor(browser: CDPSession, target: string, session: string) {
		this.#browser = browser;
		this.#target = target;
		this.#session = session;
	}

	/** The tab at this address that comes when `open` is called. Its downloads go to that folder. */
	static async opened(open: () => Promise<void>, url: string, browser: CDPSession, downloadPath: string): Promise<IncognitoTab> {
		const before = (await browser.send('Target.getTargets')).targetInfos.map(({ targetId }) => targetId);
		await open();
		const info = await until(`an incognito tab at ${url}`, async () => {
			const { targetInfos } = await browser.send('Target.getTargets');
			return targetInfos.find((one) => one.type === 'page' && one.url === url && !before.includes(one.targetId));
		});
		const { sessionId } = await browser.send('Target.attachToTarget', { targetId: info.targetId });
		const tab = new IncognitoTab(browser, info.targetId, sessionId);
		// The whole browser's command of that name knows the incognito profile as little as Playwright does.
		await tab.#send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath });
		return tab;
	}

	async click(target: Deep, text?: string): Promise<void> {
		const place = await until(`${target}${text ? ` with "${text}"` : ''}`, () =>
			this.#run<{ x: number; y: number } | undefined>(
				`(target, text) => {
					const element = (${findDeep})(target).find((one) => text === null || (one.innerText ?? '').includes(text));
					if (!element) return;
					element.scrollIntoView({ block: 'center' });
					const { x, y, width, height } = element.getBoundingClientRect();
					return { x: x + width / 2, y: y + height / 2 };
				}`,
				[target, text ?? null],
			),
		);
		for (const type of ['mousePressed', 'mouseReleased'])
			await this.#send('Input.dispatchMouseEvent', { type, ...place, button: 'left', clickCount: 1 });
	}

	count(target: Deep): Promise<number> {
		return this.#run(`(target) => (${findDeep})(target).length`, [target]);
	}

	async text(target: Deep): Promise<string> {
		return (await this.texts(target))[0] ?? '';
	}

	texts(target: Deep): Promise<string[]> {
		return this.#run(`(target) => (${findDeep})(target).map((element) => element.innerText ?? element.textContent ?? '')`, [target]);
	}

	async close(): Promise<void> {
		await this.#browser.send('Target.closeTarget', { targetId: this.#target });
	}

	async #run<R>(expression: string, args: readonly Plain[]): Promise<R> {
		const answer = await this.#send('Runtime.evaluate', {
			// Some compilers wrap functions with a name into a call of `__name`.
			expression: `(() => { const __name = (body) => body; return (${expression})(...${JSON.stringify(args)}); })()`,
			returnByValue: true,
		});
		// Chrome DevTools Protocol, Runtime.evaluate.
		const { result, exceptionDetails } = answer as {
			result: { value?: unknown };
			exceptionDetails?: { exception?: { description?: string } };
		};
		if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'a script in the incognito tab failed');
		// The expression's type does not survive the journey; `R` is what it answers.
		return result.value as R;
	}

	/** Playwright has no sessions within its sessions, so that this one takes and gives its messages as text. */
	#send(method: string, params: object): Promise<unknown> {
		this.#last += 1;
		const id = this.#last;
		return new Promise((resolve, reject) => {
			const listen = ({ sessionId, message }: { sessionId: string; message: string }) => {
				const answer = JSON.parse(message) as { id?: number; result?: unknown; error?: { message: string } };
				if (sessionId !== this.#session || answer.id !== id) return;
				this.#browser.off('Target.receivedMessageFromTarget', listen);
				if (answer.error) reject(new Error(`${method}: ${answer.error.message}`));
				else resolve(answer.result);
			};
			this.#browser.on('Target.receivedMessageFromTarget', listen);
			const message = JSON.stringify({ id, method, params });
			this.#browser.send('Target.sendMessageToTarget', { sessionId: this.#session, message }).catch(reject);
		});
	}
}
