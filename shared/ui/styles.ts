import components from './components.css?inline';
import panel from './panel.css?inline';
import tokens from './tokens.css?inline';

/** Everything that `shared/ui` is drawn with, as one text: for a shadow root's style sheet, or a page of our own. */
export const styles = `${tokens}\n${components}\n${panel}`;
