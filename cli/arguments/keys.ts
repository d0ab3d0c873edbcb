import type { Decision } from '../../shared/trust/keys/add-keys.ts';
import type { KeyPurpose } from '../../shared/trust/keys/key.ts';
import { issuerOf } from '../../shared/trust/signing/issuer.ts';
import type { KeysCommand } from '../command.ts';
import type { Values } from './options.ts';
import { scopeOf } from './scope.ts';
import { accept, type ParsedCommand, refuse } from './usage.ts';

/** As records, so that none can be missing. */
const PURPOSES: Readonly<Record<KeyPurpose, true>> = { results: true, commits: true, 'model-index': true };
const DECISIONS: Readonly<Record<Decision, true>> = { keep: true, 'use-new': true, 'remove-both': true };

/** Arguments that each takes. */
const TAKES: Readonly<Record<KeysCommand['act'], number>> = { list: 0, add: 1, remove: 1, decide: 2, export: 0 };

export function keysCommand([act = 'list', ...given]: readonly string[], values: Values): ParsedCommand {
	if (!isAct(act)) return refuse('unknown-keys-command', { name: act });
	const surplus = given[TAKES[act]];
	if (surplus !== undefined) return refuse('too-many', { name: `keys ${act}`, argument: surplus });
	const [first, second] = given;
	const keys = { name: 'keys', json: values.json ?? false } as const;
	switch (act) {
		case 'list':
			return accept({ ...keys, act });
		case 'export':
			return accept({ ...keys, act, ...(values.output !== undefined && { output: values.output }) });
		case 'add':
			return first === undefined ? refuse('no-keys-file') : addCommand(first, values);
		case 'remove':
			return first === undefined ? refuse('no-thumbprint') : accept({ ...keys, act, thumbprint: first });
		case 'decide':
			if (first === undefined || second === undefined || !isDecision(second)) return refuse('no-decision');
			return accept({ ...keys, act, issuer: issuerOf(first) ?? first, decision: second });
		default:
			return act satisfies never;
	}
}

function addCommand(
	file: string,
	{ owner, scope = [], card = [], purpose, issuer: origin, yes = false, json = false }: Values,
): ParsedCommand {
	const issuer = origin === undefined ? undefined : issuerOf(origin);
	if (origin !== undefined && issuer === undefined) return refuse('not-an-issuer', { text: origin });
	if (purpose !== undefined && !isPurpose(purpose)) return refuse('not-a-purpose', { text: purpose });
	const scopes = scope.map(scopeOf);
	const odd = scopes.indexOf(undefined);
	if (odd >= 0) return refuse('not-a-scope', { text: scope[odd] ?? '' });
	return accept({
		name: 'keys',
		act: 'add',
		json,
		file,
		scopes: scopes.filter((one) => one !== undefined),
		cards: card,
		confirmed: yes,
		...(owner !== undefined && { owner }),
		...(purpose !== undefined && { purpose }),
		...(issuer !== undefined && { issuer }),
	});
}

const isAct = (text: string): text is KeysCommand['act'] => Object.hasOwn(TAKES, text);
const isPurpose = (text: string): text is KeyPurpose => Object.hasOwn(PURPOSES, text);
const isDecision = (text: string): text is Decision => Object.hasOwn(DECISIONS, text);
