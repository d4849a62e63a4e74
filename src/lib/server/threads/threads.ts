import { join } from 'node:path';
import type { Transferable } from 'node:worker_threads';
import { Tinypool } from 'tinypool';
import { log } from '../log.ts';
import { Refusal } from '../refusal.ts';
import { root } from '../root.ts';
import { onShutdown } from '../shutdown.ts';

export type Limits = {
	atOnce: number;
	/** How many may wait in line. */
	waiting: number;
	/** For one piece of work, from its turn on. */
	seconds: number;
	/** Of objects; bytes lie beside them and are bounded by whoever reads them. */
	megabytes: number;
};

/** Two cores and 2 GB are what an office has. */
const usual: Limits = { atOnce: 2, waiting: 50, seconds: 30, megabytes: 256 };

/**
 * Threads for work on what others wrote: a file that asks too much ends its thread, and nobody else notices. They are kept
 * for a minute after their last work, since starting one takes longer than reading most files.
 */
export function openThreads(limits: Partial<Limits> = {}) {
	const { atOnce, waiting, seconds, megabytes } = { ...usual, ...limits };
	const pool = new Tinypool({
		minThreads: 0,
		maxThreads: atOnce,
		idleTimeout: 60_000,
		resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 }
	});
	pool.on('error', (error) => log.error('thread', error)); // one that had no work
	const line: (() => void)[] = [];
	let busy = 0;

	async function turn() {
		if (busy < atOnce) return void busy++;
		if (line.length >= waiting) throw new Refusal('BUSY', 503, 'errors_busy');
		await new Promise<void>((begin) => line.push(begin));
	}

	function next() {
		const begin = line.shift();
		if (begin) begin();
		else busy--;
	}

	return {
		/**
		 * Calls `name` of the module at `path` (from the project's folder) with one thing that can be copied.
		 * @throws Refusal HEAVY for what takes too long or too much memory, BUSY when too many wait; else what the function
		 * throws, without its class
		 * @param handed what is handed over instead of copied, such as a port
		 */
		async run(path: string, name: string, given: unknown, handed: Transferable[] = []): Promise<unknown> {
			await turn();
			const end = new AbortController();
			const timer = setTimeout(() => end.abort(), seconds * 1000);
			try {
				return await pool.run(given, {
					filename: join(root, path),
					name,
					signal: end.signal,
					transferList: handed as never
				});
			} catch (error) {
				const reason = end.signal.aborted ? 'time' : isOutOfMemory(error) ? 'memory' : undefined;
				if (!reason) throw error;
				log.warn('thread ended', { work: name, reason });
				throw new Refusal('HEAVY', 413, 'errors_too_heavy');
			} finally {
				clearTimeout(timer);
				next();
			}
		},
		close: () => pool.destroy()
	};
}

const isOutOfMemory = (error: unknown) => (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';

type Threads = ReturnType<typeof openThreads>;

function opened(limits?: Partial<Limits>): Threads {
	const threads = openThreads(limits);
	onShutdown(threads.close);
	return threads;
}

let shared: Threads | undefined;

type Work = (given: never) => unknown;

/**
 * A module's functions, each done in a thread. Its file is read as it stands, also by the build: it imports nothing that
 * has to be compiled. What is refused is part of the answer, for errors lose their class on the way.
 * @param path from the project's folder
 * @param limits for work that asks for more than usual; it gets threads of its own
 */
export function inThread<Module extends Record<string, unknown>>(path: string, limits?: Partial<Limits>) {
	let own: Threads | undefined;
	const threads = () => (limits ? (own ??= opened(limits)) : (shared ??= opened()));
	return <Name extends keyof Module & string>(
		name: Name,
		given: Module[Name] extends Work ? Parameters<Module[Name]>[0] : never,
		handed: Transferable[] = []
	) =>
		threads().run(path, name, given, handed) as Promise<
			Module[Name] extends Work ? Awaited<ReturnType<Module[Name]>> : never
		>;
}
