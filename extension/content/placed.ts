import type { Spot } from '../../shared/hosts/host.ts';

/** Where the panel goes: selectors, the most telling first, and where beside its first match. */
export type Spots = readonly (readonly [Spot['selector'], Spot['position']])[];

/** As `scripts/generate.ts` writes it for each host: marks, spots, what of an address names a repository, and whether it is a hub. */
export type HostScript = readonly [marks: string, spots: Spots, names: string, whole: 0 | 1];

/** What the stub has found and done on this page. The one thing that stub and panel share, in the isolated world that both run in. */
export interface Placed {
	/** Aborts when the page turns into another one. */
	readonly left: AbortController;
	/** The element that holds the panel's place, once there is one. */
	host?: HTMLElement | undefined;
	/** The background was asked for the panel. */
	asked?: boolean;
	/** The user asked for this repository, whatever its page lists. */
	wanted?: boolean;
	/** A hub's page that lists no result file: whether there is anything to show is not known before it was read, and until then nothing of it is seen. */
	unlisted?: boolean;
	/** The panel of this page is there. */
	mounted?: boolean;
	/** Opens the panel and goes into it, or closes it and goes back to where the page was. */
	toggle?: () => void;
	/** Reads again what could not be read. */
	again?: () => void;
}

declare global {
	/** Never there: the build puts the value of a host in its place. */
	var evalmarkHost: HostScript;
	/** Set before the panel runs where somebody looked for a repository and found this clone URL. */
	var evalmarkClone: string | undefined;
	/** Set before the stub runs where the user wants more or less than a line on the page. */
	var evalmarkLoud: 'toolbar' | 'open' | undefined;
	/** Set before the stub runs where the panel is printed with its page. */
	var evalmarkPrint: true | undefined;
	// A declared global has to be a `var`.
	var evalmark: Placed | undefined;
}
