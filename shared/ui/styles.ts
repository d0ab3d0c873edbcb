import components from './components.css?inline';
import panel from './panel.css?inline';
import parts from './parts.css?inline';
import tokens from './tokens.css?inline';

/** What a panel is drawn with, as one text for a shadow root's style sheet. */
export const styles = `${tokens}\n${components}\n${panel}`;

/** Takes a shadow root's host out of print. */
export const notPrinted = '@media print{:host{display:none!important}}';

/** What `Parts` are drawn with besides. */
export const partStyles = parts;
