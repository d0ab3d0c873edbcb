import { coreReading } from '../yaml/scalar.ts';
import { isNull, type Place, pair, pointerTo, type YamlScalar } from '../yaml/tree.ts';
import { type Group, shortened } from './entry-fields.ts';

export interface ReadValue {
	/** Finite. Never rescaled: `88%` is 88. */
	readonly value?: number;
	readonly valueText?: string;
	readonly valueAt?: Place;
}

/** The value as a number, where it is one or plainly means one, and as written. */
export function readValue(entry: Group): ReadValue {
	const pointer = pointerTo(entry.pointer, 'value');
	const found = pair(entry.node, 'value');
	if (!found || isNull(found.value)) {
		entry.report('missing-value', pointer, found?.key ?? entry.node ?? { line: 1, column: 1 });
		return {};
	}
	const node = found.value;
	if (node.kind !== 'scalar') {
		entry.report('value-not-a-number', pointer, node, { value: node.kind === 'mapping' ? '{…}' : '[…]' });
		return {};
	}
	return { valueText: node.text, valueAt: { line: node.line, column: node.column }, ...number(node, entry, pointer) };
}

function number(node: YamlScalar, entry: Group, pointer: string): { value?: number } {
	const { reading } = node;
	const value = shortened(node.text);
	if (reading.type === 'int' || reading.type === 'float') {
		if (Number.isFinite(reading.value)) return { value: reading.value };
		entry.report('value-not-finite', pointer, node, { value });
		return {};
	}
	const meant = reading.type === 'string' ? coreReading(withoutPercent(node.text.trim())) : reading;
	if (meant.type !== 'int' && meant.type !== 'float') {
		entry.report('value-not-a-number', pointer, node, { value });
		return {};
	}
	entry.report(Number.isFinite(meant.value) ? 'value-as-text' : 'value-not-finite', pointer, node, { value });
	return Number.isFinite(meant.value) ? { value: meant.value } : {};
}

/** By hand, because a pattern for "blanks, then a sign at the end" takes time by the square of a long run of blanks. */
const withoutPercent = (text: string): string => (text.endsWith('%') ? text.slice(0, -1).trimEnd() : text);
