// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { citation } from '../../../shared/citing/citation.ts';
import { dispute } from '../../../shared/citing/dispute.ts';
import { bundled } from '../../../shared/messages/catalogue.ts';
import { words } from '../../../shared/messages/words.ts';
import type { ComposeAnswer, Composed } from '../../../shared/protocol/message.ts';
import { allParts } from '../../../shared/ui/all-parts.ts';
import type { Citing } from '../../../shared/ui/citing.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { WordsContext } from '../../../shared/ui/words-context.ts';
import { citingOf } from '../../../viewer/views/citing-of.ts';
import { everything, NOW, repository } from './made-report.ts';

const say = words(bundled, 'en');
const report = everything();
const root = document.createElement('div');
document.body.append(root);
afterEach(() => {
	render(null, root);
	vi.unstubAllGlobals();
});

function draw(citing?: Citing): void {
	act(() =>
		render(
			<WordsContext.Provider value={say}>
				<Panel report={report} state="ready" open onToggle={() => {}} actions={{ citing }} parts={allParts} now={NOW} />
			</WordsContext.Provider>,
			root,
		),
	);
}

const options = { at: NOW, words: say };
const compose = async (what: Composed, result: string): Promise<ComposeAnswer> => {
	const form = { ...report, repository: { ...repository, discussTemplate: `${repository.url}/issues/new?title=%title%&body=%body%` } };
	if (what === 'cite') return { cite: citation(report, result, options)! };
	return { dispute: dispute(form, result, options)!, patch: { text: 'From 0' } };
};
const row = () => root.querySelector<HTMLElement>('.result[aria-label="GPQA: 0.712"]')!;
const buttons = () => [...row().querySelectorAll<HTMLElement>('button, a.button')];
const button = (name: string) => buttons().find((one) => one.textContent === name)!;
/** Presses, and lets what that began come to its end: effects run at the end of an `act`, and what they wait for only after it. */
const press = async (name: string) => {
	await act(async () => button(name).click());
	await act(async () => {});
};
const text = () => row().querySelector('textarea')?.value;
const said = () => [...row().querySelectorAll('[role=status], [role=alert]')].map((one) => one.textContent).join('');

/** The clipboard of a page that allows it, and what was put there. */
function clipboard(allows: boolean): string[] {
	const got: string[] = [];
	const writeText = async (put: string) => (allows ? void got.push(put) : Promise.reject(new DOMException('denied', 'NotAllowedError')));
	vi.stubGlobal('navigator', { clipboard: { writeText } });
	return got;
}

test('a face that cannot compose offers nothing', () => {
	draw();
	expect(buttons().map((one) => one.textContent)).not.toContain('Cite');
});

describe('Cite', () => {
	test('opens in place and closes again', async () => {
		draw({ compose });
		expect(button('Cite').getAttribute('aria-expanded')).toBe('false');
		await press('Cite');
		expect(button('Cite').getAttribute('aria-expanded')).toBe('true');
		expect(row().querySelector(`#${CSS.escape(button('Cite').getAttribute('aria-controls') ?? '')}`)).not.toBeNull();
		await press('Cite');
		expect(row().querySelector('.compose')).toBeNull();
	});

	test('has the three forms, of which one is chosen', async () => {
		draw({ compose });
		await press('Cite');
		expect(text()).toContain('`0.712`');
		await press('BibTeX');
		expect(text()).toMatch(/^@misc\{/);
		expect(button('BibTeX').getAttribute('aria-pressed')).toBe('true');
		expect(button('Markdown').getAttribute('aria-pressed')).toBe('false');
		await press('Plain text');
		expect(text()).toContain('Warning: The value 0.712 may be a fraction');
		expect(row().querySelector('textarea')?.readOnly).toBe(true);
		expect(row().querySelector('textarea')?.getAttribute('aria-label')).toBe('Plain text');
	});

	test('copies the form that is shown, and says so', async () => {
		const got = clipboard(true);
		draw({ compose });
		await press('Cite');
		await press('BibTeX');
		await press('Copy');
		expect(got).toEqual([text()]);
		expect(said()).toBe('Copied');
		await press('Markdown');
		expect(said()).toBe('');
	});

	test.each([false, undefined])('selects the text where the page may not copy: %s', async (allows) => {
		if (allows === undefined) vi.stubGlobal('navigator', {});
		else clipboard(allows);
		draw({ compose });
		await press('Cite');
		await press('Copy');
		const area = row().querySelector('textarea')!;
		expect(document.activeElement).toBe(area);
		expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe(area.value);
		expect(said()).toContain('copy it with the keyboard');
	});

	test('leaves the arrow keys to the text', async () => {
		draw({ compose });
		await press('Cite');
		const area = row().querySelector('textarea')!;
		area.focus();
		const down = new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true });
		act(() => void area.dispatchEvent(down));
		expect(document.activeElement).toBe(area);
		expect(down.defaultPrevented).toBe(false);
	});
});

describe('Dispute', () => {
	test('shows title and text, and takes both along', async () => {
		const got = clipboard(true);
		draw({ compose, save: () => {} });
		await press('Dispute');
		expect(row().querySelector('.compose strong')?.textContent).toBe('Question about the score 0.712 on GPQA');
		expect(text()).toContain('Could you say how this score was measured');
		await press('Copy title and text');
		expect(got).toEqual([`Question about the score 0.712 on GPQA\n\n${text()}`]);
	});

	test('sends nothing, and says so', async () => {
		draw({ compose });
		await press('Dispute');
		expect(row().textContent).toContain('Nothing is sent: you post it yourself, or not.');
	});

	test('opens the form of the host beside the page', async () => {
		draw({ compose });
		await press('Dispute');
		const form = button('Open the host’s form');
		expect(new URL(form.getAttribute('href') ?? '').origin).toBe(repository.origin);
		expect(form.getAttribute('target')).toBe('_blank');
		expect(form.getAttribute('rel')).toBe('noreferrer noopener');
	});

	test('saves the patch, and says whose name stands in it', async () => {
		const saved: string[][] = [];
		draw({ compose, save: (...file) => saved.push(file) });
		await press('Dispute');
		await press('Save as patch');
		expect(saved).toEqual([['From 0', 'evalmark-remove-one-score.patch']]);
		expect(row().textContent).toContain('git commit --amend --reset-author');
	});

	test('says why there is no patch, and offers no form that does not lead to a web page', async () => {
		const made = { title: 't', body: 'b', url: 'javascript:alert(1)' };
		draw({ compose: async () => ({ dispute: made, patch: { refused: 'flow' } }), save: () => {} });
		await press('Dispute');
		expect(button('Save as patch')).toBeUndefined();
		expect(button('Open the host’s form')).toBeUndefined();
		expect(row().textContent).toContain('do not stand on lines of their own');
	});
});

describe('while there is no answer', () => {
	test('it says that it waits, and what is closed meanwhile stays closed', async () => {
		let tell = (_: ComposeAnswer) => {};
		const answer = new Promise<ComposeAnswer>((resolve) => {
			tell = resolve;
		});
		draw({ compose: () => answer });
		await press('Cite');
		expect(said()).toBe('Writing the text');
		await press('Cite');
		await act(async () => tell({ refused: 'gone' }));
		expect(row().querySelector('.compose')).toBeNull();
	});

	test('a background that is gone can be asked again', async () => {
		const answers = [() => Promise.reject(new Error('gone')), () => Promise.resolve(undefined)];
		draw({ compose: (what, result) => answers.shift()?.() ?? compose(what, result) });
		await press('Cite');
		expect(said()).toContain('Evalmark did not answer');
		await press('Try again');
		expect(said()).toContain('Evalmark did not answer');
		await press('Try again');
		expect(text()).toContain('`0.712`');
	});

	test.each([
		['not-read', /could not be read/],
		['gone', /no longer stands there/],
	] as const)('a refusal is told: %s', async (refused, why) => {
		draw({ compose: async () => ({ refused }) });
		await press('Dispute');
		expect(said()).toMatch(why);
	});
});

test('the viewer composes from its report, as of when that was read', async () => {
	const viewer = citingOf(report, say);
	const id = report.results[5]!.id;
	const [cited, asked, gone] = await Promise.all([viewer.compose('cite', id), viewer.compose('dispute', id), viewer.compose('cite', 'x')]);
	expect(cited).toEqual({ cite: citation(report, id, { at: report.asOf, words: say }) });
	expect(asked).toEqual({ dispute: dispute(report, id, { at: report.asOf, words: say }) });
	expect(gone).toEqual({ refused: 'gone' });
});
