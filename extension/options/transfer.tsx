import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { Button } from '../../shared/ui/button.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import { saveText } from '../content/save-text.ts';
import { DEFAULTS, readSettingsFile, type Settings, settingsFile } from '../settings.ts';
import { patternOf } from '../site-pattern.ts';

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
	const [sites, setSites] = useState<readonly string[]>([]);
	const open = async (file: File | undefined) => {
		if (!file) return;
		const read = file.size > LARGEST ? undefined : readSettingsFile(await file.text());
		if (!read) return setSaid(words('options_import_none', { file: file.name.slice(0, 80) }));
		change(read.settings);
		setSites(await notGranted(read.sites));
		setSaid(
			read.refused.length === 0
				? words('options_imported')
				: words('options_import_refused', { fields: read.refused.slice(0, 10).join(', ').slice(0, 200) }),
		);
	};
	const save = async () => {
		const { origins = [] } = await browser.permissions.getAll();
		saveText(settingsFile(settings, origins), 'evalmark-settings.json');
	};
	const ask = (site: string) => {
		const answered = (yes: boolean) => {
			if (yes) setSites((left) => left.filter((one) => one !== site));
			setSaid(words(yes ? 'options_added' : 'options_refused', { site: new URL(site).host }));
		};
		// Nothing may be awaited before this: the browsers want it to follow from the click itself.
		browser.permissions.request({ origins: [patternOf(site)] }).then(answered, () => answered(false));
	};
	const reset = () => {
		change(DEFAULTS);
		setSaid(words('options_reset_done'));
	};
	return (
		<section class="set" id="transfer" aria-labelledby="h-transfer">
			<h2 id="h-transfer">{words('options_transfer')}</h2>
			<div class="row">
				<Button icon="download" onClick={() => void save()}>
					{words('options_export')}
				</Button>
				<label class="button">
					{words('options_import')}
					<input class="sr" type="file" accept="application/json,.json" onChange={(event) => void open(event.currentTarget.files?.[0])} />
				</label>
				<Button onClick={reset}>{words('options_reset')}</Button>
			</div>
			{sites.length > 0 && (
				<>
					<p>{words('options_import_sites')}</p>
					<div class="row">
						{sites.map((site) => (
							<Button key={site} onClick={() => ask(site)}>
								{words('options_allow_site', { site: new URL(site).host })}
							</Button>
						))}
					</div>
				</>
			)}
			<p class="muted" role="status">
				{said}
			</p>
		</section>
	);
}

async function notGranted(sites: readonly string[]): Promise<readonly string[]> {
	const granted = await Promise.all(sites.map((site) => browser.permissions.contains({ origins: [patternOf(site)] })));
	return sites.filter((_, index) => !granted[index]);
}
