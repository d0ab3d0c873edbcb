import type { SchemaError } from '../schema-error.ts';
import type { ExportBundle } from './bundle.ts';

/** Whether `data` is what `schemas/export.schema.json` allows. Compiled from it by `npm run generate`. */
export function validateExport(data: unknown): data is ExportBundle;
export namespace validateExport {
	let errors: readonly SchemaError[] | null | undefined;
}
