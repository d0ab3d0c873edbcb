import type { Dispute } from '../citing/dispute.ts';
import type { Patch } from '../citing/patch.ts';
import { Button } from './button.tsx';
import type { Citing } from './citing.tsx';
import { CopyText } from './copy-text.tsx';
import { href } from './link.tsx';
import { useWords } from './words-context.ts';

interface Props {
	readonly dispute: Dispute;
	/** Absent where the file's bytes are not at hand. */
	readonly patch?: Patch;
	readonly save: Citing['save'];
}

const NAME = 'evalmark-remove-one-score.patch';

/** A question to whoever wrote a score, to take along; and the patch that would take the score out. */
export function DisputeBlock({ dispute: { title, body, url }, patch, save }: Props) {
	const words = useWords();
	const form = href(url);
	return (
		<>
			<p>
				<strong>
					<bdi>{title}</bdi>
				</strong>
			</p>
			<CopyText text={body} whole={`${title}\n\n${body}`} label={words('dispute_text')} copy={words('dispute_copy')}>
				{form && (
					<a class="button" href={form} target="_blank" rel="noreferrer noopener">
						{words('dispute_form')}
					</a>
				)}
				{save && patch && 'text' in patch && <Button onClick={() => save(patch.text, NAME)}>{words('dispute_patch')}</Button>}
			</CopyText>
			<p>{words('dispute_nothing_sent')}</p>
			{patch && <p class="muted">{'text' in patch ? words('dispute_patch_author') : words.code('patch_refused', patch.refused)}</p>}
		</>
	);
}
