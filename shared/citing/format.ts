/** How one kind of text is written, so that nothing in it becomes active: neither words of ours nor text of a file. */
export interface Format {
	/** Words of ours. */
	own(text: string): string;
	/** Text of a file or a page. */
	foreign(text: string): string;
	/** A label that is already written in this format, and the http(s) address that it leads to, if there is one. */
	link(label: string, url: string | undefined): string;
	/** A sentence that is already written in this format and must not be read past. */
	strong(text: string): string;
}
