import type { Report } from '../report/report.ts';
import { summary } from '../report/summary.ts';
import { Button } from './button.tsx';
import { Explained } from './explained.tsx';
import { facts } from './facts.ts';
import { Icon } from './icons.tsx';
import { useWords } from './words-context.ts';

/** The line while nothing is read yet: as high as the line that follows, so that nothing moves. */
export function LoadingStrip({ lost = false }: { lost?: boolean }) {
	const words = useWords();
	return (
		<div class="strip">
			<Icon name="mark" />
			<div class="strip__facts">
				{lost ? (
					<span class="fact" data-tone="caution">
						<Icon name="failed" />
						{words('panel_lost')}
					</span>
				) : (
					<>
						<span class="fact">{words('panel_reading')}</span>
						<span class="bone only-wide" />
						<span class="bone only-wide" />
					</>
				)}
			</div>
			<span class="strip__name only-wide">{words('extName')}</span>
		</div>
	);
}

interface Props {
	readonly report: Report;
	readonly now: number;
	readonly open: boolean;
	readonly onToggle: () => void;
	/** Id of what it opens. */
	readonly controls: string;
	readonly onDismiss?: (() => void) | undefined;
}

/** One line: how many results, who says them, whether any was checked, what needs a look. Pressed, it opens to the list. */
export function Strip({ report, now, open, onToggle, controls, onDismiss }: Props) {
	const words = useWords();
	const { results, noneChecked } = summary(report);
	const line = facts(words, report, now);
	// What changes while it is read is put anew and not moved: a browser counts what moves as a shift of the page.
	const said = line.map((fact) => fact.text).join();
	const name = words(report.state === 'collecting' ? 'panel_reading_on' : 'extName');
	return (
		<div class="strip" data-open={open ? '' : undefined}>
			<Icon name="mark" />
			<div class="strip__facts">
				<button type="button" class="strip__toggle" aria-expanded={open} aria-controls={open ? controls : undefined} onClick={onToggle}>
					<span class="sr">{`${words('extName')}: `}</span>
					{line.map((fact, index) => (
						<span
							key={`${fact.key} ${said}`}
							class={`fact${index === 0 ? ' fact--first' : ''}${fact.onlyWide ? ' only-wide' : ''}`}
							data-tone={fact.tone}
						>
							{fact.icon && <Icon name={fact.icon} />}
							{fact.text}
							{index < line.length - 1 && <span class="sr">, </span>}
						</span>
					))}
				</button>
				{noneChecked && results > 0 && (
					<Explained
						key={said}
						class="fact"
						label={words('panel_none_checked')}
						explanation={() => (
							<>
								<p>{words('panel_none_checked_sentence')}</p>
								<p class="muted">{words('panel_none_checked_not')}</p>
							</>
						)}
					>
						<Icon name="unchecked" />
						<span class="word">{words('panel_none_checked')}</span>
					</Explained>
				)}
			</div>
			<span class="strip__name only-wide" aria-hidden="true" key={name}>
				{name}
			</span>
			<Icon name="down" turn />
			{onDismiss && <Button look="quiet" icon="close" label={words('panel_dismiss')} onClick={onDismiss} />}
		</div>
	);
}
