import { Window } from 'happy-dom';
import { pageHead } from '../../../extension/content/page-facts.ts';
import { shownFiles } from '../../../extension/content/shown-files.ts';
import type { PageFacts } from '../../../shared/hosts/page-facts.ts';
import { islands } from '../../../shared/hosts/stubs.generated.js';

/** What the extension gathers from a page, by the functions that it sends into pages. */
export function factsIn(markup: string, url: string): PageFacts {
	const window = new Window({ url });
	// A browser puts what belongs there into a head that a page does not write; this one does not.
	window.document.write(/<head[\s>]/i.test(markup) ? markup : markup.replace(/<(?:meta|title|link)/i, '<head>$&'));
	const before = Object.getOwnPropertyDescriptors(globalThis);
	Object.assign(globalThis, { document: window.document, location: window.location });
	try {
		return { ...pageHead(islands), shows: shownFiles() };
	} finally {
		for (const name of ['document', 'location'] as const) {
			const old = before[name];
			if (old) Object.defineProperty(globalThis, name, old);
			else Reflect.deleteProperty(globalThis, name);
		}
	}
}
