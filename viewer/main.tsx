import '../shared/ui/tokens.css';
import '../shared/ui/components.css';
import '../shared/ui/panel.css';
import '../shared/ui/parts.css';
import './viewer.css';
import { render } from 'preact';
import packageJson from '../package.json';
import { bundled } from '../shared/messages/catalogue.ts';
import { words } from '../shared/messages/words.ts';
import { WordsContext } from '../shared/ui/words-context.ts';
import { App } from './app.tsx';
import { exportFromExtension } from './open/from-extension.ts';

const place = document.getElementById('viewer');
if (!place) throw new Error('the page has no place for the viewer');

render(
	<WordsContext.Provider value={words(bundled, 'en')}>
		<App version={packageJson.version} fromExtension={exportFromExtension(location)} />
	</WordsContext.Provider>,
	place,
);
