import { mayCarryResults } from '../../shared/hosts/may-carry-results.ts';
import { islands } from '../../shared/hosts/stubs.generated.js';
import type { Message, RecogniseAnswer } from '../../shared/protocol/message.ts';
import { mount } from './mount.tsx';
import { pageHead } from './page-facts.ts';
import type { Placed } from './placed.ts';
import { shownFiles } from './shown-files.ts';

// The stub runs before; it has left word of what it found.
const placed = globalThis.evalmark;
if (placed && !placed.mounted) void begin(placed);

async function begin(here: Placed): Promise<void> {
	here.mounted = true;
	const head = pageHead(islands);
	const found = globalThis.evalmarkClone;
	const links = found === undefined ? head.links : [...head.links, { rel: 'vcs-git', href: found }];
	const facts = { ...head, links, shows: shownFiles() };
	const { runtime } = globalThis.browser ?? globalThis.chrome;
	const ask = (): Promise<RecogniseAnswer> => runtime.sendMessage({ type: 'recognise', facts } satisfies Message);
	// A background that is stopped in between answers the second time.
	const answer = await ask()
		.catch(ask)
		.catch(() => undefined);
	// Meanwhile the page may have turned into another one.
	if (here.left.signal.aborted) return;
	if (answer && (here.wanted || mayCarryResults(answer.page))) return mount(here, answer.page, answer.spots, here.left.signal);
	// The stub asks a cheaper question. Where the whole one is answered by no, its place goes, and what comes later may ask again.
	here.mounted = false;
	here.host?.remove();
}
