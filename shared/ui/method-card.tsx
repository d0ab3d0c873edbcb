import { Fragment } from 'preact';
import type { MethodLine } from '../benchmarks/method.ts';
import { Link } from './link.tsx';
import { Clipped } from './names.tsx';
import { useWords } from './words-context.ts';

const PARTS = ['prescribed', 'known', 'not-recorded'] as const satisfies readonly MethodLine['state'][];
const VALUE = 160;

/** How a score should have been measured, what is known of its benchmark, and what nothing that was read says. */
export function MethodCard({ lines, id }: { lines: readonly MethodLine[]; id?: string }) {
	const words = useWords();
	return (
		<div class="method" id={id}>
			{PARTS.map((state) => {
				const part = lines.filter((line) => line.state === state);
				return (
					part.length > 0 && (
						<section key={state}>
							<h4>{words.code('method_state', state)}</h4>
							{state === 'not-recorded' ? <Missing lines={part} /> : <Values lines={part} />}
						</section>
					)
				);
			})}
		</div>
	);
}

function Missing({ lines }: { lines: readonly MethodLine[] }) {
	const words = useWords();
	return (
		<ul>
			{lines.map(({ dimension, note }) => (
				<li key={dimension}>
					{words.code('method', dimension)}
					{note && <small>{words.code('method_note', note)}</small>}
				</li>
			))}
		</ul>
	);
}

function Values({ lines }: { lines: readonly MethodLine[] }) {
	const words = useWords();
	return (
		<dl>
			{lines.map(
				(line) =>
					line.state !== 'not-recorded' && (
						<Fragment key={line.dimension}>
							<dt>{words.code('method', line.dimension)}</dt>
							<dd>
								<Value line={line} />
								{line.note && <small>{words.code('method_note', line.note)}</small>}
							</dd>
						</Fragment>
					),
			)}
		</dl>
	);
}

function Value({ line }: { line: Exclude<MethodLine, { state: 'not-recorded' }> }) {
	const words = useWords();
	const { value, unit, source } = line;
	return (
		<>
			{typeof value === 'string' ? (
				<Clipped text={value} limit={VALUE} />
			) : unit === 'share' ? (
				words('ui_percent', { number: Math.round(value * 10_000) / 100 })
			) : (
				words.number(value)
			)}
			<small>
				<Link to={source}>{source}</Link>
			</small>
		</>
	);
}
