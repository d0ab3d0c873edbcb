import { fromBase64url } from '../crypto/base64url.ts';
import { fits } from '../crypto/ed25519.ts';
import { hex, sha256 } from '../crypto/sha.ts';
import { readJws } from '../jws/read-jws.ts';
import type { PublicJwk } from './key.ts';

/** SHA-256 of tokens that stand in public model cards since 2022 and that the Hub's own API has called verified, or that came with those. */
const KNOWN: ReadonlySet<string> = new Set([
	'0199b701f339999463649b01e28268588294e0e7f0d79d689ecf0491764eac71',
	'0a339bfbcbfcaa1ac417ff038a9003080128d5e804407f4d65f478269f22f7d6',
	'1405bfbf67ce24b98e845118de348f10afdf1c5b73696fb91fe53957ef8e98f2',
	'1d3cc55ae9adb06c93bb52679940e2e51b0ce50bc74a5a1a20c88491663c5cae',
	'1d7dab4723cf45a0c5c60c90222493ee2bcc8985f50b8084e996e110dc84f038',
	'24f863b310465191b56c58d2da7a7d765cad5cbd2b9ca2916228fb4d55a27af8',
	'27245cae266ad9352e6fdc5375224d84ebbd276eba161952326964de93f4992e',
	'2edd6540883511498983739273ccd0d50b42d31fffd1eb76b980dbd2979199c4',
	'31aa1d2535f74586d849b9d45d1471a9222c2f7f7e9c97176d38809d2c6bd946',
	'38cbe8946cd8e92296ce89cc7f4bb5cd111e4360fa4fcc249c39d66b8ecfd6d1',
	'3b34ec128dbdfad4451ee2b94380e71a9e093d4b0aa5130e32134c0d681e724d',
	'3ba3d034303dca993d113bd15a7320d9157e451b06a049e46c974ca57419420f',
	'4f8d809883120819235069701fbbcf1f9aa654c02985c3d77f7900ec0c82fd8a',
	'524b239a640c32045a6aa3e0d13f903118cc5917f5358186dd07608d9a8c779d',
	'53c663d76a17df23f5f078a79e053cae162e6d2ea90a9ff92e07bd217b272d80',
	'5907e936a66bfb2e193bf2071adc60bece37f061a2694910e005b16d12e7e512',
	'5bc992805c5bf63805a942e036671783d121e9a8b2b2b57bf6ec6f8f7d24aa3c',
	'5cfcf62acb76c85c251adbaa7a6e5313baef8a11937b9aab125c6697a5cbaa82',
	'62071610d516242f6e3e64a6441850aa2b0a1805f040f91fdb47bd8bb7661fbb',
	'6921f348bb0ced6d62546af5efec99d038b838fb8401992f8d243d621348284e',
	'6c30e91c739b588ae303c90897df339c0fa77f5fb408e30f06c305728410ca74',
	'70943fc4d96043b5663967506235b92921b10ae901108fd5a36051878cd6e40c',
	'86b1eefbd76f4a85ecd509f72c658d84e5a061615419cf6254bb164adde86576',
	'8ed6c2344fb0c8e8eb538783628594c8fd40d2431e02b503009e9e09391a40a3',
	'9389d2f20fd6c1db071a136e8d472cfce30f5256d3bcbc9d873243b76d21b0ba',
	'9423ca4fba36913ddb2e29add29475137fb741a55d000d434120052628ae8ca8',
	'974f2810a7c1ac7a4f0c8159ff8115aca566637d071c5532c63909a87a1dc45a',
	'991567b8dab6e640880293acacccaded86ae3f2e03c30e6777ae036c691f3ec7',
	'9b820727b8bf04e06a2ec7ef623e0ac34b6202fae64a97ea71a28f4834a736c4',
	'9effaa6c21ef0b02d2c268c5d2f4b964458f738a7aa963a5b5115fc928c685d5',
	'a14172504470c46b68723bd2f7436694c880bfe50174b9bf12e315bbc75cbfab',
	'a686b0de5a48f3f591d0b40d8a240b564c9f23271f04258955ff6c3d99f2ac06',
	'b10ca1b18ed90ff1d18ecdd1581e7d02769ec2d87253684434585749d50d4d9c',
	'b1c6a1810c81f1219a85f0f6a09af4a6d1de8c35ee93c7e034740013ae768b57',
	'b3eb0df465cb082ea4b10dd1a6d5ee8132e9ed221aa3a96bef422f6056fe8307',
	'b44e00188051009788153667c4c07f4fd8040290c6182c5eef94686adc1312b9',
	'b593b2144754f61ad0f76718c344ba53e18ac18f0e9a970a6a78098ecd1fe5bd',
	'b78b0fe7c14c322eac38b102da368aedadf6665df3fa48124b6d4fc722fcd197',
	'bb71c87e3609af37d6499863d3e72a812c98431a07211542464efcef83fdd1b6',
	'c285efe1d056a2cc8f816bfd225d35e44b23f5f8df78396f9c8771c53281bf54',
	'cfec23595804b5b7836898664402e7df32953b4e06c09f7064b686df6884c2f5',
	'df585bdcad57b3eb2e26b9553080a45bbde77e46f613d8b7e74ef423ef3b7fb0',
	'eebf3750ac7e1301ec8a687ee0be3ee8e6fdf737d619771e941e58621f42eab0',
	'ef69f6d52d3dce84ff82ebe5063ae82242a26d78c9069f83bdeca79b898c684d',
	'f420f83923169d73b979028be8a45382b6ab332a4e4846ba7bb17607305b3a96',
	'ff5d111e9120a9cce806bfa1b55a4c5a27061fc128f65531b2894373b89da7ec',
]);

/** So many known tokens have to be at hand: by luck a wrong key fits none. */
const ENOUGH = 3;

/** Models whose cards hold such tokens, for a reader who has none at hand. */
export const MODELS_WITH_KNOWN_TOKENS = [
	'deepset/roberta-base-squad2',
	'distilbert/distilbert-base-uncased-finetuned-sst-2-english',
] as const;

export type KnownAnswer = 'is-the-key' | 'is-another-key' | 'too-few-tokens';

/**
 * Whether a key is the one that signed the Hub's tokens of 2022. Nobody has published it, so that whoever offers one may offer anything; but it
 * is that key if and only if it verifies what is known to be signed by it. `tokens`: whatever is at hand; those that are not known say nothing.
 */
export function knownAnswer({ x }: PublicJwk, tokens: Iterable<string>, known: ReadonlySet<string> = KNOWN): KnownAnswer {
	const at = [...new Set(tokens)].filter((token) => known.has(hex(sha256(new TextEncoder().encode(token)))));
	if (at.length < ENOUGH) return 'too-few-tokens';
	const publicKey = fromBase64url(x) ?? new Uint8Array();
	const all = at.every((token) => {
		const read = readJws(token);
		return read.ok && fits(read.jws.signature, read.jws.signed, publicKey);
	});
	return all ? 'is-the-key' : 'is-another-key';
}
