/** The kinds of forge that are emulated; each is a family of its own in `families/`. */
export type ForgeKind =
	| 'github'
	| 'gitlab'
	| 'gitea'
	| 'gogs'
	| 'bitbucket-cloud'
	| 'bitbucket-data-center'
	| 'azure-devops'
	| 'modelscope'
	| 'gitee'
	| 'sourcehut'
	| 'pagure';

/** One forge as the tests know it: what it is, and the name that browsers find it by. */
export interface ForgeSite {
	readonly kind: ForgeKind;
	/** `https://github.com` */
	readonly origin: string;
	/** Where its API is asked, if on another origin. */
	readonly api?: string;
	/** The folder that it is installed in. */
	readonly folder?: string;
	/** Gitea and Gogs: what each page has as keywords. */
	readonly keywords?: string;
}
