import { hosts } from '../shared/hosts/registry.ts';
import { patternOf } from './site-pattern.ts';

/** What has to be granted so that all of a site can be read: its own match pattern first, then those of what it keeps elsewhere (`https://api.github.com/*`). */
export function patternsFor(origin: string): readonly [string, ...string[]] {
	const needed = hosts.flatMap((host) => host.needs?.(origin) ?? []);
	return [patternOf(origin), ...needed.map(patternOf)];
}

/** Public sites that need one of these match patterns beside their own. */
export function sitesThatNeed(patterns: readonly string[]): readonly string[] {
	const sites = hosts.flatMap((host) => host.sites);
	return sites.map(patternsFor).flatMap(([site, ...needed]) => (needed.some((one) => patterns.includes(one)) ? [site] : []));
}
