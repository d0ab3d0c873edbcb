const WRITTEN = /https?:\/\/[^\s,]+/;
const ARXIV = /\barXiv:(\d{4}\.\d{4,5})/;

/** The address that a citation leads to, `undefined` where it names none: `test split: arXiv:2009.03300` leads to the paper. */
export function citationUrl(citation: string): string | undefined {
	const id = ARXIV.exec(citation)?.[1];
	return id === undefined ? WRITTEN.exec(citation)?.[0] : `https://arxiv.org/abs/${id}`;
}
