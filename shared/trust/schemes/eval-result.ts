import type { HostId } from '../../hosts/repo-page.ts';
import type { Jws } from '../jws/read-jws.ts';
import { lowered } from '../keys/scope.ts';
import { decimal } from '../signature/decimal.ts';
import type { ClaimName, ClaimRow, Reason } from '../signature/verdict.ts';
import { type Binding, hostOf, reason, type Scheme, type Shown, subjectOf } from './scheme.ts';
import { type SignedResult, validateSignedResult } from './validate-signed-result.generated.js';

export const TYPE = 'eval-result+jwt';

/** Servers of folders: two names that differ in case alone are two repositories. Other hosts take them for one. */
const IN_CASE: ReadonlySet<HostId> = new Set<HostId>(['git', 'cgit', 'gitweb', 'klaus', 'sourcehut', 'pagure']);

/** Claims that cannot be seen, turned around or mixed up by looking at them. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;
const BEYOND_ASCII = /[^\p{ASCII}]/u;

/** Our own documented tokens (`docs/signed-results.md`), which hold the claims themselves, so that what was signed can be shown beside what stands there. */
export const evalResult: Scheme = {
	id: 'eval-result',
	purpose: 'results',
	namesKey: true,
	recognises: ({ typ }) => typ === TYPE,
	bind,
};

function bind({ payload }: Jws, shown: Shown): Binding {
	const { result, repository } = shown;
	const unread = { claims: [], subject: subjectOf(shown) };
	if (!validateSignedResult(payload)) {
		const [error] = validateSignedResult.errors ?? [];
		const params = { at: error?.instancePath || '/', detail: error?.message ?? '' };
		return { ...unread, verdict: 'malformed', reasons: [reason('claims-form', params)] };
	}
	if (texts(payload).some((text) => HIDDEN.test(text))) return { ...unread, verdict: 'malformed', reasons: [reason('hidden-characters')] };
	if (result.kind !== 'eval-results') return { ...unread, verdict: 'unsupported', reasons: [reason('only-in-files')] };
	const host = hostOf(repository.origin);
	const claims = compared(payload, shown, host);
	const facts = {
		claims,
		subject: { host: payload.subject.host, path: payload.subject.repository, dataset: payload.dataset.id },
		issuer: payload.iss,
		signedAt: payload.iat * 1000,
		...(payload.jti !== undefined && { tokenId: payload.jti }),
	};
	const wrong = claims.filter(({ verdict }) => verdict === 'differs');
	if (wrong.length > 0) {
		const reasons = wrong.map(({ claim, signed = '', shown: now = '' }) => reason('claim-differs', { claim, signed, shown: now }));
		return { ...facts, verdict: 'differs', reasons };
	}
	if (host === undefined) return { ...facts, verdict: 'unknown', reasons: [reason('no-repository')] };
	if (payload.subject.repository_id !== undefined && repository.hostId === undefined)
		return { ...facts, verdict: 'unknown', reasons: [reason('no-host-id')] };
	return { ...facts, verdict: 'fits', ...freshness(payload, shown) };
}

function compared(
	{ subject, dataset, metric, value, harness, ...digests }: SignedResult,
	{ result, repository }: Shown,
	host: string | undefined,
): ClaimRow[] {
	const name = (claim: ClaimName, signed: string | undefined, now: string | undefined) =>
		row(claim, signed, now, (a, b) => lowered(a) === lowered(b));
	const exact = (claim: ClaimName, signed: string | undefined, now: string | undefined) => row(claim, signed, now, (a, b) => a === b);
	const rows = [
		row('host', subject.host, host, (a, b) => [b, b.replace(/:\d+$/, '')].map(lowered).includes(lowered(a))),
		(IN_CASE.has(repository.host ?? 'huggingface') ? exact : name)(
			'repository',
			subject.repository,
			host === undefined ? undefined : repository.path,
		),
		exact('repository-id', subject.repository_id, repository.hostId),
		exact('commit', subject.commit, undefined),
		// A missing benchmark, task or value in the file is no reason to believe that it is the one that was signed.
		name('dataset', dataset.id, result.dataset.id ?? ''),
		exact('task', dataset.task_id, result.dataset.taskId ?? ''),
		exact('revision', dataset.revision, result.dataset.revision),
		exact('metric', metric, result.metric),
		row('value', value, result.valueText ?? '', (a, b) => decimal(a) === decimal(b) && Object.is(Number(a), result.value)),
		exact('harness', harness && [harness.name, harness.version].filter((part) => part !== undefined).join(' '), undefined),
		exact('config-digest', harness?.config_digest, undefined),
		exact('log-digest', digests.log_digest, undefined),
		exact('methodology-digest', digests.methodology_digest, undefined),
	];
	return rows.filter((one) => one !== undefined);
}

function row(
	claim: ClaimName,
	signed: string | undefined,
	shown: string | undefined,
	same: (a: string, b: string) => boolean,
): ClaimRow | undefined {
	if (signed === undefined) return shown === undefined || claim === 'repository-id' ? undefined : { claim, shown, verdict: 'not-signed' };
	if (shown === undefined) return { claim, signed, verdict: 'not-shown' };
	return { claim, signed, shown, verdict: same(signed, shown) ? 'equal' : 'differs' };
}

/** What makes it a weaker one, in words, and what was changed since. */
function freshness({ subject, dataset }: SignedResult, { repository, benchmarkAt, changes }: Shown): Pick<Binding, 'reasons' | 'changed'> {
	const reasons: Reason[] = [];
	const changed: Reason[] = [];
	if (subject.commit === undefined) reasons.push(reason('commit-not-signed'));
	else if (subject.commit !== repository.head) {
		const found = changes?.(subject.commit);
		if (!found) reasons.push(reason('commit-not-compared', { commit: subject.commit }));
		else if (found.paths.length > 0)
			changed.push(reason('model-changed', { commit: subject.commit, paths: found.paths.join(', '), more: found.more }));
	}
	if (dataset.revision === undefined) reasons.push(reason('revision-not-signed'));
	else if (benchmarkAt === undefined) reasons.push(reason('revision-not-compared', { revision: dataset.revision }));
	else if (benchmarkAt !== dataset.revision) changed.push(reason('benchmark-changed', { revision: dataset.revision, now: benchmarkAt }));
	if (BEYOND_ASCII.test(subject.repository)) reasons.push(reason('letters-beyond-ascii', { name: subject.repository }));
	return { reasons, ...(changed.length > 0 && { changed }) };
}

const texts = (value: unknown): readonly string[] =>
	typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
