/**
 * The only script that runs on every page of a site that the user has granted. It makes no request and touches nothing; on a page
 * that names a repository and lists a file that Evalmark reads it keeps the panel's place, before the page is first painted so that
 * nothing moves, and asks the background for the panel; on a hub's page that lists none it only asks. The panel then looks closer.
 */
import type { Placed } from './placed.ts';
import { reserve } from './reserve.ts';
import { shownFiles } from './shown-files.ts';

// Injected a second time it does nothing.
if (!globalThis.evalmark) {
	// The build puts in what it is for the host that this copy is made for.
	const [marks, spots, names, whole] = globalThis.evalmarkHost;
	let placed: Placed;
	let named: string | undefined;
	const begin = () => {
		placed = globalThis.evalmark = { left: new AbortController() };
	};
	begin();

	const look = () => {
		const mark = document.querySelector<HTMLLinkElement & HTMLMetaElement>(marks);
		// A hub's own pages need not list what they are about: they have an island with it, or say it by their address.
		const said = names ? location.pathname.match(names)?.[0] : mark?.dataset.props;
		const island = (!names || whole) && said;
		// Forges that say it on an element load each page anew, so that being there is enough.
		const name = mark ? (names ? said : mark.href || mark.content || said || '1') : undefined;
		if (named !== name) {
			placed.left.abort();
			placed.host?.remove();
			begin();
		}
		named = name;
		const listed = shownFiles()[0];
		if (!name || placed.asked || !(island || listed)) return;
		placed.unlisted = !listed;
		placed.host = reserve(spots, listed && globalThis.evalmarkLoud !== 'toolbar');
		// The repository's header may be still to come.
		if (!placed.host && document.readyState === 'loading') return;
		placed.asked = true;
		// No polyfill: one call does not pay for 3 kB on every page.
		void (globalThis.browser ?? chrome).runtime.sendMessage({ type: 'page' });
	};

	let frame = 0;
	// At most once a frame, just before it is painted.
	const watcher = new MutationObserver(() => {
		cancelAnimationFrame(frame);
		frame = requestAnimationFrame(look);
	});
	let timer: ReturnType<typeof setTimeout>;
	/** While the page is drawn, or drawn anew. */
	const watch = () => {
		look();
		watcher.observe(document, { childList: true, subtree: true });
		clearTimeout(timer);
		timer = setTimeout(() => watcher.disconnect(), 5000);
	};

	watch();
	addEventListener('DOMContentLoaded', look);
	// The Navigation API tells an isolated world of the page's own pushState; where it is missing, only back and forward are seen.
	addEventListener('popstate', watch);
	globalThis.navigation?.addEventListener('currententrychange', watch);
}
