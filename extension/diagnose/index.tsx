import './diagnose.css';
import browser from 'webextension-polyfill';
import { drawPage, say } from '../own-page.tsx';
import { Diagnose } from './diagnose.tsx';

document.title = say('diagnose_title');
drawPage(<Diagnose search={location.search} version={browser.runtime.getManifest().version} />);
