import { afterEach, describe, expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import { openThreads, type Limits } from './threads.ts';

/* What a file asks too much ends its thread, and nobody else notices. The limits are low here, the work is harmless. */

const opened: ReturnType<typeof openThreads>[] = [];
afterEach(async () => void (await Promise.all(opened.splice(0).map(({ close }) => close()))));

function threads(limits: Partial<Limits>) {
	const made = openThreads(limits);
	opened.push(made);
	return (name: string, given?: unknown) => made.run('tests/thread-work.ts', name, given);
}
const refusal = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error) => (error instanceof Refusal ? error.messageKey : String(error))
	);

test('work is done, one piece after the other in the same thread', async () => {
	const run = threads({ atOnce: 1 });
	expect(await Promise.all([1, 2, 3].map((number) => run('twice', number)))).toEqual([2, 4, 6]);
});

test('what the work throws is told', async () => {
	const run = threads({});
	expect(await refusal(run('fail'))).toContain('no such thing');
	expect(await run('twice', 2)).toBe(4);
});

describe('a limit ends one piece of work and no other', () => {
	test('of time, counted from its turn on; pages go on meanwhile', async () => {
		const run = threads({ atOnce: 1, seconds: 1 });
		await run('twice', 1);
		const started = performance.now();
		const long = refusal(run('sleep', 20_000));
		const patient = run('twice', 21);
		let turns = 0;
		const page = setInterval(() => turns++, 20);
		expect(await long).toBe('errors_too_heavy');
		clearInterval(page);
		expect(performance.now() - started).toBeLessThan(10_000);
		expect(turns).toBeGreaterThan(10);
		expect(await patient).toBe(42);
	});

	test('of memory', async () => {
		const run = threads({ megabytes: 16 });
		expect(await run('fill', 2)).toBe(2);
		expect(await refusal(run('fill', 200))).toBe('errors_too_heavy');
		expect(await run('twice', 4)).toBe(8);
	});

	test('of those who wait', async () => {
		const run = threads({ atOnce: 1, waiting: 1 });
		const [one, two, three] = [run('sleep', 300), run('twice', 2), refusal(run('twice', 3))];
		expect(await three).toBe('errors_busy');
		expect(await Promise.all([one, two])).toEqual([undefined, 4]);
	});
});

test('work that ends its own thread is given up in time', async () => {
	const run = threads({ seconds: 1 });
	expect(await refusal(run('end'))).toBe('errors_too_heavy');
	expect(await run('twice', 5)).toBe(10);
});
