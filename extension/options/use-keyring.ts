import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Message } from '../../shared/protocol/message.ts';
import type { Keyring } from '../../shared/trust/keys/add-keys.ts';
import { storedKeys, storeKeys } from '../../shared/trust/keys/stored-keys.ts';
import { diskStore } from '../background/store.ts';

const store = diskStore();

/** Changes what is kept, and answers it as it is kept then; `undefined` where the browser kept nothing of it. */
export type ChangeKeys = (act: (ring: Keyring) => Keyring) => Promise<Keyring | undefined>;

/** One change after the other, each of what is kept by then: another tab, or a quick second press, must not be undone. */
let changing: Promise<unknown> = Promise.resolve();

async function changed(act: (ring: Keyring) => Keyring): Promise<{ readonly ring: Keyring; readonly kept: boolean }> {
	const wanted = act(await storedKeys(store));
	await storeKeys(store, wanted, Date.now());
	// The store never says that the disk is full.
	const ring = await storedKeys(store);
	// It is kept whether or not anybody hears of it.
	await browser.runtime.sendMessage({ type: 'keys' } satisfies Message).catch(() => undefined);
	return { ring, kept: JSON.stringify(ring) === JSON.stringify(wanted) };
}

/** The reader's own keys, absent until they are read. Every change holds at once, also on pages that are open. */
export function useKeyring(): { readonly ring: Keyring | undefined; readonly change: ChangeKeys } {
	const [ring, setRing] = useState<Keyring>();
	useEffect(() => {
		void storedKeys(store).then(setRing);
	}, []);
	const change: ChangeKeys = (act) => {
		const done = changing.then(() => changed(act));
		changing = done.catch(() => undefined);
		return done.then((now) => {
			setRing(now.ring);
			return now.kept ? now.ring : undefined;
		});
	};
	return { ring, change };
}
