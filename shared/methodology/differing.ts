import type { MethodDimension, MethodLine } from './method.ts';

/** In which dimensions two definitions prescribe differently, in reading order; where in the file it stands does not matter. */
export function differing(a: readonly MethodLine[], b: readonly MethodLine[]): readonly MethodDimension[] {
	const dimensions = new Set([...a, ...b].map(({ dimension }) => dimension));
	return [...dimensions].filter((dimension) => dimension !== 'definition' && prescribed(a, dimension) !== prescribed(b, dimension));
}

function prescribed(lines: readonly MethodLine[], dimension: MethodDimension): string | number | undefined {
	const line = lines.find((one) => one.dimension === dimension);
	return line?.state === 'prescribed' ? line.value : undefined;
}
