import { useId } from 'preact/hooks';

interface Props {
	readonly label: string;
	/** What may stand in it. */
	readonly hint?: string;
	readonly placeholder?: string;
	readonly value: string;
	/** What is wrong with what stands in it. */
	readonly wrong?: string | undefined;
	readonly onInput: (value: string) => void;
}

/** One line to fill in, with what it is for and what is wrong with it. */
export function TextField({ label, hint, placeholder, value, wrong, onInput }: Props) {
	const id = useId();
	return (
		<div class="textfield">
			<label for={id}>{label}</label>
			<input
				class="field"
				id={id}
				type="text"
				autocomplete="off"
				spellcheck={false}
				placeholder={placeholder}
				value={value}
				aria-invalid={wrong !== undefined}
				aria-describedby={`${id}-more`}
				onInput={(event) => onInput(event.currentTarget.value)}
			/>
			<small id={`${id}-more`} data-tone={wrong === undefined ? undefined : 'fail'}>
				{wrong ?? hint}
			</small>
		</div>
	);
}
