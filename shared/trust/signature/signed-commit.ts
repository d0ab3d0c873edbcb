import { type Oid, oid } from '../../git/oid.ts';
import { readJws } from '../jws/read-jws.ts';
import { evalResult } from '../schemes/eval-result.ts';

/** The commit of the model that a token was made for, as it says, whoever signed it. `undefined` where it names none. */
export function signedCommit(token: string | undefined): Oid | undefined {
	const read = token === undefined ? undefined : readJws(token);
	if (!read?.ok || !evalResult.recognises(read.jws)) return undefined;
	const { subject } = read.jws.payload;
	const commit = typeof subject === 'object' && subject !== null && 'commit' in subject ? subject.commit : undefined;
	return typeof commit === 'string' ? oid(commit) : undefined;
}
