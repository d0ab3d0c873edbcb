import type { Ref } from 'preact';
import { useId } from 'preact/hooks';
import type { Decision, KeyChange } from '../../shared/trust/keys/add-keys.ts';
import type { ListedKey } from '../../shared/trust/keys/key.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icons.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import { Thumbprint } from './thumbprint.tsx';

interface Props {
	readonly changed: KeyChange;
	readonly decide: (decision: Decision) => void;
	readonly element: Ref<HTMLDivElement>;
}

/** Another key under a known issuer: the reader has to decide, by comparing, and nothing is chosen beforehand. */
export function KeyChangeNotice({ changed: { issuer, known, offered }, decide, element }: Props) {
	const words = useWords();
	const id = useId();
	return (
		<div class="notice keystop" data-tone="fail" role="alert" tabIndex={-1} ref={element} aria-labelledby={id}>
			<Icon name="error" />
			<div>
				<p>
					<strong id={id}>{words('key_change_title', { owner: known[0]?.owner ?? issuer })}</strong> {words('key_change_stop')}
				</p>
				<dl class="compare-keys">
					<dt>{words('claim_issuer')}</dt>
					<dd>
						<bdi>{issuer}</bdi>
					</dd>
					{known.map((key) => (
						<Side key={key.thumbprint} item={key} name="known" />
					))}
					{offered.map((key) => (
						<Side key={key.thumbprint} item={key} name="offered" differs={key.owner !== known[0]?.owner} />
					))}
				</dl>
				<p>{words('key_change_how')}</p>
				<div class="row">
					<Button onClick={() => decide('keep')}>{words('key_change_keep')}</Button>
					<Button look="quiet" onClick={() => decide('use-new')}>
						{words('key_change_use_new')}
					</Button>
					<Button look="quiet" onClick={() => decide('remove-both')}>
						{words('key_change_remove_both')}
					</Button>
				</div>
			</div>
		</div>
	);
}

/** `differs`: whose it says to be, where that is not whose the other one is. */
function Side({ item, name, differs = false }: { item: ListedKey; name: 'known' | 'offered'; differs?: boolean }) {
	const words = useWords();
	const { at } = item.source;
	return (
		<>
			<dt>{at === undefined ? words(`key_change_${name}`) : words(`key_change_${name}_since`, { date: words.date(at) })}</dt>
			<dd>
				<Thumbprint text={item.thumbprint} />
				{differs && <bdi class="compare-keys__owner">{item.owner}</bdi>}
			</dd>
		</>
	);
}
