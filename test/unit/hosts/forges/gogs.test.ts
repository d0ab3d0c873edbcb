import { execFileSync } from 'node:child_process';
import { afterEach, describe, expect, test } from 'vitest';
import type { Ports } from '../../../../shared/ports.ts';
import { type Forge, type ForgeName, startForge } from '../../../hosts/forges/server.ts';
import { collected, places } from '../collecting.ts';
import { forgePageOf, forgePorts } from './reading.ts';

const PATH = 'lumen-labs/kestrel-32b-instruct';
let forge: Forge | undefined;
afterEach(async () => {
	await forge?.close();
	forge = undefined;
});
const started = async (name: ForgeName): Promise<Forge> => {
	forge = await startForge(name);
	return forge;
};
/** As behind a proxy that drops the header by which newer versions are asked for. */
function withoutVersion(given: Ports): Ports {
	return {
		...given,
		fetch: ({ headers = {}, ...asked }, signal) => {
			const { 'Git-Protocol': _, ...rest } = headers as Readonly<Record<string, string>>;
			return given.fetch({ ...asked, headers: rest }, signal);
		},
	};
}

describe('a server of version 0', () => {
	test('Gogs: what stands on main and what pull requests have; states and inheritance are not known, and that is said', async () => {
		const gogs = await started('gogs');
		const { results, evidence, problems } = await collected(await forgePageOf(gogs, `/${PATH}`), forgePorts(gogs));
		expect(places(results).filter((place) => !place.startsWith('#'))).toHaveLength(7);
		expect(new Set(evidence.flatMap(({ submission }) => submission?.state ?? []))).toEqual(new Set(['unknown']));
		expect(evidence.find(({ submission }) => submission?.number === 3)?.submission?.url).toBe(
			`https://gogs.nautilus.example/${PATH}/pulls/3`,
		);
		expect(problems.map(({ code, subject }) => [code, subject])).toEqual([['not-supported', 'inheritance']]);
		// One request for its refs, one for each commit's beginning; nothing by its own oid, which it would refuse.
		const git = gogs.requests.filter(({ url }) => url.includes('.git/'));
		expect(git.filter(({ url }) => url.includes('info/refs'))).toHaveLength(1);
		expect(git.length).toBeLessThanOrEqual(9);
		expect(git.every(({ status }) => status === 200)).toBe(true);
	});

	test('what was read once is not asked for again', async () => {
		const gogs = await started('gogs');
		const page = await forgePageOf(gogs, `/${PATH}`);
		const given = forgePorts(gogs);
		const first = await collected(page, given);
		gogs.forgetRequests();
		// The refs are forgotten after five minutes, objects are not.
		const second = await collected(page, { ...given, now: () => Date.now() + 6 * 60_000 });
		expect(gogs.requests.filter(({ url }) => url.includes('git-upload-pack') && !url.includes('info/refs'))).toEqual([]);
		expect(places(second.evidence)).toEqual(places(first.evidence));
	});

	test('a proxy that drops the header costs nothing but requests: the same is told', async () => {
		const gitea = await started('codeberg');
		const page = await forgePageOf(gitea, `/${PATH}`);
		const whole = await collected(page, forgePorts(gitea));
		execFileSync('git', ['-C', gitea.repository(PATH).directory, 'config', 'uploadpack.allowAnySHA1InWant', 'true']);
		const { evidence, problems } = await collected(page, withoutVersion(forgePorts(gitea)));
		expect(problems).toEqual([]);
		expect(places(evidence)).toEqual(places(whole.evidence));
		expect(evidence.map(({ blob, submission }) => [blob, submission?.state])).toEqual(
			whole.evidence.map(({ blob, submission }) => [blob, submission?.state]),
		);
	});
});
