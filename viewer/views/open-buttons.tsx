import { useRef } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { useWords } from '../../shared/ui/words-context.ts';
import { fromDialog, type PickedFile } from '../open/picked-files.ts';

/** Opens files or a folder by the system's own dialog. */
export function OpenButtons({ onFiles, main = false }: { onFiles: (picked: readonly PickedFile[]) => void; main?: boolean }) {
	const words = useWords();
	const files = useRef<HTMLInputElement>(null);
	const folder = useRef<HTMLInputElement>(null);
	const taken = (input: HTMLInputElement) => {
		onFiles(fromDialog(input.files ?? []));
		// So that the same file can be opened again after it was changed.
		input.value = '';
	};
	return (
		<div class="row">
			<Button onClick={() => files.current?.click()} icon="open" {...(main ? { look: 'main' as const } : {})}>
				{words('viewer_open_files')}
			</Button>
			<Button onClick={() => folder.current?.click()}>{words('viewer_open_folder')}</Button>
			<input
				ref={files}
				type="file"
				multiple
				hidden
				accept=".json,.yaml,.yml"
				aria-label={words('viewer_open_files')}
				onChange={(event) => taken(event.currentTarget)}
			/>
			<input
				ref={(input) => {
					folder.current = input;
					// Preact's types do not know the attribute.
					if (input) input.webkitdirectory = true;
				}}
				type="file"
				hidden
				aria-label={words('viewer_open_folder')}
				onChange={(event) => taken(event.currentTarget)}
			/>
		</div>
	);
}
