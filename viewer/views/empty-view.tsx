import { Icon } from '../../shared/ui/icons.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import type { PickedFile } from '../open/picked-files.ts';
import { OpenButtons } from './open-buttons.tsx';

/** Nothing is open: what can be, and how. */
export function EmptyView({ onFiles }: { onFiles: (picked: readonly PickedFile[]) => void }) {
	const words = useWords();
	return (
		<section class="empty" aria-labelledby="empty">
			<Icon name="mark" />
			<h2 id="empty">{words('viewer_empty')}</h2>
			<ul>
				<li>{words('viewer_empty_export')}</li>
				<li>{words('viewer_empty_folder')}</li>
				<li>{words('viewer_empty_text')}</li>
			</ul>
			<OpenButtons onFiles={onFiles} main />
			<p class="muted small">{words('viewer_empty_private')}</p>
		</section>
	);
}
