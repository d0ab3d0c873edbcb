import { Notice } from '../../shared/ui/notice.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import type { SourceFailure } from '../open/source.ts';

const LONGEST = 200;
const FAMILIES = { export: 'export_refused', keys: 'key_list_refused', viewer: 'viewer_failed' } as const;

/** Something that was opened and is not shown: what, why and where, and what can be done. */
export function FailureNotice({ name, reason }: { name: string; reason: SourceFailure }) {
	const words = useWords();
	// Text from the file, of any length.
	const params = Object.fromEntries(
		Object.entries(reason.params).map(([key, value]) => [key, typeof value === 'number' ? value : value.slice(0, LONGEST)]),
	);
	const family = FAMILIES[reason.from];
	return (
		<Notice icon="failed" tone="fail">
			<p>
				<strong>{words('viewer_failed', { name: name.slice(0, LONGEST) })}</strong> {words.code(family, reason.code, params)}
			</p>
			<p>{words.code(family, reason.code, params, '_do') || words('viewer_failed_do')}</p>
		</Notice>
	);
}
