import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { KeyScope } from '../../shared/trust/keys/key.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import { EMPTY, type ReadScope, readScope, scopeTexts } from './read-scope.ts';
import { ScopeFields } from './scope-fields.tsx';

interface Props {
	readonly scopes: readonly KeyScope[];
	readonly hold: (scopes: readonly KeyScope[]) => void;
	readonly close: () => void;
}

/** What a key that is known may speak for from now on. */
export function ChangeScope({ scopes, hold, close }: Props) {
	const words = useWords();
	const form = useRef<HTMLFormElement>(null);
	const [texts, setTexts] = useState(scopes.length === 0 ? [EMPTY] : scopes.map(scopeTexts));
	const [wrong, setWrong] = useState<{ readonly index: number; readonly what: Extract<ReadScope, { ok: false }> }>();
	useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
	useLayoutEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [wrong]);
	const save = () => {
		const read = texts.map(readScope);
		const index = read.findIndex(({ ok }) => !ok);
		const what = read[index];
		if (what && !what.ok) return setWrong({ index, what });
		hold(read.flatMap((one) => (one.ok ? [one.scope] : [])));
	};
	return (
		<form
			class="rescope"
			ref={form}
			onSubmit={(event) => {
				event.preventDefault();
				save();
			}}
		>
			{texts.map((each, index) => (
				<ScopeFields
					key={index}
					texts={each}
					legend={texts.length === 1 ? words('signature_scope') : words('key_scope_part', { number: index + 1, all: texts.length })}
					wrong={wrong?.index === index ? wrong.what : undefined}
					change={(now) => {
						setTexts(texts.with(index, now));
						setWrong(undefined);
					}}
				/>
			))}
			<div class="row">
				<Button look="main" onClick={save}>
					{words('key_scope_save')}
				</Button>
				<Button look="quiet" onClick={close}>
					{words('key_cancel')}
				</Button>
			</div>
		</form>
	);
}
