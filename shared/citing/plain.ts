import type { Format } from './format.ts';
import { oneLine } from './one-line.ts';

/** Text without any markup. An address stands in angle brackets (RFC 3986, appendix C). */
export const plain: Format = {
	own: (text) => text,
	foreign: (text) => oneLine(text),
	link: (label, url) => (url === undefined ? label : `${label} <${url}>`),
	strong: (text) => text,
};
