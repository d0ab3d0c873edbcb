import assert from 'node:assert/strict';
import type { Tab } from './driver.ts';

interface Found {
	readonly attacked: string | null;
	readonly elements: readonly string[];
	readonly handlers: readonly string[];
	readonly addresses: readonly string[];
	readonly text: string;
}

/**
 * Runs in a page: what stands in it and in its open shadow roots that text of a repository could have made.
 * `inside`: look only into the panel, because the page around it is the host's.
 */
function whatCame(inside: string | undefined): Found {
	const elements: string[] = [];
	const handlers: string[] = [];
	const addresses: string[] = [];
	let text = '';
	const walk = (root: ParentNode) => {
		for (const element of root.querySelectorAll('*')) {
			if (/^(img|iframe|object|embed|video|audio|base|meta|math)$/i.test(element.localName)) elements.push(element.outerHTML.slice(0, 200));
			// The viewer in one file carries its own script; no attack says `type`.
			const ownScript = element.getAttribute('type') === 'module' && !element.textContent?.includes('attacked');
			if (element.localName === 'script' && !ownScript) elements.push(element.outerHTML.slice(0, 200));
			for (const { name, value } of element.attributes) {
				if (/^on/i.test(name) || name === 'autofocus' || name === 'srcdoc') handlers.push(`${element.localName} ${name}=${value}`);
				if (/^(href|src|action|formaction|xlink:href)$/i.test(name)) addresses.push(value);
			}
			if (element.shadowRoot) walk(element.shadowRoot);
		}
		text += root.textContent ?? '';
	};
	const roots = inside
		? [...document.querySelectorAll(inside)].map((element) => element.shadowRoot ?? element)
		: [document.documentElement];
	for (const root of roots) walk(root);
	return { attacked: document.documentElement.getAttribute('data-attacked'), elements, handlers, addresses, text };
}

/** Asserts that hostile text came onto a page as text and as nothing else. Own `<meta>`s of our pages are not a repository's. */
export async function assertHarmless(tab: Tab, attacks: readonly string[], inside?: string): Promise<void> {
	const found = await tab.evaluate(whatCame, inside);
	assert.equal(found.attacked, null, 'a script of the repository ran');
	assert.deepEqual(
		found.elements.filter((element) => !element.startsWith('<meta ') || /attacked|refresh/i.test(element)),
		[],
	);
	assert.deepEqual(found.handlers, []);
	const elsewhere = found.addresses.filter(
		(address) => !/^(https?:\/\/|#|\.{0,2}\/|assets\/|moz-extension:|chrome-extension:|data:image\/svg|data:,$)/.test(address),
	);
	assert.deepEqual(elsewhere, []);
	for (const attack of attacks) assert.ok(found.text.includes(attack), `not shown as text: ${attack}`);
}
