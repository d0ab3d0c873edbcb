import { useLayoutEffect, useRef } from 'preact/hooks';
import { useWords } from '../../shared/ui/words-context.ts';

/** Says what is to be done now, and has the focus when it comes: what it heads stands below what was pressed. */
export function ReviewHead({ id, name, count }: { id: string; name?: string | undefined; count: number }) {
	const words = useWords();
	const heading = useRef<HTMLHeadingElement>(null);
	useLayoutEffect(() => heading.current?.focus(), []);
	return (
		<>
			<h3 id={id} tabIndex={-1} ref={heading}>
				{words.plural('key_review', count)}
			</h3>
			<p>
				{name !== undefined && words('key_review_from', { name })} {words('key_review_more')}
			</p>
		</>
	);
}
