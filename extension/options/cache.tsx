import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Words } from '../../shared/messages/words.ts';
import type { Message } from '../../shared/protocol/message.ts';
import type { StoreKind } from '../../shared/store/store.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import { diskUse } from '../background/store.ts';

interface Kept {
	readonly bytes: number;
	readonly objects: number;
	readonly reports: number;
	readonly refs: number;
}

/** What is kept in this browser, and the button that forgets it. */
export function Cache() {
	const words = useWords();
	const [kept, setKept] = useState<Kept>();
	const [cleared, setCleared] = useState(false);
	useEffect(() => {
		void count().then(setKept);
	}, []);

	const clear = async () => {
		await browser.runtime.sendMessage({ type: 'forget', what: 'cache' } satisfies Message);
		setKept(await count());
		setCleared(true);
	};
	return (
		<section class="set" id="cache" aria-labelledby="h-cache">
			<h2 id="h-cache">{words('options_cache')}</h2>
			<p>{words('options_cache_more')}</p>
			{kept && (
				<dl class="cells">
					<Cell count={size(words, kept.bytes)} what={words('options_cache_size')} />
					<Cell count={words.number(kept.reports)} what={words('options_cache_reports')} />
					<Cell count={words.number(kept.objects)} what={words('options_cache_objects')} />
					<Cell count={words.number(kept.refs)} what={words('options_cache_refs')} />
				</dl>
			)}
			<div class="row">
				<Button icon="trash" onClick={() => void clear()}>
					{words('options_clear')}
				</Button>
				<span class="muted" role="status">
					{cleared && words('options_cleared')}
				</span>
			</div>
		</section>
	);
}

function Cell({ count, what }: { count: string; what: string }) {
	return (
		<div>
			<dt>{what}</dt>
			<dd>{count}</dd>
		</div>
	);
}

async function count(): Promise<Kept> {
	const { bytes, entries } = await diskUse();
	const of = (kind: StoreKind) => entries.get(kind) ?? 0;
	return { bytes, objects: of('object'), reports: of('report'), refs: of('refs') };
}

const size = (words: Words, bytes: number): string =>
	bytes < 1_000_000
		? words('options_kilobytes', { number: Math.round(bytes / 1000) })
		: words('options_megabytes', { number: Math.round(bytes / 100_000) / 10 });
