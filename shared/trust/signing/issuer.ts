/** An https origin as tokens and key lists name an issuer (`schemas/signed-result.schema.json`), `undefined` for what is more or less than one. */
export function issuerOf(text: string): string | undefined {
	if (!URL.canParse(text)) return undefined;
	const { protocol, host, href, origin } = new URL(text);
	return protocol === 'https:' && href === `${origin}/` && /^[a-z0-9.-]+(?::\d{1,5})?$/.test(host) ? origin : undefined;
}
