import { pair, pointerTo } from '../yaml/tree.ts';
import { type Group, inner, shortened, text, unknownFields } from './entry-fields.ts';
import type { ResultSource } from './result.ts';

/** Who or what the entry names as its source. `url` is text as written: whoever links it checks its scheme first. */
export function readSource(entry: Group): ResultSource | undefined {
	const written = pair(entry.node, 'source');
	const group = inner(entry, 'source');
	if (!written || !group.node) return undefined;
	unknownFields(group);
	const url = readUrl(group);
	const name = text(group, 'name');
	const user = text(group, 'user');
	const org = text(group, 'org');
	return {
		...(url === undefined ? {} : { url }),
		...(name === undefined ? {} : { name }),
		...(user === undefined ? {} : { user }),
		...(org === undefined ? {} : { org }),
	};

	function readUrl(source: Group): string | undefined {
		const found = pair(source.node, 'url');
		const pointer = pointerTo(source.pointer, 'url');
		const isText = found?.value.kind === 'scalar' && found.value.text.trim() !== '' && found.value.reading.type !== 'null';
		if (!isText) {
			source.report('source-without-url', pointer, found?.key ?? written!.key);
			return undefined;
		}
		const url = text(source, 'url');
		if (url !== undefined && !isWebAddress(url)) source.report('source-url-scheme', pointer, found.value, { url: shortened(url) });
		return url;
	}
}

/** An http(s) address that every reader understands in the same way. */
function isWebAddress(url: string): boolean {
	return /^https?:\/\//i.test(url) && URL.canParse(url);
}
