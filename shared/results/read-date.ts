import { pair, pointerTo } from '../yaml/tree.ts';
import { type Group, shortened, text } from './entry-fields.ts';

/** ISO 8601, extended format: a date, or a date with time and optional zone. */
const ISO_8601 = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/;
/** What a YAML 1.1 reader turns into a date object, so that a text never arrives (yaml.org/type/timestamp). */
const YAML_1_1_TIMESTAMP = /^\d{4}-\d{1,2}-\d{1,2}(?:(?:[Tt]|[ \t]+)\d{1,2}:\d{2}:\d{2}.*)?$/;

/** The date as written; it is never converted. */
export function readDate(entry: Group): string | undefined {
	const date = text(entry, 'date');
	const found = pair(entry.node, 'date')?.value;
	if (date === undefined || found?.kind !== 'scalar') return undefined;
	const pointer = pointerTo(entry.pointer, 'date');
	if (found.style === 'plain' && YAML_1_1_TIMESTAMP.test(date)) entry.report('date-unquoted', pointer, found, { value: shortened(date) });
	if (!isIsoDate(date)) entry.report('date-format', pointer, found, { value: shortened(date) });
	return date;
}

function isIsoDate(text: string): boolean {
	const [, year, month, day, hour = '0', minute = '0', second = '0'] = ISO_8601.exec(text) ?? [];
	if (year === undefined) return false;
	const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= daysOf(Number(year), Number(month));
	return isDay && Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 60;
}

const daysOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
