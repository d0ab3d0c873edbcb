import { useEffect, useMemo, useState } from 'preact/hooks';
import { mergeExports } from '../shared/exports/merge-exports.ts';
import { reportOfExport } from '../shared/exports/report-of-export.ts';
import { Icon } from '../shared/ui/icons.tsx';
import { useWords } from '../shared/ui/words-context.ts';
import { keysIn, useCheckedReports } from './open/checked-reports.ts';
import type { ExtensionExport } from './open/from-extension.ts';
import { fromDialog, fromDrop } from './open/picked-files.ts';
import { type Sources, useSources } from './open/sources.ts';
import { CheckedView } from './views/checked-view.tsx';
import { EmptyView } from './views/empty-view.tsx';
import { allIssues, ProblemsView } from './views/problems-view.tsx';
import { ResultsView } from './views/results-view.tsx';
import { SourceBar } from './views/source-bar.tsx';
import { type View, ViewSwitch } from './views/view-switch.tsx';

interface Props {
	readonly version: string;
	readonly fromExtension: ExtensionExport | undefined;
}

/** The viewer: what is open, and three views of it. Nothing that is opened leaves the page. */
export function App({ version, fromExtension }: Props) {
	const words = useWords();
	const opened = useSources(version);
	const { sources, openFromExtension } = opened;
	const [view, setView] = useState<View>('results');
	useEffect(() => {
		if (fromExtension) openFromExtension(fromExtension);
	}, [fromExtension, openFromExtension]);
	const over = useDropAndPaste(opened);

	const read = useMemo(() => {
		const bundle = mergeExports(sources.flatMap(({ state }) => (state.type === 'read' ? [state.bundle] : [])));
		return bundle ? reportOfExport(bundle) : [];
	}, [sources]);
	const keys = useMemo(() => keysIn(sources), [sources]);
	const reports = useCheckedReports(read, keys);
	const issues = useMemo(() => allIssues(reports), [reports]);
	const misfits = sources.reduce((sum, { state }) => sum + (state.type === 'read' ? state.check.problems.length : 0), 0);
	const reading = sources.some(({ state }) => state.type === 'reading');
	return (
		<div class="em viewer" data-over={over ? '' : undefined}>
			<header class="bar">
				<h1 class="brand">
					<Icon name="mark" />
					{words('viewer_name')}
				</h1>
				{sources.length > 0 && <ViewSwitch view={view} onSwitch={setView} problems={issues.length} misfits={misfits} />}
				<p class="bar__quiet">
					<Icon name="lock" />
					{words('viewer_no_network')}
				</p>
			</header>
			<p class="sr" role="status">
				{reading ? words('viewer_reading') : sources.length > 0 ? words.plural('viewer_shown', reports.length) : ''}
			</p>
			{sources.length > 0 && <SourceBar sources={sources} onClose={opened.close} onFiles={opened.openFiles} />}
			<main>
				{sources.length === 0 ? (
					<EmptyView onFiles={opened.openFiles} />
				) : view === 'results' ? (
					<ResultsView sources={sources} reports={reports} onSwitch={setView} onTrust={opened.trust} />
				) : view === 'problems' ? (
					<ProblemsView issues={issues} />
				) : (
					<CheckedView sources={sources} reports={reports} />
				)}
			</main>
		</div>
	);
}

/** Opens what is dropped or pasted anywhere on the page. Whether something is being dragged over it. */
function useDropAndPaste({ openFiles, openText, openNothing }: Sources): boolean {
	const words = useWords();
	const [over, setOver] = useState(false);
	useEffect(() => {
		const stop = new AbortController();
		const { signal } = stop;
		document.addEventListener(
			'dragover',
			(event) => {
				event.preventDefault();
				setOver(true);
			},
			{ signal },
		);
		document.addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), { signal });
		document.addEventListener(
			'drop',
			(event) => {
				event.preventDefault();
				setOver(false);
				if (event.dataTransfer) {
					fromDrop(event.dataTransfer).then(openFiles, (why: unknown) => openNothing(words('viewer_dropped'), why));
				}
			},
			{ signal },
		);
		document.addEventListener(
			'paste',
			(event) => {
				const { clipboardData } = event;
				if (!clipboardData) return;
				const text = clipboardData.getData('text/plain');
				if (clipboardData.files.length > 0) openFiles(fromDialog(clipboardData.files));
				else if (text.trim() !== '') openText(words('viewer_pasted'), text);
			},
			{ signal },
		);
		return () => stop.abort();
	}, [openFiles, openText, openNothing, words]);
	return over;
}
