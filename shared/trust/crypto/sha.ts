import { sha256 as hash256, sha512 as hash512 } from '@noble/hashes/sha2.js';

/** Of text, its UTF-8. A plain function, unlike the digest of `shared/ports.ts`: a check of a signature must not depend on a moment. */
export const sha256 = (bytes: Uint8Array): Uint8Array => hash256(bytes);
export const sha512 = (bytes: Uint8Array): Uint8Array => hash512(bytes);

/** Lower-case hexadecimal. */
export const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
