import { compactVerify, importJWK } from 'jose';
import { findBrowsers } from '../../scripts/test/browsers.ts';
import { fits, publicKeyOf } from '../../shared/trust/crypto/ed25519.ts';
import { readJws } from '../../shared/trust/jws/read-jws.ts';
import { publicJwk } from '../../shared/trust/keys/thumbprint.ts';
import { startChromium } from '../e2e/chromium/driver.ts';
import { readPanel } from '../e2e/panel.ts';
import { registered } from '../e2e/registered.ts';
import { LOOPBACK } from '../e2e/world.ts';
import { Draft } from '../hosts/demo/draft.ts';
import { demoLab, signed } from '../hosts/demo/lab.ts';
import { resultFile } from '../hosts/demo/result-file.ts';
import { startHub } from '../hosts/hub.ts';
import { type Bench, measurement, median } from './measurement.ts';

const TOKENS = 200;
const RESULTS = 500;
const ROUNDS = 5;
const PATH = 'bulk/signed';

const entry = (n: number) =>
	signed(PATH, { dataset: `bulk/board-${n % 40}`, task: `task_${n}`, value: (n / 7).toFixed(2), date: '2026-05-01' });

function fiveHundred(path: string, withTokens: boolean) {
	const draft = new Draft({ path, description: '', expected: { main: RESULTS } });
	const entries = Array.from({ length: RESULTS }, (_, n) => entry(n));
	draft.main('Add results', {
		'.eval_results/all.yaml': resultFile(...entries.map(({ token, ...bare }) => ({ ...bare, ...(withTokens && token && { token }) }))),
	});
	return draft.done();
}

/** Tokens checked per second beside `jose`, which leaves the judgement to the platform; the first check; a page of 500 signed results until all are told. */
export const signatures: Bench = {
	name: 'signatures',
	async *run() {
		const tokens = Array.from({ length: TOKENS }, (_, n) => entry(n).token ?? '');
		const publicKey = publicKeyOf(demoLab);
		const key = await importJWK({ ...publicJwk(publicKey) }, 'EdDSA');
		const check = (token: string): boolean => {
			const read = readJws(token);
			return read.ok && fits(read.jws.signature, read.jws.signed, publicKey);
		};
		const start = performance.now();
		if (!check(tokens[0] ?? '')) throw new Error('a good token does not fit');
		yield measurement('signatures: first check of a process', performance.now() - start, 'ms');

		const own = await perSecond(tokens, async (token) => check(token));
		const peer = await perSecond(tokens, async (token) => (await compactVerify(token, key)).payload.length > 0);
		yield measurement('signatures: checked in Node', own, 'tokens/s', { name: 'jose compactVerify', value: peer });

		const { chromium } = await findBrowsers(['chromium']);
		if (chromium) process.env.EVALMARK_CHROMIUM = chromium;
		const hub = await startHub({ repositories: [fiveHundred(PATH, true), fiveHundred('bulk/bare', false)] });
		const driver = await startChromium();
		try {
			await driver.grant(LOOPBACK);
			await registered(driver, LOOPBACK);
			const until = async (path: string, fact: string): Promise<number> => {
				const begun = performance.now();
				const tab = await driver.open(hub.url(path));
				const panel = await readPanel(tab);
				while (!(await panel.facts()).some((text) => text.startsWith(fact))) await new Promise((resolve) => setTimeout(resolve, 20));
				const ms = performance.now() - begun;
				await tab.close();
				return ms;
			};
			const bare = await until('/bulk/bare', `${RESULTS} `);
			const all = await until(`/${PATH}`, `${RESULTS} verified`);
			yield measurement('signatures: 500 signed results, to the last badge', all, 'ms', {
				name: '500 results without tokens',
				value: bare,
			});
			const again: number[] = [];
			for (let round = 0; round < ROUNDS; round += 1) again.push(await until(`/${PATH}`, `${RESULTS} verified`));
			yield measurement('signatures: the same page again', median(again), 'ms', { name: '500 results without tokens', value: bare });
		} finally {
			await driver.close();
			await hub.close();
		}
	},
};

async function perSecond(tokens: readonly string[], check: (token: string) => Promise<boolean>): Promise<number> {
	const rates: number[] = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		const start = performance.now();
		for (const token of tokens) if (!(await check(token))) throw new Error('a good token does not fit');
		rates.push((tokens.length * 1000) / (performance.now() - start));
	}
	return median(rates);
}
