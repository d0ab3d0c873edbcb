import { EXPORT_PORT } from '../../shared/protocol/message.ts';

/** Asks the extension's background for an export; resolves with its text and the user's keys, `undefined` where nothing is stored. */
export interface ExtensionExport {
	/** Repository that the extension names. */
	readonly repository: string;
	readonly read: () => Promise<SentExport | undefined>;
}

/** Both as text, to be read as files are. */
export interface SentExport {
	readonly text: string;
	readonly keys?: string;
}

/** What the viewer needs of an extension's API, which only its own pages have. */
interface Runtime {
	connect(info: { name: string }): {
		postMessage(message: unknown): void;
		disconnect(): void;
		readonly onMessage: { addListener(listener: (message: unknown) => void): void };
		readonly onDisconnect: { addListener(listener: () => void): void };
	};
}

/** The export that the extension opened this page for: `#from=extension&repository=…`, on a page of the extension only. */
export function exportFromExtension(place: Pick<Location, 'protocol' | 'hash'>): ExtensionExport | undefined {
	if (place.protocol !== 'chrome-extension:' && place.protocol !== 'moz-extension:') return undefined;
	const said = new URLSearchParams(place.hash.slice(1));
	const repository = said.get('repository');
	if (said.get('from') !== 'extension' || !repository) return undefined;
	return { repository, read: () => ask(repository) };
}

function ask(repository: string): Promise<SentExport | undefined> {
	// Firefox calls it `browser`, Chrome has had `chrome` all along; on pages of an extension one of them is there.
	const extension = globalThis as { browser?: { runtime: Runtime }; chrome?: { runtime: Runtime } };
	const runtime = (extension.browser ?? extension.chrome)?.runtime;
	if (!runtime) return Promise.reject(new Error('no extension API'));
	return new Promise((resolve, reject) => {
		const port = runtime.connect({ name: EXPORT_PORT });
		port.onMessage.addListener((message) => {
			port.disconnect();
			// Checked by `readExport`, as every file is.
			const { text, keys } = (message ?? {}) as { text?: unknown; keys?: unknown };
			resolve(typeof text === 'string' ? { text, ...(typeof keys === 'string' && { keys }) } : undefined);
		});
		port.onDisconnect.addListener(() => reject(new Error('the extension does not answer')));
		port.postMessage({ repository });
	});
}
