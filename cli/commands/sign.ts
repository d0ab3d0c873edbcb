import { type SignedEntry, signedFile } from '../../shared/trust/signing/signed-file.ts';
import type { Signing } from '../../shared/trust/signing/signed-result.ts';
import type { SignCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Face } from '../face.ts';
import { namedFile } from '../files/named-file.ts';
import { replaced } from '../files/written.ts';
import { tellNotRead } from '../print/not-read.ts';
import { paint } from '../print/paint.ts';
import { refusalText } from '../print/refusal-text.ts';
import { visible, visibleJson } from '../print/visible.ts';
import { secretKeyFile } from './secret-key-file.ts';

/** Bytes of the largest file; more is not read of a result file anyway. */
const LARGEST = 8 * 1024 * 1024;

/** Puts a token into every entry of a result file, or into none of them and says why. */
export async function sign(command: SignCommand, face: Face): Promise<ExitCode> {
	const { words, out, err } = face;
	const { file, repository, commit, expires, harness, logDigest, inPlace, json } = command;
	const now = face.now();
	if (expires !== undefined && expires <= now) return said(words('cli_sign_expires', { date: new Date(expires).toISOString() }), face);
	const key = await secretKeyFile(command.keyFile, face);
	if (typeof key === 'number') return key;
	const issuer = command.issuer ?? key.issuer;
	if (issuer === undefined) return said(words('cli_sign_no_issuer', { name: visible(command.keyFile) }), face);
	const found = await namedFile(file, face.folder, LARGEST);
	if (found.kind !== 'file') return tellNotRead(found, face);
	const signing: Signing = {
		key,
		issuer,
		repository,
		now,
		...(commit !== undefined && { commit }),
		...(expires !== undefined && { expires }),
		...(harness && { harness }),
		...(logDigest !== undefined && { logDigest }),
	};
	const signed = signedFile(found.bytes, signing);
	if (!signed.ok) {
		for (const refusal of signed.refusals)
			err(
				`${paint(false)('error', words('cli_severity_error'))}  ${visible(file)}:${refusal.line}  ${visible(refusalText(words, refusal))}\n`,
			);
		err(`${words('cli_sign_none', { name: visible(file) })}\n`);
		return EXIT.findings;
	}
	const code = inPlace ? await replaced(file, signed.bytes, found.mode, face) : EXIT.clean;
	if (code !== EXIT.clean) return code;
	// As it stands, byte order mark included: it is UTF-8, or it would not have been signed.
	const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(signed.bytes);
	if (json) out(visibleJson(`${JSON.stringify({ file, ...facts(signing, signed.entries), ...(!inPlace && { text }) }, null, '\t')}\n`));
	else if (!inPlace) out(text);
	err(`${summary(signing, signed.entries, face)}\n`);
	return EXIT.clean;
}

function said(sentence: string, { err, words }: Face): ExitCode {
	err(`${sentence}\n${words('cli_usage_hint')}\n`);
	return EXIT.usage;
}

const facts = ({ key, issuer, repository }: Signing, entries: readonly SignedEntry[]) => ({
	key: key.thumbprint,
	issuer,
	repository,
	results: entries.map(({ result: { dataset, valueText, line }, token, replaced }) => ({
		line,
		dataset: dataset.id,
		task: dataset.taskId,
		value: valueText,
		token,
		replaced,
	})),
});

/** What was signed for, so that a wrong address is seen. */
function summary({ key, issuer, repository }: Signing, entries: readonly SignedEntry[], { words }: Face): string {
	const again = entries.filter(({ replaced }) => replaced).length;
	return [
		words.plural('cli_signed', entries.length, {
			repository: visible(repository.path),
			host: new URL(repository.origin).host,
			issuer,
			thumbprint: key.thumbprint,
		}),
		...(again > 0 ? [words.plural('cli_signed_again', again)] : []),
	].join(' ');
}
