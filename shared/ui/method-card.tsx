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
							<dl>
								{part.map((line) => (
									<Line key={line.dimension} line={line} />
								))}
							</dl>
						</section>
					)
				);
			})}
		</div>
	);
}

function Line({ line }: { line: MethodLine }) {
	const words = useWords();
	return (
		<>
			<dt>{words.code('method', line.dimension)}</dt>
			<dd>
				{line.state === 'not-recorded' ? <span class="muted">{words('ui_not_recorded')}</span> : <Value line={line} />}
				{line.note && <small>{words.code('method_note', line.note)}</small>}
			</dd>
		</>
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
