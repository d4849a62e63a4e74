import { spawn } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { supervised } from './supervised.js';

const times = { shortest: 20, longest: 100, steady: 60_000, most: 3 };
const said: string[] = [];
const warned: string[] = [];

beforeEach(() => {
	vi.spyOn(console, 'log').mockImplementation((line) => void said.push(line));
	vi.spyOn(console, 'error').mockImplementation((line) => void warned.push(line));
});
afterEach(() => {
	vi.restoreAllMocks();
	said.length = warned.length = 0;
});

/** Programs that do this in turn, the last one again and again. */
function programs(...scripts: string[]) {
	let started = 0;
	const start = () => {
		const script = scripts[Math.min(started++, scripts.length - 1)]!;
		return spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
	};
	return { start, count: () => started };
}
const ready = "process.send('ready', () => {";
const falls = `${ready} process.exit(7) })`;
const isKilled = `${ready} process.kill(process.pid, 'SIGKILL') })`;
const stays = `${ready} setInterval(() => {}, 1000) })`;
const ends = `${ready} process.exit(0) })`;

describe('a program that was ready and fell', () => {
	test('comes back', async () => {
		const { start, count } = programs(falls, isKilled, ends);
		expect(await supervised(start, times)).toBe(0);
		expect(count()).toBe(3);
		expect(said).toEqual([
			'Die Seiten sind abgestürzt (Status 7) und werden neu gestartet …',
			'Die Seiten sind abgestürzt (SIGKILL) und werden neu gestartet …'
		]);
	});

	test('comes back after a longer pause each time', async () => {
		const { start } = programs(falls);
		const begins: number[] = [];
		await supervised(
			() => {
				begins.push(Date.now());
				return start();
			},
			{ ...times, shortest: 300, longest: 10_000 }
		);
		expect(begins[1]! - begins[0]!).toBeGreaterThanOrEqual(300);
		expect(begins[2]! - begins[1]!).toBeGreaterThanOrEqual(600);
	});

	test('again and again is given up in one sentence, with its status', async () => {
		const { start, count } = programs(falls);
		expect(await supervised(start, times)).toBe(7);
		expect(count()).toBe(3);
		expect(warned).toHaveLength(1);
		expect(warned[0]).toMatch(/^Die Seiten sind 3-mal hintereinander abgestürzt \(zuletzt: Status 7\)/);
	});

	test('is not given up when it had worked for a while', async () => {
		const { start, count } = programs(falls, falls, falls, falls, ends);
		expect(await supervised(start, { ...times, steady: 0 })).toBe(0);
		expect(count()).toBe(5);
	});

	test('and cannot start again counts as fallen', async () => {
		const { start, count } = programs(falls, 'process.exit(1)');
		expect(await supervised(start, times)).toBe(1);
		expect(count()).toBe(3);
	});
});

test('a first start that fails is not tried again', async () => {
	const { start, count } = programs('process.exit(1)');
	expect(await supervised(start, times)).toBe(1);
	expect(count()).toBe(1);
	expect([said, warned]).toEqual([[], []]);
});

describe('a signal', () => {
	test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
		'%s reaches the program and ends both',
		async (signal) => {
			const { start, count } = programs(stays);
			const end = supervised(() => {
				const child = start();
				child.on('message', () => process.emit(signal));
				return child;
			}, times);
			expect(await end).toBe(1); // it has no ear for signals
			expect(count()).toBe(1);
		}
	);

	test('ends the pause before a new start', async () => {
		const { start, count } = programs(falls);
		const end = supervised(start, { ...times, shortest: 60_000, longest: 60_000 });
		await vi.waitFor(() => expect(said).toHaveLength(1), 5000);
		process.emit('SIGTERM');
		expect(await end).toBe(0);
		expect(count()).toBe(1);
	});
});
