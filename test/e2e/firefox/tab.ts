import { writeFile } from 'node:fs/promises';
import { type AxeAnswer, axeFindings, axeRules, axeSource } from '../axe.ts';
import { type Deep, findDeep, type Key, type Plain, type Tab, until } from '../driver.ts';
import { activateMenuItem, setMedium } from './privileged.ts';
import type { Session } from './session.ts';

/** W3C WebDriver, keyboard actions: code points for keys without a character. */
const KEY_CODES: Record<Exclude<Key, ' '>, string> = {
	Tab: '\uE004',
	Enter: '\uE007',
	Escape: '\uE00C',
	ArrowLeft: '\uE012',
	ArrowUp: '\uE013',
	ArrowRight: '\uE014',
	ArrowDown: '\uE015',
	End: '\uE010',
	Home: '\uE011',
};
const SHIFT = '\uE008';

export class FirefoxTab implements Tab {
	readonly #session: Session;
	readonly handle: string;

	constructor(session: Session, handle: string) {
		this.#session = session;
		this.handle = handle;
	}

	goto(url: string): Promise<void> {
		return this.#here(async () => {
			await this.#session.marionette.send('WebDriver:Navigate', { url });
		});
	}

	reload(): Promise<void> {
		return this.#here(async () => {
			await this.#session.marionette.send('WebDriver:Refresh');
		});
	}

	evaluate<A extends readonly Plain[], R>(body: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
		return this.#here(() => this.#session.run<R>(`(${body})`, args));
	}

	async click(target: Deep, text?: string): Promise<void> {
		await this.#withElement(target, text, (id) => this.#session.marionette.send('WebDriver:ElementClick', { id }));
	}

	async text(target: Deep): Promise<string> {
		return (await this.texts(target))[0] ?? '';
	}

	texts(target: Deep): Promise<string[]> {
		return this.#here(() =>
			this.#session.run<string[]>(`(target) => (${findDeep})(target).map((element) => element.innerText ?? element.textContent ?? '')`, [
				target,
			]),
		);
	}

	count(target: Deep): Promise<number> {
		return this.#here(() => this.#session.run<number>(`(target) => (${findDeep})(target).length`, [target]));
	}

	async focus(target: Deep): Promise<void> {
		await until(`${target} to focus`, () =>
			this.#here(() =>
				this.#session.run<boolean>(`(target) => { const [element] = (${findDeep})(target); element.focus(); return true; }`, [target]),
			),
		);
	}

	async press(...keys: (Key | 'Shift+Tab')[]): Promise<void> {
		for (const key of keys) {
			if (key === 'Shift+Tab') await this.#keys([SHIFT, KEY_CODES.Tab]);
			else await this.#keys([key === ' ' ? ' ' : KEY_CODES[key]]);
		}
	}

	async type(text: string): Promise<void> {
		for (const character of text) await this.#keys([character]);
	}

	async setFile(target: Deep, file: string): Promise<void> {
		await this.#withElement(target, undefined, (id) => this.#session.marionette.send('WebDriver:ElementSendKeys', { id, text: file }));
	}

	medium(medium: 'print' | 'screen'): Promise<void> {
		return this.#inFront(() => this.#session.privileged(setMedium, medium));
	}

	/** Right button on the first match, then the item of that title in Firefox's own menu. */
	async chooseFromMenu(target: Deep, title: string): Promise<void> {
		await this.#withElement(target, undefined, (id) =>
			this.#session.marionette.send('WebDriver:PerformActions', {
				actions: [
					{
						type: 'pointer',
						id: 'mouse',
						actions: [
							{ type: 'pointerMove', x: 0, y: 0, origin: { 'element-6066-11e4-a52e-4f735466cecf': id } },
							{ type: 'pointerDown', button: 2 },
							{ type: 'pointerUp', button: 2 },
						],
					},
				],
			}),
		);
		await until(`${title} in the menu`, () => this.#inFront(() => this.#session.privileged(activateMenuItem, title)));
	}

	async axe(target?: string): Promise<string[]> {
		const expression = `(target, rules) => axe.run(target ?? document, { runOnly: rules }).then((found) => ({
			passes: found.passes.length,
			violations: found.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.target.flat().join(' ') + ' ' + node.failureSummary) })),
		}))`;
		// One script: what axe leaves behind is gone with its sandbox.
		return axeFindings(await this.#here(() => this.#session.run<AxeAnswer>(expression, [target ?? null, axeRules(target)], axeSource)));
	}

	async screenshot(file: string): Promise<void> {
		const { value } = await this.#here(() => this.#session.marionette.send('WebDriver:TakeScreenshot', { full: true, hash: false }));
		await writeFile(file, Buffer.from(String(value), 'base64'));
	}

	async resize(width: number, height: number): Promise<void> {
		await this.#here(() => this.#session.marionette.send('WebDriver:SetWindowRect', { width, height }));
	}

	async close(): Promise<void> {
		await this.#here(() => this.#session.marionette.send('WebDriver:CloseWindow'));
	}

	#here<T>(body: () => Promise<T>): Promise<T> {
		return this.#session.inWindow(this.handle, body);
	}

	/** In Firefox's own window, with this tab in front. */
	async #inFront<T>(body: () => Promise<T>): Promise<T> {
		await this.#here(async () => undefined);
		return body();
	}

	async #withElement(target: Deep, text: string | undefined, body: (id: string) => Promise<unknown>): Promise<void> {
		const expression = `(target, text) => (${findDeep})(target).find((element) => text == null || (element.innerText ?? '').includes(text)) ?? null`;
		await until(`${target}${text ? ` with "${text}"` : ''}`, () =>
			this.#here(async () => {
				const id = await this.#session.element(expression, [target, text]);
				if (!id) return false;
				await body(id);
				return true;
			}),
		);
	}

	async #keys(together: readonly string[]): Promise<void> {
		const actions = [
			...together.map((value) => ({ type: 'keyDown', value })),
			...together.toReversed().map((value) => ({ type: 'keyUp', value })),
		];
		await this.#here(() =>
			this.#session.marionette.send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] }),
		);
	}
}
