/** The parts of an address between its slashes, as it has them. */
export function namesIn(url: string): { readonly origin: string; readonly hostname: string; readonly names: readonly string[] } {
	if (!URL.canParse(url)) return { origin: '', hostname: '', names: [] };
	const { origin, hostname, pathname } = new URL(url);
	return { origin, hostname, names: pathname.split('/').filter(Boolean) };
}
