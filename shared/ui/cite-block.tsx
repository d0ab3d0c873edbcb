import { useState } from 'preact/hooks';
import type { Citation } from '../citing/citation.ts';
import { CopyText } from './copy-text.tsx';
import { useWords } from './words-context.ts';

const FORMS = ['markdown', 'bibtex', 'plain'] as const satisfies readonly (keyof Citation)[];

/** A citation in the form that is chosen. */
export function CiteBlock({ citation }: { citation: Citation }) {
	const words = useWords();
	const [form, setForm] = useState<keyof Citation>('markdown');
	return (
		<>
			{/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend of the host page's browser style */}
			<div class="row" role="group" aria-label={words('cite_form')}>
				{FORMS.map((one) => (
					<button key={one} type="button" class="button choice" aria-pressed={one === form} onClick={() => setForm(one)}>
						{words.code('cite_form', one)}
					</button>
				))}
			</div>
			<CopyText key={form} text={citation[form]} label={words.code('cite_form', form)} copy={words('ui_copy')} />
		</>
	);
}
