/** The address if it is an absolute http(s) one, parsed; everything else that stands in a file is text, not a link. */
export function link(text: string | undefined): URL | undefined {
	if (text === undefined || !URL.canParse(text)) return undefined;
	const url = new URL(text);
	return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}
