import { useWords } from '../../shared/ui/words-context.ts';

export const VIEWS = ['results', 'problems', 'checked'] as const;
export type View = (typeof VIEWS)[number];

interface Props {
	readonly view: View;
	readonly onSwitch: (view: View) => void;
	readonly problems: number;
	readonly misfits: number;
}

/** Which of the three views is shown, with what waits in the others. */
export function ViewSwitch({ view, onSwitch, problems, misfits }: Props) {
	const words = useWords();
	const counts: Readonly<Record<View, number>> = { results: 0, problems, checked: misfits };
	return (
		<nav class="views" aria-label={words('viewer_views')}>
			{VIEWS.map((name) => (
				<button key={name} type="button" class="view" aria-current={name === view ? 'page' : undefined} onClick={() => onSwitch(name)}>
					{words(`viewer_view_${name}`)} {counts[name] > 0 && <span class="count">{words.number(counts[name])}</span>}
				</button>
			))}
		</nav>
	);
}
