/** Budgets in bytes, gzipped. The stub is made once for each host: each of them is held to the same. */
const asked = require('./extension/content/asked.generated.json');

const script = (name, file, limit) =>
	['chrome', 'firefox'].map((browser) => ({
		name: `${name} (${browser})`,
		path: `dist/${browser}/extension/content/${file}`,
		gzip: true,
		limit,
	}));

module.exports = [
	...Object.keys(asked).flatMap((host) =>
		script(
			host === 'any' ? 'stub, on each page of a site whose host is not known yet' : `stub, on each page of a site of ${host}`,
			`stub.${host}.js`,
			'1 KiB',
		),
	),
	...script('panel, on a repository page', 'panel.iife.js', '25 kB'),
	...script('what its list opens to, when it is first opened', 'parts.iife.js', '20 kB'),
];
