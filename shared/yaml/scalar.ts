import { boolCoreTag, floatCoreTag, getScalarValue, intCoreTag, NOT_RESOLVED, nullCoreTag, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { Place, Reading, ScalarStyle, YamlScalar } from './tree.ts';

/** Half of a pair of UTF-16 surrogates, which only an escape such as `"\ud800"` can bring in, is no text anywhere else. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** A number written with more digits than a double holds (`1e999`) is infinite, not text. */
const DECIMAL = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;

export function scalar(source: string, event: ScalarEvent, place: Place): YamlScalar {
	const style = styleOf(event);
	const text = getScalarValue(source, event).replace(LONE_SURROGATE, '\ufffd');
	const isString = style !== 'plain' || isStringTag(source.slice(event.tagStart, event.tagEnd));
	return {
		kind: 'scalar',
		...place,
		raw: rawText(source, event),
		text,
		style,
		reading: isString ? { type: 'string', value: text } : coreReading(text),
	};
}

/** Where the scalar begins, with its quote; -1 where nothing is written. */
export function scalarStart(event: ScalarEvent): number {
	return event.valueStart >= 0 && isFlowQuoted(event) ? event.valueStart - 1 : event.valueStart;
}

/** YAML 1.2 core schema (spec §10.3.2), tags resolved by the text. */
export function coreReading(text: string): Reading {
	if (nullCoreTag.resolve(text, false, '') !== NOT_RESOLVED) return { type: 'null', value: null };
	const bool = boolCoreTag.resolve(text, false, '');
	if (bool !== NOT_RESOLVED) return { type: 'bool', value: bool };
	const int = intCoreTag.resolve(text, false, '');
	if (int !== NOT_RESOLVED) return { type: 'int', value: int + 0 };
	const float = floatCoreTag.resolve(text, false, '');
	// Adding 0 makes -0 plain 0: JSON would not keep the difference.
	if (float !== NOT_RESOLVED) return { type: 'float', value: float + 0 };
	if (DECIMAL.test(text)) return { type: 'float', value: text.startsWith('-') ? -Infinity : Infinity };
	return { type: 'string', value: text };
}

const isStringTag = (tag: string): boolean => tag === '!!str' || tag === '!' || tag === '!<tag:yaml.org,2002:str>';

const isFlowQuoted = (event: ScalarEvent): boolean =>
	event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;

function rawText(source: string, event: ScalarEvent): string {
	if (event.valueStart < 0) return '';
	return isFlowQuoted(event) ? source.slice(event.valueStart - 1, event.valueEnd + 1) : source.slice(event.valueStart, event.valueEnd);
}

function styleOf(event: ScalarEvent): ScalarStyle {
	if (isFlowQuoted(event)) return 'quoted';
	return event.style === SCALAR_STYLE.PLAIN ? 'plain' : 'block';
}
