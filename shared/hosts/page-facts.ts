/** Plain data that the content script (or the command line) gathers from a page. No DOM beyond this point. */
export interface PageFacts {
	/** Address without fragment. */
	readonly url: string;
	/** `<meta>` by lower-case `name` or `property`, in page order. */
	readonly metas: readonly { readonly name: string; readonly content: string }[];
	/** `<link rel href>`, rel in lower case, href made absolute. */
	readonly links: readonly { readonly rel: string; readonly href: string }[];
	/** Whether the page's file list shows a name that Evalmark reads: `.eval_results` (or a path in it), `eval.yaml`. */
	readonly shows: readonly ShownFile[];
	/** Elements by which a host's own pages say what they are, in page order: only those that a host in the registry asks for. */
	readonly embedded?: readonly Embedded[];
}

export interface Embedded {
	/** Its `data-target` (`ModelHeader`), else its classes. */
	readonly name: string;
	/** Its `data-project-full-path`: `group/subgroup/project`. */
	readonly project?: string;
	/** The address that it shows, as text or in a field to copy from. */
	readonly shows?: string;
}

export type ShownFile = '.eval_results' | 'eval.yaml';
