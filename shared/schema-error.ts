/** One thing that a schema refuses, as ajv reports it. */
export interface SchemaError {
	/** JSON pointer into the file. */
	readonly instancePath: string;
	/** The rule of JSON Schema that it breaks: `required`, `type`, `pattern`, `enum`… */
	readonly keyword: string;
	readonly params: Readonly<Record<string, unknown>>;
	readonly message?: string;
}
