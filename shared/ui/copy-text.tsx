import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { useWords } from './words-context.ts';

interface Props {
	readonly text: string;
	/** What is copied, if that is more than the text that is shown. */
	readonly whole?: string;
	readonly label: string;
	/** What the button says. */
	readonly copy: string;
	/** More to do with the text, beside the button. */
	readonly children?: ComponentChildren;
}

/** A text to take along. Where the page may not write to the clipboard (plain http, a policy), it is selected instead. */
export function CopyText({ text, whole, label, copy, children }: Props) {
	const words = useWords();
	const area = useRef<HTMLTextAreaElement>(null);
	const [said, setSaid] = useState('');
	const onCopy = async () => {
		try {
			await navigator.clipboard.writeText(whole ?? text);
			setSaid(words('ui_copied'));
		} catch {
			area.current?.focus();
			area.current?.select();
			setSaid(words('ui_copy_by_key'));
		}
	};
	return (
		<>
			{/* Arrow keys move in the text here, not by row. */}
			<textarea ref={area} class="code" readOnly rows={7} aria-label={label} onKeyDown={(event) => event.stopPropagation()} value={text} />
			<div class="row">
				<Button onClick={() => void onCopy()}>{copy}</Button>
				{children}
				<span role="status">{said}</span>
			</div>
		</>
	);
}
