/** The walls of the house (ARCHITECTURE.md), as rules. `scripts/test/walls.ts` runs them and asserts how many modules they saw. */
const face = '^(extension|viewer|cli)/';
/** How a face is built is no part of it. */
const building = '/vite\\.config\\.ts$';
const core = { path: '^shared/', pathNot: '^shared/ui/' };
/** The runtime that compiled validators ask for, the readers of foreign formats, and what signatures are checked with. */
const coreMayBring = '^node_modules/(js-yaml|pako|@noble/ed25519|@noble/hashes|ajv/dist/runtime|fast-deep-equal)/';
/** What forges publish about their answers, types alone: that nothing of it ships another wall says. */
const answers = '^node_modules/(@gitbeaker/core|gitea-js|bitbucket|azure-devops-node-api)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		{ name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
		{
			name: 'a-face-imports-no-other-face',
			severity: 'error',
			from: { path: '^(extension|viewer|cli)/' },
			to: { path: face, pathNot: '^$1/' },
		},
		{
			name: 'the-core-imports-only-the-core',
			severity: 'error',
			from: core,
			to: {
				couldNotResolve: false,
				pathNot: ['^shared/(?!ui/)', '^schemas/', '^public/_locales/en/messages\\.json$', coreMayBring, answers],
			},
		},
		{
			name: 'the-ui-draws-with-preact-and-the-core',
			severity: 'error',
			from: { path: '^shared/ui/' },
			to: {
				couldNotResolve: false,
				pathNot: [
					'^shared/',
					'^schemas/',
					'^public/_locales/en/messages\\.json$',
					'^node_modules/(preact|@preact/signals|@preact/signals-core)/',
				],
			},
		},
		{
			name: 'only-tests-import-tests',
			severity: 'error',
			from: { path: `${face}|^shared/`, pathNot: building },
			to: { path: '^(test|scripts)/' },
		},
		{
			name: 'no-node-in-what-browsers-run',
			severity: 'error',
			from: { path: '^(shared|extension|viewer)/', pathNot: building },
			to: { dependencyTypes: ['core'] },
		},
		{ name: 'schemas-import-nothing', severity: 'error', from: { path: '^schemas/' }, to: {} },
		{
			name: 'what-is-imported-exists',
			severity: 'error',
			from: {},
			// The last is types alone: it has no module to be found.
			to: { couldNotResolve: true, pathNot: ['\\.generated\\.', '^virtual:', '\\?', '^@octokit/openapi-types$'] },
		},
		{
			name: 'no-development-package-in-what-ships',
			severity: 'error',
			from: { path: '^(shared|extension|viewer|cli)/', pathNot: building },
			to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/(@types|ajv/dist/runtime)/' },
		},
	],
	options: {
		doNotFollow: { path: ['node_modules'] },
		// Without `tsPreCompilationDeps` an import of types alone would not be seen, and types are what a face must not take from another.
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'require', 'node', 'default', 'types'],
			extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'],
		},
	},
};
