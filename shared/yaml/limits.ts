export interface YamlLimits {
	readonly bytes: number;
	/** Items of a list at the top, or keys of a mapping that does not parse as a whole. */
	readonly entries: number;
	/** Levels of nesting. */
	readonly depth: number;
}

export const YAML_LIMITS: YamlLimits = { bytes: 256 * 1024, entries: 1000, depth: 20 };
