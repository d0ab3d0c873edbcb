import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import { saveText } from '../content/save-text.ts';
import { DEFAULTS, readSettings, type Settings } from '../settings.ts';

interface Props {
	readonly settings: Settings;
	readonly change: (settings: Settings) => void;
}

/** A file of settings is a few lines; more is something else, in bytes. */
const LARGEST = 64 * 1024;

/** Takes the settings along as a file, reads such a file, and goes back to how it was at first. Sites are the browser's to give, and stay. */
export function Transfer({ settings, change }: Props) {
	const words = useWords();
	const [said, setSaid] = useState('');
	const open = async (file: File | undefined) => {
		if (!file) return;
		const value = file.size > LARGEST ? undefined : parsed(await file.text());
		if (value === undefined) return setSaid(words('options_import_none', { file: file.name.slice(0, 80) }));
		const read = readSettings(value);
		change(read.settings);
		setSaid(
			read.refused.length === 0
				? words('options_imported')
				: words('options_import_refused', { fields: read.refused.slice(0, 10).join(', ').slice(0, 200) }),
		);
	};
	const reset = () => {
		change(DEFAULTS);
		setSaid(words('options_reset_done'));
	};
	return (
		<section class="set" id="transfer" aria-labelledby="h-transfer">
			<h2 id="h-transfer">{words('options_transfer')}</h2>
			<div class="row">
				<Button icon="download" onClick={() => saveText(`${JSON.stringify(settings, null, 1)}\n`, 'evalmark-settings.json')}>
					{words('options_export')}
				</Button>
				<label class="button">
					{words('options_import')}
					<input class="sr" type="file" accept="application/json,.json" onChange={(event) => void open(event.currentTarget.files?.[0])} />
				</label>
				<Button onClick={reset}>{words('options_reset')}</Button>
			</div>
			<p class="muted" role="status">
				{said}
			</p>
		</section>
	);
}

/** An object of JSON, `undefined` for anything else. */
function parsed(text: string): object | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
