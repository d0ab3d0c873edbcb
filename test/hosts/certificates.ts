import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** All PEM. */
export interface Certificates {
	/** Of the authority that signed `certificate`; whoever trusts it trusts nothing else of ours, because its key is thrown away. */
	readonly authority: string;
	readonly certificate: string;
	readonly key: string;
}

const run = promisify(execFile);
/** Firefox takes no leaf that lasts longer than 825 days. */
const DAYS = '30';

/**
 * Makes an authority and a certificate that it signs for these host names, anew each time: no key lies in the repository.
 * @throws Error when there is no openssl; `scripts/test/browsers.ts` installs it
 */
export async function makeCertificates(names: readonly string[]): Promise<Certificates> {
	const folder = await mkdtemp(path.join(tmpdir(), 'evalmark-certificates-'));
	const file = (name: string) => path.join(folder, name);
	const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
	try {
		await writeFile(
			file('leaf.conf'),
			[
				`subjectAltName=${names.map((name) => `DNS:${name}`).join(',')}`,
				'basicConstraints=critical,CA:FALSE',
				'keyUsage=critical,digitalSignature',
				'extendedKeyUsage=serverAuth',
			].join('\n'),
		);
		await run('openssl', [
			...['req', '-x509', ...newKey, '-keyout', file('authority.key'), '-out', file('authority.pem'), '-days', DAYS],
			...['-subj', '/CN=Evalmark tests', '-addext', 'keyUsage=critical,keyCertSign'],
		]);
		await run('openssl', ['req', ...newKey, '-keyout', file('leaf.key'), '-out', file('leaf.csr'), '-subj', `/CN=${names[0]}`]);
		await run('openssl', [
			...['x509', '-req', '-in', file('leaf.csr'), '-CA', file('authority.pem'), '-CAkey', file('authority.key'), '-CAcreateserial'],
			...['-out', file('leaf.pem'), '-days', DAYS, '-extfile', file('leaf.conf')],
		]);
		const [authority, certificate, key] = await Promise.all(
			['authority.pem', 'leaf.pem', 'leaf.key'].map((name) => readFile(file(name), 'utf8')),
		);
		if (!authority || !certificate || !key) throw new Error('openssl wrote an empty file');
		return { authority, certificate, key };
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
