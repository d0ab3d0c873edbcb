import type { Keyring } from '../../shared/trust/keys/add-keys.ts';
import type { KeyList } from '../../shared/trust/keys/key.ts';
import { readKeyList } from '../../shared/trust/keys/read-key-list.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import { saveText } from '../content/save-text.ts';
import { listNotTakenText } from './refusal-text.ts';

interface Props {
	readonly ring: Keyring;
	readonly say: (text: string, wrong?: boolean) => void;
	/** Shows the keys of a file before any of them counts. */
	readonly show: (list: KeyList, name: string) => void;
}

/** A list of 500 keys with all their scopes is below it, in bytes. */
const LARGEST = 4 * 1024 * 1024;

/** Takes the reader's own keys along as a list, and reads such a list. */
export function KeyFiles({ ring, say, show }: Props) {
	const words = useWords();
	const save = () => {
		if (ring.keys.length === 0) return say(words('key_export_none'));
		const list: KeyList = { format: 'evalmark-keys', version: 1, keys: ring.keys };
		saveText(`${JSON.stringify(list, null, 1)}\n`, 'evalmark-keys.json');
	};
	const open = async (file: File | undefined) => {
		if (!file) return;
		const name = file.name.slice(0, 80);
		if (file.size > LARGEST) return say(`${words('key_list_not_taken', { name })} ${words('key_list_too_large')}`, true);
		const read = readKeyList(await file.text());
		if (!read.ok) return say(listNotTakenText(words, read, name), true);
		show(read.list, name);
	};
	return (
		<>
			<Button look="quiet" icon="download" onClick={save}>
				{words('key_export')}
			</Button>
			<label class="button button--quiet">
				{words('key_import')}
				<input
					class="sr"
					type="file"
					accept="application/json,.json"
					onChange={(event) => {
						void open(event.currentTarget.files?.[0]);
						// So that the same file can be chosen again.
						event.currentTarget.value = '';
					}}
				/>
			</label>
		</>
	);
}
