import { useId, useState } from 'preact/hooks';
import { addKeys, isSame } from '../../shared/trust/keys/add-keys.ts';
import type { KeyScope, ListedKey } from '../../shared/trust/keys/key.ts';
import { useWords } from '../../shared/ui/words-context.ts';
import { ChangeScope } from './change-scope.tsx';
import { KeyLines } from './key-lines.tsx';
import { KeyState } from './key-state.tsx';
import type { ChangeKeys } from './use-keyring.ts';

interface Props {
	readonly item: ListedKey;
	/** Nothing that it signed counts until a change is decided. */
	readonly held: boolean;
	readonly change: ChangeKeys;
	readonly remove: () => void;
}

/** One of the reader's keys: what it is, and what can be done with it. */
export function KeyCard({ item, held, change, remove }: Props) {
	const words = useWords();
	const id = useId();
	const [open, setOpen] = useState(false);
	const [said, setSaid] = useState('');
	const { owner } = item;
	// The same owner may have several.
	const which = { owner, thumbprint: item.thumbprint.slice(0, 4) };
	const hold = async (scopes: readonly KeyScope[]) => {
		const kept = await change((ring) => (ring.keys.some((one) => isSame(one, item)) ? addKeys(ring, [{ ...item, scopes }]) : ring));
		setOpen(false);
		setSaid(words(kept ? 'key_scope_holds' : 'key_not_kept'));
	};
	return (
		<article class="keycard" aria-labelledby={id}>
			<header>
				<h3 id={id}>
					<bdi>{owner}</bdi> <KeyState status={item.status} held={held} />
				</h3>
				<div class="row">
					{item.purpose === 'results' && item.status !== 'revoked' && (
						<button
							type="button"
							class="button button--quiet"
							aria-expanded={open}
							aria-label={words('key_scope_change_of', which)}
							onClick={() => {
								setOpen(!open);
								setSaid('');
							}}
						>
							{words('key_scope_change')}
						</button>
					)}
					<button type="button" class="button button--quiet" aria-label={words('key_remove_of', which)} onClick={remove}>
						{words('options_remove')}
					</button>
				</div>
			</header>
			<KeyLines item={item} source={item.source} />
			{open && <ChangeScope scopes={item.scopes} hold={(scopes) => void hold(scopes)} close={() => setOpen(false)} />}
			<p class="muted" role="status">
				{said}
			</p>
		</article>
	);
}

/** A key that came with the program: nothing can be done with it. */
export function BundledKey({ item }: { item: ListedKey }) {
	const words = useWords();
	const id = useId();
	return (
		<article class="keycard keycard--bundled" aria-labelledby={id}>
			<header>
				<h3 id={id}>
					<bdi>{item.owner}</bdi> <span class="key__state">{words('key_status_demo')}</span>
				</h3>
			</header>
			<KeyLines item={item} source={item.source} />
			<p class="muted">{words('key_demo_more')}</p>
		</article>
	);
}
