import { fromBase64url } from '../crypto/base64url.ts';
import { ed25519Blob, fingerprint } from '../ssh/public-key.ts';
import type { PublicJwk } from './key.ts';

/** The name that the same key has as an SSH key: `SHA256:…`, as `ssh-keygen -l` prints it. */
export const sshFingerprint = ({ x }: PublicJwk): string => fingerprint(ed25519Blob(fromBase64url(x) ?? new Uint8Array()));
