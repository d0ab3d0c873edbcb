import { scopeText } from '../../shared/messages/key-scope-text.ts';
import { useWords } from '../../shared/ui/words-context.ts';
import { type ReadScope, readScope, SCOPE_FIELDS, type ScopeTexts } from './read-scope.ts';
import { TextField } from './text-field.tsx';

interface Props {
	readonly texts: ScopeTexts;
	readonly change: (texts: ScopeTexts) => void;
	/** What was found to be wrong when it was to be taken. */
	readonly wrong?: Extract<ReadScope, { ok: false }> | undefined;
	/** Of how many, where a key has several. */
	readonly legend: string;
}

const PLACEHOLDERS = { benchmarks: 'cais/hle, Idavidrein/gpqa', organisations: 'lumen-labs', hosts: 'huggingface.co' } as const;

/** What a key may speak for: three lists of names, and in words what they come to. */
export function ScopeFields({ texts, change, wrong, legend }: Props) {
	const words = useWords();
	const read = readScope(texts);
	return (
		<fieldset class="scope">
			<legend>{legend}</legend>
			<div class="scope__fields">
				{SCOPE_FIELDS.map((field) => (
					<TextField
						key={field}
						label={words(`key_scope_${field}`)}
						hint={words('key_scope_hint')}
						placeholder={PLACEHOLDERS[field]}
						value={texts[field]}
						wrong={wrong?.field === field ? faultText(wrong) : undefined}
						onInput={(value) => change({ ...texts, [field]: value })}
					/>
				))}
			</div>
			{read.ok && (
				<p>
					{words('key_scope_means')} <strong>{scopeText(words, read.scope)}</strong>
				</p>
			)}
		</fieldset>
	);

	function faultText({ field, fault, name }: Extract<ReadScope, { ok: false }>): string {
		return fault === 'too-many' ? words('key_scope_too_many') : words(`key_scope_wrong_${field}`, { name });
	}
}
