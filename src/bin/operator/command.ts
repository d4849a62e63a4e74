import type { ParseArgsOptionsConfig } from 'node:util';

/** One thing an operator can do. Each is a file of its own. */
export interface Command {
	/** One line for the overview. */
	summary: string;
	/** How to call it, what it does, its options: shown by `--help`. */
	usage: string;
	options?: ParseArgsOptionsConfig;
	/** @returns the status to end with, 0 unless said otherwise */
	run: (given: Given) => Promise<number | void>;
}

/** What was typed after the command's name. */
export class Given {
	readonly #options: Record<string, unknown>;
	readonly words: string[];

	constructor(options: Record<string, unknown>, words: string[]) {
		this.#options = options;
		this.words = words;
	}

	has = (name: string): boolean => this.#options[name] === true;

	text(name: string): string | undefined {
		const value = this.#options[name];
		return typeof value === 'string' && value.trim() ? value.trim() : undefined;
	}

	/** @throws UsageFailure when it is missing */
	needed(name: string): string {
		const value = this.text(name);
		if (!value) throw new UsageFailure(`Die Angabe --${name} fehlt.`);
		return value;
	}

	/** The one word after the command's name. @throws UsageFailure when there is none, or more */
	only(what: string): string {
		const [word, ...more] = this.words;
		if (!word) throw new UsageFailure(`Bitte nennen Sie ${what}.`);
		if (more.length) throw new UsageFailure(`Das ist zu viel: ${more.join(' ')}.`);
		return word;
	}
}

/** It cannot be done; `message` is one German sentence. Ends with status 1. */
export class Failure extends Error {}

/** It was not called as it has to be; the command's usage follows. Ends with status 2. */
export class UsageFailure extends Error {}

export const say = (line = '') => console.log(line);
