import type { SchemaError } from '../../schema-error.ts';

/** Payload of an `eval-result+jwt`, as `schemas/signed-result.schema.json` allows it. */
export interface SignedResult {
	readonly version: 1;
	readonly iss: string;
	/** Seconds since 1970, like `exp` and `nbf`. */
	readonly iat: number;
	readonly exp?: number;
	readonly nbf?: number;
	readonly jti?: string;
	readonly subject: { readonly host: string; readonly repository: string; readonly repository_id?: string; readonly commit?: string };
	readonly dataset: { readonly id: string; readonly task_id: string; readonly revision?: string };
	readonly metric?: string;
	/** Decimal. */
	readonly value: string;
	readonly harness?: { readonly name: string; readonly version?: string; readonly config_digest?: string };
	readonly log_digest?: string;
	readonly methodology_digest?: string;
}

/** Whether `data` is what `schemas/signed-result.schema.json` allows. Compiled from it by `npm run generate`. */
export function validateSignedResult(data: unknown): data is SignedResult;
export namespace validateSignedResult {
	let errors: readonly SchemaError[] | null | undefined;
}
