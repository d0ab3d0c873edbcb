/**
 * An address from a template of VCS Autodiscovery: `%branch%`, `%path%`, `%id%` replaced, percent-encoded; `path` and `id` part by part.
 * `undefined` where that is no http(s) address of the template's own origin without credentials, or where a part is empty, `.` or `..`.
 */
export function filled(template: string, values: Readonly<Record<string, string>>): string | undefined {
	if (!URL.canParse(template)) return undefined;
	let unfit = false;
	const text = template.replace(/%([a-z]+)%/g, (whole, name: string) => {
		// Templates come from pages and files: `constructor` must not find what every object has.
		const value = Object.hasOwn(values, name) ? values[name] : undefined;
		if (value === undefined) return whole;
		if (name === 'branch') return encoded(value);
		const parts = value.split('/');
		unfit ||= parts.some((part) => part === '' || part === '.' || part === '..');
		return parts.map(encoded).join('/');
	});
	if (unfit || !URL.canParse(text)) return undefined;
	const url = new URL(text);
	const web = url.protocol === 'https:' || url.protocol === 'http:';
	// A name or password in front of the host is sent, or makes the address look like another one's.
	if (url.username !== '' || url.password !== '') return undefined;
	return web && url.origin === new URL(template).origin ? url.href : undefined;
}

/** Also text that is no Unicode (half of a surrogate pair), which `encodeURIComponent` refuses. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'));
