import { reasonText } from '../messages/reason-text.ts';
import type { Words } from '../messages/words.ts';
import type { CommitSigned } from '../trust/commits/commit-signed.ts';
import type { ClaimRow, Verdict } from '../trust/signature/verdict.ts';
import type { Trace } from './badge-view.tsx';
import { CopyText } from './copy-text.tsx';
import { Link } from './link.tsx';
import { useWords } from './words-context.ts';

export interface SignatureProps {
	readonly id: string;
	/** Of its token, where it has one. */
	readonly verdict?: Verdict;
	/** Of the commit that last touched its file, where that is signed. */
	readonly commit?: CommitSigned;
	/** The file at its commit. */
	readonly file?: Trace | undefined;
}

/** Longest claim that is drawn, in characters. */
const LONGEST = 120;

/** What was signed beside what is shown, claim by claim; then whose key it is and what it may speak for. */
export function SignatureBlock({ id, verdict, commit, file }: SignatureProps) {
	const words = useWords();
	return (
		<section class="signature" id={id} aria-label={words('signature_title')}>
			{verdict && <TokenPart verdict={verdict} file={file} />}
			{commit && <CommitPart commit={commit} />}
		</section>
	);
}

/** Who put the file here, as far as a commit's signature tells. */
export function CommitPart({ commit: { state, commit, owner = '', fingerprint = '', kind = '', at } }: { commit: CommitSigned }) {
	const words = useWords();
	const params = { owner, fingerprint, kind, commit: commit.slice(0, 12), date: at === undefined ? '' : dayOf(words, at) };
	return (
		<>
			<p>{words.code('commit_signature', state, params)}</p>
			<p class="muted">{words('badge_signed_commit_not')}</p>
		</>
	);
}

const dayOf = (words: Words, at: number): string => words.date(new Date(at).toISOString().slice(0, 10));

/** What was signed, by whom, and what that does not show. */
export function TokenPart({ verdict, file }: { verdict: Verdict; file?: Trace | undefined }) {
	const words = useWords();
	const { claims, key, reasons, state, rules } = verdict;
	return (
		<>
			<p>
				{[words.code('badge', state, { owner: key?.owner ?? '' }, '_sentence'), ...reasons.map((one) => reasonText(words, one))].join(' ')}
			</p>
			<p class="muted">{words.code('badge', state, {}, '_not')}</p>
			{claims.length === 0 ? (
				<p class="muted">{words('signature_none')}</p>
			) : (
				<table class="claims">
					<thead>
						<tr>
							<th scope="col">{words('signature_claim')}</th>
							<th scope="col">{words('signature_signed')}</th>
							<th scope="col">{words('signature_shown')}</th>
							<th scope="col">{words('signature_result')}</th>
						</tr>
					</thead>
					<tbody>
						{claims.map((row) => (
							<tr key={row.claim} data-verdict={row.verdict}>
								<th scope="row">{words.code('claim', row.claim)}</th>
								<td data-label={words('signature_signed')}>
									{row.signed !== undefined && <bdi class="code">{row.signed.slice(0, LONGEST)}</bdi>}
								</td>
								<td data-label={words('signature_shown')}>
									{row.shown !== undefined && <bdi class="code">{row.shown.slice(0, LONGEST)}</bdi>}
								</td>
								<td>{words.code('claim_verdict', row.verdict)}</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
			<dl class="key">
				{keyLines(words, verdict).map(([name, value]) => (
					<div key={name}>
						<dt>{name}</dt>
						<dd>
							<bdi>{value}</bdi>
						</dd>
					</div>
				))}
			</dl>
			<p class="row">
				{file && (
					<Link class="code" to={file.url}>
						{file.label}
					</Link>
				)}
				<span class="muted small">{words('signature_rules', { rules: String(rules) })}</span>
			</p>
			<details>
				<summary>{words('signature_copy')}</summary>
				<CopyText label={words('signature_title')} copy={words('ui_copy')} text={asText(words, verdict, file)} />
			</details>
		</>
	);
}

/** Who signed, by which key, and what the reader's own list says of it. */
function keyLines(words: Words, { key, named, signedAt }: Verdict): readonly (readonly [string, string])[] {
	const when = signedAt === undefined ? [] : [[words('signature_on'), dayOf(words, signedAt)] as const];
	if (!key) {
		const name = named === undefined ? [] : [[words('signature_named'), named] as const];
		return [...when, ...name, [words('signature_key'), words('signature_no_key')]];
	}
	const scopes = key.scopes.map((scope) => scope || words('key_scope_any')).join('; ');
	const source = [words.code('key_source', key.source), key.sourceUrl, key.since && words.date(key.since.slice(0, 10))];
	return [
		...when,
		[words('signature_owner'), key.owner],
		[words('signature_thumbprint'), key.thumbprint],
		[words('signature_scope'), scopes],
		[words('signature_from'), source.filter(Boolean).join(', ')],
	];
}

function asText(words: Words, verdict: Verdict, file: Trace | undefined): string {
	const { state, key, reasons, claims } = verdict;
	return [
		words.code('badge', state),
		[words.code('badge', state, { owner: key?.owner ?? '' }, '_sentence'), ...reasons.map((one) => reasonText(words, one))].join(' '),
		words.code('badge', state, {}, '_not'),
		...claims.map((row) => claimLine(words, row)),
		...keyLines(words, verdict).map(([name, value]) => `${name}: ${value}`),
		...(file?.url === undefined ? [] : [file.url]),
	].join('\n');
}

const claimLine = (words: Words, { claim, signed = '–', shown = '–', verdict }: ClaimRow): string =>
	`${words.code('claim', claim)}: ${signed} | ${shown} | ${words.code('claim_verdict', verdict)}`;
