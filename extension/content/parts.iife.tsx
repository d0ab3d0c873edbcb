import { type ComponentType, h, render } from 'preact';
import { allParts } from '../../shared/ui/all-parts.ts';
import { partStyles } from '../../shared/ui/styles.ts';
import { WordsContext } from '../../shared/ui/words-context.ts';

// Asked for twice, it is there once.
globalThis.evalmarkParts ??= {
	styles: partStyles,
	draw(name, props, say, into) {
		const part: ComponentType<typeof props> = allParts[name];
		render(<WordsContext.Provider value={say}>{h(part, props)}</WordsContext.Provider>, into);
	},
	clear: (into) => render(null, into),
};
