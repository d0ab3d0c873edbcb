import { useId } from 'preact/hooks';
import { useWords } from '../../shared/ui/words-context.ts';
import { type KeyFields, PURPOSES } from './keys-from.ts';

/** What a key signs: one purpose, never another one too. */
export function PurposeField({ purpose, choose }: { purpose: KeyFields['purpose']; choose: (purpose: KeyFields['purpose']) => void }) {
	const words = useWords();
	const id = useId();
	return (
		<fieldset class="loud">
			<legend>{words('key_purpose')}</legend>
			{PURPOSES.map((one) => (
				<label key={one}>
					<input type="radio" name={id} value={one} checked={purpose === one} onChange={() => choose(one)} />
					<span>
						{words.code('key_purpose', one)}
						<small>{words.code('key_purpose', one, {}, '_more')}</small>
					</span>
				</label>
			))}
		</fieldset>
	);
}
