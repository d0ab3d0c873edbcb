import { useState } from 'preact/hooks';
import { useWords } from './words-context.ts';

/** How much of a name's ending always stays: file end and line, quantisation and size tell things apart. */
const ENDING = 12;

/** A long path or repository name on one line: gives up its owner first, then its middle, never its ending. */
export function CutMiddle({ text, owner = true }: { text: string; owner?: boolean }) {
	const slash = owner ? text.lastIndexOf('/') + 1 : 0;
	const name = text.slice(slash);
	const cut = Math.max(0, name.length - ENDING);
	return (
		<bdi class="cut-middle" title={text}>
			{slash > 0 && <span class="owner">{text.slice(0, slash)}</span>}
			<span>{name.slice(0, cut)}</span>
			<span>{name.slice(cut)}</span>
		</bdi>
	);
}

/** Text of any length: the first `limit` characters, the rest on demand. */
export function Clipped({ text, limit }: { text: string; limit: number }) {
	const words = useWords();
	const [whole, setWhole] = useState(false);
	if (whole || text.length <= limit) return <bdi class="quote">{text}</bdi>;
	return (
		<>
			<bdi class="quote">{`${text.slice(0, limit)}…`}</bdi>{' '}
			<button type="button" class="more" onClick={() => setWhole(true)}>
				{words('ui_show_whole')}
			</button>
		</>
	);
}
