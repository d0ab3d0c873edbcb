import type { SubmissionState } from '../../../shared/hosts/evidence.ts';
import { type Files, History, type Mark } from '../history.ts';

export type PullState = Exclude<SubmissionState, 'unknown'>;

export interface DemoPull {
	readonly number: number;
	readonly title: string;
	readonly author: string;
	readonly state: PullState;
}

/** How many results a reader should find, by where they stand. */
export interface Expected {
	readonly main: number;
	/** Results that pull requests add, by the state that can be told. */
	readonly open?: number;
	readonly draft?: number;
	readonly closed?: number;
	readonly unknown?: number;
}

export interface DemoRepository {
	/** `lumen-labs/kestrel-32b-instruct`, `datasets/cais/hle` */
	readonly path: string;
	readonly kind: 'model' | 'dataset';
	readonly description: string;
	readonly history: History;
	readonly pulls: readonly DemoPull[];
	/** The page offers a JSON list of pull requests with their states. */
	readonly listsPulls: boolean;
	/** Git asks for a password. */
	readonly locked: boolean;
	readonly expected: Expected;
}

interface About {
	readonly path: string;
	readonly description: string;
	readonly expected: Expected;
	readonly kind?: 'model' | 'dataset';
	readonly listsPulls?: boolean;
	readonly locked?: boolean;
}

interface PullRequest extends DemoPull {
	readonly files: Files;
	/** Commit that it starts from; the tip of `main` unless named. */
	readonly from?: Mark;
	/** A merged one lands as one commit without its head in the history. */
	readonly squash?: boolean;
}

/** A repository in the making: commits on `main`, and pull requests under `refs/pull/<number>/head`. */
export class Draft {
	readonly history = new History();
	readonly #about: About;
	readonly #pulls: DemoPull[] = [];

	constructor(about: About) {
		this.#about = about;
	}

	main(message: string, files: Files, author?: string): Mark {
		return this.history.commit('refs/heads/main', message, files, author ? { author } : {});
	}

	/** Opens a pull request and, where it is merged, lands it. Answers the mark of its head. */
	pull({ files, from, squash = false, ...pull }: PullRequest): Mark {
		const start = from ?? this.history.head('refs/heads/main');
		const head = this.history.commit(`refs/pull/${pull.number}/head`, pull.title, files, { author: pull.author, from: start });
		this.#pulls.push(pull);
		if (pull.state === 'merged') {
			const message = squash ? `${pull.title} (#${pull.number})` : `Merge pull request #${pull.number}`;
			this.history.commit('refs/heads/main', message, files, squash ? { author: pull.author } : { merge: head });
		}
		return head;
	}

	done(): DemoRepository {
		const { path, description, expected, kind = 'model', listsPulls = true, locked = false } = this.#about;
		const pulls = [...this.#pulls].sort((a, b) => a.number - b.number);
		return { path, kind, description, history: this.history, pulls, listsPulls, locked, expected };
	}
}

/** README of a model as hosts show it: front matter, then a paragraph. */
export const card = (title: string, text: string): string =>
	`---\nlicense: apache-2.0\nlibrary_name: transformers\n---\n\n# ${title}\n\n${text}\n`;

/** What every model repository holds beside its results. */
export const weights: Files = {
	'config.json': '{\n  "architectures": ["KestrelForCausalLM"],\n  "hidden_size": 5120,\n  "num_hidden_layers": 48\n}\n',
	'tokenizer.json': '{ "version": "1.0", "model": { "type": "BPE" } }\n',
	'model-00001-of-00002.safetensors': 'version https://git-lfs.github.com/spec/v1\noid sha256:8d1c0f0e\nsize 9932112896\n',
	'model-00002-of-00002.safetensors': 'version https://git-lfs.github.com/spec/v1\noid sha256:c7712b5a\nsize 8214550528\n',
};
