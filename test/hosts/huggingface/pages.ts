import { html } from '../html.ts';
import type { Served } from './answers.ts';

/** A page in the Hub's shape: islands that scripts draw, and what a README says after them. */
export function hubPage({ made }: Served, at: string): string {
	const target = made.kind === 'dataset' ? 'DatasetHeader' : 'ModelHeader';
	const props = JSON.stringify({ model: { id: made.path, author: made.path.split('/')[0] } });
	return html`<!doctype html>
<html class="">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<meta property="og:title" content="${made.path} · Hugging Face">
<meta property="og:url" content="https://huggingface.co/${made.path}">
<title>${made.path} · Hugging Face</title>
<link rel="icon" href="data:,">
<link rel="canonical" href="https://huggingface.co/${made.path}">
<style>
body{margin:0;font:16px/24px "Source Sans Pro",sans-serif;color:#111827;background:#fff}
.dark body{color:#e5e7eb;background:#0b0f19}
header,.container{max-width:1120px;margin:0 auto;padding:16px}
.dark a{color:#93c5fd}
h1{font-size:20px}
</style>
</head>
<body>
<div class="flex min-h-dvh flex-col">
<div class="SVELTE_HYDRATER contents" data-target="MainHeader" data-props="{}"><header><a href="/">Hugging Face</a> <button type="button" id="theme">Theme</button></header></div>
<main class="flex flex-1 flex-col">
<div class="SVELTE_HYDRATER contents" data-target="${target}" data-props="${props}"><header class="from-gray-50-to-white border-b"><div class="container relative"><h1 class="flex flex-wrap items-center leading-tight">${made.path}</h1><div class="mb-3 flex flex-wrap"><a href="/models?library=transformers">Transformers</a></div>
<nav><a href="/${made.path}">Card</a> <a href="/${made.path}/tree/main" id="files">Files</a> <a href="/${made.path}/discussions">Community</a></nav></div></header></div>
<div class="container relative"><section><p>${at}</p><h2>Kestrel</h2><p>The card of ${made.path}.</p></section></div>
</main>
</div>
<script>
document.querySelector('#theme').addEventListener('click', () => document.documentElement.classList.toggle('dark'));
document.querySelector('#files').addEventListener('click', (event) => {
	event.preventDefault();
	history.pushState(null, '', event.currentTarget.href);
	document.querySelector('section p').textContent = 'files';
});
</script>
</body>
</html>`.text;
}
