import type { SchemaError } from '../../schema-error.ts';
import type { KeyList } from './key.ts';

/** Whether `data` is what `schemas/key-list.schema.json` allows. Compiled from it by `npm run generate`. */
export function validateKeyList(data: unknown): data is KeyList;
export namespace validateKeyList {
	let errors: readonly SchemaError[] | null | undefined;
}
