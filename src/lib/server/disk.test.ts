import type { StatsFs } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as disks from 'node:fs/promises';
import type { Backend } from './backend.ts';
import { isDiskFull } from './disk.ts';

vi.mock('node:fs/promises', { spy: true });

const held = globalThis as { augenhoeheBackend?: Backend };
const before = held.augenhoeheBackend;
const place = (storage: object) =>
	(held.augenhoeheBackend = { settings: { storage, filesFolder: '/data/files' } } as Backend);
const embedded = { mode: 'embedded', dataFolder: '/data' };
let free: Record<string, number>;

beforeEach(() => {
	vi.mocked(disks.statfs).mockImplementation((async (path: string) => {
		if (free[path] === undefined) throw Object.assign(new Error('none'), { code: 'ENOENT' });
		return { bavail: free[path]! * 256, bsize: 4096 } as StatsFs; // in megabytes
	}) as never);
});
afterEach(() => {
	vi.restoreAllMocks();
	held.augenhoeheBackend = before;
});

test.each([
	['there is room', { '/data': 500, '/data/files': 500 }, embedded, false],
	['our database’s is full', { '/data': 50, '/data/files': 500 }, embedded, true],
	['that of the files is full', { '/data': 500, '/data/files': 50 }, embedded, true],
	[
		'the folder of the files is not there yet, the one above is full',
		{ '/data': 50 },
		{ mode: 'postgres' },
		true
	],
	['the database is elsewhere', { '/data': 50, '/data/files': 500 }, { mode: 'postgres' }, false],
	['nobody knows', {}, embedded, false]
])('a disk: %s', async (_, given, storage, isFull) => {
	free = given as Record<string, number>;
	place(storage);
	expect(await isDiskFull()).toBe(isFull);
});
