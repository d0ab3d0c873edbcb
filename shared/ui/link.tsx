import type { ComponentChildren } from 'preact';
import { link } from '../trust/link.ts';

/**
 * The address that a text of a repository may lead to: absolute http(s) without a user name
 * (`https://git.example.org@elsewhere.org` shows one host and leads to another). `undefined` for everything else.
 */
export function href(text: string | undefined): string | undefined {
	const url = link(text);
	return url && url.username === '' && url.password === '' ? url.href : undefined;
}

/** A link that opens beside the page, or the same words as plain text where there is no address to follow. */
export function Link({ to, class: className, children }: { to: string | undefined; class?: string; children: ComponentChildren }) {
	const address = href(to);
	if (address === undefined) return <span class={className}>{children}</span>;
	return (
		<a class={className} href={address} target="_blank" rel="noreferrer noopener">
			{children}
		</a>
	);
}
