import { type Oid, oid } from '../../git/oid.ts';
import { type Outcome, succeed } from '../../outcome.ts';
import { fieldsOf, listOf, textOf } from '../fields.ts';
import { isResultFile } from './index-answer.ts';
import { apiUrl, getJson, type Reading } from './reading.ts';

/** So many pages of a listing are read, and so many files of it. */
const PAGES = 5;
const FILES = 500;

export interface Listing {
	/** Blob by path. */
	readonly files: ReadonlyMap<string, Oid>;
	/** There are more than are read. */
	readonly cut: boolean;
}

/** The result files at a revision. A repository without the folder has none. `fixed`: the revision is a commit, so the answer holds for good. */
export async function listResults(reading: Reading, revision: string, fixed: boolean): Promise<Outcome<Listing>> {
	const files = new Map<string, Oid>();
	let url: string | undefined = apiUrl(reading, `/tree/${encodeURIComponent(revision)}/.eval_results?recursive=true`);
	for (let page = 0; url !== undefined && page < PAGES; page++) {
		const told: Awaited<ReturnType<typeof getJson>> = await getJson(reading, url, 'file', fixed);
		if (!told.ok) return told.problem.code === 'not-found' ? succeed({ files, cut: false }) : told;
		for (const item of listOf(told.value.value)) {
			const { type, path, oid: blob } = fieldsOf(item);
			const name = textOf(path, 500);
			const known = oid(textOf(blob) ?? '');
			if (type === 'file' && name !== undefined && known && isResultFile(name) && files.size < FILES) files.set(name, known);
		}
		url = told.value.next;
	}
	return succeed({ files, cut: url !== undefined || files.size >= FILES });
}
