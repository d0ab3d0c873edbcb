import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Message } from '../../shared/protocol/message.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import { type Access, storeAccess, storedAccess, tokenOf } from '../access.ts';
import { diskStore } from '../background/store.ts';
import { sitesThatNeed } from '../patterns-for.ts';
import { followSites } from './follow-sites.ts';

const store = diskStore();
const WAYS = ['off', 'cookies', 'token'] as const;

/** Whether private repositories are read, site by site: off until the user says otherwise. */
export function PrivateRepositories() {
	const words = useWords();
	const [sites, setSites] = useState<readonly string[]>([]);
	// A grant for every site is for none in particular, and what another site needs goes with that one.
	const own = (one: string) => !one.includes('://*') && sitesThatNeed([one]).length === 0;
	useEffect(() => followSites((granted) => setSites(granted.filter(own))), []);
	return (
		<section class="set" id="private" aria-labelledby="h-private">
			<h2 id="h-private">{words('options_private')}</h2>
			<p>{words('options_private_more')}</p>
			{sites.map((pattern) => (
				<Site key={pattern} pattern={pattern} />
			))}
		</section>
	);
}

function Site({ pattern }: { pattern: string }) {
	const words = useWords();
	const [access, setAccess] = useState<Access>();
	/** Nothing can be chosen before it is known what was. */
	const [way, setWay] = useState<(typeof WAYS)[number]>();
	const [typed, setTyped] = useState('');
	const [said, setSaid] = useState('');
	const name = pattern.replace(/^https:\/\/|\/\*$/g, '');
	useEffect(() => {
		void storedAccess(store, pattern).then((stored) => {
			setAccess(stored);
			setWay(stored?.by ?? 'off');
		});
	}, []);
	const hold = async (wanted: Access | undefined) => {
		await storeAccess(store, pattern, wanted, Date.now());
		setAccess(wanted);
		setTyped('');
		// What was not there for nobody may be there for somebody, and what somebody read is nobody's.
		await browser.runtime.sendMessage({ type: 'forget', what: 'cache' } satisfies Message);
		setSaid(words(wanted ? 'options_private_holds' : 'options_private_off_done', { site: name }));
	};
	if (!way) return null;
	const choose = (wanted: (typeof WAYS)[number]) => {
		setWay(wanted);
		setSaid('');
		// A token is only used once there is one.
		if (wanted !== 'token') void hold(wanted === 'cookies' ? { by: 'cookies' } : undefined);
	};
	const save = () => {
		const token = tokenOf(typed);
		if (token === undefined) return setSaid(words('options_private_no_token'));
		void hold({ by: 'token', token });
	};
	return (
		<fieldset class="access">
			<legend>
				<bdi>{name}</bdi>
			</legend>
			<div class="row">
				{WAYS.map((one) => (
					<label key={one}>
						<input type="radio" name={`access ${pattern}`} value={one} checked={way === one} onChange={() => choose(one)} />{' '}
						{words.code('options_private', one)}
					</label>
				))}
			</div>
			{way === 'token' && (
				<form
					class="row"
					onSubmit={(event) => {
						event.preventDefault();
						save();
					}}
				>
					<input
						class="field"
						type="password"
						autocomplete="off"
						spellcheck={false}
						aria-label={words('options_private_token_of', { site: name })}
						placeholder={access?.by === 'token' ? words('options_private_kept') : ''}
						value={typed}
						onInput={(event) => setTyped(event.currentTarget.value)}
					/>
					<Button onClick={save}>{words('options_private_save')}</Button>
				</form>
			)}
			<p class="muted" role="status">
				{said}
			</p>
		</fieldset>
	);
}
