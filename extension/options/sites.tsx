import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { hosts } from '../../shared/hosts/registry.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import { patternsFor, sitesThatNeed } from '../patterns-for.ts';
import { patternOf, siteOf } from '../site-pattern.ts';
import { followSites } from './follow-sites.ts';

/** The sites that the browser lets Evalmark read: add one, take one away. */
export function Sites() {
	const words = useWords();
	const [sites, setSites] = useState<readonly string[]>([]);
	const [typed, setTyped] = useState('');
	const [said, setSaid] = useState({ text: '', wrong: false });
	useEffect(() => followSites(setSites), []);

	const nameOf = (pattern: string) => {
		const [scheme = '', host = ''] = pattern.replace(/\/\*$/, '').split('://');
		if (host === '*') return words('options_every_site', { scheme });
		return scheme === 'https' ? host : `${scheme}://${host}`;
	};
	const remove = (pattern: string) => {
		const site = nameOf(pattern);
		browser.permissions.remove({ origins: [...together(pattern)] }).then(
			(gone) => setSaid({ text: words(gone ? 'options_removed' : 'options_required', { site }), wrong: !gone }),
			() => setSaid({ text: words('options_required', { site }), wrong: true }),
		);
	};
	/** What another granted site needs goes with that one. */
	const shown = sites.filter((pattern) => !sitesThatNeed([pattern]).some((site) => sites.includes(site)));
	/** Public sites that are known and not granted yet. */
	const offered = hosts.flatMap((host) => host.sites.filter((site) => !sites.includes(patternOf(site))));
	const add = () => {
		const site = siteOf(typed);
		if (site === undefined) return setSaid({ text: words('options_not_an_address'), wrong: true });
		ask(site);
	};
	const ask = (site: string) => {
		const name = nameOf(patternOf(site));
		// Nothing may be awaited before this: the browsers want it to follow from the click itself.
		browser.permissions.request({ origins: [...patternsFor(site)] }).then(
			(yes) => {
				setSaid({ text: words(yes ? 'options_added' : 'options_refused', { site: name }), wrong: !yes });
				if (yes) setTyped('');
			},
			() => setSaid({ text: words('options_refused', { site: name }), wrong: true }),
		);
	};
	return (
		<section class="set" id="sites" aria-labelledby="h-sites">
			<h2 id="h-sites">{words('options_sites')}</h2>
			<p>{words('options_sites_more')}</p>
			{sites.length === 0 && <p class="muted">{words('options_no_sites')}</p>}
			<table>
				<thead>
					<tr>
						<th scope="col">{words('options_site')}</th>
						<th scope="col">{words('options_kind')}</th>
						<th scope="col">
							<span class="sr">{words('options_action')}</span>
						</th>
					</tr>
				</thead>
				<tbody>
					{shown.map((pattern) => (
						<tr key={pattern}>
							<th scope="row">
								<bdi>{nameOf(pattern)}</bdi>
							</th>
							<td>{kindOf(pattern) ?? words('options_kind_any')}</td>
							<td>
								<button
									type="button"
									class="button button--quiet"
									aria-label={words('options_remove_site', { site: nameOf(pattern) })}
									onClick={() => remove(pattern)}
								>
									{words('options_remove')}
								</button>
							</td>
						</tr>
					))}
					{offered.map((site) => (
						<tr key={site}>
							<th scope="row">
								<bdi>{nameOf(patternOf(site))}</bdi>
							</th>
							<td class="muted">{words('options_not_granted')}</td>
							<td>
								<button
									type="button"
									class="button"
									aria-label={words('options_allow_site', { site: nameOf(patternOf(site)) })}
									onClick={() => ask(site)}
								>
									{words('options_allow')}
								</button>
							</td>
						</tr>
					))}
				</tbody>
			</table>
			<form
				class="add"
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					add();
				}}
			>
				<label for="site">{words('options_add')}</label>
				<input
					class="field"
					id="site"
					type="url"
					placeholder="https://git.example.org"
					spellcheck={false}
					autocomplete="off"
					value={typed}
					aria-invalid={said.wrong}
					aria-describedby="site-said"
					onInput={(event) => setTyped(event.currentTarget.value)}
				/>
				<Button onClick={add}>{words('options_allow')}</Button>
				<p class="add__said" id="site-said" role="status" data-tone={said.wrong ? 'fail' : undefined}>
					{said.text}
				</p>
			</form>
		</section>
	);
}

/** A public site's pattern with those that it needs; any other as it is. */
function together(pattern: string): readonly string[] {
	const site = hosts.flatMap((host) => host.sites).find((one) => patternOf(one) === pattern);
	return site === undefined ? [pattern] : patternsFor(site);
}

/** What people call the host whose public site this is, `undefined` for any other site. */
function kindOf(pattern: string): string | undefined {
	return hosts.find((host) => host.sites.some((site) => patternOf(site) === pattern))?.name;
}
