import { type ComponentChildren, render } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { NeedsLook } from '../../../extension/popup/needs-look.tsx';
import { bundled } from '../../../shared/messages/catalogue.ts';
import { words } from '../../../shared/messages/words.ts';
import type { Report } from '../../../shared/report/report.ts';
import { summary } from '../../../shared/report/summary.ts';
import type { Badge } from '../../../shared/trust/badge.ts';
import { badgeRules } from '../../../shared/trust/badges/index.ts';
import { allParts } from '../../../shared/ui/all-parts.ts';
import { BadgeView } from '../../../shared/ui/badge-view.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import type { Citing } from '../../../shared/ui/citing.tsx';
import { Icon, iconNames } from '../../../shared/ui/icons.tsx';
import { NoResults } from '../../../shared/ui/no-results.tsx';
import { Panel, type PanelProps } from '../../../shared/ui/panel.tsx';
import { partStyles, styles } from '../../../shared/ui/styles.ts';
import { Tally } from '../../../shared/ui/tally.tsx';
import { WordsContext } from '../../../shared/ui/words-context.ts';
import { citingOf } from '../../../viewer/views/citing-of.ts';
import { everything, knownBenchmarks, madeReport, many, NOW, place, problem, repository } from '../../unit/ui/made-report.ts';

/** Every state of the panel and every badge, each in a shadow root of its own on a page with a style of its own. */

const say = words(bundled, 'en');
const sheet = new CSSStyleSheet();
sheet.replaceSync(`${styles}\n${partStyles}`);

function show(title: string, content: ComponentChildren): void {
	const heading = document.createElement('h2');
	heading.textContent = title;
	const host = document.createElement('div');
	host.id = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
	const shadow = host.attachShadow({ mode: 'open' });
	shadow.adoptedStyleSheets = [sheet];
	const root = document.createElement('div');
	shadow.append(root);
	document.querySelector('#gallery')?.append(heading, host);
	render(<WordsContext.Provider value={say}>{content}</WordsContext.Provider>, root);
}

const actions: PanelProps['actions'] = { exportReport() {}, openViewer() {}, retry() {}, openPopupHint() {}, dismiss() {} };

/** Composes as the viewer does, with a form and a patch as the extension has them. */
function citingWithAll(report: Report): Citing {
	const { compose } = citingOf(
		{ ...report, repository: { ...report.repository, discussTemplate: `${repository.url}/issues/new?body=%body%` } },
		say,
	);
	return {
		save() {},
		async compose(what, result) {
			const answer = await compose(what, result);
			return answer && 'dispute' in answer ? { ...answer, patch: { text: 'From 0' } } : answer;
		},
	};
}

function Opening(props: Partial<PanelProps>) {
	const [open, setOpen] = useState(props.open ?? false);
	const { report } = props;
	const citing = useMemo(() => report && citingWithAll(report), [report]);
	return (
		<Panel
			state="ready"
			actions={{ ...actions, citing }}
			parts={allParts}
			now={NOW}
			{...props}
			open={open}
			onToggle={() => setOpen(!open)}
		/>
	);
}

const failing = (...problems: Report['problems']): Report => ({ ...everything(), problems });
const hostile = '<img src=x onerror=alert(1)>';

show('Loading', <Opening state="loading" />);
show('Lost while loading', <Opening state="loading" connection="lost" />);
show('Still reading', <Opening report={{ ...everything(), state: 'collecting' }} />);
show('Closed', <Opening report={everything()} />);
show('Open', <Opening report={everything()} open />);
show('Pull requests failed', <Opening report={failing(problem('server-error', 'submissions', { params: { status: 502 } }))} open />);
show(
	'Rate limited',
	<Opening
		report={{ ...failing(problem('rate-limited', 'submissions', { until: NOW + 720_000 })), results: [], assessments: [], evidence: [] }}
		open
	/>,
);
show('Offline', <Opening report={{ ...failing(problem('offline', 'repository')), asOf: NOW - 3 * 86_400_000 }} />);
show('Permission', <Opening report={madeReport([], { problems: [problem('permission-missing', 'repository')] })} open />);
show(
	'Connection lost',
	<Opening
		report={madeReport([{ place: place('a.yaml'), results: [{ dataset: { id: 'cais/hle', taskId: 'hle' }, valueText: '24.8' }] }])}
		open
		connection="lost"
	/>,
);
show(
	'Benchmark',
	<Opening
		report={madeReport([], {
			benchmarks: knownBenchmarks.slice(0, 1).map((benchmark) => ({ ...benchmark, evidence: `${repository.id}@4f1c9e2:eval.yaml` })),
			evidence: [place('eval.yaml', { id: `${repository.id}@4f1c9e2:eval.yaml`, path: 'eval.yaml' })],
		})}
		open
	/>,
);
show(
	'Long and hostile',
	<Opening
		report={madeReport([
			{
				place: place(`${'deep/'.repeat(8)}northgate-research-heron-mixture-8x22b-instruct-v0.3-awq-int4-g128.yaml`),
				results: [
					{
						dataset: { id: `northgate-research/${'long-'.repeat(20)}bench`, taskId: 'x'.repeat(90) },
						valueText: '12.34567890123456789012345678901234567890',
						notes: 'word '.repeat(120),
						date: hostile,
					},
					{
						dataset: { id: `northgate-research/${'long-'.repeat(20)}bench`, taskId: 'y' },
						valueText: hostile,
						notes: `${hostile} ${'z'.repeat(300)}`,
						source: { url: 'javascript:alert(1)' },
					},
					{ valueText: '1', notes: '\u202eright to left' },
				],
			},
		])}
		open
	/>,
);
show('Thousand', <Opening report={many(1000, 12)} />);

const params = { number: '14', author: 'm-okafor', dataset: 'cais/hle', task: 'hle', host: 'git.example.org' };
const badges: Badge[] = [
	...(Object.keys(badgeRules) as Badge['code'][]) // the record has every code
		.filter((code) => code !== 'source')
		.map(
			(code): Badge => ({
				code,
				tone: 'plain',
				basis: code === 'leaderboard' ? 'link' : ['community', 'proposed', 'token-not-checked'].includes(code) ? 'open' : 'stated',
				params,
				url: repository.url,
			}),
		),
	...['logs', 'own-card', 'other-card', 'some-card', 'elsewhere'].map(
		(kind): Badge => ({ code: 'source', tone: 'plain', basis: 'link', params: { ...params, kind }, url: repository.url }),
	),
	{ code: 'on-main', tone: 'caution', basis: 'stated', params },
	{ code: 'on-main', tone: 'fail', basis: 'stated', params },
];
show(
	'Badges',
	<div class="em panel">
		<div class="group__files">
			<div class="row">
				{badges.map((badge) => (
					<BadgeView badge={badge} file={{ label: 'gpqa.yaml:1 at 4f1c9e2', url: repository.url }} />
				))}
			</div>
			<div class="row">
				{iconNames.map((name) => (
					<span title={name}>
						<Icon name={name} />
					</span>
				))}
			</div>
			<div class="row">
				<Button onClick={() => {}}>Plain</Button>
				<Button onClick={() => {}} look="main" icon="download">
					Main
				</Button>
				<Button onClick={() => {}} look="quiet" icon="open">
					Quiet
				</Button>
				<Button onClick={() => {}} disabled>
					Disabled
				</Button>
			</div>
		</div>
	</div>,
);
show(
	'Popup pieces',
	<div class="em panel">
		<div class="group__files">
			<NeedsLook report={everything()} />
			<Tally summary={summary(everything())} />
			<NoResults report={madeReport([], { submissions: { total: 12, read: 12 } })} />
		</div>
	</div>,
);
// By itself, since it covers the others.
if (location.search === '?floating') show('Floating', <Opening report={everything()} floating />);
document.documentElement.dataset.ready = '';
