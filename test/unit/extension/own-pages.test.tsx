// @vitest-environment happy-dom
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { hosts } from '../../../shared/hosts/registry.ts';
import { bundled } from '../../../shared/messages/catalogue.ts';
import { words } from '../../../shared/messages/words.ts';
import { WordsContext } from '../../../shared/ui/words-context.ts';
import { fakeBrowser } from './fake-browser.ts';

const polyfill = vi.hoisted(() => ({}));
vi.mock('webextension-polyfill', () => ({ default: polyfill }));

const say = words(bundled, 'en');
const { browser, origins, answers } = fakeBrowser();
// The pages hold on to the object itself, which is made before they are loaded.
Object.assign(polyfill, browser);
vi.stubGlobal('chrome', browser);

const { Sites } = await import('../../../extension/options/sites.tsx');
const { Transfer } = await import('../../../extension/options/transfer.tsx');
const { Memory } = await import('../../../extension/options/memory.tsx');
const { OnPages } = await import('../../../extension/options/on-pages.tsx');
const { Welcome } = await import('../../../extension/welcome/welcome.tsx');
const { Look } = await import('../../../extension/look/look.tsx');
const { DEFAULTS } = await import('../../../extension/settings.ts');

const root = document.createElement('div');
document.body.append(root);
const HUB = 'https://huggingface.co/*';

beforeEach(() => {
	origins.clear();
	answers.request = true;
	vi.clearAllMocks();
});
afterEach(() => render(null, root));

/** Lets everything that is on its way arrive. */
const settle = () => act(() => new Promise<void>((done) => setTimeout(done)));
async function draw(page: ComponentChild): Promise<void> {
	act(() => render(<WordsContext.Provider value={say}>{page}</WordsContext.Provider>, root));
	await settle();
}
const button = (text: string) =>
	[...root.querySelectorAll('button')].find((one) => one.textContent === text || one.getAttribute('aria-label') === text);
async function press(text: string): Promise<void> {
	const found = button(text);
	if (!found) throw new Error(`no button “${text}” in ${root.textContent}`);
	act(() => found.click());
	await settle();
}
const rows = () => [...root.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent).join(' | '));

describe('sites', () => {
	const offered = (site: string) => `${site} | not granted | Allow…`;

	test('name their kind; known public ones that are not granted are one press away', async () => {
		origins.add(HUB).add('https://git.example.org/*');
		await draw(<Sites />);
		expect(rows()).toEqual([
			'git.example.org | any git host | Remove',
			'huggingface.co | Hugging Face | Remove',
			'github.com | not granted | Allow…',
			'gitlab.com | not granted | Allow…',
			'codeberg.org | not granted | Allow…',
			...['bitbucket.org', 'dev.azure.com', 'modelscope.cn', 'www.modelscope.cn', 'www.modelscope.ai'].map(offered),
			...['gitee.com', 'git.sr.ht', 'pagure.io'].map(offered),
		]);
		await press('Allow github.com');
		expect(browser.permissions.request).toHaveBeenCalledExactlyOnceWith({ origins: ['https://github.com/*', 'https://api.github.com/*'] });
		expect(root.querySelector('#site-said')?.textContent).toBe(say('options_added', { site: 'github.com' }));
		expect(rows()).toContain('github.com | GitHub | Remove');
		// What it needs beside itself comes and goes with it.
		expect(rows().join()).not.toContain('api.github.com');
		await press('Remove github.com');
		expect([...origins]).toEqual([HUB, 'https://git.example.org/*']);
		await press('Remove huggingface.co');
		expect(rows()).toContain('huggingface.co | not granted | Allow…');
	});

	test('say so when the browser refuses', async () => {
		answers.request = false;
		await draw(<Sites />);
		await press('Allow github.com');
		expect(root.querySelector('#site-said')?.textContent).toBe(say('options_refused', { site: 'github.com' }));
	});
});

test('how loud, and whether on paper: each choice holds at once and says so', async () => {
	const change = vi.fn();
	await draw(<OnPages settings={DEFAULTS} change={change} />);
	act(() => root.querySelector<HTMLInputElement>('[value=toolbar]')?.click());
	expect(change).toHaveBeenLastCalledWith({ ...DEFAULTS, loud: 'toolbar' });
	act(() => root.querySelector<HTMLInputElement>('[type=checkbox]')?.click());
	expect(change).toHaveBeenLastCalledWith({ ...DEFAULTS, print: true });
	expect(root.querySelector('[role=status]')?.textContent).toBe(say('options_changed'));
});

test('memory: switched off nothing new is kept, and what was seen goes by a press of its own', async () => {
	const change = vi.fn();
	await draw(<Memory settings={DEFAULTS} change={change} />);
	act(() => root.querySelector('input')?.click());
	expect(change).toHaveBeenLastCalledWith({ ...DEFAULTS, remember: false });
	expect(root.querySelector('[role=status]')?.textContent).toBe(say('options_remembers_not'));
	expect(browser.runtime.sendMessage).not.toHaveBeenCalled();
	await press(say('options_forget'));
	expect(browser.runtime.sendMessage).toHaveBeenCalledExactlyOnceWith({ type: 'forget', what: 'seen' });
});

describe('settings from a file', () => {
	async function open(text: string, change = vi.fn()) {
		await draw(<Transfer settings={DEFAULTS} change={change} />);
		const input = root.querySelector('input') as HTMLInputElement; // the one field
		Object.defineProperty(input, 'files', { value: [new File([text], 'mine.json')], configurable: true });
		act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
		await settle();
		return change;
	}

	test('hold at once; sites are asked for by a press, and only those that are not granted', async () => {
		origins.add(HUB);
		const change = await open('{"loud":"open","sites":["https://huggingface.co","https://git.example.org"]}');
		expect(change).toHaveBeenCalledExactlyOnceWith({ ...DEFAULTS, loud: 'open' });
		expect(browser.permissions.request).not.toHaveBeenCalled();
		expect(button('Allow huggingface.co')).toBeUndefined();
		await press('Allow git.example.org');
		expect(browser.permissions.request).toHaveBeenCalledExactlyOnceWith({ origins: ['https://git.example.org/*'] });
		expect(button('Allow git.example.org')).toBeUndefined();
	});

	test('what is not understood is named, and a file of something else changes nothing', async () => {
		await open('{"loud":"screaming","colour":"green"}');
		expect(root.textContent).toContain(say('options_import_refused', { fields: 'colour, loud' }));
		const change = await open('dear reader');
		expect(change).not.toHaveBeenCalled();
		expect(root.textContent).toContain(say('options_import_none', { file: 'mine.json' }));
	});

	test('reset goes back to how it was at first', async () => {
		const change = vi.fn();
		await draw(<Transfer settings={{ ...DEFAULTS, loud: 'open' }} change={change} />);
		await press(say('options_reset'));
		expect(change).toHaveBeenCalledExactlyOnceWith(DEFAULTS);
	});
});

describe('the welcome page', () => {
	test('shows an example that is drawn as a page is, and says that nothing is green', async () => {
		origins.add(HUB);
		await draw(<Welcome />);
		for (const { id } of hosts) expect(root.textContent).toContain(say.code('host', id));
		expect(root.querySelector('.panel')?.textContent).toContain(say.plural('results', 5));
		expect(root.querySelectorAll('.panel .result')).toHaveLength(5);
		expect(root.textContent).toContain(say('welcome_green_more'));
		expect(button(say('popup_grant'))).toBeUndefined();
	});

	test('asks for the site only where the browser has not given it', async () => {
		await draw(<Welcome />);
		await press(say('popup_grant'));
		expect(browser.permissions.request).toHaveBeenCalledExactlyOnceWith({ origins: [HUB] });
		expect(button(say('popup_grant'))).toBeUndefined();
	});
});

describe('a look behind a link', () => {
	test('says so where the link names no repository, as text', async () => {
		await draw(<Look address="https://example.org/<b>x</b>" />);
		expect(root.textContent).toContain(say('look_elsewhere'));
		expect(root.textContent).toContain('<b>x</b>');
		expect(browser.runtime.connect).not.toHaveBeenCalled();
	});

	test('asks for the site first, and reads then', async () => {
		await draw(<Look address="https://huggingface.co/lumen-labs/kestrel-32b" />);
		expect(browser.runtime.connect).not.toHaveBeenCalled();
		await press(say('popup_grant'));
		expect(browser.runtime.connect).toHaveBeenCalledOnce();
		expect(root.textContent).toContain('lumen-labs/kestrel-32b');
	});
});
