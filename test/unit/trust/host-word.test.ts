import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oid } from '../../../shared/git/oid.ts';
import type { CommitWord } from '../../../shared/hosts/commit-word.ts';
import type { Host } from '../../../shared/hosts/host.ts';
import { hosts } from '../../../shared/hosts/registry.ts';
import type { HostId, RepoPage } from '../../../shared/hosts/repo-page.ts';
import { commitBadge } from '../../../shared/trust/commits/commit-badge.ts';
import { type CommitSigned, commitSigned } from '../../../shared/trust/commits/commit-signed.ts';
import { askedCommit } from '../../../shared/trust/commits/host-word.ts';
import { publicKeyOf } from '../../../shared/trust/crypto/ed25519.ts';
import type { ListedKey } from '../../../shared/trust/keys/key.ts';
import { ports } from '../hosts/collecting.ts';
import { listed } from './made.ts';
import { armoured, header, keyBlob, SEED, sigBlob } from './ssh/made.ts';

const OID = 'c'.repeat(40);
const OTHER = new Uint8Array(32).fill(9);
const line = (seed: Uint8Array) => `ssh-ed25519 ${Buffer.from(keyBlob(publicKeyOf(seed))).toString('base64')} laptop`;

/** A host that answers these addresses with JSON, and 404 to all else. */
function asking(id: HostId, page: Partial<RepoPage>, answers: Readonly<Record<string, unknown>>) {
	const asked: string[] = [];
	const fetch = async ({ url }: { readonly url: string }) => {
		asked.push(url);
		const known = Object.hasOwn(answers, url);
		const body = new TextEncoder().encode(JSON.stringify(known ? answers[url] : { message: 'Not Found' }));
		return {
			status: known ? 200 : 404,
			url,
			header: (name: string) => (name === 'content-type' ? 'application/json' : undefined),
			body: (async function* () {
				yield body;
			})(),
		};
	};
	const host = hosts.find((one) => one.id === id) as Host; // it is in the registry
	const shown: RepoPage = {
		host: id,
		origin: 'https://x.example',
		path: 'o/r',
		kind: 'unknown',
		url: '',
		cloneUrl: '',
		shows: [],
		offers: {},
		...page,
	};
	return { asked, told: () => host.commitWord?.(shown, oid(OID)!, ports({ fetch }), new AbortController().signal) };
}

const word = async (of: ReturnType<typeof asking>): Promise<CommitWord | undefined> => {
	const told = await of.told();
	return told?.ok ? told.value : undefined;
};

const GITHUB = { origin: 'https://github.com' };
const API = 'https://api.github.com';
const github = (more: object, keys: unknown = [{ id: 1, key: line(SEED), title: 'x' }]) =>
	asking('github', GITHUB, {
		[`${API}/repos/o/r/commits/${OID}`]: {
			sha: OID,
			author: { login: 'ada' },
			committer: { login: 'bob' },
			commit: { verification: { verified: true, reason: 'valid' } },
			...more,
		},
		[`${API}/users/bob/ssh_signing_keys`]: keys,
		[`${API}/users/ada/ssh_signing_keys`]: [{ key: 'ada’s' }],
	});

describe('what a host says of a commit', () => {
	test('GitHub: its verdict, and the signing keys of who committed it', async () => {
		const of = github({});
		expect(await word(of)).toEqual({ verified: true, reason: 'valid', account: 'bob', keys: [line(SEED)], keysFor: 'signing' });
		expect(of.asked).toEqual([`${API}/repos/o/r/commits/${OID}`, `${API}/users/bob/ssh_signing_keys`]);
		// Of a commit that was made on its pages it has the key itself: who is asked for is the author.
		expect(await word(github({ committer: { login: 'web-flow' } }))).toMatchObject({ account: 'ada', keys: ['ada’s'] });
		expect(await word(github({ author: null, committer: null }))).toEqual({
			verified: true,
			reason: 'valid',
			keys: [],
			keysFor: 'signing',
		});
		expect(await word(github({ commit: { verification: { verified: 'true', reason: 5 } } }))).toMatchObject({ verified: false });
		expect(await word(github({}, 'no list'))).toMatchObject({ verified: true, keys: [] });
		const enterprise = asking('github', { origin: 'https://ghe.example' }, {});
		await enterprise.told();
		expect(enterprise.asked).toEqual([`https://ghe.example/api/v3/repos/o/r/commits/${OID}`]);
	});

	test('Gitea: its verdict, and the keys by which that account logs in', async () => {
		const api = 'https://x.example/git/api/v1/repos/o/r';
		const url = `${api}/git/commits/${OID}?stat=false&files=false`;
		const answers = {
			[url]: { committer: { login: 'bob' }, commit: { verification: { verified: false, reason: 'gpg.error.no_gpg_keys_found' } } },
			'https://x.example/git/api/v1/users/bob/keys': [{ key: line(SEED) }],
		};
		const of = asking('gitea', { offers: { api } }, answers);
		expect(await word(of)).toEqual({
			verified: false,
			reason: 'gpg.error.no_gpg_keys_found',
			account: 'bob',
			keys: [line(SEED)],
			keysFor: 'login',
		});
		expect(of.asked).toHaveLength(2);
		expect(await word(asking('gitea', {}, {}))).toEqual({ verified: false, keys: [], keysFor: 'login' });
	});

	test('GitLab: its verdict with the key, unless that is for logging in alone; unsigned is not found', async () => {
		const api = 'https://x.example/api/v4/projects/o%2Fr';
		const of = (key: unknown) =>
			asking(
				'gitlab',
				{ offers: { api } },
				{ [`${api}/repository/commits/${OID}/signature`]: { signature_type: 'SSH', verification_status: 'verified', key } },
			);
		expect(await word(of({ key: line(SEED), usage_type: 'auth_and_signing' }))).toEqual({
			verified: true,
			reason: 'verified',
			keys: [line(SEED)],
			keysFor: 'signing',
		});
		expect((await word(of({ key: line(SEED), usage_type: 'auth' })))?.keys).toEqual([]);
		expect((await word(of(undefined)))?.keys).toEqual([]);
		expect(await word(asking('gitlab', { offers: { api } }, {}))).toEqual({ verified: false, keys: [], keysFor: 'signing' });
		expect(await word(asking('gitlab', {}, {}))).toEqual({ verified: false, keys: [], keysFor: 'signing' });
	});

	test('a host that does not answer is a problem, and others say nothing', async () => {
		expect(await asking('github', GITHUB, {}).told()).toMatchObject({ ok: false, problem: { code: 'not-found' } });
		expect(
			hosts
				.filter(({ commitWord }) => commitWord)
				.map(({ id }) => id)
				.sort(),
		).toEqual(['gitea', 'github', 'gitlab']);
	});

	test('whatever comes, nothing of another kind gets in', async () => {
		await fc.assert(
			fc.asyncProperty(fc.anything(), fc.anything(), async (commit, keys) => {
				const told = await word(github({ commit, committer: { login: 'bob' } }, keys));
				if (!told) return;
				expect(typeof told.verified).toBe('boolean');
				expect(told.keys.every((key) => typeof key === 'string' && key.length <= 8_000)).toBe(true);
				expect(told.keys.length).toBeLessThanOrEqual(50);
			}),
			{ numRuns: 100 },
		);
	});
});

describe('the keys that a host lists', () => {
	const head = `tree ${'a'.repeat(40)}\nauthor Ada <a@x> 1750000000 +0000\ncommitter Ada <a@x> 1750000000 +0000\n`;
	const message = '\nAdd scores\n';
	const signed = `${head}${header('gpgsig', armoured(sigBlob(`${head}${message}`, SEED, { namespace: 'git' })))}${message}`;
	const place = { touched: { commit: OID, object: Buffer.from(signed).toString('base64') } };
	const of = (keys: readonly string[], account?: string): CommitWord => ({
		verified: true,
		keys,
		keysFor: 'signing',
		...(account !== undefined && { account }),
	});

	test('are tried on the commit here, and are the host’s word for whose they are', () => {
		const asked = askedCommit('github.com', of([line(OTHER), 'ssh-rsa AAAA', line(SEED)], 'ada'), place);
		expect(asked).toMatchObject({ host: 'github.com', checked: { state: 'signed', owner: 'ada (github.com)', commit: OID } });
		expect(askedCommit('gitlab.com', of([line(SEED)]), place).checked?.owner).toBe('gitlab.com');
		expect(askedCommit('github.com', of([line(OTHER)], 'ada'), place).checked?.state).toBe('unknown-key');
		expect(askedCommit('github.com', of([]), {})).toEqual({ host: 'github.com', word: of([]) });
	});
});

describe('a signed commit', () => {
	const bytes = (text: string) => Buffer.from(text).toString('base64');
	const top = `tree ${'a'.repeat(40)}\nauthor Ada <a@x> 1750000000 +0000\ncommitter Ada <a@x> 1750000000 +0000\n`;
	const own = (more: Partial<ListedKey> = {}): ListedKey => listed(SEED, { owner: 'Ada', purpose: 'commits', scopes: [{}], ...more });
	const ssh = `${top}${header('gpgsig', armoured(sigBlob(`${top}\nx\n`, SEED, { namespace: 'git' })))}\nx\n`;
	const told = (text: string, ...keys: readonly ListedKey[]) => commitSigned({ touched: { commit: OID, object: bytes(text) } }, keys);

	test('counts from the day and until the day that its key says', () => {
		// 15 June 2025.
		expect(told(ssh, own())?.state).toBe('signed');
		expect(told(ssh, own({ notBefore: '2025-06-15', notAfter: '2025-06-15' }))?.state).toBe('signed');
		expect(told(ssh, own({ notBefore: '2025-06-16' }))?.state).toBe('outside-validity');
		expect(told(ssh, own({ notAfter: '2025-06-14' }))?.state).toBe('outside-validity');
		expect(told(ssh, own())).toMatchObject({ owner: 'Ada', at: 1_750_000_000_000, fingerprint: expect.stringMatching(/^SHA256:/) });
		expect(told(ssh, own({ owner: 'Ada L.' }))?.owner).toBe('Ada L.');
		// A key for results is none for commits, and one that is no key any more is passed over.
		expect(told(ssh, own({ purpose: 'results' }))?.state).toBe('unknown-key');
		expect(told(ssh, { ...own(), jwk: { kty: 'OKP', crv: 'Ed25519', x: '!' } })?.state).toBe('unknown-key');
	});

	test('has a badge where it was checked, which says by whom or what is bad', () => {
		const badge = (state: CommitSigned['state']) => commitBadge({ state, commit: OID, owner: 'Ada', fingerprint: 'SHA256:x' });
		const params = { commit: OID, owner: 'Ada', fingerprint: 'SHA256:x' };
		expect(badge('signed')).toEqual({ code: 'signed-commit', tone: 'plain', basis: 'checked', params });
		for (const [state, tone] of [
			['invalid', 'fail'],
			['revoked', 'fail'],
			['malformed', 'fail'],
			['wrong-namespace', 'caution'],
			['outside-validity', 'caution'],
		] as const)
			expect(badge(state)).toEqual({ code: 'commit-signature-bad', tone, basis: 'checked', params: { ...params, reason: state } });
		expect(badge('unknown-key')).toBeUndefined();
		expect(badge('not-checked-here')).toBeUndefined();
	});

	test('of a kind that is not checked here names that kind', () => {
		const pgp = `${top}gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\nx\n`;
		expect(told(pgp)).toEqual({ state: 'not-checked-here', commit: OID, kind: 'openpgp' });
		const rsa = `${top}${header('gpgsig', armoured(sigBlob(`${top}\nx\n`, SEED, { namespace: 'git', key: keyBlob('e', 'ssh-rsa') })))}\nx\n`;
		expect(told(rsa)).toMatchObject({ state: 'not-checked-here', kind: 'ssh-rsa' });
		expect(told(`${top}\nx\n`)).toBeUndefined();
		expect(commitSigned({}, [own()])).toBeUndefined();
	});
});
