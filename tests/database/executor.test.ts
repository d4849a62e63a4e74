import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import pg from 'pg';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { readCatalogue, type Catalogue } from '#lib/server/embedded/catalogue.ts';
import { executor, type Call, type Claims } from '#lib/server/embedded/executor.ts';
import { openPool } from '#lib/server/embedded/pool.ts';
import { databaseUrl, sql } from './harness.ts';

/* Functions called straight on the database: what the contract cannot see from outside, on a single connection. */

const me: Claims = { role: 'authenticated', sub: randomUUID() };
const nobody: Claims = { role: 'anon' };
const unavailable = { status: 503, error: { code: 'PGRST001' } };
const patience = 20_000;

let catalogue: Catalogue;
let pool: pg.Pool;
let call: Call;
beforeAll(async () => {
	await sql(readFileSync('tests/database/trial.sql', 'utf8'));
	const owner = openPool(databaseUrl, { connections: 1 });
	catalogue = await readCatalogue(owner);
	await owner.end();
});
beforeEach(() => {
	pool = openPool(databaseUrl, { connections: 1, role: 'authenticator' });
	call = executor(pool, catalogue);
});
afterEach(() => pool.end());

/** What the one connection is between two calls. */
async function between() {
	const { rows } = await pool.query(
		`select current_user as role, current_setting('request.jwt.claims', true) as claims, current_setting('transaction_read_only') as reading`
	);
	return rows[0];
}
const untouched = { role: 'authenticator', claims: '', reading: 'off' };

test.each([
	['an answer', 'trial_who', {}],
	['a refusal', 'trial_raise', { p_code: 'RULED' }],
	['a refusal at the end of the transaction', 'trial_orphan', { p_n: 1 }],
	['a write', 'trial_write', { p_n: 2 }]
])('after %s nothing of who asked is left on the connection', async (_, name, args) => {
	await call(me, name, args);
	expect(await between()).toEqual(untouched);
	expect((await call(nobody, 'trial_who'))!.data).toEqual({ person: null, role: 'anon' });
});

test('a plan made for one role does not let another in', async () => {
	expect((await call({ role: 'service_role' }, 'trial_system'))!.data).toBe('secret');
	expect(await call(nobody, 'trial_system')).toMatchObject({ status: 401, error: { code: '42501' } });
	expect(await call(me, 'trial_list', { p_upto: 1 })).toMatchObject({ data: [{ n: 1 }] });
	expect(await call(nobody, 'trial_list', { p_upto: 1 })).toMatchObject({ status: 401 });
});

test('a function that is declared to read only cannot write', async () => {
	const answer = await call(me, 'trial_reads_only', { p_n: 3 });
	expect(answer).toMatchObject({ status: 405, error: { code: '25006' } });
	expect((await call(me, 'trial_write', { p_n: 3 }))!.data).toBe(3);
});

test.each(['postgres', 'authenticator', ''])('the role "%s" is none of the three', (role) => {
	expect(() => call({ role } as unknown as Claims, 'trial_who')).toThrow('no such request role');
});

test('each statement is prepared once, also when its first call failed', async () => {
	for (const n of [4, 4, 5, 5]) await call(me, 'trial_write', { p_n: n });
	for (const code of ['RULED', 'FINAL', 'STALE']) await call(me, 'trial_raise', { p_code: code });
	const { rows } = await pool.query('select name from pg_prepared_statements order by name');
	expect(rows).toHaveLength(3);
});

test('a statement that lasts too long is ended, and the connection goes on', async () => {
	const hasty = new pg.Pool({ connectionString: databaseUrl, max: 1, statement_timeout: 100 });
	const answer = await executor(hasty, catalogue)(me, 'trial_sleep', { p_seconds: 10 });
	expect(answer).toMatchObject({ status: 500, error: { code: '57014' } });
	expect(await executor(hasty, catalogue)(me, 'trial_who')).toMatchObject({ status: 200 });
	await hasty.end();
});

test('a connection cut amid a call: unavailable, and the next call has another one', async () => {
	const before = (await call(me, 'trial_sleep', { p_seconds: 0 }))!.data;
	const cut = call(me, 'trial_sleep', { p_seconds: 10 });
	const waiting = call(me, 'trial_who');
	await vi.waitFor(async () => expect(await sleeping()).toContain(before));
	await sql('select pg_terminate_backend($1)', [before]);
	expect(await cut).toMatchObject(unavailable);
	expect(await waiting).toMatchObject({ status: 200 });
	expect((await call(me, 'trial_sleep', { p_seconds: 0 }))!.data).not.toBe(before);
});

const sleeping = async () =>
	(await sql(`select pid from pg_stat_activity where wait_event = 'PgSleep'`)).map(({ pid }) => pid);

test('nobody listens: unavailable', async () => {
	const nowhere = openPool(databaseUrl.replace(/@127.0.0.1:\d+/, '@127.0.0.1:1'), { connections: 1 });
	expect(await executor(nowhere, catalogue)(me, 'trial_who')).toMatchObject(unavailable);
});

test('a database that falls silent amid a call is not waited for without end', async () => {
	const line = await openLine();
	const silent = openPool(line.url, { connections: 1, role: 'authenticator' });
	const ask = executor(silent, catalogue);
	await ask(me, 'trial_who');
	line.hold();
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const answer = ask(me, 'trial_who');
	await line.written();
	vi.advanceTimersByTime(patience);
	vi.useRealTimers();
	expect(await answer).toMatchObject(unavailable);
	await silent.end();
	line.close();
});

/** A way to the database on which nothing comes back any more once it is held. */
async function openLine() {
	const { hostname, port } = new URL(databaseUrl);
	let isHeld = false;
	const sockets: Socket[] = [];
	const server = createServer((near) => {
		const far = connect(Number(port), hostname);
		near.on('data', (bytes) => {
			far.write(bytes);
			if (isHeld) server.emit('written');
		});
		far.on('data', (bytes) => isHeld || near.write(bytes));
		for (const socket of [near, far]) sockets.push(socket.on('error', () => {}));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: databaseUrl.replace(`:${port}/`, `:${(server.address() as AddressInfo).port}/`),
		hold: () => void (isHeld = true),
		written: () => once(server, 'written'),
		close: () => {
			for (const socket of sockets) socket.destroy();
			server.close();
		}
	};
}
