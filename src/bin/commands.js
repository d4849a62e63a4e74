// Running other programs. Plain JavaScript without packages: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Ends the program with one sentence. */
export class Stop extends Error {}

/** @param {string} sentence */
export const say = (sentence) => console.log(sentence);

/**
 * Runs a command: a `Stop` is one sentence and status 1, anything else is a defect and shows its place.
 * @param {() => Promise<number | void>} work what it does; may answer with the status
 */
export async function main(work) {
	process.chdir(root);
	try {
		process.exitCode = (await work()) ?? process.exitCode ?? 0;
	} catch (error) {
		console.error(error instanceof Stop ? error.message : error);
		process.exitCode = 1;
	}
}

/**
 * Runs a program to its end, passing on the signals that reach us. Its output is shown only when it fails, unless
 * `shown`. `npm` and `node` mean those that run us.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shown?: boolean, failure?: string }} options
 * @returns {Promise<{ status: number, output: string }>}
 * @throws {Stop} with `failure` when it is given and the program fails
 */
export async function run(program, args, { cwd = root, env = process.env, shown = false, failure } = {}) {
	const [command, rest] = resolve(program, args);
	const child = spawn(command, rest, {
		cwd,
		env,
		stdio: shown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
		shell: process.platform === 'win32' && command === 'npm'
	});
	let output = '';
	child.stdout?.on('data', (text) => (output += text));
	child.stderr?.on('data', (text) => (output += text));
	/** @type {NodeJS.Signals | undefined} */
	let told;
	const status = await ending(child, (signal) => (told = signal));
	if (told) await gone(told);
	if (status === 0 || !failure) return { status, output };
	console.error(output.trim());
	throw new Stop(failure);
}

/** Nothing more is begun, and what still runs beside it has been told as well. @param {NodeJS.Signals} signal */
function gone(signal) {
	process.kill(process.pid, signal);
	return new Promise(() => {});
}

/**
 * Waits for a child, and stops it when we are told to stop.
 * @param {import('node:child_process').ChildProcess} child
 * @param {(signal: NodeJS.Signals) => void} [whenTold] hears of it
 * @returns {Promise<number>} the child's status
 */
export async function ending(child, whenTold) {
	/** @param {NodeJS.Signals} signal */
	const pass = (signal) => {
		whenTold?.(signal);
		child.kill(signal);
	};
	const signals = /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
	for (const signal of signals) process.on(signal, pass);
	const watch = whenAbandoned(() => pass('SIGTERM'));
	/** @type {number | null} */
	const status = await new Promise((done) => {
		child.once('error', () => done(127)); // there is no such program
		child.once('close', done);
	});
	for (const name of signals) process.off(name, pass);
	clearInterval(watch);
	return status ?? 1;
}

/**
 * npm runs us in a shell, which goes without a word when npm is told to stop: then we have another parent.
 * @param {() => unknown} stop
 */
export function whenAbandoned(stop) {
	const parent = process.ppid;
	const isNpms = Boolean(process.env.npm_lifecycle_event) && process.platform !== 'win32';
	return setInterval(() => isNpms && process.ppid !== parent && stop(), 500).unref();
}

/**
 * @param {string} program
 * @param {string[]} args
 * @returns {[command: string, args: string[]]}
 */
function resolve(program, args) {
	if (program === 'node') return [process.env.AUGENHOEHE_NODE ?? process.execPath, args];
	const npm = process.env.npm_execpath;
	if (program === 'npm' && npm?.endsWith('.js'))
		return [process.env.AUGENHOEHE_NODE ?? process.execPath, [npm, ...args]];
	return [program, args];
}
