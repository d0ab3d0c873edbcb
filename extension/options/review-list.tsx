import { useEffect, useId, useState } from 'preact/hooks';
import { obstacleText } from '../../shared/messages/key-refusal-text.ts';
import { addKeys, isSame, type Keyring } from '../../shared/trust/keys/add-keys.ts';
import type { KeyList, ListedKey } from '../../shared/trust/keys/key.ts';
import { obstacle } from '../../shared/trust/keys/obstacle.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import { diskStore } from '../background/store.ts';
import { KeyLines } from './key-lines.tsx';
import { KeyState } from './key-state.tsx';
import { storeRevision } from './list-revisions.ts';
import { ReviewHead } from './review-head.tsx';
import type { Reviewing } from './reviewing.ts';
import { takenText } from './taken-text.ts';
import { tokensAtHand } from './tokens-at-hand.ts';

const store = diskStore();

/** The keys of a list, each as it would count after the press: whose it is and what it may speak for is what the list says. */
export function ReviewList({ list, source, name, ring, change, done, cancel }: Reviewing & { readonly list: KeyList }) {
	const words = useWords();
	const id = useId();
	const keys = list.keys.map((key): ListedKey => ({ ...key, source }));
	const [tokens, setTokens] = useState<readonly string[]>([]);
	useEffect(() => void tokensAtHand(store).then(setTokens, () => {}), []);
	const taken = keys.filter((key) => obstacle(key, ring, tokens) === undefined);
	const trust = async () => {
		const kept = await change((now) => addKeys(now, taken));
		if (kept && source.url !== undefined && list.revision !== undefined) await storeRevision(store, source.url, list.revision, Date.now());
		done(takenText(words, taken, kept));
	};
	return (
		<section class="review" aria-labelledby={id}>
			<ReviewHead id={id} name={name} count={keys.length} />
			{keys.map((key, index) => (
				<ListedCard key={index} item={key} ring={ring} tokens={tokens} />
			))}
			<div class="row">
				{taken.length > 0 && (
					<Button look="main" onClick={() => void trust()}>
						{words.plural('key_trust', taken.length)}
					</Button>
				)}
				<Button look="quiet" onClick={cancel}>
					{words('key_cancel')}
				</Button>
			</div>
		</section>
	);
}

function ListedCard({ item, ring, tokens }: { item: ListedKey; ring: Keyring; tokens: readonly string[] }) {
	const words = useWords();
	const id = useId();
	const refused = obstacle(item, ring, tokens);
	const known = ring.keys.find((one) => isSame(one, item));
	return (
		<article class="keycard" aria-labelledby={id}>
			<h4 id={id}>
				<bdi>{item.owner}</bdi> <KeyState status={item.status} />
			</h4>
			<KeyLines item={item} />
			{refused !== undefined && (
				<p class="wrong">
					<strong>{words('key_not_taken')}</strong> {obstacleText(words, refused)}
				</p>
			)}
			{refused === undefined && known && <p>{words(known.status === 'revoked' ? 'key_known_revoked' : 'key_known')}</p>}
		</article>
	);
}
