import type { Host } from './host.ts';

/** Every host that this build knows, in the order in which they are asked. */
export const hosts: readonly Host[] = [];
