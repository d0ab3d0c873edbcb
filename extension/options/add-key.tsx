import { useRef, useState } from 'preact/hooks';
import type { Keyring } from '../../shared/trust/keys/add-keys.ts';
import { forgeKeys } from '../../shared/trust/keys/forge-keys.ts';
import type { KeySource } from '../../shared/trust/keys/key.ts';
import { type Offer, readOffer } from '../../shared/trust/keys/offer.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import { diskStore } from '../background/store.ts';
import { addressIn, fetchKeys, keyAddress } from './fetch-keys.ts';
import { fetchedText } from './fetched-text.ts';
import { KeyFiles } from './key-files.tsx';
import { newestRevision } from './list-revisions.ts';
import { offerRefusalText } from './refusal-text.ts';
import { ReviewKeys } from './review-keys.tsx';
import { ReviewList } from './review-list.tsx';
import type { ChangeKeys } from './use-keyring.ts';

const store = diskStore();

/** What may be taken in, and where it is from. */
interface Offered {
	readonly offer: Extract<Offer, { kind: 'keys' | 'list' }>;
	readonly source: KeySource;
	readonly name?: string;
	readonly origin?: string;
}

/** Takes keys in, by two presses: the first shows what they are, the second trusts them. */
export function AddKey({ ring, change }: { ring: Keyring; change: ChangeKeys }) {
	const words = useWords();
	const field = useRef<HTMLTextAreaElement>(null);
	const [typed, setTyped] = useState('');
	const [said, setSaid] = useState({ text: '', wrong: false });
	const [asking, setAsking] = useState(false);
	const [offered, setOffered] = useState<Offered>();
	const address = addressIn(typed);
	const typedUrl = address === undefined ? undefined : keyAddress(address);
	const forge = typedUrl && forgeKeys(typedUrl);
	const url = forge?.url ?? typedUrl;

	const say = (text: string, wrong = false) => setSaid({ text, wrong });
	const show = (offer: Offer, from: Omit<Offered, 'offer'>) => {
		if (offer.kind === 'keys' || offer.kind === 'list') {
			say('');
			return setOffered({ offer, ...from });
		}
		setOffered(undefined);
		// It should not stay on the screen either.
		if (offer.kind === 'no-keys' && offer.refusal.code === 'secret-key') setTyped('');
		say(offerRefusalText(words, offer), true);
	};
	const ask = async (from: URL) => {
		// First of all: the browser wants its question to follow from the press itself.
		const asked = fetchKeys(from, new AbortController().signal);
		const site = from.host;
		setOffered(undefined);
		setAsking(true);
		say(words('key_asking', { site }));
		const fetched = await asked.finally(() => setAsking(false));
		if (fetched.kind !== 'text') return say(fetchedText(words, fetched, site), true);
		const offer = readOffer(fetched.text);
		// What is asked for may be nobody's business.
		const source = { how: 'fetched', url: `${from.origin}${from.pathname}`, at: new Date().toISOString() } as const;
		const newest = await newestRevision(store, source.url);
		const revision = offer.kind === 'list' ? offer.list.revision : undefined;
		if (revision !== undefined && newest !== undefined && revision < newest)
			return say(words('key_list_older', { site, revision, newest }), true);
		show(offer, { source, name: site, origin: from.origin });
	};
	const press = () => {
		if (address === undefined) return show(readOffer(typed), { source: { how: 'pasted', at: new Date().toISOString() } });
		if (!url) return say(words('key_not_an_address'), true);
		void ask(url);
	};
	const end = (text: string) => {
		setOffered(undefined);
		setTyped('');
		say(text);
		field.current?.focus();
	};
	const reviewing = offered && {
		ring,
		change,
		source: offered.source,
		name: offered.name,
		done: end,
		cancel: () => end(words('key_cancelled')),
	};
	return (
		<>
			<form
				class="addkey"
				onSubmit={(event) => {
					event.preventDefault();
					press();
				}}
			>
				<label for="newkey">{words('key_add')}</label>
				<textarea
					class="field field--tall code"
					id="newkey"
					rows={3}
					ref={field}
					spellcheck={false}
					autocomplete="off"
					placeholder='{"kty":"OKP","crv":"Ed25519","x":"…"}'
					value={typed}
					readOnly={asking}
					aria-invalid={said.wrong}
					aria-describedby="newkey-more newkey-said"
					onInput={(event) => {
						setTyped(event.currentTarget.value);
						setOffered(undefined);
						say('');
					}}
				/>
				<p class="muted small" id="newkey-more">
					{words('key_add_more')}
				</p>
				<div class="row">
					<Button look="main" disabled={asking} onClick={press}>
						{url ? words('key_ask', { site: url.host }) : words('key_show')}
					</Button>
					<KeyFiles
						ring={ring}
						say={say}
						show={(list, name) => show({ kind: 'list', list }, { source: { how: 'imported', at: new Date().toISOString() }, name })}
					/>
				</div>
				{forge && <p class="muted small">{words.code('key_forge', forge.meaning, { address: forge.url.href })}</p>}
				<p id="newkey-said" class="said" role="status" data-tone={said.wrong ? 'fail' : undefined}>
					{said.text}
				</p>
			</form>
			{reviewing && offered.offer.kind === 'keys' && (
				<ReviewKeys
					key={offered.source.at}
					{...reviewing}
					candidates={offered.offer.candidates}
					refused={offered.offer.refused}
					origin={offered.origin}
				/>
			)}
			{reviewing && offered.offer.kind === 'list' && <ReviewList key={offered.source.at} {...reviewing} list={offered.offer.list} />}
		</>
	);
}
