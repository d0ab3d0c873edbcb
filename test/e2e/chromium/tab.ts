import type { CDPSession, Page } from '@playwright/test';
import { type AxeAnswer, axeFindings, axeRules, axeSource } from '../axe.ts';
import type { Deep, Key, Plain, Tab } from '../driver.ts';

/** Playwright's own selectors go into open shadow roots by themselves. */
const selector = (target: Deep): string => target.replaceAll(' >>> ', ' ');

export class ChromiumTab implements Tab {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	async goto(url: string): Promise<void> {
		await this.page.goto(url);
	}

	async reload(): Promise<void> {
		await this.page.reload();
	}

	evaluate<A extends readonly Plain[], R>(body: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
		return evaluateIn(this.page, body, args);
	}

	async click(target: Deep, text?: string): Promise<void> {
		const found = this.page.locator(selector(target));
		await (text === undefined ? found : found.filter({ hasText: text })).first().click();
	}

	async text(target: Deep): Promise<string> {
		return (await this.texts(target))[0] ?? '';
	}

	texts(target: Deep): Promise<string[]> {
		return this.page.locator(selector(target)).allInnerTexts();
	}

	count(target: Deep): Promise<number> {
		return this.page.locator(selector(target)).count();
	}

	async focus(target: Deep): Promise<void> {
		await this.page.locator(selector(target)).first().focus();
	}

	async press(...keys: (Key | 'Shift+Tab')[]): Promise<void> {
		for (const key of keys) await this.page.keyboard.press(key === ' ' ? 'Space' : key);
	}

	async type(text: string): Promise<void> {
		await this.page.keyboard.type(text);
	}

	async setFile(target: Deep, file: string): Promise<void> {
		await this.page.locator(selector(target)).first().setInputFiles(file);
	}

	async medium(medium: 'print' | 'screen'): Promise<void> {
		await this.page.emulateMedia({ media: medium });
	}

	/** Without a window Chromium opens no menu: its extension is told what a choice in it tells. */
	async chooseFromMenu(target: Deep): Promise<void> {
		const linkUrl = await this.page
			.locator(selector(target))
			.first()
			.evaluate((link) => (link as HTMLAnchorElement).href);
		const [worker] = this.page.context().serviceWorkers();
		await worker?.evaluate((url) => {
			const clicked = chrome.contextMenus.onClicked as unknown as { dispatch(info: unknown, tab: unknown): void };
			clicked.dispatch({ menuItemId: 'look', linkUrl: url, editable: false }, undefined);
		}, linkUrl);
	}

	async axe(target?: string): Promise<string[]> {
		const session: CDPSession = await this.page.context().newCDPSession(this.page);
		// The page's CSP does not bind what comes over the debugger.
		await session.send('Runtime.evaluate', { expression: axeSource });
		const answer = await this.page.evaluate(
			async ([element, rules]): Promise<AxeAnswer> => {
				// Put there by the line above.
				const { axe } = globalThis as unknown as { axe: { run(target: unknown, options: unknown): Promise<AxeRun> } };
				const found = await axe.run(element ?? document, { runOnly: rules });
				return {
					passes: found.passes.length,
					violations: found.violations.map(({ id, nodes }) => ({
						id,
						nodes: nodes.map((node) => `${node.target.flat().join(' ')} ${node.failureSummary}`),
					})),
				};
			},
			[target, axeRules(target)] as const,
		);
		await session.detach();
		return axeFindings(answer);
	}

	async screenshot(file: string): Promise<void> {
		await this.page.screenshot({ path: file, fullPage: true });
	}

	async resize(width: number, height: number): Promise<void> {
		await this.page.setViewportSize({ width, height });
	}

	async close(): Promise<void> {
		await this.page.close();
	}
}

interface AxeRun {
	readonly passes: readonly unknown[];
	readonly violations: readonly {
		readonly id: string;
		readonly nodes: readonly { readonly target: readonly (string | string[])[]; readonly failureSummary: string }[];
	}[];
}

/** Runs a function with several arguments in a page; Playwright's own `evaluate` takes one. */
export function evaluateIn<A extends readonly Plain[], R>(page: Page, body: (...args: A) => R | Promise<R>, args: A): Promise<R> {
	// The function travels as text, so its types cannot; `R` is what it returns.
	// Some compilers wrap functions with a name into a call of `__name`.
	return page.evaluate(`(async () => { const __name = (body) => body; return (${body})(...${JSON.stringify(args)}); })()`) as Promise<R>;
}
