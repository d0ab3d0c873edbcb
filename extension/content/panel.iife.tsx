import { islands, mayCarryResults, recognise } from '../../shared/hosts/pages.ts';
import { mount } from './mount.tsx';
import { pageHead } from './page-facts.ts';
import { shownFiles } from './shown-files.ts';

// The stub runs before; it has left word of what it found.
const placed = globalThis.evalmark;
if (placed && !placed.mounted) {
	const page = recognise({ ...pageHead(islands), shows: shownFiles() });
	if (page && (placed.wanted || mayCarryResults(page))) {
		placed.mounted = true;
		mount(placed, page, placed.left.signal);
		// The stub asks a cheaper question. Where the whole one is answered by no, its place goes.
	} else placed.host?.remove();
}
