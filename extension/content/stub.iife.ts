/**
 * The only script that runs on every page of a site that the user has granted. It makes no request and touches nothing;
 * on a repository page that may carry results it keeps the panel's place, before the page is first painted so that nothing
 * moves, and asks the background for the panel.
 */
import { mayCarryResults, recognise } from '../../shared/hosts/pages.ts';
import { pageHead, shownFiles } from './page-facts.ts';
import type { Placed } from './placed.ts';
import { reserve } from './reserve.ts';

// No polyfill: one call does not pay for 3 kB on every page.
const { runtime } = globalThis.browser ?? globalThis.chrome;

/** How long a page may take to draw itself anew, in ms. */
const SETTLES = 5000;

if (!globalThis.evalmark) {
	let placed: Placed = {};
	globalThis.evalmark = placed;
	let leave = new AbortController();
	let _frame = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;

	const look = () => {
		_frame = 0;
		const head = { ...pageHead(), shows: [] };
		// The file list is only searched where the head names a repository.
		const page = recognise(head) && recognise({ ...head, shows: shownFiles() });
		const loading = document.readyState === 'loading';
		if (placed.page && placed.page.origin + placed.page.path !== page?.origin + page?.path) {
			leave.abort();
			placed.host?.remove();
			if (placed.asked) void runtime.sendMessage({ type: 'left' });
			leave = new AbortController();
			globalThis.evalmark = placed = {};
		}
		// The head of this page is whole and names no repository: nothing more to see before all of it is there.
		if (!page && loading && document.body) watcher.disconnect();
		if (!page || placed.asked) return;
		placed.page = page;
		placed.signal = leave.signal;
		if (!mayCarryResults(page)) return;
		const host = reserve();
		if (host) placed.host = host;
		else if (loading) return;
		placed.asked = true;
		void runtime.sendMessage({ type: 'page', page });
	};

	// At most once a frame, just before it is painted.
	const watcher = new MutationObserver(() => {
		_frame ||= requestAnimationFrame(look);
	});
	const watch = () => {
		look();
		watcher.observe(document, { childList: true, subtree: true });
		clearTimeout(timer);
		timer = setTimeout(() => watcher.disconnect(), SETTLES);
	};

	watch();
	document.addEventListener('DOMContentLoaded', look);
	// The Navigation API tells an isolated world of the page's own pushState; where it is missing, only back and forward are seen.
	addEventListener('popstate', watch);
	globalThis.navigation?.addEventListener('currententrychange', watch);
}
