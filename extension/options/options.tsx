import { Icon } from '../../shared/ui/icons.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import { Cache } from './cache.tsx';
import { Sites } from './sites.tsx';

const SECTIONS = ['sites', 'cache', 'about'] as const;

/** One page. Nothing is saved by a button: every change holds at once and says so. */
export function Options({ version }: { version: string }) {
	const words = useWords();
	return (
		<div class="em options">
			<nav aria-label={words('options_sections')}>
				<span class="brand">
					<Icon name="mark" />
					{words('extName')}
				</span>
				{SECTIONS.map((section) => (
					<a key={section} href={`#${section}`}>
						{words(`options_${section}`)}
					</a>
				))}
			</nav>
			<main>
				<h1 class="sr">{words('options_title')}</h1>
				<Sites />
				<Cache />
				<section class="set" id="about" aria-labelledby="h-about">
					<h2 id="h-about">{words('options_about')}</h2>
					<p>{words('options_about_more')}</p>
					<p>{words('options_version', { version })}</p>
				</section>
			</main>
		</div>
	);
}
