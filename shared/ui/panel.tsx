import { useId } from 'preact/hooks';
import type { Report } from '../report/report.ts';
import { Button } from './button.tsx';
import { type Citing, CitingContext } from './citing.tsx';
import { facts, hasSomethingToSay, ownBenchmarks } from './facts.ts';
import { GoneNotice } from './gone-notice.tsx';
import { Notice } from './notice.tsx';
import { type Parts, PartsContext } from './parts.ts';
import { type ProblemActions, ProblemList } from './problem-list.tsx';
import { ResultList } from './result-list.tsx';
import { LoadingStrip, Strip } from './strip.tsx';
import { WhereRead } from './where-read.tsx';
import { useWords } from './words-context.ts';

export interface PanelActions extends ProblemActions {
	readonly exportReport?: (() => void) | undefined;
	readonly openViewer?: (() => void) | undefined;
	/** Makes one result into a citation, or a question to its authors. */
	readonly citing?: Citing | undefined;
	/** Takes a floating panel away. */
	readonly dismiss?: (() => void) | undefined;
}

export interface PanelProps {
	readonly report?: Report | undefined;
	/** `loading`: recognised, nothing read yet. */
	readonly state: 'loading' | 'ready';
	readonly open: boolean;
	readonly onToggle: () => void;
	readonly actions: PanelActions;
	/** What its list opens to. */
	readonly parts: Parts;
	/** Ms since 1970. */
	readonly now: number;
	/** No place was found on the page: floats above it and can be dismissed. */
	readonly floating?: boolean;
	/** What reads for the panel is gone; what was read stays. */
	readonly connection?: 'lost' | undefined;
}

/** One line on a repository page that opens in place to the results and what stands behind each. Nothing at all where there is nothing to say. */
export function Panel(props: PanelProps) {
	const { report, state, floating, open, now, actions } = props;
	const words = useWords();
	const id = useId();
	const something = report !== undefined && hasSomethingToSay(report);
	const reading = state === 'loading' || (report?.state === 'collecting' && !something);
	if (!something && !reading) return null;
	return (
		<section
			class={floating ? 'em panel panel--floating' : 'em panel'}
			aria-label={words('extName')}
			dir={words('ui_dir') === 'rtl' ? 'rtl' : 'ltr'}
		>
			<p class="sr" role="status">
				{status(props, reading, words)}
			</p>
			{reading || !report ? (
				<LoadingStrip lost={props.connection === 'lost'} />
			) : (
				<Strip
					report={report}
					now={now}
					open={open}
					onToggle={props.onToggle}
					controls={id}
					onDismiss={floating ? actions.dismiss : undefined}
				/>
			)}
			{open && report && something && (
				<div class="panel__body" id={id}>
					<Body {...props} report={report} />
				</div>
			)}
		</section>
	);
}

function Body({ report, now, actions, parts, connection, floating }: PanelProps & { report: Report }) {
	const words = useWords();
	return (
		<>
			{(report.evidence.length > 0 || report.state === 'collecting') && (
				<div class="panel__where">
					<WhereRead report={report} now={now} />
					<div class="row">
						{actions.exportReport && (
							<Button look="quiet" icon="download" onClick={actions.exportReport}>
								{words('ui_export')}
							</Button>
						)}
						{actions.openViewer && (
							<Button look="quiet" icon="open" onClick={actions.openViewer}>
								{words('ui_open_viewer')}
							</Button>
						)}
					</div>
				</div>
			)}
			{connection === 'lost' && (
				<Notice icon="failed" tone="caution">
					<p>
						<strong>{words('panel_connection_lost')}</strong> {words('panel_connection_lost_more')}
					</p>
				</Notice>
			)}
			<ProblemList report={report} now={now} actions={actions} />
			<GoneNotice report={report} now={now} />
			{ownBenchmarks(report).map((benchmark) => (
				<parts.Definition
					key={benchmark.dataset}
					benchmark={benchmark}
					board={report.boards.find(({ dataset }) => dataset.toLowerCase() === benchmark.dataset.toLowerCase())}
					origin={report.repository.origin}
					file={report.evidence.find((place) => place.id === benchmark.evidence)}
				/>
			))}
			<PartsContext.Provider value={parts}>
				<CitingContext.Provider value={actions.citing}>
					<ResultList report={report} />
				</CitingContext.Provider>
			</PartsContext.Provider>
			{report.state === 'collecting' && <Notice icon="waiting">{words('panel_still_reading')}</Notice>}
			{floating && <p class="panel__where muted small">{words('panel_floating')}</p>}
		</>
	);
}

/** Said once per change by a screen reader: while reading that it reads, then the line as a whole. */
function status({ report, connection, now }: PanelProps, reading: boolean, words: ReturnType<typeof useWords>): string {
	if (connection === 'lost') return words('panel_connection_lost');
	if (reading || !report || report.state === 'collecting') return words('panel_reading');
	return facts(words, report, now)
		.map((fact) => fact.text)
		.join(', ');
}
