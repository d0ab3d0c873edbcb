import { oneLine } from '../../citing/one-line.ts';
import type { JsonFault } from '../jws/strict-json.ts';
import type { Binds, Naming } from './binds.ts';
import { isObject, type JsonObject, readJson } from './json-bytes.ts';
import { rowsOf, type SignedRow } from './rows.ts';
import { agreement, type ValueAgreement, type Verdict, verdictIn } from './verdict.ts';

export type StatementFault =
	| JsonFault
	| 'not-utf8'
	/** The envelope holds something other than an in-toto statement. */
	| 'other-payload-type'
	| 'not-a-statement'
	/** A statement about something other than an evaluation's result. */
	| 'other-predicate'
	| 'not-an-eval-result';

/** What a statement is about. Only the digests count: the name is a hint (in-toto statement v1, `subject`). */
export interface Subject {
	readonly name?: string;
	readonly digests: readonly { readonly algorithm: string; readonly value: string }[];
}

export interface EvalResultStatement {
	readonly ok: true;
	readonly predicateType: PredicateType;
	readonly subjects: readonly Subject[];
	/** The first 64. */
	readonly verdicts: readonly Verdict[];
	/** What the predicate says, whether or not a signature fits. */
	readonly covers: readonly SignedRow[];
	readonly leftOut: number;
	/** `not-covered` also where there are several verdicts: nothing says which of them a value beside it belongs to. */
	readonly value: ValueAgreement;
	readonly binds: Binds;
}

export type ReadStatement = EvalResultStatement | { readonly ok: false; readonly fault: StatementFault; readonly detail?: string };

const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
/** As proposed in in-toto/attestation#575, which is not merged, and as proofbundle writes its first and its second draft until it is. */
const FIRST_VENDOR_DRAFT = 'https://b7n0de.com/attestation/eval-result/v0.1';
const PREDICATE_TYPES = [
	'https://in-toto.io/attestation/eval-result/v0.1',
	FIRST_VENDOR_DRAFT,
	'https://b7n0de.com/attestation/eval-result/v0.2',
] as const;
export type PredicateType = (typeof PREDICATE_TYPES)[number];

const MOST_VERDICTS = 64;
const LONGEST_NAME = 240;
/** Hexadecimal of the longest hash in use, twice. */
const LONGEST_DIGEST = 256;

/**
 * Reads an in-toto statement about an evaluation's result out of an envelope's payload, whoever signed it. It holds verdicts on
 * thresholds, not scores. `valueText` is the value beside the link to it, as written. Never throws; `detail` is the place of a fault.
 */
export function readEvalResultStatement(payloadType: string, payload: Uint8Array, valueText: string | undefined): ReadStatement {
	if (payloadType !== PAYLOAD_TYPE) return { ok: false, fault: 'other-payload-type' };
	const json = readJson(payload);
	if (!json.ok) return json;
	const statement = json.value;
	if (!isObject(statement) || statement._type !== STATEMENT_TYPE) return { ok: false, fault: 'not-a-statement', detail: '_type' };
	const subjects = readSubjects(statement.subject);
	if (!subjects) return { ok: false, fault: 'not-a-statement', detail: 'subject' };
	const predicateType = PREDICATE_TYPES.find((known) => known === statement.predicateType);
	if (!predicateType) return { ok: false, fault: 'other-predicate' };
	const { predicate } = statement;
	if (!isObject(predicate)) return not('predicate');
	const verdicts = Array.isArray(predicate.claims) ? predicate.claims.map(verdictIn) : [];
	if (verdicts.length === 0 || !verdicts.every((verdict) => verdict !== undefined)) return not('claims');
	const [model, dataset] = [naming(predicate, 'model'), naming(predicate, 'dataset')];
	if (!isNamedRightly(model, predicateType)) return not('model');
	if (!isNamedRightly(dataset, predicateType)) return not('dataset');
	return {
		ok: true,
		predicateType,
		subjects,
		verdicts: verdicts.slice(0, MOST_VERDICTS),
		...rowsOf(predicate),
		value: agreement(verdicts.length === 1 ? verdicts[0] : undefined, valueText),
		binds: { model: predicate.subjectProfile === 'public-model' ? 'named' : model, dataset, repository: 'not-named' },
	};
}

const not = (detail: string): ReadStatement => ({ ok: false, fault: 'not-an-eval-result', detail });

function readSubjects(value: unknown): readonly Subject[] | undefined {
	if (!Array.isArray(value) || value.length === 0) return undefined;
	const subjects: Subject[] = [];
	for (const entry of value) {
		if (!isObject(entry) || !isDigestSet(entry.digest)) return undefined;
		subjects.push({
			...(typeof entry.name === 'string' && { name: oneLine(entry.name, LONGEST_NAME) }),
			digests: Object.entries(entry.digest).map(([algorithm, digest]) => ({
				algorithm: oneLine(algorithm, LONGEST_NAME),
				value: oneLine(digest, LONGEST_DIGEST),
			})),
		});
	}
	return subjects;
}

/** A model or dataset that is named both ways, or in a way that is none, is neither. */
type Named = Naming | 'malformed';

/** How a predicate names its model or dataset: as a salted commitment, or as a resource descriptor, which must have a digest. */
function naming(predicate: JsonObject, which: 'model' | 'dataset'): Named {
	const { commitments } = predicate;
	if (commitments !== undefined && !isObject(commitments)) return 'malformed';
	const [commitment, descriptor] = [commitments?.[which], predicate[which]];
	if (commitment !== undefined) return descriptor === undefined && isCommitment(commitment) ? 'salted' : 'malformed';
	if (descriptor === undefined) return 'not-named';
	return isObject(descriptor) && isDigestSet(descriptor.digest) ? 'named' : 'malformed';
}

/** Each must be named once (#575, "Fields"); the first draft under the vendor's name was never held to that. */
const isNamedRightly = (named: Named, type: PredicateType): named is Naming =>
	named !== 'malformed' && (named !== 'not-named' || type === FIRST_VENDOR_DRAFT);

const isCommitment = (value: unknown): boolean =>
	isObject(value) && typeof value.alg === 'string' && typeof value.value === 'string' && value.salted === true;

/** In-toto digest_set.md: algorithms and their digests as text, at least one. */
const isDigestSet = (value: unknown): value is Readonly<Record<string, string>> =>
	isObject(value) && Object.keys(value).length > 0 && Object.values(value).every((digest) => typeof digest === 'string');
