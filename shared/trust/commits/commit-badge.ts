import type { Badge } from '../badge.ts';
import type { CommitSigned } from './commit-signed.ts';

/** Signed well by somebody of the list, or badly. One that nobody here can check has no badge: most commits of some hosts are signed by the host. */
export function commitBadge({ state, owner, fingerprint, commit }: CommitSigned): Badge | undefined {
	const params = {
		commit,
		...(owner !== undefined && { owner }),
		...(fingerprint !== undefined && { fingerprint }),
	};
	switch (state) {
		case 'signed':
			return { code: 'signed-commit', tone: 'plain', basis: 'checked', params };
		case 'invalid':
		case 'revoked':
		case 'malformed':
			return { code: 'commit-signature-bad', tone: 'fail', basis: 'checked', params: { ...params, reason: state } };
		case 'wrong-namespace':
		case 'outside-validity':
			return { code: 'commit-signature-bad', tone: 'caution', basis: 'checked', params: { ...params, reason: state } };
		case 'unknown-key':
		case 'not-checked-here':
			return undefined;
		default:
			return state satisfies never;
	}
}
