import type { Host } from '../../shared/hosts/host.ts';
import { type About, about } from './about.ts';

const BEGIN = '<!-- Made by `npm run hosts -- --docs` from scripts/hosts/about.ts. -->';
const END = '<!-- End of what is made. -->';

const yes = (is: boolean): string => (is ? 'yes' : 'no');

/** A row of `docs/hosts.md`, the same that `npm run hosts` prints, without what is measured. */
export function docsRow(id: string, { pages, knownBy, readBy, pulls, states, history, private: locked, budget, tried }: About): string {
	const cells = [`\`${id}\``, pages, knownBy, readBy, pulls, states, yes(history), locked, `${budget.git} + ${budget.api}`, tried];
	return `| ${cells.join(' | ')} |`;
}

/** The document with its table made anew. */
export function withTable(text: string, hosts: readonly Pick<Host, 'id'>[]): string {
	const head =
		'host | pages | recognised by | read by | pull requests | their states | history | private | requests at most, git + API | tried against';
	const rows = [`| ${head} |`, `|${' --- |'.repeat(head.split('|').length)}`, ...hosts.map(({ id }) => docsRow(id, about[id]))];
	const [before = '', rest = ''] = text.split(BEGIN);
	const [, after = ''] = rest.split(END);
	return `${before}${BEGIN}\n\n${rows.join('\n')}\n\n${END}${after}`;
}
