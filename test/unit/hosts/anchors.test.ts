import { existsSync, readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { about } from '../../../scripts/hosts/about.ts';
import { docsRow } from '../../../scripts/hosts/docs.ts';
import { recognise } from '../../../shared/hosts/pages.ts';
import { hosts, stubs } from '../../../shared/hosts/registry.ts';
import { bundled } from '../../../shared/messages/catalogue.ts';
import { words } from '../../../shared/messages/words.ts';
import { factsIn } from './facts-in.ts';

const PAGES = new URL('../../fixtures/pages/', import.meta.url);

function pageAt(fixture: string): Window {
	const window = new Window({ url: `https://git.example.org/pages/${fixture}` });
	window.document.write(readFileSync(new URL(fixture, PAGES), 'utf8'));
	return window;
}

describe.each(hosts.map((host) => [host.id, host] as const))('the anchors of %s', (_, host) => {
	test.each(host.anchors.map((anchor) => [anchor.selector, anchor] as const))(
		'%s: fixture page and number of matches',
		(selector, { fixture, expected }) => {
			expect(existsSync(new URL(fixture, PAGES))).toBe(true);
			const { document } = pageAt(fixture);
			expect(document.querySelectorAll(selector).length).toBe(expected);
			// The chain takes the first that matches: on its own fixture that has to be this one.
			expect(host.anchors.find((anchor) => document.querySelector(anchor.selector))?.selector).toBe(selector);
		},
	);

	test.each(host.anchors.map(({ fixture }) => fixture))('%s is a page that the host recognises', (fixture) => {
		const { document } = pageAt(fixture);
		// Some pages are known by their own address, others name a clone URL.
		const address =
			document.querySelector('meta[property="og:url"]')?.getAttribute('content') ?? '/lumen-labs/kestrel-32b-instruct/as/one.html';
		const url = new URL(address, 'https://git.example.org/').href;
		const page = recognise(factsIn(readFileSync(new URL(fixture, PAGES), 'utf8'), url));
		expect(page?.host).toBe(host.id);
		expect(page?.path).toMatch(/(?:^|[/~])(?:lumen-labs|LUM)\/(?:\w+\/)*kestrel-32b-instruct$/);
	});

	test('are among the spots that the stub keeps', () => {
		const spots = stubs.find(({ id }) => id === host.id)?.spots;
		for (const { selector, position } of host.anchors) expect(spots).toContainEqual({ selector, position });
	});

	test('has a row in docs/hosts.md', () => {
		expect(readFileSync(new URL('../../../docs/hosts.md', import.meta.url), 'utf8')).toContain(`\n${docsRow(host.id, about[host.id])}\n`);
	});

	test('has its sentence for the welcome page', () => {
		expect(words(bundled, 'en').code('host', host.id)).toMatch(/\w.*\.$/);
	});
});
