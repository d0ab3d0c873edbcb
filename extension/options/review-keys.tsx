import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { keyRefusalText, obstacleText } from '../../shared/messages/key-refusal-text.ts';
import { addKeys } from '../../shared/trust/keys/add-keys.ts';
import type { Candidate, KeyRefusal } from '../../shared/trust/keys/candidate.ts';
import { obstacle } from '../../shared/trust/keys/obstacle.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import { diskStore } from '../background/store.ts';
import { CandidateLines } from './candidate-lines.tsx';
import { type KeyFields, keysFrom, LONGEST_OWNER, type WrongField } from './keys-from.ts';
import { PurposeField } from './purpose-field.tsx';
import { EMPTY } from './read-scope.ts';
import { ReviewHead } from './review-head.tsx';
import type { Reviewing } from './reviewing.ts';
import { ScopeFields } from './scope-fields.tsx';
import { takenText } from './taken-text.ts';
import { TextField } from './text-field.tsx';
import { tokensAtHand } from './tokens-at-hand.ts';

const store = diskStore();

interface Props extends Reviewing {
	readonly candidates: readonly Candidate[];
	readonly refused: readonly KeyRefusal[];
	/** Origin that they were fetched from. */
	readonly origin?: string | undefined;
}

/** Bare keys, and what the reader says of them: whose they are, what they sign, what they may speak for. Only the second press takes them in. */
export function ReviewKeys({ candidates, refused, origin = '', source, name, ring, change, done, cancel }: Props) {
	const words = useWords();
	const id = useId();
	const form = useRef<HTMLFormElement>(null);
	const [fields, setFields] = useState<KeyFields>({
		owner: '',
		purpose: candidates.every(({ fingerprint }) => fingerprint !== undefined) ? 'commits' : 'results',
		issuer: origin,
		scope: EMPTY,
	});
	const [wrong, setWrong] = useState<WrongField>();
	const [obstacles, setObstacles] = useState<readonly string[]>([]);
	useLayoutEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [wrong]);

	const fill = (filled: Partial<KeyFields>) => {
		setFields({ ...fields, ...filled });
		setWrong(undefined);
		setObstacles([]);
	};
	const trust = async () => {
		const read = keysFrom(candidates, fields, source);
		if (!read.ok) return setWrong(read.wrong);
		const tokens = fields.purpose === 'model-index' ? await tokensAtHand(store) : [];
		const found = read.keys.flatMap((key) => obstacle(key, ring, tokens) ?? []);
		if (found.length > 0) return setObstacles([...new Set(found)].map((code) => obstacleText(words, code)));
		done(takenText(words, read.keys, await change((now) => addKeys(now, read.keys))));
	};
	return (
		<section class="review" aria-labelledby={id}>
			<ReviewHead id={id} name={name} count={candidates.length} />
			{candidates.map((candidate) => (
				<CandidateLines
					key={candidate.thumbprint}
					candidate={candidate}
					known={ring.keys.filter(({ thumbprint }) => thumbprint === candidate.thumbprint)}
				/>
			))}
			{refused.length > 0 && (
				<>
					<p>{words.plural('key_others', refused.length)}</p>
					<ul class="refused">
						{refused.map((one, index) => (
							<li key={index}>{keyRefusalText(words, one)}</li>
						))}
					</ul>
				</>
			)}
			<form
				ref={form}
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					void trust();
				}}
			>
				<TextField
					label={words('key_owner')}
					hint={words('key_owner_more')}
					value={fields.owner}
					wrong={wrong?.field === 'owner' ? words('key_owner_wrong', { limit: LONGEST_OWNER }) : undefined}
					onInput={(owner) => fill({ owner })}
				/>
				<PurposeField purpose={fields.purpose} choose={(purpose) => fill({ purpose })} />
				{fields.purpose !== 'commits' && (
					<>
						{fields.purpose === 'results' && (
							<TextField
								label={words('claim_issuer')}
								hint={words('key_issuer_more')}
								placeholder="https://lab.example"
								value={fields.issuer}
								wrong={wrong?.field === 'issuer' ? words('key_issuer_wrong') : undefined}
								onInput={(issuer) => fill({ issuer })}
							/>
						)}
						<ScopeFields
							texts={fields.scope}
							legend={words('signature_scope')}
							wrong={wrong?.field === 'scope' ? wrong.read : undefined}
							change={(scope) => fill({ scope })}
						/>
					</>
				)}
				<div role="alert" class="wrong">
					{obstacles.map((text) => (
						<p key={text}>{text}</p>
					))}
				</div>
				<div class="row">
					<Button look="main" onClick={() => void trust()}>
						{words.plural('key_trust', candidates.length)}
					</Button>
					<Button look="quiet" onClick={cancel}>
						{words('key_cancel')}
					</Button>
				</div>
			</form>
		</section>
	);
}
