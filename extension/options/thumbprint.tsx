/** The name of a key in groups of four, to be compared by eye. The gaps are drawn: what is copied is the name itself. */
export function Thumbprint({ text }: { text: string }) {
	const [, before = '', name = ''] = /^(SHA256:)?(.*)$/s.exec(text) ?? [];
	return (
		<span class="thumb">
			{before}
			{(name.match(/.{1,4}/gs) ?? []).map((group, index) => (
				<span key={index}>
					{group}
					<wbr />
				</span>
			))}
		</span>
	);
}
