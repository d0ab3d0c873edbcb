import { render } from 'preact';
import type { RepoPage } from '../../shared/hosts/repo-page.ts';
import { words } from '../../shared/messages/words.ts';
import type { Message, News } from '../../shared/protocol/message.ts';
import type { Report } from '../../shared/report/report.ts';
import { hasSomethingToSay } from '../../shared/ui/facts.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { WordsContext } from '../../shared/ui/words-context.ts';
import { alive, follow } from './follow.ts';
import { keepPlace } from './keep-place.ts';
import { dress, later } from './later.tsx';
import { citingOf, openViewer, saveExport } from './panel-actions.ts';
import type { Placed, Spots } from './placed.ts';
import { followTheme } from './theme.ts';

const { runtime, i18n, extension } = globalThis.browser ?? globalThis.chrome;

/** Draws the panel in the place that the stub kept, or makes one, and follows the repository until the page is left. */
export function mount(placed: Placed, page: RepoPage, spots: Spots, gone: AbortSignal): void {
	const say = words((key) => i18n.getMessage(key), i18n.getUILanguage());
	const place = keepPlace(placed, spots, draw, gone);
	const inside = insideOf(place.host, page, gone);
	let report: Report | undefined;
	let open = globalThis.evalmarkLoud === 'open';
	/** The toolbar alone speaks, until the user asks for more. */
	let silent = globalThis.evalmarkLoud === 'toolbar' && !placed.wanted;
	let before: HTMLElement | undefined;
	let lost = false;
	let dismissed = false;

	const onToggle = () => {
		open = !open;
		draw();
	};
	const actions = {
		retry: () => following.again(),
		exportReport: () => void saveExport(page),
		// A viewer's address would stay in the history of a private window.
		openViewer: extension.inIncognitoContext ? undefined : () => void openViewer(page),
		citing: citingOf(page),
		dismiss: () => {
			dismissed = true;
			draw();
		},
	};

	function draw(): void {
		if (gone.aborted) return;
		const panel = (
			<WordsContext.Provider value={say}>
				<Panel
					report={report}
					state={report ? 'ready' : 'loading'}
					open={open}
					onToggle={onToggle}
					actions={actions}
					parts={later}
					now={Date.now()}
					floating={place.floats()}
					connection={lost ? 'lost' : undefined}
				/>
			</WordsContext.Provider>
		);
		const unseen = placed.unlisted && !placed.wanted && !(report && hasSomethingToSay(report));
		render(dismissed || unseen || silent ? null : panel, inside);
	}

	const following = follow(
		runtime,
		page,
		{
			start: true,
			news: (news) => {
				report = shown(news);
				draw();
			},
			gone: () => {
				lost = true;
				draw();
			},
		},
		gone,
	);
	/** By the keyboard: into the panel, and back to where the page had the focus. */
	placed.toggle = () => {
		const inPanel = document.activeElement === place.host;
		if (open && inPanel) {
			open = false;
			draw();
			before?.focus();
			before = undefined;
			return;
		}
		before = !inPanel && document.activeElement instanceof HTMLElement ? document.activeElement : before;
		open = true;
		silent = false;
		dismissed = false;
		draw();
		place.host.shadowRoot?.querySelector<HTMLElement>('.strip__toggle')?.focus();
	};
	inside.addEventListener('keydown', ({ key }) => {
		if (key === 'Escape' && open && before) placed.toggle?.();
	});
	placed.again = () => report && report.problems.length > 0 && following.again();
	gone.addEventListener(
		'abort',
		() => {
			render(null, inside);
			if (alive(runtime)) void runtime.sendMessage({ type: 'left' } satisfies Message);
		},
		{ once: true },
	);
	draw();
}

/** An earlier report is drawn with what keeps it from being read anew. */
const shown = ({ report, earlier, reading, problems }: News): Report | undefined =>
	report && earlier && !reading ? { ...report, problems } : report;

/** The element that the panel is drawn into, behind a shadow root that the page's styles do not reach. */
function insideOf(element: HTMLElement, { host }: RepoPage, gone: AbortSignal): HTMLElement {
	const root = element.attachShadow({ mode: 'open' });
	dress(root);
	const inside = document.createElement('div');
	root.append(inside);
	// The Hub writes a class for dark and none for light, whatever the system has.
	followTheme(inside, gone, host === 'huggingface' ? 'light' : undefined);
	return inside;
}
