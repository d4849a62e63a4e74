import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { backend } from '#lib/server/backend.ts';
import { hearEndedSessions } from '#lib/server/ended-sessions.ts';
import { hashOf, look, rememberWhile } from '#lib/server/session-memory.ts';
import { cast, enter } from './cast.ts';
import { sql } from './harness.ts';

/* A session that ends in another process, or by a command, ends here at once, although sessions are remembered. */

let stop: () => Promise<void>;
beforeAll(async () => {
	await enter();
	stop = await hearEndedSessions();
});
afterAll(async () => {
	await stop();
	rememberWhile(true);
});

async function session(id: string) {
	await sql(
		`insert into private.sessions (id_hash, person_id, expires_at) values ($1, $2, now() + interval '1 day')`,
		[hashOf(id), cast.clerk]
	);
	await vi.waitFor(async () => expect(await look(id)).toMatchObject({ isEnded: false }), 10_000);
}
const soon = { timeout: 1000, interval: 20 };

test.each([
	['signing out', 'update private.sessions set ended_at = now() where id_hash = $1', true],
	['being deleted', 'delete from private.sessions where id_hash = $1', undefined]
])('%s elsewhere is known at once', async (name, text, isEnded) => {
	await session(name);
	await sql(text, [hashOf(name)]);
	await vi.waitFor(async () => expect((await look(name))?.isEnded).toBe(isEnded), soon);
});

test('while nothing can be heard, nothing is remembered; then it is heard again', async () => {
	await session('cut off');
	const listeners = `from pg_stat_activity where datname = current_database() and query = 'listen session_ended'`;
	await vi.waitFor(async () => expect(await sql(`select ${listeners}`)).toHaveLength(1), 10_000);
	await sql(`select pg_terminate_backend(pid) ${listeners}`);
	await vi.waitFor(async () => expect(await sql(`select ${listeners}`)).toEqual([]), 5_000);
	await vi.waitFor(async () => {
		const first = look('cut off');
		expect(look('cut off')).not.toBe(first); // asked each time
		await first;
	}, soon);
	await sql('update private.sessions set ended_at = now() where id_hash = $1', [hashOf('cut off')]);
	expect(await look('cut off')).toMatchObject({ isEnded: true });
	await vi.waitFor(async () => expect(await sql(`select ${listeners}`)).toHaveLength(1), 10_000);
});

test('the embedded database has one process, which knows', async () => {
	const { storage } = backend().settings;
	Object.assign(storage, { mode: 'embedded' });
	try {
		await (
			await hearEndedSessions()
		)();
		const first = look('nobody');
		expect(look('nobody')).toBe(first);
		await first;
	} finally {
		Object.assign(storage, { mode: 'postgres' });
	}
});
