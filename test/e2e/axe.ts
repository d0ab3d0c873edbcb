import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** WCAG 2.2 AA; for a whole page of our own also good practice about landmarks and headings, which a part of a host's page cannot settle. */
export const axeRules = (target: string | undefined): string[] => (target === undefined ? [...WCAG, 'best-practice'] : WCAG);

/** Answer of `axe.run` as far as it is read here. */
export interface AxeAnswer {
	readonly passes: number;
	readonly violations: readonly { readonly id: string; readonly nodes: readonly string[] }[];
}

/** One line per violation. @throws Error when axe looked at nothing, which would pass as well */
export function axeFindings({ passes, violations }: AxeAnswer): string[] {
	if (passes === 0) throw new Error('axe checked nothing');
	return violations.map(({ id, nodes }) => `${id}: ${nodes.join(' | ')}`);
}
