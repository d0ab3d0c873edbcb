import './look.css';
import { drawPage, say } from '../own-page.tsx';
import { Look } from './look.tsx';

document.title = say('menu_look');
drawPage(<Look address={new URLSearchParams(location.hash.slice(1)).get('address') ?? ''} />);
