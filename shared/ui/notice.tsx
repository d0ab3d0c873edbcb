import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons.tsx';

/** A state of a whole surface: what failed, why, what is shown meanwhile, and what can be done. */
export function Notice({ icon, tone, children }: { icon: IconName; tone?: 'caution' | 'fail'; children: ComponentChildren }) {
	return (
		<div class="notice" data-tone={tone}>
			<Icon name={icon} />
			<div>{children}</div>
		</div>
	);
}
