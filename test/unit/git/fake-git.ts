import { pktLine } from '../../../shared/git/pkt-line.ts';
import { type FakeAnswer, fakePorts } from '../http/fake-ports.ts';
import { realPorts } from './repositories.ts';

export const ORIGIN = 'https://git.example.org';
export const CLONE = `${ORIGIN}/lab/model.git`;
const ADVERTISEMENT = { 'content-type': 'application/x-git-upload-pack-advertisement' };
const RESULT = { 'content-type': 'application/x-git-upload-pack-result' };

/** The advertisement of a server that can do everything. */
export const capabilities = (fetch = 'shallow wait-for-done filter', ...more: readonly string[]) =>
	`${['version 2', 'agent=git/2.39.5', 'ls-refs=unborn', `fetch=${fetch}`, 'server-option', ...more].map(pktLine).join('')}0000`;

/** A packet that starts with a band. */
export function band(number: 1 | 2 | 3, bytes: string | Uint8Array): Uint8Array {
	const payload = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
	return Buffer.concat([Buffer.from((payload.length + 5).toString(16).padStart(4, '0')), Buffer.from([number]), payload]);
}

/** A server that can do everything, and answers every command with this body. */
export function fakeGit(body: FakeAnswer['body'], advertisement: FakeAnswer = { body: capabilities() }) {
	const fake = fakePorts((request) =>
		request.method === 'GET' ? { headers: ADVERTISEMENT, ...advertisement } : { headers: RESULT, ...(body !== undefined && { body }) },
	);
	return { ...fake, ports: { ...fake.ports, digest: realPorts().digest } };
}
