import { type Driver, until } from './driver.ts';

/** Waits until the extension has seen that it may run on a site, so that the next page that loads there has it. */
export async function registered(driver: Driver, pattern: string): Promise<void> {
	await until(`the extension runs on ${pattern}`, () =>
		driver.inExtension(
			async (match) => (await chrome.scripting.getRegisteredContentScripts()).some(({ matches }) => matches?.includes(match)),
			pattern,
		),
	);
}
