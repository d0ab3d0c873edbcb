import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paced } from '../../../extension/background/paced.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function posting(signal = new AbortController().signal) {
	const posted: number[] = [];
	return {
		posted,
		post: paced<number>(
			(value) => posted.push(value),
			(value) => value === 99,
			signal,
		),
	};
}

test('the first goes at once, then the newest of each 50 ms', () => {
	const { posted, post } = posting();
	for (const value of [1, 2, 3]) post(value);
	expect(posted).toEqual([1]);
	vi.advanceTimersByTime(50);
	expect(posted).toEqual([1, 3]);
	post(4);
	vi.advanceTimersByTime(49);
	expect(posted).toEqual([1, 3]);
	vi.advanceTimersByTime(1);
	expect(posted).toEqual([1, 3, 4]);
});

test('the last goes at once, and nothing older after it', () => {
	const { posted, post } = posting();
	for (const value of [1, 2, 99]) post(value);
	vi.advanceTimersByTime(1000);
	expect(posted).toEqual([1, 99]);
});

test('nothing goes to who has left', () => {
	const gone = new AbortController();
	const { posted, post } = posting(gone.signal);
	post(1);
	post(2);
	gone.abort();
	post(99);
	vi.advanceTimersByTime(1000);
	expect(posted).toEqual([1]);
});
