/** Keys and signatures put together by hand, also such as no program writes. */
import { createHash } from 'node:crypto';
import { publicKeyOf, sign } from '../../../../shared/trust/crypto/ed25519.ts';

type Bytes = Uint8Array | string;

export const string = (bytes: Bytes): Buffer => {
	const content = Buffer.from(bytes as string);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(content.length);
	return Buffer.concat([length, content]);
};

export const SEED = new Uint8Array(32).fill(7);

export const keyBlob = (publicKey: Bytes, type = 'ssh-ed25519'): Uint8Array =>
	new Uint8Array(Buffer.concat([string(type), string(publicKey)]));

/** In lines of 70 characters, as ssh-keygen writes them. */
export const armoured = (blob: Uint8Array): string =>
	`-----BEGIN SSH SIGNATURE-----\n${Buffer.from(blob)
		.toString('base64')
		.replace(/.{70}(?=.)/g, '$&\n')}\n-----END SSH SIGNATURE-----\n`;

export interface Parts {
	readonly magic: Bytes;
	readonly version: number;
	readonly key: Bytes;
	readonly namespace: Bytes;
	readonly reserved: Bytes;
	readonly hash: string;
	readonly algorithm: string;
	readonly signature: Bytes;
	readonly afterSignature: Bytes;
	readonly after: Bytes;
}

/** The bytes of a good signature over `message`, but for the parts that are given. */
export function sigBlob(message: Bytes, seed: Uint8Array = SEED, parts: Partial<Parts> = {}): Uint8Array {
	const { magic = 'SSHSIG', version = 1, namespace = 'file', reserved = '', hash = 'sha512', algorithm = 'ssh-ed25519' } = parts;
	const { key = keyBlob(publicKeyOf(seed)), afterSignature = '', after = '' } = parts;
	const hashed = createHash(hash === 'sha256' ? 'sha256' : 'sha512')
		.update(message)
		.digest();
	const signed = Buffer.concat([Buffer.from('SSHSIG'), string(namespace), string(reserved), string(hash), string(hashed)]);
	const { signature = sign(new Uint8Array(signed), seed) } = parts;
	const head = Buffer.concat([Buffer.from(magic as string), Buffer.from([0, 0, 0, version])]);
	const inner = Buffer.concat([string(algorithm), string(signature), Buffer.from(afterSignature as string)]);
	return new Uint8Array(
		Buffer.concat([head, string(key), string(namespace), string(reserved), string(hash), string(inner), Buffer.from(after as string)]),
	);
}

/** Armour as it stands in a header: the name, and one space before each further line. */
export const header = (name: string, armour: string): string => `${name} ${armour.replace(/\n$/, '').replaceAll('\n', '\n ')}\n`;
