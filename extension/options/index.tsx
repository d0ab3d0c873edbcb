import './options.css';
import './keys.css';
import browser from 'webextension-polyfill';
import { drawPage, say } from '../own-page.tsx';
import { Options } from './options.tsx';

document.title = say('options_title');
drawPage(<Options version={browser.runtime.getManifest().version} />);
