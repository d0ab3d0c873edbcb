import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Words } from '../messages/words.ts';

/** The face's words: `browser.i18n` in the extension, the bundled catalogue elsewhere. */
export const WordsContext = createContext<Words | undefined>(undefined);

/** The words of the face that draws this component. Throws outside of a `WordsContext.Provider`: that is a bug of the face. */
export function useWords(): Words {
	const words = useContext(WordsContext);
	if (!words) throw new Error('no WordsContext above this component');
	return words;
}
