import type { KeyScope } from '../../shared/trust/keys/key.ts';

const NAMES = { benchmark: 'benchmarks', host: 'hosts', organisation: 'organisations' } as const satisfies Record<string, keyof KeyScope>;
const ANYTHING = 'any';

/** `benchmark=cais/hle,host=huggingface.co`: all of these; a name that stands twice: either. `any`: everything. */
export function scopeOf(text: string): KeyScope | undefined {
	if (text === ANYTHING) return {};
	const scope: Partial<Record<keyof KeyScope, readonly string[]>> = {};
	for (const part of text.split(',')) {
		const [, name = '', value] = /^\s*(\w+)=\s*(\S.*?)\s*$/.exec(part) ?? [];
		if (value === undefined || !isName(name)) return undefined;
		const list = NAMES[name];
		scope[list] = [...(scope[list] ?? []), value];
	}
	return scope;
}

const isName = (name: string): name is keyof typeof NAMES => Object.hasOwn(NAMES, name);
