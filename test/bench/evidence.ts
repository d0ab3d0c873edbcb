import { twentyThousandFiles } from '../hosts/demo/large.ts';
import { startHub } from '../hosts/hub.ts';
import { type Cost, collect, commandLineGit, cost, isomorphicGit } from './costs.ts';
import { type Bench, type Measurement, measurement, median } from './measurement.ts';

const ROUNDS = 3;
/** Three files on the default branch, ten in pull requests. */
const LEAST = 13;

/**
 * A repository of 20,000 files with 50 pull requests: from nothing to all evidence, results of every pull request included,
 * beside two ways of getting the default branch alone, which then still lack the pull requests.
 */
export const evidence: Bench = {
	name: 'evidence',
	async *run() {
		const hub = await startHub({ repositories: [twentyThousandFiles()] });
		try {
			const own: Cost[] = [];
			const shallow: Cost[] = [];
			const partial: Cost[] = [];
			// In turns, so that a slow moment of the machine meets all three.
			for (let round = 0; round < ROUNDS; round += 1) {
				own.push(await cost(hub, collect(LEAST)));
				shallow.push(await cost(hub, isomorphicGit));
				partial.push(await cost(hub, commandLineGit));
			}
			yield* compared(own, 'isomorphic-git clone, depth 1', shallow);
			yield* compared(own, 'git clone --depth 1 --filter=blob:none --no-checkout', partial);
			yield measurement('evidence: first result file', median(own.map(({ first }) => first)), 'ms');
		} finally {
			await hub.close();
		}
	},
};

function* compared(own: readonly Cost[], name: string, peer: readonly Cost[]): Iterable<Measurement> {
	const of = (what: keyof Cost, unit: string) =>
		measurement(`evidence: ${what}`, median(own.map((one) => one[what])), unit, { name, value: median(peer.map((one) => one[what])) });
	yield of('time', 'ms');
	yield of('bytes', 'bytes');
	yield of('requests', 'requests');
}
