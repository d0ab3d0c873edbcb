import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readModelIndex } from '../../../shared/results/model-index/read-model-index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readModelIndex(bytes(text), 'card');
const fixture = readFileSync(new URL('../../fixtures/cards/kestrel.md', import.meta.url));

describe('the model-index of a card', () => {
	test('gives every metric as a result, with all that it says, as written, at its line of the README', () => {
		const { results, issues } = readModelIndex(fixture, 'card');
		expect(issues).toEqual([]);
		expect(results[0]).toEqual({
			id: 'card#0',
			kind: 'model-index',
			evidence: 'card',
			index: 0,
			line: 18,
			dataset: { id: 'openai/gsm8k', revision: '1a2b3c4d', split: 'test' },
			metric: 'exact_match',
			value: 93.9,
			valueText: '93.90',
			valueAt: { line: 19, column: 14 },
			source: { name: 'Own evaluation', url: 'https://fieldnotes.example/kestrel' },
			verifyToken: 'eyJhbGciOiJFZERTQSJ9.e30.AAAA',
			card: {
				taskType: 'text-generation',
				taskName: 'Text Generation',
				datasetName: 'GSM8K',
				config: 'main',
				metricName: 'Exact Match',
				datasetArgs: '{"num_few_shot":5}',
				metricArgs: '{"strict":true}',
				verified: true,
			},
			signedParts: {
				dataset: '{"name":"GSM8K","type":"openai/gsm8k","config":"main","split":"test","revision":"1a2b3c4d","args":{"num_few_shot":5}}',
				metric: '{"type":"exact_match","value":93.9,"name":"Exact Match","args":{"strict":true}}',
			},
			issues: [
				{
					code: 'card-says-verified',
					severity: 'info',
					pointer: '/model-index/0/results/0/metrics/0/verified',
					line: 22,
					column: 17,
					params: {},
				},
			],
		});
	});

	test('gives broken metrics too, and says what is wrong with them', () => {
		const { results } = readModelIndex(fixture, 'card');
		expect(results.map(({ valueText, issues }) => [valueText, issues.map(({ code, line }) => `${code}:${line}`)])).toEqual([
			['93.90', ['card-says-verified:22']],
			['91 %', ['value-as-text:25']],
			[undefined, ['missing-dataset-id:30', 'missing-value:32']],
		]);
	});

	test.each([
		['no front matter', '# A model\n\nmodel-index:\n- name: x\n'],
		['front matter without one', '---\nlicense: mit\n---\n# A model\n'],
		['front matter that never ends', '---\nmodel-index: []\n'],
		['nothing', ''],
	])('%s gives nothing and is no finding', (_, text) => {
		expect(read(text)).toEqual({ results: [], issues: [] });
	});

	test('CRLF and a byte order mark change nothing', () => {
		const text = fixture.toString();
		const plain = read(text).results.map(({ valueText, line }) => [valueText, line]);
		expect(read(text.replaceAll('\n', '\r\n')).results.map(({ valueText, line }) => [valueText, line])).toEqual(plain);
		expect(read(`\ufeff${text}`).results.map(({ valueText, line }) => [valueText, line])).toEqual(plain);
	});

	test('what else is wrong with the front matter is not said here, a syntax error is', () => {
		expect(read('---\na: *b\nmodel-index: []\n---\n').issues).toEqual([]);
		expect(read('---\nmodel-index:\n  - name: "x\n---\n').issues.map(({ code }) => code)).toEqual(['yaml-syntax']);
	});

	test('never throws, whatever it is', () => {
		const text = fixture.toString();
		fc.assert(
			fc.property(fc.nat(text.length), fc.nat(40), fc.string(), (at, length, other) => {
				const { results } = read(text.slice(0, at) + other + text.slice(at + length));
				for (const { line, kind } of results) expect([kind, line > 1]).toEqual(['model-index', true]);
			}),
			{ numRuns: Number(process.env.EVALMARK_RUNS ?? 1_000) },
		);
	});
});
