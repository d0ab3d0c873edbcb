import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Report } from '../../shared/report/report.ts';
import { bundledKeys } from '../../shared/trust/keys/bundled.ts';
import type { ListedKey } from '../../shared/trust/keys/key.ts';
import { checkSignatures, withSignatures } from '../../shared/trust/signature/check-report.ts';
import { memo } from '../../shared/trust/signature/memo.ts';
import type { Source } from './source.ts';

const known = memo();
/** A macrotask, so that drawing comes in between. */
const turn = () => new Promise<void>((resolve) => setTimeout(resolve));

/** The keys that count on this page: those that come with it, and those of lists that the user opened and said yes to, or the extension sent along. */
export function keysIn(sources: readonly Source[]): readonly ListedKey[] {
	const own = sources.flatMap(({ state }) => {
		if (state.type === 'keys') return state.trusted ? state.list.keys : [];
		return state.type === 'read' ? (state.keys ?? []) : [];
	});
	return [...bundledKeys, ...own];
}

/** The reports with their signatures checked here: first those that are known, then all. */
export function useCheckedReports(reports: readonly Report[], keys: readonly ListedKey[]): readonly Report[] {
	const [computed, setComputed] = useState(0);
	useEffect(() => {
		const stop = new AbortController();
		void (async () => {
			for (const report of reports) await checkSignatures(report, { keys, now: Date.now() }, known, turn, stop.signal);
			if (!stop.signal.aborted) setComputed(known.computed());
		})();
		return () => stop.abort();
	}, [reports, keys]);
	return useMemo(() => reports.map((report) => withSignatures(report, { keys, now: Date.now() }, known.known)), [reports, keys, computed]);
}
