import { benchmarks } from './benchmarks.ts';
import { brokenYaml, hostile } from './difficult.ts';
import type { DemoRepository } from './draft.ts';
import { kestrel } from './kestrel.ts';
import { thousandResults, twentyThousandFiles } from './large.ts';
import { plainModels } from './plain-models.ts';
import { signatures } from './signatures.ts';

/** Every repository of the demo hub, in the order of its home page. */
export const demoRepositories = (): readonly DemoRepository[] => [
	kestrel(),
	...plainModels(),
	signatures(),
	brokenYaml(),
	hostile(),
	thousandResults(),
	twentyThousandFiles(),
	...benchmarks(),
];
