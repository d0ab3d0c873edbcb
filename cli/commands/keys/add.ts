import { keyRefusalText, listRefusalText, obstacleText } from '../../../shared/messages/key-refusal-text.ts';
import { addKeys, isSame, type KeyChange } from '../../../shared/trust/keys/add-keys.ts';
import type { ListedKey } from '../../../shared/trust/keys/key.ts';
import { obstacle } from '../../../shared/trust/keys/obstacle.ts';
import { readOffer } from '../../../shared/trust/keys/offer.ts';
import { storedKeys } from '../../../shared/trust/keys/stored-keys.ts';
import type { AddKeys } from '../../command.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import type { Face } from '../../face.ts';
import { about } from '../../print/about.ts';
import { paint } from '../../print/paint.ts';
import { printChanges } from '../../print/print-changes.ts';
import { printKey } from '../../print/print-key.ts';
import { visible, visibleJson } from '../../print/visible.ts';
import { bareKeys } from './bare-keys.ts';
import { imported } from './imported.ts';
import { kept } from './kept.ts';
import { offeredText } from './offered-text.ts';
import { tokensOfCards } from './tokens-of-cards.ts';

/** Shows keys that are offered, and takes them in where the user says that their thumbprints were compared. */
export async function addOffered(command: AddKeys & { readonly json: boolean }, face: Face): Promise<ExitCode> {
	const { words, out, err } = face;
	const text = await offeredText(command.file, face);
	if (typeof text === 'number') return text;
	const offered = offeredKeys(command, text, face);
	if (typeof offered === 'number') return offered;
	const before = await storedKeys(face.settings);
	const tokens = await tokensOfCards(command.cards, face);
	if (typeof tokens === 'number') return tokens;
	const refused = offered.flatMap((key) => {
		const code = obstacle(key, before, tokens);
		return code ? [{ key, code }] : [];
	});
	if (offered.length === 0) err(`${words('cli_keys_empty', { name: visible(command.file) })}\n`);
	for (const { key, code } of refused)
		err(`${visible(`${words('key_not_taken')} ${key.owner}, ${key.thumbprint}: ${obstacleText(words, code)}`)}\n`);
	const keys = offered.filter((key) => !refused.some((one) => one.key === key));
	const after = addKeys(before, keys);
	const stops = after.changes.filter(({ offered: others }) => keys.some((key) => others.some((other) => isSame(other, key))));
	const added = keys.filter((key) => !stops.some((stop) => stop.offered.some((other) => isSame(other, key))));
	if (command.confirmed && keys.length > 0 && !(await kept(after, face))) return EXIT.notChecked;
	if (command.json)
		out(visibleJson(`${JSON.stringify({ added: command.confirmed ? added : [], keys, refused, changes: stops }, null, '\t')}\n`));
	else for (const key of keys) out(`${printKey(key, words, paint(face.colour)).join('\n')}\n`);
	for (const line of printChanges(stops.map(asKept), words, paint(false))) err(`${line}\n`);
	if (keys.length > 0 && !command.confirmed) err(`${words('cli_keys_not_added')}\n`);
	else if (added.length > 0) err(`${words.plural('cli_keys_added', added.length)}\n`);
	return stops.length > 0 || keys.length === 0 ? EXIT.findings : EXIT.clean;
}

const asKept = (change: KeyChange) => ({ ...change, isKept: true });

/** The keys with all that is said of them; or the exit code, and why has been said. */
function offeredKeys(command: AddKeys, text: string, face: Face): readonly ListedKey[] | ExitCode {
	const { words, err } = face;
	const { file } = command;
	const offer = readOffer(text);
	switch (offer.kind) {
		case 'no-keys':
			err(`${about(file, keyRefusalText(words, offer.refusal))}\n`);
			return EXIT.findings;
		case 'no-list':
			err(`${about(file, listRefusalText(words, offer.refusal, file))}\n`);
			return EXIT.findings;
		case 'keys':
			for (const one of offer.refused) err(`${visible(`${words('key_not_taken')} ${keyRefusalText(words, one)}`)}\n`);
			return bareKeys(offer.candidates, command, face);
		case 'list':
			if (command.owner === undefined && command.purpose === undefined && command.issuer === undefined && command.scopes.length === 0)
				return offer.list.keys.map((key) => imported(key, face.now()));
			err(`${words('cli_keys_list_says', { name: visible(file) })}\n${words('cli_usage_hint')}\n`);
			return EXIT.usage;
		default:
			return offer satisfies never;
	}
}
