import { say } from './catalogue.ts';
import { type Tab, until } from './driver.ts';

export const PANEL = 'evalmark-panel';
export const inPanel = (selector: string): string => `${PANEL} >>> ${selector}`;
const TOGGLE = inPanel('.strip__toggle');

/** The panel on a page, as a reader sees it. */
export interface Panel {
	/** The facts of the first line, in order. */
	facts(): Promise<string[]>;
	open(): Promise<void>;
	/** Everything that the opened panel says. */
	text(): Promise<string>;
	/** Text of each result, in order. */
	results(): Promise<string[]>;
}

/** As much of a tab as it takes to read a panel. */
export type PanelTab = Pick<Tab, 'click' | 'count' | 'text' | 'texts'>;

/** Waits until the panel is there and nothing more is being read. */
export async function readPanel(tab: PanelTab): Promise<Panel> {
	await until('the panel has read everything', async () => {
		const status = (await tab.text(inPanel('[role=status]'))).trim();
		if (status !== '' && status !== say('panel_reading')) return true;
		throw new Error(`${await tab.count(inPanel('.panel'))} panels, which say "${status}"`);
	});
	return panelOn(tab);
}

/** The panel in whatever state it is. */
export function panelOn(tab: PanelTab): Panel {
	return {
		facts: async () => (await tab.texts(`${TOGGLE} .fact`)).map((text) => text.replace(/^[\s,]+|[\s,]+$/g, '')),
		async open() {
			await tab.click(TOGGLE);
			await until('the panel opens', async () => (await tab.count(inPanel('.panel__body'))) === 1);
			await until('what it opens to is drawn', async () => (await tab.count(inPanel('[aria-busy=true]'))) === 0);
		},
		text: () => tab.text(inPanel('.panel')),
		async results() {
			for (let more = await tab.count(inPanel('.group__all .more')); more > 0; more -= 1) await tab.click(inPanel('.group__all .more'));
			return tab.texts(inPanel('.result'));
		},
	};
}

/** The number at the beginning of the fact that ends like this message, 0 where there is none: `5 community` → 5. */
export function counted(facts: readonly string[], key: Parameters<typeof say.plural>[0]): number {
	for (const fact of facts) {
		const count = Number.parseInt(fact.replaceAll(',', ''), 10);
		if (!Number.isNaN(count) && say.plural(key, count) === fact) return count;
	}
	return 0;
}
