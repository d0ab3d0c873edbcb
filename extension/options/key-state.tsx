import type { ListedKey } from '../../shared/trust/keys/key.ts';
import { Icon } from '../../shared/ui/icons.tsx';
import { useWords } from '../../shared/ui/words-context.ts';

/** What becomes of a key's signatures, in a word. `held`: nothing counts until a change is decided. */
export function KeyState({ status, held = false }: { status: ListedKey['status']; held?: boolean }) {
	const words = useWords();
	if (status === 'revoked' || held)
		return (
			<span class="key__state" data-tone="fail">
				<Icon name={held ? 'error' : 'revoked'} />
				{words(held ? 'key_status_held' : 'key_status_revoked')}
			</span>
		);
	return <span class="key__state">{words.code('key_status', status)}</span>;
}
