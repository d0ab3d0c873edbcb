import { scopeText } from '../../shared/trust/signature/verdict-key.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import type { Source } from '../open/source.ts';

/** A key list that was opened: whose keys, by their thumbprints; they count once the user has said so, for as long as it stays open. */
export function KeysNotice({ source, onTrust }: { source: Source; onTrust: (id: number) => void }) {
	const words = useWords();
	const { id, name, state } = source;
	if (state.type !== 'keys') return null;
	const { list, trusted } = state;
	return (
		<Notice icon="info">
			<p>
				<strong>{words.plural('viewer_keys', list.keys.length, { name: name.slice(0, 200) })}</strong>{' '}
				{words(trusted ? 'viewer_keys_trusted' : 'viewer_keys_compare')}
			</p>
			<ul>
				{list.keys.map((key) => (
					<li key={`${key.thumbprint} ${key.purpose}`}>
						<bdi>{key.owner}</bdi> <bdi class="code">{key.thumbprint}</bdi>{' '}
						<span class="muted">
							{words('viewer_keys_scope', {
								scope: key.scopes.map((scope) => scopeText(scope) || words('key_scope_any')).join('; ') || '–',
							})}
						</span>
					</li>
				))}
			</ul>
			{!trusted && (
				<div class="row">
					<Button onClick={() => onTrust(id)}>{words('viewer_keys_use')}</Button>
				</div>
			)}
		</Notice>
	);
}
