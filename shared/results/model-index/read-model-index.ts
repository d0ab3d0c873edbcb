import { readYaml, YAML_LIMITS } from '../../yaml/read-yaml.ts';
import { field, json, pair, pointerTo, type YamlNode } from '../../yaml/tree.ts';
import { anyText, type Group, reporter } from '../entry-fields.ts';
import { byPlace, type Issue, issue } from '../issue.ts';
import type { ReadResults } from '../read-results.ts';
import { readSource } from '../read-source.ts';
import { readValue } from '../read-value.ts';
import type { CardFields, EvalResult, SignedParts } from '../result.ts';
import { frontMatter } from './front-matter.ts';

/**
 * Reads the `model-index` in the front matter of a README (hub-docs `modelcard.md`): every metric becomes a result, also a broken one.
 * Never throws; a README without one gives nothing. Lines are those of the README.
 */
export function readModelIndex(bytes: Uint8Array, evidence: string): ReadResults {
	const front = frontMatter(bytes);
	if (!front) return { results: [], issues: [] };
	const { root, issues } = readYaml(front);
	const index = pair(root, 'model-index');
	if (!index) return { results: [], issues: [] };
	const results: EvalResult[] = [];
	for (const [model, one] of items(index.value).entries()) {
		for (const [n, result] of items(field(one, 'results')).entries()) {
			const base = `/model-index/${model}/results/${n}`;
			const metrics = items(field(result, 'metrics'));
			for (const [m, metric] of metrics.entries()) {
				if (results.length >= YAML_LIMITS.entries) return { results, issues: [issue('too-large', base, metric, limits(results.length))] };
				results.push(readMetric(metric, result, `${base}/metrics/${m}`, base, evidence, results.length));
			}
		}
	}
	// What else stands in a card's front matter is no business of results.
	return { results, issues: issues.filter(({ pointer }) => pointer === '' || pointer.startsWith('/model-index')) };
}

const items = (node: YamlNode | undefined): readonly YamlNode[] => (node?.kind === 'sequence' ? node.items : []);

const limits = (shown: number): Issue['params'] => ({
	kilobytes: YAML_LIMITS.bytes / 1024,
	entries: YAML_LIMITS.entries,
	depth: YAML_LIMITS.depth,
	shown,
});

function readMetric(node: YamlNode, result: YamlNode, pointer: string, base: string, evidence: string, index: number): EvalResult {
	const issues: Issue[] = [];
	const report = reporter(issues);
	const metric: Group = { node, pointer, prefix: '', report };
	const entry: Group = { node: result, pointer: base, prefix: '', report };
	const part = (name: string): Group => ({ node: field(result, name), pointer: pointerTo(base, name), prefix: '', report });
	const dataset = part('dataset');
	const id = anyText(dataset, 'type');
	if (id === undefined) report('missing-dataset-id', pointerTo(dataset.pointer, 'type'), field(result, 'dataset') ?? result);
	const value = readValue(metric);
	const source = pair(result, 'source') && readSource(entry);
	const verified = field(node, 'verified');
	const says = verified?.kind === 'scalar' && verified.reading.type === 'bool' ? verified.reading.value : undefined;
	if (says && verified) report('card-says-verified', pointerTo(pointer, 'verified'), verified);
	const texts = {
		revision: anyText(dataset, 'revision'),
		split: anyText(dataset, 'split'),
		metric: anyText(metric, 'type'),
		verifyToken: anyText(metric, 'verifyToken'),
	};
	return {
		id: `${evidence}#${index}`,
		kind: 'model-index',
		evidence,
		index,
		line: node.line,
		dataset: {
			...(id !== undefined && { id }),
			...(texts.revision !== undefined && { revision: texts.revision }),
			...(texts.split !== undefined && { split: texts.split }),
		},
		...(texts.metric !== undefined && { metric: texts.metric }),
		...value,
		...(source && { source }),
		...(texts.verifyToken !== undefined && { verifyToken: texts.verifyToken }),
		card: cardFields(part('task'), dataset, metric, says),
		...(texts.verifyToken !== undefined && { signedParts: signedParts(dataset.node, node) }),
		issues: issues.sort(byPlace),
	};
}

function signedParts(dataset: YamlNode | undefined, metric: YamlNode): SignedParts {
	const bare =
		metric.kind === 'mapping' ? { ...metric, pairs: metric.pairs.filter(({ key }) => !ABOUT_TOKENS.includes(key.text)) } : metric;
	return { dataset: JSON.stringify(dataset ? json(dataset) : null), metric: JSON.stringify(json(bare)) };
}

const ABOUT_TOKENS: readonly string[] = ['verified', 'verifyToken'];

function cardFields(task: Group, dataset: Group, metric: Group, verified: boolean | undefined): CardFields {
	const texts: Readonly<Record<Exclude<keyof CardFields, 'verified'>, string | undefined>> = {
		taskType: anyText(task, 'type'),
		taskName: anyText(task, 'name'),
		datasetName: anyText(dataset, 'name'),
		config: anyText(dataset, 'config'),
		metricName: anyText(metric, 'name'),
		metricConfig: anyText(metric, 'config'),
		datasetArgs: args(dataset),
		metricArgs: args(metric),
	};
	const told = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
	return { ...told, ...(verified !== undefined && { verified }) };
}

const args = ({ node }: Group): string | undefined => {
	const found = field(node, 'args');
	return found && JSON.stringify(json(found)).slice(0, 1_000);
};
