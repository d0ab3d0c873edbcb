import type { RepoPage } from '../repo-page.ts';

/** Where a viewer shows a repository, told by its page's own address: up to the name that is cloned, with or without `.git`. */
export function shownAt({ url, origin, cloneUrl }: Pick<RepoPage, 'url' | 'origin' | 'cloneUrl'>): string | undefined {
	const names = new URL(url).pathname.split('/');
	const name = new URL(cloneUrl).pathname
		.split('/')
		.filter(Boolean)
		.at(-1)
		?.replace(/\.git$/, '');
	const at = names.findIndex((one) => one !== '' && one.replace(/\.git$/, '') === name);
	return at < 0 ? undefined : `${origin}${names.slice(0, at + 1).join('/')}`;
}
