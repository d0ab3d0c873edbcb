import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { place } from './place.ts';

/** Closes the one explanation that is open, wherever it stands. */
let closeOpen: (() => void) | undefined;

interface Props {
	/** Class of the button. */
	readonly class: string;
	readonly tone?: string;
	readonly basis?: string;
	/** Its name, where a narrow line shows only its icon. */
	readonly label?: string;
	/** What the button says. */
	readonly children: ComponentChildren;
	/** Drawn only while it is open. */
	readonly explanation: () => ComponentChildren;
}

/**
 * A word that explains itself: on keyboard focus and on click. One is open at a time; Escape closes it and leaves the focus on the word;
 * it closes when the focus goes elsewhere. Its links follow the word in the order of Tab.
 */
export function Explained({ class: className, label, tone, basis, children, explanation }: Props) {
	const [open, setOpen] = useState(false);
	const button = useRef<HTMLButtonElement>(null);
	const card = useRef<HTMLDivElement>(null);
	const id = useId();

	useLayoutEffect(() => {
		if (!open || !card.current || !button.current) return;
		const floating = card.current;
		const anchor = button.current;
		const close = () => setOpen(false);
		closeOpen?.();
		closeOpen = close;
		const listening = new AbortController();
		const put = () => place(floating, anchor);
		// Absent where there is no top layer; the card then stands in its place and still reads right.
		floating.showPopover?.();
		put();
		window.addEventListener('scroll', put, { capture: true, passive: true, signal: listening.signal });
		window.addEventListener('resize', put, { signal: listening.signal });
		return () => {
			listening.abort();
			if (closeOpen === close) closeOpen = undefined;
		};
	}, [open]);

	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key !== 'Escape' || !open) return;
		// Ours alone: a host page may close its own things on Escape.
		event.stopPropagation();
		button.current?.focus();
		setOpen(false);
	};
	const onFocusOut = (event: FocusEvent & { readonly currentTarget: HTMLElement }) => {
		if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOpen(false);
	};

	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: listens for what comes up from the button and the links inside
		<span class="explained" onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
			<button
				ref={button}
				type="button"
				class={className}
				aria-label={label}
				data-tone={tone}
				data-basis={basis}
				aria-expanded={open}
				aria-describedby={open ? id : undefined}
				onFocus={(event) => {
					const from = event.relatedTarget;
					// Back from its own card by Escape: stays closed.
					if (from instanceof Node && card.current?.contains(from)) return;
					if (event.currentTarget.matches(':focus-visible')) setOpen(true);
				}}
				onClick={() => {
					// Not every browser gives a pressed button the focus, and closing goes by it.
					button.current?.focus();
					setOpen(!open);
				}}
			>
				{children}
			</button>
			{open && (
				<div ref={card} id={id} class="explain" popover="manual" role="note" tabIndex={-1}>
					{explanation()}
				</div>
			)}
		</span>
	);
}
