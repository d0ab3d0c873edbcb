import { mount } from './mount.tsx';

// The stub has found a repository here; nothing else injects this script.
const placed = globalThis.evalmark;
if (placed?.page && placed.signal && !placed.mounted) {
	placed.mounted = true;
	mount(placed, placed.page, placed.signal);
}
