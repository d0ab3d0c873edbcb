import { vi } from 'vitest';
import { bundled } from '../../../shared/messages/catalogue.ts';

function event() {
	const listeners = new Set<() => void>();
	return {
		addListener: (listener: () => void) => void listeners.add(listener),
		removeListener: (listener: () => void) => void listeners.delete(listener),
		fire: () => {
			for (const listener of listeners) listener();
		},
	};
}

/** As much of the extension API as the extension's own pages use, over permissions that a test gives and takes. */
export function fakeBrowser() {
	const origins = new Set<string>();
	const onAdded = event();
	const onRemoved = event();
	const answers = { request: true };
	const browser = {
		runtime: {
			id: 'evalmark',
			getURL: (path: string) => `https://extension.example/${path}`,
			sendMessage: vi.fn(async (_message: unknown) => undefined),
			openOptionsPage: vi.fn(async () => undefined),
			connect: vi.fn(() => ({ postMessage: vi.fn(), onMessage: event(), onDisconnect: event(), disconnect: vi.fn() })),
		},
		i18n: { getMessage: bundled, getUILanguage: () => 'en' },
		extension: { inIncognitoContext: false },
		permissions: {
			onAdded,
			onRemoved,
			getAll: async () => ({ origins: [...origins], permissions: [] }),
			contains: async ({ origins: wanted }: { origins: string[] }) => wanted.every((one) => origins.has(one)),
			request: vi.fn(async ({ origins: wanted }: { origins: string[] }) => {
				if (!answers.request) return false;
				for (const one of wanted) origins.add(one);
				onAdded.fire();
				return true;
			}),
			remove: vi.fn(async ({ origins: unwanted }: { origins: string[] }) => {
				for (const one of unwanted) origins.delete(one);
				onRemoved.fire();
				return true;
			}),
		},
	};
	return { browser, origins, answers };
}
