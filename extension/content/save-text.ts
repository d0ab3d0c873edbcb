/** Lets the browser save a text as a file, without a permission. */
export function saveText(text: string, name: string, type = 'application/json'): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([text], { type }));
	link.download = name;
	link.click();
	// The download has begun with the click and holds what it needs.
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
