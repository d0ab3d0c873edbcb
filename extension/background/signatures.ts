import type { News } from '../../shared/protocol/message.ts';
import type { Report } from '../../shared/report/report.ts';
import type { KeyList, ListedKey } from '../../shared/trust/keys/key.ts';
import { storedKeys, trustedKeys } from '../../shared/trust/keys/stored-keys.ts';
import { checkSignatures, type Trust, withSignatures } from '../../shared/trust/signature/check-report.ts';
import { memo } from '../../shared/trust/signature/memo.ts';
import { diskPorts } from './ports.ts';

/** What was computed since this background was started: a page that is read again costs nothing. */
const known = memo();
const again = new Set<() => void>();

/** The keys as they were last read from the store. */
let lastKeys: readonly ListedKey[] | undefined;

/** The user's keys, whatever window asks: they say nothing of what is looked at. */
async function trust(): Promise<Trust> {
	lastKeys = trustedKeys(await storedKeys(diskPorts.store));
	return { keys: lastKeys, now: diskPorts.now() };
}

export const keysThatCount = async (): Promise<readonly ListedKey[]> => (await trust()).keys;

/** A macrotask, so that messages and timers come in between. */
const turn = () => new Promise<void>((resolve) => setTimeout(resolve));

const isSigned = ({ results, evidence }: Report): boolean =>
	results.some(({ verifyToken }) => verifyToken !== undefined) || evidence.some(({ touched }) => touched !== undefined);

/** Passes news on with the signatures that are known, and once more when the others are. Nothing waits for a check, or for the keys. */
export function withChecks(post: (news: News) => void, signal: AbortSignal): (news: News) => void {
	let newest: News | undefined;
	let going = new AbortController();
	const check = async (news: News, report: Report, { signal: mine }: AbortController): Promise<void> => {
		const keys = lastKeys;
		post({ ...news, report: keys ? withSignatures(report, { keys, now: diskPorts.now() }, known.known) : report });
		const current = await trust();
		const before = known.computed();
		await checkSignatures(report, current, known, turn, mine);
		const told = known.computed() === before && JSON.stringify(keys) === JSON.stringify(current.keys);
		if (!mine.aborted && !told) post({ ...news, report: withSignatures(report, current, known.known) });
	};
	const tell = (news: News): void => {
		newest = news;
		going.abort();
		going = new AbortController();
		const { report } = news;
		if (!report || !isSigned(report)) {
			post(news);
			return;
		}
		check(news, report, going).catch((fault: unknown) => {
			console.warn(fault);
			// Unchecked is what it then is.
			post(news);
		});
	};
	const repeat = () => newest && tell(newest);
	again.add(repeat);
	signal.addEventListener(
		'abort',
		() => {
			going.abort();
			again.delete(repeat);
		},
		{ once: true },
	);
	return tell;
}

/** The user's keys are others now. */
export function checkAgain(): void {
	for (const repeat of again) repeat();
}

/** The report with every signature checked. */
export async function checked(report: Report): Promise<Report> {
	const current = await trust();
	await checkSignatures(report, current, known, turn, new AbortController().signal);
	return withSignatures(report, current, known.fits);
}

/** The keys that count, as the text of a key list. */
export async function keysText(): Promise<string> {
	const { keys } = await trust();
	return JSON.stringify({ format: 'evalmark-keys', version: 1, keys } satisfies KeyList);
}
