/** Exit codes of every command. 3 is kept for what `--fail-on` will name. */
export const EXIT = {
	/** Nothing found. */
	clean: 0,
	/** Errors in files, or an export that does not fit its own bytes. */
	findings: 1,
	/** The command line was not understood, or names a file that is not there. */
	usage: 2,
	/** Something could not be read: network, permission, limits, a file of a newer version. */
	notChecked: 4,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A check that is not complete says so first: what it did find may not be all. */
export const worst = (codes: readonly ExitCode[]): ExitCode =>
	[EXIT.usage, EXIT.notChecked, EXIT.findings].find((code) => codes.includes(code)) ?? EXIT.clean;
