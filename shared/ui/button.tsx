import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons.tsx';

interface Props {
	readonly onClick: () => void;
	/** `main`: the one thing to do here; `quiet`: without a border. */
	readonly look?: 'main' | 'quiet';
	readonly icon?: IconName;
	readonly disabled?: boolean;
	/** What it does, where it shows only an icon. */
	readonly label?: string;
	/** Whether what it opens is open. */
	readonly expanded?: boolean;
	readonly children?: ComponentChildren;
}

/** A button says what happens. */
export function Button({ onClick, look, icon, disabled, label, expanded, children }: Props) {
	const classes = ['button', look && `button--${look}`, label !== undefined && 'button--icon'].filter(Boolean).join(' ');
	return (
		<button type="button" class={classes} disabled={disabled} aria-label={label} aria-expanded={expanded} title={label} onClick={onClick}>
			{icon && <Icon name={icon} />}
			{children}
		</button>
	);
}
