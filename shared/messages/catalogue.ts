import english from '../../public/_locales/en/messages.json';
import type { Lookup } from './words.ts';

const texts: Readonly<Record<string, { readonly message: string }>> = english;

/** Looks words up in the bundled catalogue, for faces without `browser.i18n`: viewer and command line. */
export const bundled: Lookup = (key) => (Object.hasOwn(texts, key) ? (texts[key]?.message ?? '') : '');
