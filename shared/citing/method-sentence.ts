import type { MethodDimension } from '../methodology/method.ts';
import { methodLines } from '../methodology/method-lines.ts';
import type { CitedScore } from './cited-score.ts';
import { listed, type Speak, type Written } from './speak.ts';

/** What a reader asks for first. */
const FIRST: ReadonlySet<MethodDimension> = new Set<MethodDimension>(['framework', 'solvers', 'scorers', 'judge', 'epochs']);
const SHOTS = /\b(\d{1,3})[ -]?shots?\b/gi;

/**
 * How it was measured, in one line: the score's own notes in quotation marks, and what its benchmark's `eval.yaml` prescribes, which does
 * not show that the score followed it. Nothing is guessed.
 */
export function methodSentence({ result, benchmark }: CitedScore, say: Speak): Written {
	const parts: Written[] = [];
	const shots = shotsOf(result.notes);
	if (shots !== undefined) parts.push(say('cite_method_shots', { count: { written: shots } }));
	if (result.notes !== undefined) parts.push(say('cite_method_notes', { notes: result.notes }));
	const lines = benchmark === undefined ? [] : methodLines(benchmark, result.dataset.taskId);
	const prescribed = lines.flatMap((line) =>
		line.state === 'prescribed' && FIRST.has(line.dimension)
			? [{ written: `${say.code('method', line.dimension)?.written ?? ''}: ${say.format.foreign(String(line.value))}` }]
			: [],
	);
	if (prescribed.length > 0) parts.push(say('cite_method_prescribed', { parts: listed(prescribed, '; ') }));
	return parts.length === 0 ? say('cite_method_none') : say('cite_method', { parts: listed(parts, '; ') });
}

/** The number of examples, where the notes name one and only one: `5`. */
function shotsOf(notes: string | undefined): string | undefined {
	const named = new Set([...(notes ?? '').slice(0, 4096).matchAll(SHOTS)].map(([, count]) => count));
	return named.size === 1 ? [...named][0] : undefined;
}
