import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import schema from '../../../schemas/eval-results.schema.json' with { type: 'json' };
import { RESULT_FIXTURES } from './fixtures.ts';

/** What a schema cannot see: whether a date has quotes, which tasks exist, what several entries say together, how the text was written. */
const UNSEEN = [
	'date-unquoted',
	'unknown-task-id',
	'several-values-same-task',
	'scale-mixed',
	'yaml-tag',
	'yaml-alias',
	'yaml-merge-key',
	'yaml-multiple-documents',
	'encoding',
	'too-large',
];

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
const parsed = Object.entries(RESULT_FIXTURES).flatMap(([name, { issues }]) => {
	try {
		const text = new TextDecoder().decode(readFileSync(new URL(`../../fixtures/results/${name}`, import.meta.url)));
		const codes = issues.map((issue) => issue.split(' ')[1]!);
		return [{ name, file: load(text), codes }];
	} catch {
		return [];
	}
});

it.each(parsed.filter(({ codes }) => !codes.some((code) => UNSEEN.includes(code) && code !== 'date-unquoted')))(
	'agrees with the reader on $name',
	({ file, codes }) => {
		expect(validate(file)).toBe(codes.every((code) => UNSEEN.includes(code)));
	},
);

it('was tried on enough files of both kinds', () => {
	expect(parsed.filter(({ file }) => validate(file)).length).toBeGreaterThan(8);
	expect(parsed.filter(({ file }) => !validate(file)).length).toBeGreaterThan(8);
});

describe('every field', () => {
	const groups = [schema.$defs.entry, schema.$defs.dataset, schema.$defs.source];
	const fields = groups.flatMap((group) => Object.entries(group.properties as Record<string, Record<string, unknown>>));

	it.each(fields.filter(([, field]) => !('$ref' in field)))('%s has a title, a description and examples that are valid', (_, field) => {
		expect(field).toMatchObject({ title: expect.any(String), description: expect.any(String) });
		const examples = field.examples as unknown[];
		expect(examples.length).toBeGreaterThan(0);
		const one = new Ajv2020({ strict: true }).compile(field);
		for (const example of examples) expect(one(example)).toBe(true);
	});

	it('as a whole has an example that is valid', () => {
		for (const example of schema.examples) expect(validate(example)).toBe(true);
	});
});
