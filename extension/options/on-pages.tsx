import { useState } from 'preact/hooks';
import { useWords } from '../../shared/ui/words-context.ts';
import { LOUDNESS, type Settings } from '../settings.ts';

interface Props {
	readonly settings: Settings;
	readonly change: (settings: Settings) => void;
}

/** How much is shown on a page. Holds from the next page on. */
export function OnPages({ settings, change }: Props) {
	const words = useWords();
	const [said, setSaid] = useState('');
	const choose = (chosen: Partial<Settings>) => {
		change({ ...settings, ...chosen });
		setSaid(words('options_changed'));
	};
	return (
		<section class="set" id="pages" aria-labelledby="h-pages">
			<h2 id="h-pages">{words('options_pages')}</h2>
			<fieldset class="loud">
				<legend class="sr">{words('options_loud')}</legend>
				{LOUDNESS.map((loud) => (
					<label key={loud}>
						<input type="radio" name="loud" value={loud} checked={settings.loud === loud} onChange={() => choose({ loud })} />
						<span>
							{words.code('options_loud', loud)}
							<small>{words.code('options_loud', loud, {}, '_more')}</small>
						</span>
					</label>
				))}
			</fieldset>
			<label class="check">
				<input type="checkbox" checked={settings.print} onChange={(event) => choose({ print: event.currentTarget.checked })} />
				<span>
					{words('options_print')}
					<small>{words('options_print_more')}</small>
				</span>
			</label>
			<p class="muted" role="status">
				{said}
			</p>
		</section>
	);
}
