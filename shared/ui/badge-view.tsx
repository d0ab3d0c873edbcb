import type { Words } from '../messages/words.ts';
import type { Badge } from '../trust/badge.ts';
import { badgeWords } from './badge-words.ts';
import { Explained } from './explained.tsx';
import { Icon } from './icons.tsx';
import { Link } from './link.tsx';
import { useWords } from './words-context.ts';

/** Where a word can be traced to: the file at its commit. */
export interface Trace {
	readonly label: string;
	readonly url?: string | undefined;
}

/** A badge: an icon and a word that opens to what it says, what it does not show, and the evidence. */
export function BadgeView({ badge, file }: { badge: Badge; file?: Trace }) {
	const words = useWords();
	const { label, sentence, not } = badgeWords(words, badge);
	return (
		<Explained
			class="badge"
			tone={badge.tone}
			basis={badge.basis}
			explanation={() => (
				<>
					<p>{sentence}</p>
					<p class="muted">{not}</p>
					<p class="links">
						{badge.url !== undefined && <Link to={badge.url}>{leadsTo(words, badge, badge.url)}</Link>}
						{file && (
							<Link class="code" to={file.url}>
								{file.label}
							</Link>
						)}
					</p>
				</>
			)}
		>
			<Icon name={badge.code} />
			<span>{label}</span>
		</Explained>
	);
}

/** Names the place, so that nobody follows a link blindly. */
function leadsTo(words: Words, badge: Badge, url: string): string {
	switch (badge.code) {
		case 'community':
		case 'proposed':
		case 'withdrawn':
			return words('panel_pull_request', badge.params);
		case 'leaderboard':
			return words('panel_definition_of', badge.params);
		default:
			return URL.canParse(url) ? new URL(url).host : url;
	}
}
