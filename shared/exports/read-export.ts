import type { SchemaError } from '../schema-error.ts';
import { type ExportBundle, FORMAT, VERSION } from './bundle.ts';
import { validateExport } from './validate-export.generated.js';

/** Largest export that is opened, in bytes. A repository with 1,000 result files of full size stays below it. */
export const LARGEST_EXPORT = 256 * 1024 * 1024;
/** Deeper than any version of the format; a file that goes on beyond it means to exhaust its reader. */
const DEEPEST = 64;

/** Why a file is not opened. Words: `export_refused_<code>`, hyphens as underscores. */
export interface ExportRefusal {
	readonly code:
		| 'too-large'
		| 'not-utf8'
		| 'not-json'
		| 'not-an-export'
		| 'newer-version'
		| 'too-deep'
		| 'missing-field'
		| 'wrong-type'
		| 'wrong-value'
		| 'wrong-form'
		| 'out-of-range';
	/** `pointer`: where (RFC 6901), `/` for the whole file; the rest by code. */
	readonly params: Readonly<Record<string, string | number>>;
}

export type ReadExport = { readonly ok: true; readonly bundle: ExportBundle } | { readonly ok: false; readonly reason: ExportRefusal };

/**
 * Opens an export. Says what is wrong with a file that is none, and keeps fields that it does not know.
 * What comes back has the right shape; whether it is true, `verifyExport` says.
 */
export function readExport(input: Uint8Array | string): ReadExport {
	if (input.length > LARGEST_EXPORT) return refuse('too-large', { limit: LARGEST_EXPORT });
	let text: string;
	try {
		text = typeof input === 'string' ? input.replace(/^\uFEFF/, '') : new TextDecoder('utf-8', { fatal: true }).decode(input);
	} catch {
		return refuse('not-utf8', {});
	}
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch (error) {
		return refuse('not-json', { detail: error instanceof Error ? error.message : '' });
	}
	if (!isRecord(data) || data.format !== FORMAT) return refuse('not-an-export', {});
	if (typeof data.version === 'number' && data.version > VERSION) return refuse('newer-version', { version: data.version, known: VERSION });
	if (deeperThan(DEEPEST, data)) return refuse('too-deep', { limit: DEEPEST });
	if (validateExport(data))
		return isMoment(data.exportedAt) ? { ok: true, bundle: data } : refuse('wrong-form', { pointer: '/exportedAt' });
	return { ok: false, reason: reasonOf(validateExport.errors?.[0]) };
}

const refuse = (code: ExportRefusal['code'], params: ExportRefusal['params']): ReadExport => ({ ok: false, reason: { code, params } });

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
	typeof data === 'object' && data !== null && !Array.isArray(data);

/** Whether there was such a moment: the schema knows no lengths of months, and 30 February would pass for 2 March. */
function isMoment(text: string): boolean {
	const at = Date.parse(text);
	return Number.isFinite(at) && new Date(at).toISOString().startsWith(text.slice(0, 'yyyy-mm-ddThh:mm:ss'.length));
}

/** Whether arrays and objects are nested deeper than that. */
function deeperThan(limit: number, data: unknown): boolean {
	if (typeof data !== 'object' || data === null) return false;
	return limit === 0 || Object.values(data).some((item) => deeperThan(limit - 1, item));
}

/** A rule of JSON Schema that was broken, as one of few plain reasons. */
function reasonOf(error: SchemaError | undefined): ExportRefusal {
	const pointer = error?.instancePath || '/';
	const { missingProperty, type, allowedValue, allowedValues, limit } = error?.params ?? {};
	switch (error?.keyword) {
		case 'required':
			return { code: 'missing-field', params: { pointer, field: String(missingProperty) } };
		case 'type':
			return { code: 'wrong-type', params: { pointer, expected: [type].flat().join(', ') } };
		case 'const':
			return { code: 'wrong-value', params: { pointer, allowed: String(allowedValue) } };
		case 'enum':
			return { code: 'wrong-value', params: { pointer, allowed: [allowedValues].flat().join(', ') } };
		case 'minimum':
			return { code: 'out-of-range', params: { pointer, limit: Number(limit) } };
		default:
			return { code: 'wrong-form', params: { pointer } };
	}
}
