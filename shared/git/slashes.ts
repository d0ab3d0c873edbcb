/** The text without the slashes at its end. By hand, because a pattern takes the square of their number where something follows them. */
export function withoutSlashes(text: string): string {
	let end = text.length;
	while (text[end - 1] === '/') end--;
	return text.slice(0, end);
}
