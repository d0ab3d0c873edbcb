/** The match pattern that covers an origin: `http://127.0.0.1:8080` → `http://127.0.0.1/*`. A match pattern has no port: a grant holds for all of a host's. */
export function patternOf(origin: string): string {
	const { protocol, hostname } = new URL(origin);
	return `${protocol}//${hostname}/*`;
}

/** What a user may have typed for a site, as an origin: `git.example.org` → `https://git.example.org`. `undefined` for what is none. */
export function siteOf(text: string): string | undefined {
	const trimmed = text.trim();
	const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
	if (trimmed === '' || !URL.canParse(address)) return;
	const { protocol, hostname, origin } = new URL(address);
	// A host name of a match pattern: no wildcard of the user's own.
	return /^https?:$/.test(protocol) && /^[^*%]+$/.test(hostname) ? origin : undefined;
}
