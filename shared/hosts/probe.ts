import { openRemote } from '../git/remote.ts';
import type { Ports } from '../ports.ts';

/** So many beginnings of an address are tried. */
const PREFIXES = 3;

/**
 * Looks for a repository behind an address whose page names none: the first beginning of its path, from two names on, then of one and
 * three, with and without `.git`, that git answers. Asked for by a press alone. A web page that answers is none: only git's own content type counts.
 */
export async function probe(url: string, ports: Ports, signal: AbortSignal): Promise<{ readonly clone: string } | undefined> {
	if (!/^https?:/.test(url) || !URL.canParse(url)) return undefined;
	const { origin, pathname } = new URL(url);
	const names = pathname.split('/').filter(Boolean);
	const lengths = [2, 3, 1, names.length].filter((length) => length > 0 && length <= names.length);
	const prefixes = [...new Set(lengths)].slice(0, PREFIXES).map((length) => names.slice(0, length).join('/'));
	for (const prefix of prefixes) {
		const plain = prefix.replace(/\.git$/, '');
		for (const path of [`${plain}.git`, plain]) {
			const clone = `${origin}/${path}`;
			const remote = await openRemote(clone, ports, signal);
			if (remote.ok) return { clone };
			// Who does not answer, or wants a pause, is not asked again.
			if (['offline', 'timeout', 'rate-limited', 'permission-missing'].includes(remote.problem.code)) return undefined;
		}
	}
	return undefined;
}
