import type { Store } from '../shared/store/store.ts';

/** How much is shown of a page: only on a press of the toolbar button, in the toolbar, a line on the page, or the whole panel. */
export const LOUDNESS = ['on-demand', 'toolbar', 'strip', 'open'] as const;
export type Loudness = (typeof LOUDNESS)[number];

export interface Settings {
	readonly loud: Loudness;
	/** Remember where files and claims were seen first. */
	readonly remember: boolean;
}

export const DEFAULTS: Settings = { loud: 'strip', remember: true };

const KEY = 'settings';

/** What of a value are settings, field by field; what is none is named in `refused` and stays as it is by default. */
export function readSettings(value: unknown): { readonly settings: Settings; readonly refused: readonly string[] } {
	const fields: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
	const refused = Object.keys(fields).filter((name) => !Object.hasOwn(DEFAULTS, name));
	const { remember } = fields;
	if (remember !== undefined && typeof remember !== 'boolean') refused.push('remember');
	const loud = LOUDNESS.find((one) => one === fields.loud);
	if (fields.loud !== undefined && !loud) refused.push('loud');
	return { settings: { loud: loud ?? DEFAULTS.loud, remember: typeof remember === 'boolean' ? remember : DEFAULTS.remember }, refused };
}

export async function storedSettings(store: Pick<Store, 'get'>): Promise<Settings> {
	return readSettings((await store.get('setting', KEY))?.value).settings;
}

export async function storeSettings(store: Pick<Store, 'put'>, settings: Settings, now: number): Promise<void> {
	await store.put('setting', KEY, { value: settings, at: now });
}
