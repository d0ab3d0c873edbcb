import './welcome.css';
import { drawPage, say } from '../own-page.tsx';
import { Welcome } from './welcome.tsx';

document.title = say('welcome_title');
drawPage(<Welcome />);
