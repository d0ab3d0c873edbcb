import type { CollectEvent, CollectStep, Problem, ProblemCode } from '../../shared/hosts/evidence.ts';
import { type RepoPage, type RepositoryId, repositoryId } from '../../shared/hosts/repo-page.ts';
import type { Ports } from '../../shared/ports.ts';
import type { News } from '../../shared/protocol/message.ts';
import { reportBuilder } from '../../shared/report/build-report.ts';
import type { Report } from '../../shared/report/report.ts';
import { askedAnew } from './asked-anew.ts';
import { sameStep } from './identity.ts';
import { begunAt, keepOnly, newestRun, type Run, readRun, runId, storeEvent } from './runs.ts';

export type Collect = (page: RepoPage, ports: Ports, signal: AbortSignal) => AsyncIterable<CollectStep>;

/** The last complete reading: what the store keeps under `report`. */
export interface Finished {
	readonly run: string;
	readonly report: Report;
}

export interface Session {
	/** The newest news, `undefined` before the store was asked. */
	readonly news: () => News | undefined;
	/** Called with what is known now and with everything newer. Stops with the signal. */
	follow(listener: (news: News) => void, signal: AbortSignal): void;
	/**
	 * Shows what is stored and, unless that is younger than 5 minutes, reads again. Resolves when the reading has ended.
	 * `again` asks the host whatever is stored. A second call while reading waits for the first. Aborting keeps what was read so far,
	 * and so does a fault: it rejects, and the next reading goes on from there.
	 */
	read(signal: AbortSignal, again?: boolean): Promise<void>;
	/** Shows what is stored and causes no request. */
	recall(): Promise<void>;
}

/** As long as refs are kept: younger than that there is nothing new to learn without asking again. */
const FRESH = 5 * 60_000;
/** What may be otherwise a moment later: it is asked again on the next visit, and by who takes up a reading. */
const PASSING: readonly ProblemCode[] = ['offline', 'timeout', 'rate-limited', 'permission-missing', 'server-error', 'sign-in-needed'];
/** A reading that failed for one of these in passing says nothing about the repository: an earlier one is shown instead. */
const CENTRAL: readonly Problem['subject'][] = ['repository', 'submissions', 'file'];

/** One repository as the background knows it. All that must survive is in the store; a new session goes on where one was dropped. */
export function session(page: RepoPage, collect: Collect, ports: Ports): Session {
	const { store, now } = ports;
	const id = repositoryId(page);
	const listeners = new Set<(news: News) => void>();
	let current: News | undefined;
	let earlier: Finished | undefined;
	let going: Promise<void> | undefined;
	/** What is going on was asked for again. */
	let anew = false;

	function publish(news: News): void {
		current = news;
		for (const listener of listeners) listener(news);
	}

	async function tellStored(): Promise<void> {
		earlier = (await store.get<Finished>('report', id))?.value;
		publish({
			type: 'news',
			run: earlier?.run ?? '',
			...(earlier && { report: earlier.report }),
			reading: false,
			earlier: false,
			problems: earlier?.report.problems ?? [],
		});
	}

	async function read(signal: AbortSignal, again: boolean): Promise<void> {
		earlier = (await store.get<Finished>('report', id))?.value;
		const age = earlier ? now() - earlier.report.asOf : Number.POSITIVE_INFINITY;
		if (earlier && !again && age >= 0 && age < FRESH && !earlier.report.problems.some(isPassing)) return tellStored();
		let run = await unfinished(ports, id, earlier?.run, again);
		let builder = reportBuilder();
		for (const event of run.events) builder.add(event);
		publish(newsOf(run.id, builder.report(), true));

		let told = 0;
		const add = async (step: CollectStep) => {
			told += 1;
			const event: CollectEvent = { ...step, seq: told };
			await storeEvent(store, id, run.id, event, now());
			builder.add(event);
		};
		if (run.events.at(-1)?.type !== 'done') {
			const asked = again ? { ...ports, store: askedAnew(store) } : ports;
			for await (const step of steps(page, collect, asked, signal)) {
				signal.throwIfAborted();
				const before = run.events[told];
				if (before && sameStep(before, step)) {
					told += 1;
					continue;
				}
				if (before) {
					// Somebody pushed since that reading began. What is told from here on is of another state, and what it told of this one is kept.
					const kept = run.events.slice(0, told);
					run = { id: idAfter(run, now()), events: [] };
					builder = reportBuilder();
					told = 0;
					for (const same of kept) await add(same);
				}
				await add(step);
				if (step.type !== 'done') publish(newsOf(run.id, builder.report(), true));
			}
		}
		const report = builder.report();
		if (report?.state === 'complete' && !(sound(earlier) && failed(report))) {
			await store.put<Finished>('report', id, { value: { run: run.id, report }, at: now() });
			await keepOnly(store, id, [run.id]);
		} else await keepOnly(store, id, earlier ? [earlier.run] : []);
		publish(newsOf(run.id, report, false));
	}

	/** While an earlier report is there, it stays on the screen until the new one is whole: nothing flickers. */
	function newsOf(run: string, report: Report | undefined, reading: boolean): News {
		const problems = report?.problems ?? [];
		if (!sound(earlier) || (report?.state === 'complete' && !failed(report))) {
			return { type: 'news', run, ...(report && { report }), reading, earlier: false, problems };
		}
		return { type: 'news', run: earlier.run, report: earlier.report, reading, earlier: true, problems };
	}

	return {
		news: () => current,
		follow(listener, signal) {
			if (signal.aborted) return;
			listeners.add(listener);
			signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
			if (current) listener(current);
		},
		recall: () => going ?? tellStored(),
		read(signal, again = false) {
			// What was asked before the user asked again is no answer to that.
			const before = again && !anew ? going : undefined;
			if (going && !before) return going;
			anew = again;
			const mine = (before ? before.catch(() => undefined).then(() => read(signal, again)) : read(signal, again)).finally(() => {
				if (going === mine) going = undefined;
			});
			going = mine;
			return mine;
		},
	};
}

/**
 * The run that was interrupted, if its beginning is young enough and nothing in it failed in passing, else a new one. `finished`: the run
 * that is whole. One that has nothing left to ask is no answer to `again`.
 */
async function unfinished({ store, now }: Ports, id: RepositoryId, finished: string | undefined, again: boolean): Promise<Run> {
	const last = await newestRun(store, id);
	const age = last ? now() - begunAt(last.id) : 0;
	const whole = last?.events.every((event) => event.type !== 'problem' || !isPassing(event.problem));
	const ended = last?.events.at(-1)?.type === 'done';
	if (last && whole && !(again && ended) && last.id !== finished && age >= 0 && age < FRESH) return last;
	return { id: idAfter(last, now()), events: [] };
}

/** Later than any run that is stored, also when the clock was set back or the two began in the same millisecond. */
const idAfter = (last: Run | undefined, now: number): string => runId(Math.max(now, last ? begunAt(last.id) + 1 : 0));

/** What a host tells of a page, begun with the repository itself and ended with `done`. */
async function* steps(page: RepoPage, collect: Collect, ports: Ports, signal: AbortSignal): AsyncGenerator<CollectStep> {
	const { host, origin, path, kind, url } = page;
	// What is told is as old as the question, however long the answer took.
	const begun = ports.now();
	let named = false;
	let done = false;
	for await (const step of collect(page, ports, signal)) {
		if (!named && step.type !== 'repository')
			yield { type: 'repository', repository: { id: repositoryId(page), host, origin, path, kind, url } };
		named = true;
		done ||= step.type === 'done';
		yield step;
	}
	if (!done) yield { type: 'done', at: begun };
}

/** Whom a host lets in does not change from visit to visit as a sign-in does. */
const isPassing = ({ code, params }: Problem): boolean => PASSING.includes(code) && params.reason !== 'gated';
const sound = (earlier: Finished | undefined): earlier is Finished => earlier !== undefined && !failed(earlier.report);
const failed = (report: Report): boolean => report.problems.some((problem) => isPassing(problem) && CENTRAL.includes(problem.subject));

/** What is stored of a repository's last reading: for an export. */
export async function lastReading(
	id: RepositoryId,
	{ store }: Pick<Ports, 'store'>,
): Promise<{ readonly report: Report; readonly events: readonly CollectEvent[] } | undefined> {
	const finished = (await store.get<Finished>('report', id))?.value;
	if (!finished) return;
	return { report: finished.report, events: (await readRun(store, id, finished.run)).events };
}
