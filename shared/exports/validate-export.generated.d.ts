import type { ExportBundle } from './bundle.ts';

/** One thing that the schema refuses, as ajv reports it. */
export interface SchemaError {
	/** JSON pointer into the file. */
	readonly instancePath: string;
	/** The rule of JSON Schema that it breaks: `required`, `type`, `pattern`, `enum`… */
	readonly keyword: string;
	readonly params: Readonly<Record<string, unknown>>;
}

/** Whether `data` is what `schemas/export.schema.json` allows. Compiled from it by `npm run generate`. */
export function validateExport(data: unknown): data is ExportBundle;
export namespace validateExport {
	let errors: readonly SchemaError[] | null | undefined;
}
