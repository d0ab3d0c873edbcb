import { type NamedRepository, repositoryAt } from '../targets/repository-at.ts';
import { isAddress } from './is-address.ts';
import type { Values } from './options.ts';
import { type Refused, refuse } from './usage.ts';

/** The repository that `--repository` names, with the host's id of it where `--repository-id` says one. */
export function repositoryOption(values: Values): { readonly repository?: NamedRepository } | Refused {
	const { repository: address, 'repository-id': hostId } = values;
	if (address === undefined) return hostId === undefined ? {} : refuse('repository-id-alone');
	const found = isAddress(address) ? repositoryAt(address) : undefined;
	if (!found) return refuse('not-a-repository', { target: address });
	return { repository: { ...found, ...(hostId !== undefined && { hostId }) } };
}
