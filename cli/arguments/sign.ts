import { issuerOf } from '../../shared/trust/signing/issuer.ts';
import type { SignCommand } from '../command.ts';
import { moment } from './moment.ts';
import type { Values } from './options.ts';
import { repositoryOption } from './repository-option.ts';
import { accept, type ParsedCommand, type Refused, refuse } from './usage.ts';

export function signCommand([file, ...more]: readonly string[], values: Values): ParsedCommand {
	if (file === undefined) return refuse('no-result-file');
	if (more[0] !== undefined) return refuse('too-many', { name: 'sign', argument: more[0] });
	if (!values.key) return refuse('no-signing-key');
	const named = repositoryOption(values);
	if ('problem' in named) return named;
	if (!named.repository) return refuse('no-repository');
	const claims = claimsOf(values);
	if ('problem' in claims) return claims;
	return accept({
		name: 'sign',
		file,
		keyFile: values.key,
		repository: named.repository,
		...claims,
		inPlace: values['in-place'] ?? false,
		json: values.json ?? false,
	});
}

type Claims = Pick<SignCommand, 'issuer' | 'commit' | 'expires' | 'harness' | 'logDigest'>;

/** What a token is to say besides the entry, each in the one form that tokens have. */
function claimsOf({ issuer: origin, commit, expires, harness, log }: Values): Claims | Refused {
	const issuer = origin === undefined ? undefined : issuerOf(origin);
	if (origin !== undefined && issuer === undefined) return refuse('not-an-issuer', { text: origin });
	if (commit !== undefined && !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) return refuse('not-a-commit', { text: commit });
	const until = expires === undefined ? undefined : moment(expires);
	if (expires !== undefined && until === undefined) return refuse('not-a-date', { text: expires });
	const program = harness === undefined ? undefined : programOf(harness);
	if (harness !== undefined && !program) return refuse('not-a-harness', { text: harness });
	const digest = log === undefined ? undefined : /^(?:sha256:)?([0-9a-f]{64})$/i.exec(log)?.[1];
	if (log !== undefined && digest === undefined) return refuse('not-a-digest', { text: log });
	return {
		...(issuer !== undefined && { issuer }),
		...(commit !== undefined && { commit }),
		...(until !== undefined && { expires: until }),
		...(program && { harness: program }),
		...(digest !== undefined && { logDigest: `sha256:${digest.toLowerCase()}` }),
	};
}

/** `inspect_ai@0.3.150`, or a name alone; `@` may begin a name that has a scope. */
function programOf(text: string): Claims['harness'] {
	const [, name, version] = /^(@[^@/]+\/[^@]+|[^@]+)(?:@([^@]+))?$/.exec(text) ?? [];
	return name === undefined ? undefined : { name, ...(version !== undefined && { version }) };
}
