// Moves between pages without loading anew, as single-page hosts do: fetch, swap, pushState.
async function show(address) {
	const answer = await fetch(address, { headers: { accept: 'text/html' } });
	const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
	const marks = 'link[rel^="vcs"], meta[name]';
	for (const old of document.head.querySelectorAll(marks)) old.remove();
	document.head.append(...next.head.querySelectorAll(marks));
	document.title = next.title;
	document.body.replaceChildren(...next.body.childNodes);
}

document.addEventListener('click', async (event) => {
	const link = event.target instanceof Element ? event.target.closest('a[href]') : undefined;
	if (!link || link.origin !== location.origin || event.ctrlKey || event.metaKey || link.pathname.startsWith('/viewer')) return;
	event.preventDefault();
	history.pushState(null, '', link.href);
	await show(link.href);
});

addEventListener('popstate', () => show(location.href));
