/** The islands in which the Hub's own pages say what they are about; a README's markup is cleaned of such attributes by the Hub. */
export const hubMarks = '.SVELTE_HYDRATER[data-target=ModelHeader],.SVELTE_HYDRATER[data-target=DatasetHeader]';
