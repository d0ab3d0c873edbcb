import { useState } from 'preact/hooks';
import { compareSignatures, type OtherSignature } from '../../shared/exports/compare-signatures.ts';
import type { ExportProblem } from '../../shared/exports/verify-export.ts';
import type { Report } from '../../shared/report/report.ts';
import { Icon } from '../../shared/ui/icons.tsx';
import { Clipped } from '../../shared/ui/names.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import type { Source } from '../open/source.ts';

/** What was checked here, file by file: what was hashed and followed, what does not fit, and what no check can show. */
export function CheckedView({ sources, reports }: { sources: readonly Source[]; reports: readonly Report[] }) {
	const words = useWords();
	return (
		<div class="page checked">
			{sources.map((source) => (
				<CheckedSource key={source.id} source={source} reports={reports} />
			))}
			<section class="limits">
				<h2>{words('viewer_checked_limits')}</h2>
				<p>{words('viewer_checked_limits_more')}</p>
			</section>
		</div>
	);
}

function CheckedSource({ source: { id, name, state }, reports }: { source: Source; reports: readonly Report[] }) {
	const words = useWords();
	if (state.type !== 'read') return null;
	const { check, bundle, local } = state;
	const heading = `checked-${id}`;
	return (
		<section aria-labelledby={heading}>
			<h2 id={heading}>
				<bdi>{name.slice(0, 200)}</bdi>
			</h2>
			{!local && (
				<p class="muted">
					{words('viewer_exported', {
						generator: `${bundle.generator.name} ${bundle.generator.version}`.slice(0, 100),
						date: words.date(bundle.exportedAt),
					})}
				</p>
			)}
			<ul class="facts">
				<li>
					<Icon name="info" />
					{words.plural('export_rehashed', check.rehashed)}
				</li>
				{!local && (
					<li>
						<Icon name="info" />
						{words.plural('export_proven', check.proven)}
					</li>
				)}
				{check.stated.length > 0 && (
					<li>
						<Icon name="unchecked" />
						{words.plural('export_stated', check.stated.length)}
					</li>
				)}
				{check.unproven.length > 0 && (
					<li>
						<Icon name="unchecked" />
						{words.plural('export_unproven', check.unproven.length)}
					</li>
				)}
				<li data-tone={check.problems.length > 0 ? 'fail' : undefined}>
					<Icon name={check.problems.length > 0 ? 'error' : 'info'} />
					{check.problems.length > 0 ? words.plural('export_misfits', check.problems.length) : words('viewer_all_fits')}
				</li>
			</ul>
			<Misfits problems={check.problems} />
			{!local && <OtherSignatures found={compareSignatures(bundle, reports)} />}
		</section>
	);
}

/** Signatures whose state was another one for who exported. */
function OtherSignatures({ found }: { found: readonly OtherSignature[] }) {
	const words = useWords();
	if (found.length === 0) return null;
	return (
		<>
			<p>{words.plural('viewer_other_signatures', found.length)}</p>
			<ol class="misfits">
				{found.slice(0, FIRST).map(({ result, listed, here, why }) => (
					<li key={result}>
						<bdi class="code">{result.slice(-120)}</bdi>
						{words.code('viewer_signature', why, { before: words.code('badge', listed), now: words.code('badge', here) }, '_changed')}
					</li>
				))}
			</ol>
		</>
	);
}

/** Misfits that are drawn at first: one changed object can have hundreds of consequences. */
const FIRST = 20;

function Misfits({ problems }: { problems: readonly ExportProblem[] }) {
	const words = useWords();
	const [all, setAll] = useState(false);
	const shown = all ? problems : problems.slice(0, FIRST);
	if (shown.length === 0) return null;
	return (
		<>
			<ol class="misfits">
				{shown.map((problem, index) => (
					<li key={index}>
						<bdi class="code">{problem.pointer}</bdi>
						<Clipped text={words.code('export_problem', problem.code, problem.params) || problem.code} limit={400} />
					</li>
				))}
			</ol>
			{shown.length < problems.length && (
				<button type="button" class="more" onClick={() => setAll(true)}>
					{words('viewer_all_misfits', { count: problems.length })}
				</button>
			)}
		</>
	);
}
