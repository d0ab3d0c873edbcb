import { card, type DemoRepository, Draft, weights } from './draft.ts';
import { type Entry, resultFile } from './result-file.ts';

const hle = (value: string, more: Partial<Entry> = {}): Entry => ({ dataset: 'cais/hle', task: 'hle', value, date: '2026-04-10', ...more });
const gpqa = (value: string, more: Partial<Entry> = {}): Entry => ({ dataset: 'Idavidrein/gpqa', task: 'diamond', value, ...more });
const readme = (title: string, text: string) => ({ ...weights, 'README.md': card(title, text) });

/** Small repositories, each about one thing. */
export const plainModels = (): readonly DemoRepository[] => [
	kestrelSmall(),
	sources(),
	quantised(),
	unlistedPulls(),
	speech(),
	noResults(),
	locked(),
	mixedScales(),
	tokens(),
	longNames(),
];

/** A pull request that was squashed, one that renames a file, one that deletes one. */
function kestrelSmall(): DemoRepository {
	const draft = new Draft({ path: 'lumen-labs/kestrel-7b', description: 'The small one', expected: { main: 3, open: 1 } });
	draft.main('First upload', { ...readme('Kestrel 7B', 'A smaller Kestrel.'), '.eval_results/hle.yaml': resultFile(hle('9.6')) });
	draft.main('Add GPQA', { '.eval_results/gpqa.yaml': resultFile(gpqa('48.5')) });
	const from = draft.history.head('refs/heads/main');
	const mmlu = { '.eval_results/mmlu_pro.yaml': resultFile({ dataset: 'TIGER-Lab/MMLU-Pro', task: 'mmlu_pro', value: '55.0' }) };
	draft.pull({ number: 1, title: 'Add MMLU-Pro', author: 'Teo Okafor', state: 'merged', squash: true, from, files: mmlu });
	draft.pull({ number: 2, title: 'Withdraw HLE', author: 'Hana Sato', state: 'open', from, files: { '.eval_results/hle.yaml': null } });
	draft.pull({
		number: 3,
		title: 'A clearer file name, and one more score',
		author: 'Hana Sato',
		state: 'open',
		from,
		files: {
			'.eval_results/gpqa.yaml': null,
			'.eval_results/gpqa_diamond.yaml': resultFile(gpqa('48.5'), gpqa('50.1', { notes: '"5-shot"' })),
		},
	});
	return draft.done();
}

/** Every kind of source that is told apart. */
function sources(): DemoRepository {
	const draft = new Draft({ path: 'northwind-ai/harrier-70b', description: 'Where scores say they are from', expected: { main: 6 } });
	draft.main('First upload', readme('Harrier 70B', 'Each of its scores names another kind of source.'));
	const from = (name: string, url: string) => ({ [`.eval_results/${name}.yaml`]: resultFile(hle('31.0', { source: { url, name } })) });
	draft.main('Add results', {
		...from('logs', 'https://huggingface.co/datasets/northwind-ai/runs/blob/main/logs/hle.json'),
		...from('own_card', 'https://huggingface.co/northwind-ai/harrier-70b'),
		...from('other_card', 'https://huggingface.co/lumen-labs/kestrel-32b-instruct'),
		...from('paper', 'https://arxiv.org/abs/2501.14249'),
		...from('elsewhere', 'https://northwind.example/blog/harrier'),
		'.eval_results/no_source.yaml': resultFile(hle('30.2')),
	});
	return draft.done();
}

/** A derivative that carries its parent's scores. */
function quantised(): DemoRepository {
	const draft = new Draft({ path: 'northwind-ai/harrier-70b-4bit', description: 'Quantised from harrier-70b', expected: { main: 1 } });
	draft.main('Duplicate from northwind-ai/harrier-70b', {
		...readme('Harrier 70B, 4 bit', 'Weights in four bits.'),
		'.eval_results/own_card.yaml': resultFile(
			hle('31.0', { source: { url: 'https://huggingface.co/northwind-ai/harrier-70b', name: 'own_card' } }),
		),
	});
	return draft.done();
}

/** Git alone: nothing says whether a pull request is open. */
function unlistedPulls(): DemoRepository {
	const draft = new Draft({
		path: 'tidepool/anchovy-3b',
		description: 'Pull requests without a list of their states',
		listsPulls: false,
		expected: { main: 1, unknown: 3 },
	});
	draft.main('First upload', { ...readme('Anchovy 3B', 'Small fish.'), '.eval_results/hle.yaml': resultFile(hle('6.1')) });
	draft.pull({
		number: 1,
		title: 'Add GPQA',
		author: 'pelican',
		state: 'open',
		files: { '.eval_results/gpqa.yaml': resultFile(gpqa('33.8')) },
	});
	draft.pull({
		number: 4,
		title: 'Add two more',
		author: 'pelican',
		state: 'closed',
		files: { '.eval_results/more.yaml': resultFile(gpqa('35.0'), hle('6.4')) },
	});
	return draft.done();
}

/** Lower is better, and no upper bound, in one file; a nested folder. */
function speech(): DemoRepository {
	const draft = new Draft({ path: 'tidepool/whelk-asr', description: 'Speech recognition', expected: { main: 3 } });
	const board = (task: string, value: string) => ({ dataset: 'hf-audio/open-asr-leaderboard', task, value, date: '2026-05-01' });
	draft.main('First upload', {
		...readme('Whelk ASR', 'Writes down what it hears.'),
		'.eval_results/open_asr.yaml': resultFile(board('mean_wer', '6.05'), board('rtfx', '3386.02')),
		'.eval_results/spoken/tides.yml': resultFile({ dataset: 'fieldnotes/tide-tables', task: 'high_water', value: '12.5' }),
	});
	return draft.done();
}

function noResults(): DemoRepository {
	const draft = new Draft({ path: 'quiet-corner/plain-weights', description: 'Weights and nothing else', expected: { main: 0 } });
	draft.main('First upload', readme('Plain weights', 'Nobody has measured this.'));
	draft.pull({
		number: 1,
		title: 'Fix a typo',
		author: 'Hana Sato',
		state: 'open',
		files: { 'README.md': card('Plain weights', 'Nobody measured this.') },
	});
	return draft.done();
}

function locked(): DemoRepository {
	const draft = new Draft({
		path: 'quiet-corner/locked-weights',
		description: 'Git asks for a password',
		locked: true,
		expected: { main: 0 },
	});
	draft.main('First upload', { ...readme('Locked weights', 'For members.'), '.eval_results/hle.yaml': resultFile(hle('12.0')) });
	return draft.done();
}

function mixedScales(): DemoRepository {
	const draft = new Draft({ path: 'fieldnotes/mixed-scales', description: 'Fractions beside percentages', expected: { main: 4 } });
	draft.main('First upload', {
		...readme('Mixed scales', 'One benchmark, two scales.'),
		'.eval_results/all.yaml': resultFile(
			hle('0.221'),
			hle('22.1', { notes: '"With tools"' }),
			gpqa('0.712'),
			gpqa('69.8', { notes: '"5-shot"' }),
		),
	});
	return draft.done();
}

function tokens(): DemoRepository {
	const draft = new Draft({ path: 'fieldnotes/tokens', description: 'Results that carry a token', expected: { main: 2, open: 1 } });
	// Header and payload only say what they are; there is no key behind the signature.
	const token = 'eyJhbGciOiJFZERTQSJ9.eyJoYXNoIjoiMmQ3MTE2NDJiNzI2YjA0NCIsInZlcnNpb24iOjF9.bm90LWEtc2lnbmF0dXJl';
	draft.main('First upload', {
		...readme('Tokens', 'Each score carries one.'),
		'.eval_results/hle.yaml': resultFile(hle('22.1', { token })),
		'.eval_results/gpqa.yaml': resultFile(gpqa('61.0', { token: 'not-a-token' })),
	});
	const files = { '.eval_results/mmlu_pro.yaml': resultFile({ dataset: 'TIGER-Lab/MMLU-Pro', task: 'mmlu_pro', value: '71.1', token }) };
	draft.pull({ number: 1, title: 'Add a signed score', author: 'Noor van Dijk', state: 'open', files });
	return draft.done();
}

function longNames(): DemoRepository {
	const name = 'a-model-whose-name-goes-on-and-on-until-it-has-said-everything-about-itself-instruct-preview-2026-05-01';
	const draft = new Draft({
		path: `organisation-with-a-rather-long-name/${name}`,
		description: 'Very long names everywhere',
		expected: { main: 2, open: 1 },
	});
	const long = (word: string) => Array.from({ length: 24 }, () => word).join('_');
	draft.main('First upload', {
		...readme(name, 'Layouts break on names like this.'),
		[`.eval_results/${long('results')}.yaml`]: resultFile(
			{
				dataset: `organisation-with-a-rather-long-name/${long('set')}`,
				task: long('task'),
				value: '12.345678901234567890',
				notes: `"${long('note')}"`,
			},
			hle('40', { source: { url: `https://hub.example/${long('path')}`, name: long('source'), user: long('user') } }),
		),
	});
	const files = { '.eval_results/b.yaml': resultFile(gpqa('1')) };
	draft.pull({ number: 1, title: long('title').replaceAll('_', ' '), author: long('author'), state: 'open', files });
	return draft.done();
}
