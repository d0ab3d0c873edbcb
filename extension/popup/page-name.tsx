/** Which repository the popup speaks of: host first, since names repeat across hosts. */
export function PageName({ origin, path }: { origin: string; path: string }) {
	return (
		<>
			<p class="code muted">
				<bdi>{new URL(origin).host}</bdi>
			</p>
			<h2 class="popup__name">
				<bdi>{path}</bdi>
			</h2>
		</>
	);
}
