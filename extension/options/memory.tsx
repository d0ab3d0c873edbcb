import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Message } from '../../shared/protocol/message.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import type { Settings } from '../settings.ts';

interface Props {
	readonly settings: Settings;
	readonly change: (settings: Settings) => void;
}

/** Whether it is remembered where files and claims were seen, and the button that forgets it. */
export function Memory({ settings, change }: Props) {
	const words = useWords();
	const [said, setSaid] = useState('');
	const forget = async () => {
		await browser.runtime.sendMessage({ type: 'forget', what: 'seen' } satisfies Message);
		setSaid(words('options_forgotten'));
	};
	return (
		<section class="set" id="memory" aria-labelledby="h-memory">
			<h2 id="h-memory">{words('options_memory')}</h2>
			<label class="check">
				<input
					type="checkbox"
					checked={settings.remember}
					onChange={(event) => {
						const remember = event.currentTarget.checked;
						change({ ...settings, remember });
						setSaid(words(remember ? 'options_remembers' : 'options_remembers_not'));
					}}
				/>
				<span>
					{words('options_remember')}
					<small>{words('options_remember_more')}</small>
				</span>
			</label>
			<div class="row">
				<Button icon="trash" onClick={() => void forget()}>
					{words('options_forget')}
				</Button>
				<span class="muted" role="status">
					{said}
				</span>
			</div>
		</section>
	);
}
