import type { Store } from '../shared/store/store.ts';
import { siteOf } from './site-pattern.ts';

/** How much is shown of a page: only on a press of the toolbar button, in the toolbar, a line on the page, or the whole panel. */
export const LOUDNESS = ['on-demand', 'toolbar', 'strip', 'open'] as const;
export type Loudness = (typeof LOUDNESS)[number];

export interface Settings {
	readonly loud: Loudness;
	/** Print the panel with its page. */
	readonly print: boolean;
	/** Remember where files and claims were seen first. */
	readonly remember: boolean;
}

export const DEFAULTS: Settings = { loud: 'strip', print: false, remember: true };

const KEY = 'settings';

/** What of a value are settings, field by field; what is none is named in `refused` and stays as it is by default. */
export function readSettings(value: unknown): { readonly settings: Settings; readonly refused: readonly string[] } {
	const fields: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
	const refused = Object.keys(fields).filter((name) => !Object.hasOwn(DEFAULTS, name));
	const switched = (name: 'print' | 'remember'): boolean => {
		const value = fields[name];
		if (value !== undefined && typeof value !== 'boolean') refused.push(name);
		return typeof value === 'boolean' ? value : DEFAULTS[name];
	};
	const loud = LOUDNESS.find((one) => one === fields.loud);
	if (fields.loud !== undefined && !loud) refused.push('loud');
	return { settings: { loud: loud ?? DEFAULTS.loud, print: switched('print'), remember: switched('remember') }, refused };
}

/** So many sites are taken from a file. */
const SITES = 100;

/** What stands in a file of settings. */
export interface SettingsFile {
	readonly settings: Settings;
	/** Names of what is not understood. */
	readonly refused: readonly string[];
	/** Origins: these are the browser's to give. */
	readonly sites: readonly string[];
}

/** The settings in a file, as `settingsFile` writes it; `undefined` for what is no such file. */
export function readSettingsFile(text: string): SettingsFile | undefined {
	const value = parsed(text);
	if (!value) return undefined;
	const { sites: listed = [], ...fields } = value;
	const { settings, refused } = readSettings(fields);
	if (!Array.isArray(listed)) return { settings, refused: [...refused, 'sites'], sites: [] };
	const read = listed.slice(0, SITES).map((site: unknown) => (typeof site === 'string' && site.length <= 2048 ? siteOf(site) : undefined));
	const sites = [...new Set(read.filter((site) => site !== undefined))];
	const all = listed.length <= SITES && !read.includes(undefined);
	return { settings, refused: all ? refused : [...refused, 'sites'], sites };
}

/** Settings and granted sites (match patterns) as a file to take along. */
export function settingsFile(settings: Settings, patterns: readonly string[]): string {
	const sites = patterns.flatMap((pattern) => siteOf(pattern) ?? []);
	return `${JSON.stringify({ ...settings, sites }, null, 1)}\n`;
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
	} catch {
		return undefined;
	}
}

export async function storedSettings(store: Pick<Store, 'get'>): Promise<Settings> {
	return readSettings((await store.get('setting', KEY))?.value).settings;
}

export async function storeSettings(store: Pick<Store, 'put'>, settings: Settings, now: number): Promise<void> {
	await store.put('setting', KEY, { value: settings, at: now });
}
