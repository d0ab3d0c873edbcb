import { readdirSync, readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { KNOWN_FRAMEWORKS } from '../../../shared/benchmarks/frameworks.ts';

const schema = JSON.parse(readFileSync(new URL('../../../schemas/eval.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictTypes: false }).compile(schema);
const fixtures = new URL('../../fixtures/benchmarks/', import.meta.url);
const hub = new URL('../../fixtures/hub/', import.meta.url);
const yaml = (file: URL) => load(readFileSync(file, 'utf8'));

/** What an editor would underline in each fixture. */
const REFUSED: Readonly<Record<string, string>> = {
	'duplicate-task-id.yaml': '',
	'missing-framework.yaml': '/ required',
	'missing-tasks.yaml': '/tasks minItems',
	'not-a-mapping.yaml': '/ type',
	'old-format.yaml': '/tasks/0 required',
	'step-as-text.yaml': '/tasks/0/solvers/0 type',
	'task-without-id.yaml': '/tasks/1 required',
	'unknown-field.yaml': '/tasks/0 additionalProperties',
	'unknown-framework.yaml': '',
	'wrong-level.yaml': '/ additionalProperties',
	'wrong-type.yaml': '/tasks/0/id type',
};

describe('the schema of eval.yaml', () => {
	test.each(['graded-by-model.yaml', 'multiple-choice.yaml', 'own-framework.yaml'])('accepts %s', (name) => {
		expect(validate(yaml(new URL(name, fixtures))), JSON.stringify(validate.errors)).toBe(true);
	});

	test.each(readdirSync(hub).filter((name) => name.endsWith('.eval.yaml')))('accepts %s of the demo hub', (name) => {
		expect(validate(yaml(new URL(name, hub))), JSON.stringify(validate.errors)).toBe(true);
	});

	test.each(Object.entries(REFUSED))('%s: %s', (name, problem) => {
		const valid = validate(yaml(new URL(name, fixtures)));
		const problems = validate.errors?.map(({ instancePath, keyword }) => `${instancePath || '/'} ${keyword}`) ?? [];
		if (problem === '') expect(valid, JSON.stringify(validate.errors)).toBe(true);
		else expect(problems).toContain(problem);
	});

	test('asks for solvers and scorers only where Inspect AI runs the benchmark', () => {
		const definition = (framework: string) => ({ name: 'a', description: 'b', evaluation_framework: framework, tasks: [{ id: 'c' }] });
		expect(validate(definition('harbor'))).toBe(true);
		expect(validate(definition('inspect-ai'))).toBe(false);
	});

	test('offers the frameworks that the reader knows', () => {
		expect(schema.properties.evaluation_framework.anyOf[0].enum).toEqual([...KNOWN_FRAMEWORKS]);
	});

	test('has examples that it accepts itself', () => {
		for (const example of schema.examples) expect(validate(example)).toBe(true);
	});

	test('explains every property to an editor', () => {
		const bare: string[] = [];
		const walk = (node: unknown, path: string): void => {
			if (typeof node !== 'object' || node === null) return;
			const { properties } = node as { properties?: Record<string, Record<string, unknown>> };
			for (const [name, property] of Object.entries(properties ?? {})) {
				if (path.endsWith('/if') || path.includes('/then')) continue;
				const target = typeof property.$ref === 'string' ? schema.$defs[property.$ref.split('/').at(-1)!] : property;
				if (!(target.title && target.description && target.examples)) bare.push(`${path}/${name}`);
			}
			for (const [key, value] of Object.entries(node)) walk(value, `${path}/${key}`);
		};
		walk(schema, '');
		expect(bare).toEqual([]);
	});
});
