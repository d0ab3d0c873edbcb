import { useEffect, useRef, useState } from 'preact/hooks';
import { counting, type Decision, decide, type KeyChange, type Keyring, removeKey } from '../../shared/trust/keys/add-keys.ts';
import { bundledKeys } from '../../shared/trust/keys/bundled.ts';
import type { ListedKey } from '../../shared/trust/keys/key.ts';
import { useWords } from '../../shared/ui/words-context.ts';
import { AddKey } from './add-key.tsx';
import { BundledKey, KeyCard } from './key-card.tsx';
import { KeyChangeNotice } from './key-change.tsx';
import { useKeyring } from './use-keyring.ts';

const offeredIn = (ring: Keyring): number => ring.changes.reduce((sum, { offered }) => sum + offered.length, 0);

/** Whose signatures count, and for what: every key by its name, and how others come in. */
export function Keys() {
	const words = useWords();
	const { ring, change } = useKeyring();
	const [said, setSaid] = useState('');
	const heading = useRef<HTMLHeadingElement>(null);
	const stop = useRef<HTMLDivElement>(null);
	const before = useRef<number>(undefined);
	useEffect(() => {
		if (!ring) return;
		// A stop that was not there before must not be overlooked: it comes last, after what the press itself brings forward.
		if (before.current !== undefined && offeredIn(ring) > before.current) stop.current?.focus();
		before.current = offeredIn(ring);
	}, [ring]);

	const act = async (does: (ring: Keyring) => Keyring, text: string) => {
		const kept = await change(does);
		setSaid(kept ? text : words('key_not_kept'));
		// What was pressed is gone.
		heading.current?.focus();
	};
	const remove = (key: ListedKey) => void act((now) => removeKey(now, key), words('key_removed', { owner: key.owner }));
	const answer = ({ issuer, purpose }: KeyChange, decision: Decision) =>
		void act((now) => decide(now, issuer, purpose, decision), words.code('key_change_decided', decision));
	const counts = ring && counting(ring);
	return (
		<section class="set" id="keys" aria-labelledby="h-keys">
			<h2 id="h-keys" tabIndex={-1} ref={heading}>
				{words('options_keys')}
			</h2>
			<p>{words('options_keys_more')}</p>
			{ring?.changes.map((changed, index, { length }) => (
				<KeyChangeNotice
					key={`${changed.purpose} ${changed.issuer}`}
					changed={changed}
					decide={(decision) => answer(changed, decision)}
					element={index === length - 1 ? stop : null}
				/>
			))}
			<p class="said" role="status">
				{said}
			</p>
			{ring?.keys.map((key) => (
				<KeyCard
					key={`${key.purpose} ${key.thumbprint}`}
					item={key}
					held={!counts?.includes(key)}
					change={change}
					remove={() => remove(key)}
				/>
			))}
			{bundledKeys.map((key) => (
				<BundledKey key={key.thumbprint} item={key} />
			))}
			{ring && <AddKey ring={ring} change={change} />}
		</section>
	);
}
