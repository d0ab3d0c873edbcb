/** The property tests of git, http and store, a hundred times as long. */
process.env.EVALMARK_RUNS ??= '100000';
await import('../unit/git/parsers.test.ts');
await import('../unit/git/pack.test.ts');
await import('../unit/store/memory-store.test.ts');

export {};
