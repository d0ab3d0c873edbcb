import './popup.css';
import { drawPage } from '../own-page.tsx';
import { Popup } from './popup.tsx';

drawPage(<Popup />);
