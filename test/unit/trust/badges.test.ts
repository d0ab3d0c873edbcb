import { describe, expect, test } from 'vitest';
import type { Benchmark } from '../../../shared/benchmarks/benchmark.ts';
import type { Submission } from '../../../shared/hosts/evidence.ts';
import type { EvalResult } from '../../../shared/results/result.ts';
import { assess } from '../../../shared/trust/assess.ts';
import type { BadgeContext } from '../../../shared/trust/context.ts';
import { repository, result } from './assessed.ts';

const codes = (entry: EvalResult, context: Partial<BadgeContext> = {}) =>
	assess(entry, { repository, ...context }).badges.map((badge) => badge.code);

const pull = (state: Submission['state']): Submission => ({ number: 14, state, author: 'm-okafor', url: 'https://git.example.org/p/14' });

describe('who says it', () => {
	test('an entry on the default branch is accepted by the owner, and that is all', () => {
		expect(codes(result())).toEqual(['on-main']);
	});

	test.each([
		['open', 'community'],
		['draft', 'community'],
		['closed', 'withdrawn'],
		['unknown', 'proposed'],
	] as const)('a pull request that is %s shows %s and nothing about the default branch', (state, code) => {
		expect(codes(result(), { submission: pull(state) })).toEqual([code]);
	});

	test('the badge of a pull request names author, number and address', () => {
		const [badge] = assess(result(), { repository, submission: pull('open') }).badges;
		expect(badge).toMatchObject({ params: { author: 'm-okafor', number: '14', state: 'open' }, url: 'https://git.example.org/p/14' });
	});

	test.each([
		['https://git.example.org/lumen-labs/kestrel-32b'],
		['https://git.example.org/lumen-labs/kestrel-32b/'],
		['https://git.example.org/Lumen-Labs/Kestrel-32B/blob/main/README.md'],
		['https://huggingface.co/lumen-labs/kestrel-32b'],
		['https://git.example.org/lumen-labs'],
	])('%s as source is the author speaking', (url) => {
		expect(codes(result({ source: { url } }))).toContain('self-reported');
	});

	test.each([
		['https://git.example.org/lumen-labs/kestrel-32b-instruct'],
		['https://huggingface.co/northgate/heron-8b'],
		['https://elsewhere.example/lumen-labs/kestrel-32b'],
		['https://huggingface.co/papers/2506.03197'],
	])('%s as source is not', (url) => {
		expect(codes(result({ source: { url } }))).not.toContain('self-reported');
	});

	test('who entered a score beside an address is not its author; a name alone is', () => {
		expect(codes(result({ source: { url: 'https://arxiv.org/abs/1', user: 'lumen-labs' } }))).not.toContain('self-reported');
		expect(codes(result({ source: { org: 'Lumen-Labs' } }))).toContain('self-reported');
	});

	test('a token is named and not believed', () => {
		const { badges } = assess(result({ verifyToken: 'eyJhbGciOiJFZERTQSJ9.e30.AA' }), { repository });
		expect(badges.find((badge) => badge.code === 'token-not-checked')).toMatchObject({ tone: 'plain', basis: 'open' });
	});
});

describe('where it leads', () => {
	test.each([
		['https://git.example.org/lumen-labs/kestrel-32b', 'own-card'],
		['https://git.example.org/northgate/heron-8b', 'other-card'],
		['https://huggingface.co/northgate/heron-8b', 'other-card'],
		['https://huggingface.co/lumen-labs/kestrel-32b', 'own-card'],
		['https://huggingface.co/datasets/lumen-labs/eval-logs/blob/main/logs/hle.eval', 'logs'],
		['https://logs.example.org/run/17.json', 'logs'],
		['https://git.example.org/lumen-labs/kestrel-32b/blob/main/eval_logs/gpqa', 'logs'],
		['https://arxiv.org/abs/2602.10604', 'elsewhere'],
		['https://huggingface.co/papers/2506.03197', 'elsewhere'],
		['https://github.com/EleutherAI/lm-evaluation-harness', 'elsewhere'],
		['https://huggingface.co/datasets/cais/hle', 'elsewhere'],
	])('%s is %s', (url, kind) => {
		const badge = assess(result({ source: { url } }), { repository }).badges.find((one) => one.code === 'source');
		expect(badge).toMatchObject({ params: { kind }, basis: 'link' });
	});

	test('a repository without an owner is not every model of that owner on a hub', () => {
		const { badges } = assess(result({ source: { url: 'https://huggingface.co/kestrel/other' } }), {
			repository: { origin: 'https://git.example.org', path: 'kestrel' },
		});
		expect(badges.map((badge) => badge.params.kind ?? badge.code)).toEqual(['on-main', 'other-card']);
	});

	test.each(['javascript:alert(1)', 'data:text/html,x', 'not an address', ''])('%s leads nowhere', (url) => {
		expect(codes(result({ source: { url } }))).toEqual(['on-main']);
	});

	const known: Benchmark = { dataset: 'cais/hle', known: { id: 'cais/hle', name: 'HLE', aliases: [], tasks: [{ id: 'hle' }] } };
	const defined: Benchmark = {
		...known,
		definition: { tasks: [{ id: 'hle_text', solvers: [], scorers: [], line: 3 }], issues: [] },
	};

	test('the registry speaks where no definition was read, and the badge says so', () => {
		const badge = assess(result(), { repository, benchmark: known }).badges.find((one) => one.code === 'leaderboard');
		expect(badge?.params).toMatchObject({ from: 'registry', task: 'hle' });
	});

	test('a definition that was read overrules the registry', () => {
		expect(codes(result(), { benchmark: defined })).not.toContain('leaderboard');
		expect(codes(result({ dataset: { id: 'cais/hle', taskId: 'hle_text' } }), { benchmark: defined })).toContain('leaderboard');
	});
});

test('no badge claims that anything was verified, and none is green', () => {
	const { badges } = assess(result({ verifyToken: 'x', source: { url: 'https://logs.example.org/1.json' } }), { repository });
	for (const badge of badges) {
		expect(badge.code).not.toMatch(/verif/);
		expect(['plain', 'caution', 'fail']).toContain(badge.tone);
	}
});

test('an error or a warning needs a look, a remark does not', () => {
	const issue = (severity: 'error' | 'warning' | 'info') =>
		({ code: 'scale-mixed', severity, pointer: '', line: 1, column: 1, params: {} }) as const;
	expect(assess(result({ issues: [issue('error')] }), { repository }).needsLook).toBe(true);
	expect(assess(result({ issues: [issue('warning')] }), { repository }).needsLook).toBe(true);
	expect(assess(result({ issues: [issue('info')] }), { repository }).needsLook).toBe(false);
});

test('a file on a disk is on no branch, and whose card it links to cannot be told', () => {
	const entry = result({ source: { url: 'https://huggingface.co/northgate/heron-8b' } });
	const { badges } = assess(entry, { repository: { origin: 'local', path: 'results.yaml' } });
	expect(badges.map((badge) => [badge.code, badge.params.kind])).toEqual([['source', 'some-card']]);
});
