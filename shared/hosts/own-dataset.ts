import type { Repository } from './evidence.ts';

/** The id by which results name the dataset that this repository is: `cais/hle`. `undefined` where it is none, or its host does not say. */
export const ownDataset = ({ kind, path }: Pick<Repository, 'kind' | 'path'>): string | undefined =>
	kind === 'dataset' ? path.replace(/^datasets\//, '') : undefined;
