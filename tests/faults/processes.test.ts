import { createHash } from 'node:crypto';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { startServer } from '#lib/server/embedded/server.ts';
import { letter, postOffice } from '../database/post-office.ts';
import { ownerOf } from '../database/owner.ts';
import { hasPooler, startPooler } from '../pooler.ts';
import { dataFolder, launch, start, statusOf } from './program.ts';

/* Several processes on one database: some answer people, one does jobs, a pooler lends the connections between. */

const session = 'q'.repeat(40);
const cookie = { cookie: `session=${session}`, accept: 'text/html' };
const people = Array.from({ length: 150 }, (_, n) => `person${n}@test.example`);

describe.skipIf(!hasPooler)('behind a pooler in transaction mode', () => {
	test.each(['a process of the pages', 'the process of the jobs'])(
		'%s is killed amid a mailing: every letter goes out once, nobody is signed out',
		async (killed) => {
			const { office, owner, run } = await house();
			const pages = [await run('web'), await run('web')] as const;
			const jobs = await run('jobs');
			await signIn(owner);
			for (const { address } of pages) expect(await isSignedIn(address)).toBe(true);
			await queue(owner);
			await vi.waitFor(() => expect(office.received.length).toBeGreaterThan(50), waiting);
			const victim = killed === 'the process of the jobs' ? jobs : pages[0];
			victim.kill('SIGKILL');
			await victim.ended;
			expect(office.received.length).toBeLessThan(people.length);
			if (victim === jobs) await replaced(owner, run);

			await vi.waitFor(async () => expect(await open(owner)).toEqual([]), waiting);
			const reached = office.received.map(({ to }) => [to].flat()[0]!.text);
			expect(new Set(reached).size).toBe(reached.length);
			const unsure = (await mails(owner)).filter(({ state }) => state !== 'sent');
			expect(unsure.filter(({ state }) => state !== 'unsure')).toEqual([]);
			expect(unsure.length).toBeLessThanOrEqual(victim === jobs ? 2 : 0); // as many as are handed over at a time
			expect(reached.length).toBeGreaterThanOrEqual(people.length - unsure.length);
			expect(await isSignedIn(pages[1].address)).toBe(true);
		},
		400_000
	);

	test('who signs out in one process is signed out in the others', async () => {
		const { owner, run } = await house();
		const [one, other] = [await run('web'), await run('web')];
		await signIn(owner);
		expect(await isSignedIn(other.address)).toBe(true);
		const headers = { ...cookie, origin: 'http://pages.example' };
		const form = { method: 'POST', headers, body: new URLSearchParams(), redirect: 'manual' } as const;
		expect((await fetch(`${one.address}/abmelden`, form)).status).toBe(303);
		expect(await isSignedIn(one.address)).toBe(false);
		const atOnce = { timeout: 1000, interval: 50 }; // not the five seconds for which sessions are remembered
		await vi.waitFor(async () => expect(await isSignedIn(other.address)).toBe(false), atOnce);
	});

	test('jobs without a direct connection: it is said, and all of them are done', async () => {
		const { office, owner, run } = await house();
		const jobs = await run('jobs', { DIRECT_URL: '' });
		expect(await healthOf(jobs.address)).toEqual({ live: true, ready: true, jobs: 'by asking' });
		expect(jobs.output()).toContain('bitte nennen Sie mit DIRECT_URL eine direkte Verbindung zur Datenbank.');
		await queue(owner);
		await vi.waitFor(() => expect(office.received).toHaveLength(people.length), waiting);
		expect(await mails(owner)).toEqual(people.map((recipient) => ({ recipient, state: 'sent' })));
	});

	test('two that start at once on a new database, with nothing but the pooler, build it once', async () => {
		const { owner, run } = await house();
		await owner.sql('create database fresh');
		const processes = await Promise.all([run('web', {}, 'fresh'), run('web', {}, 'fresh')]);
		for (const { address } of processes) expect(await statusOf(`${address}/health`)).toBe(200);
	});
});

describe('roles', () => {
	test('a process of the pages leaves jobs alone; one of the jobs has no pages', async () => {
		const { office, owner, run } = await house(false);
		const pages = await run('web');
		expect(await healthOf(pages.address)).toEqual({ live: true, ready: true });
		await queue(owner);
		expect(await statusOf(`${pages.address}/anmelden`)).toBe(200);
		expect(office.received).toEqual([]);
		const jobs = await run('jobs');
		expect(await healthOf(jobs.address)).toEqual({ live: true, ready: true, jobs: 'when queued' });
		expect(await statusOf(`${jobs.address}/anmelden`)).toBe(404);
		await vi.waitFor(() => expect(office.received).toHaveLength(people.length), waiting);
	});

	test('the embedded database has one process', async () => {
		const program = launch(await dataFolder(), 0, { ROLE: 'web' });
		expect(await program.ended).toBe(1);
		expect(program.output().trim()).toMatch(
			/^Die eingebaute Datenbank gehört einem einzigen Programm: .+\.$/
		);
	});
});

type House = Awaited<ReturnType<typeof house>>;
type Owner = House['owner'];
const waiting = { timeout: 200_000, interval: 20 };

/** A database with the sample, a mail server, and where it is wished a pooler. `run` starts a process of one role. */
async function house(isPooled = true) {
	const folder = await dataFolder();
	const server = await startServer(folder, { durable: false });
	const owner = ownerOf(server.url);
	const office = await postOffice();
	const pooler = isPooled ? await startPooler(server.url) : undefined;
	onTestFinished(async () => {
		await Promise.all([office.close(), owner.close(), pooler?.close()]);
	});
	const run = (ROLE: string, more: Record<string, string> = {}, database = 'postgres') => {
		const at = (url: string) => url.replace(/\/postgres$/, `/${database}`);
		return start(folder, {
			ROLE,
			DATABASE_URL: at(pooler?.url ?? server.url),
			DIRECT_URL: at(database === 'postgres' ? server.url : ''),
			ORIGIN_URL: 'http://pages.example',
			SMTP_URL: `smtp://127.0.0.1:${office.port}`,
			MAIL_FROM: 'post@example.org',
			...more
		});
	};
	return { office, owner, run };
}

/** What the dead one held is let go after a while, which is here made to have passed. */
async function replaced(owner: Owner, run: House['run']) {
	const held = await owner.sql(`update graphile_worker._private_jobs
		set locked_at = locked_at - interval '2 minutes' where locked_at is not null returning id`);
	expect(held).not.toEqual([]);
	await run('jobs');
}

async function signIn(owner: Owner) {
	const hash = createHash('sha256').update(session).digest('hex');
	await owner.sql(
		`insert into private.sessions (id_hash, person_id, expires_at)
			select $1, id, now() + interval '1 day' from public.people where family_name = 'Kern'`,
		[hash]
	);
}

/** Who is not signed in is led to the sign-in. */
async function isSignedIn(address: string): Promise<boolean> {
	return (await fetch(`${address}/start`, { headers: cookie, redirect: 'manual' })).status === 200;
}

const healthOf = async (address: string) => (await fetch(`${address}/health`)).json();

const queue = ({ sql }: Owner) =>
	sql('select public.mail_queue_many($1)', [
		JSON.stringify(people.map((recipient) => ({ kind: 'question', recipient, letter, occasion: 'runde:1' })))
	]);

const mails = ({ sql }: Owner) =>
	sql<{ recipient: string; state: string }>(`select recipient, state from private.mails
		where occasion = 'runde:1' order by substring(recipient from '\\d+')::integer`);
const open = async (owner: Owner) =>
	(await mails(owner)).filter(({ state }) => state === 'queued' || state === 'sending');
