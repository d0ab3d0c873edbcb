import type { Anchor } from '../host.ts';

/** After the header's island and never inside of it: what stands inside is drawn anew by the page. */
export const hubSpots: readonly Pick<Anchor, 'selector' | 'position'>[] = [
	{ selector: '.SVELTE_HYDRATER[data-target=ModelHeader]', position: 'after' },
	{ selector: '.SVELTE_HYDRATER[data-target=DatasetHeader]', position: 'after' },
];
