import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startJobs } from '#lib/server/jobs/jobs.ts';
import { sendMails, sweepMails } from '#lib/server/mail/mails.ts';
import { cast, harz } from './cast.ts';
import { sql } from './harness.ts';
import { letter, postOffice, queueMail, queueMails, saying, sendTo } from './post-office.ts';

/* Every mail goes out exactly once, or one can see that it did not, and why. */

let stop: () => Promise<void>;
beforeAll(async () => {
	stop = await startJobs({ send_mails: sendMails }, '');
});
afterAll(() => stop());
afterEach(() => sql('delete from private.mails; delete from graphile_worker._private_jobs'));

const about = { kind: 'answered', authorityId: harz, personId: cast.clerk } as const;
const send = (recipient: string) => queueMail(recipient, letter, about);
const stateOf = async (recipient: string) => {
	const [mail] = await sql(
		'select state, reason, attempts, letter is not null as has_words from private.mails where recipient = $1',
		[recipient]
	);
	return mail;
};
const becomes = (recipient: string, expected: object) =>
	vi.waitFor(async () => expect(await stateOf(recipient)).toMatchObject(expected), {
		timeout: 20_000,
		interval: 50
	});
const nothingLeftToDo = () =>
	vi.waitFor(async () => expect(await sql('select from graphile_worker.jobs')).toEqual([]));
/** Does not wait for the next try. */
const hurry = () => sql(`update graphile_worker._private_jobs set run_at = now() where attempts > 0`);

test('what the mail server takes is sent, and its words are forgotten', async () => {
	const office = await postOffice();
	sendTo(office.port);
	await send('da@test.example');
	await becomes('da@test.example', { state: 'sent', reason: null, has_words: false });
	expect(office.received).toHaveLength(1);
	await office.close();
});

test('no such recipient: bounced at once, with the code and without the address', async () => {
	const office = await postOffice({
		onRcptTo: ({ address }, _session, done) => done(saying(550, `5.1.1 no such box: ${address}`))
	});
	sendTo(office.port);
	await send('weg@test.example');
	await becomes('weg@test.example', { state: 'bounced', reason: '550 5.1.1', attempts: 1, has_words: true });
	await nothingLeftToDo();
	await office.close();
});

test('a letter that is refused as a whole is bounced', async () => {
	const office = await postOffice({
		onData: (stream, _session, done) => {
			stream.resume();
			stream.on('end', () => done(saying(554, '5.7.1 not wanted here')));
		}
	});
	sendTo(office.port);
	await send('streng@test.example');
	await becomes('streng@test.example', { state: 'bounced', reason: '554 5.7.1' });
	await office.close();
});

test('not now: it waits, with the reason, and goes out once it may', async () => {
	let isFull = true;
	const office = await postOffice({
		onRcptTo: (_address, _session, done) => done(isFull ? saying(450, '4.2.2 mailbox full') : undefined)
	});
	sendTo(office.port);
	await send('voll@test.example');
	await becomes('voll@test.example', { state: 'queued', reason: '450 4.2.2', attempts: 1 });
	await vi.waitFor(async () => {
		const [job] = await sql('select last_error from graphile_worker.jobs where last_error is not null');
		expect(job.last_error).not.toContain('@');
	}, 20_000);
	isFull = false;
	await hurry();
	await becomes('voll@test.example', { state: 'sent', attempts: 2 });
	expect(office.received).toHaveLength(1);
	await office.close();
});

test('a refusal of ourselves is no fault of the recipient: it is tried again', async () => {
	const office = await postOffice({
		onMailFrom: (_from, _session, done) => done(saying(550, 'who are you?'))
	});
	sendTo(office.port);
	await send('schuldlos@test.example');
	await becomes('schuldlos@test.example', { state: 'queued', reason: '550' });
	await office.close();
});

test('the mail server is down: everything waits, and everything goes out once when it is back', async () => {
	const closed = await postOffice();
	await closed.close();
	sendTo(closed.port);
	const people = Array.from({ length: 20 }, (_, n) => `wartet${n}@test.example`);
	await queueMails(people.map((recipient) => ({ ...about, recipient, letter })));
	for (const recipient of people) await becomes(recipient, { state: 'queued', reason: /^E/ });
	const office = await postOffice();
	sendTo(office.port);
	await vi.waitFor(
		async () => {
			await hurry();
			const [{ left }] = await sql(
				`select count(*)::integer as left from private.mails where state <> 'sent'`
			);
			expect(left).toBe(0);
		},
		{ timeout: 100_000, interval: 500 }
	);
	const reached = office.received.map(({ to }) => [to].flat()[0]?.text).sort();
	expect(reached).toEqual([...people].sort());
	await office.close();
}, 150_000);

test('the connection breaks while the letter flows: unsure, and never sent a second time', async () => {
	const office = await postOffice({
		onData: (stream, session) => {
			stream.resume();
			stream.on('end', () => office.cut(session.id));
		}
	}).then((opened) => ({ ...opened, cut: (id: string) => cutIn(opened, id) }));
	sendTo(office.port);
	await send('ungewiss@test.example');
	await becomes('ungewiss@test.example', { state: 'unsure', attempts: 1, has_words: true });
	await nothingLeftToDo();
	await office.close();
});

function cutIn({ server }: Awaited<ReturnType<typeof postOffice>>, id: string) {
	for (const connection of server.connections as Set<{ id: string; _socket: { destroy: () => void } }>)
		if (connection.id === id) connection._socket.destroy();
}

test('claimed by a program that died: unsure when it is found, by the job or by the sweep', async () => {
	const office = await postOffice();
	sendTo(office.port);
	await sql(`insert into private.mails (kind, recipient, subject, letter, state, state_at) values
		('answered', 'eben@test.example', 'x', '{}', 'sending', now()), ('answered', 'lange@test.example', 'x', '{}', 'sending', now() - interval '1 hour')`);
	await sweepMails();
	expect(await stateOf('eben@test.example')).toMatchObject({ state: 'sending' });
	expect(await stateOf('lange@test.example')).toMatchObject({ state: 'unsure', reason: 'interrupted' });
	const [{ batch }] = await sql(`select batch from private.mails where recipient = 'eben@test.example'`);
	await sendMails({ batch });
	expect(await stateOf('eben@test.example')).toMatchObject({ state: 'unsure', reason: 'interrupted' });
	expect(office.received).toEqual([]);
	await office.close();
});

test('after 25 tries it has failed; a mail that lost its job gets one', async () => {
	const closed = await postOffice();
	await closed.close();
	sendTo(closed.port);
	await sql(
		`insert into private.mails (kind, recipient, subject, letter, attempts, queued_at) values
		('answered', 'zuletzt@test.example', 'x', $1, 24, now() - interval '4 days')`,
		[letter]
	);
	await sweepMails();
	await becomes('zuletzt@test.example', { state: 'failed', attempts: 25, has_words: true });
	await nothingLeftToDo();
	await sweepMails();
	expect(await stateOf('zuletzt@test.example')).toMatchObject({ state: 'failed' });
});

test('25 tries last for more than a day', async () => {
	const seconds = Array.from({ length: 24 }, (_, n) => Math.exp(Math.min(10, n + 1)));
	const [{ max }] = await sql(
		`select max_attempts as max from graphile_worker.add_job('nothing', run_at := now() + interval '1 day')`
	);
	expect(max).toBe(25);
	expect(seconds.reduce((sum, each) => sum + each)).toBeGreaterThan(24 * 60 * 60);
});

test('words of what never arrived are forgotten after 30 days', async () => {
	await sql(`insert into private.mails (kind, recipient, subject, letter, state, state_at) values
		('answered', 'alt@test.example', 'x', '{}', 'failed', now() - interval '31 days')`);
	await sweepMails();
	expect(await stateOf('alt@test.example')).toMatchObject({ has_words: false });
});

test('what became of each mail can be asked by what it is about, newest first', async () => {
	const row = crypto.randomUUID();
	const office = await postOffice({
		onRcptTo: ({ address }, _session, done) =>
			done(address.startsWith('weg') ? saying(550, '5.1.1 gone') : undefined)
	});
	sendTo(office.port);
	await queueMail('weg@test.example', letter, { ...about, about: row });
	await becomes('weg@test.example', { state: 'bounced' });
	await queueMail('da@test.example', letter, { ...about, about: row });
	await becomes('da@test.example', { state: 'sent' });
	expect(
		await sql('select recipient, name, kind, state, reason from private.deliveries_of($1)', [[row]])
	).toEqual([
		{ recipient: 'da@test.example', name: 'Frau Sabine Kern', kind: 'answered', state: 'sent', reason: null },
		{
			recipient: 'weg@test.example',
			name: 'Frau Sabine Kern',
			kind: 'answered',
			state: 'bounced',
			reason: '550 5.1.1'
		}
	]);
	await office.close();
});

const three = ['eins@test.example', 'zwei@test.example', 'drei@test.example'];
const sendThree = () => queueMails(three.map((recipient) => ({ ...about, recipient, letter })));

test('three letters go out in one job', async () => {
	const office = await postOffice();
	sendTo(office.port);
	await stop();
	await sendThree();
	const jobs = await sql('select key from graphile_worker.jobs');
	expect(jobs).toEqual([{ key: await theirBatch() }]);
	stop = await startJobs({ send_mails: sendMails }, '');
	for (const recipient of three) await becomes(recipient, { state: 'sent' });
	expect(office.received).toHaveLength(3);
	await nothingLeftToDo();
	await office.close();
});

test('one of three has to wait: it is tried again alone', async () => {
	let isFull = true;
	const office = await postOffice({
		onRcptTo: ({ address }, _session, done) =>
			done(isFull && address === three[1] ? saying(450, '4.2.2 mailbox full') : undefined)
	});
	sendTo(office.port);
	await sendThree();
	await becomes(three[0]!, { state: 'sent', attempts: 1 });
	await becomes(three[2]!, { state: 'sent', attempts: 1 });
	await becomes(three[1]!, { state: 'queued', reason: '450 4.2.2', attempts: 1 });
	await vi.waitFor(async () =>
		expect(await sql('select from graphile_worker.jobs where last_error is not null')).toHaveLength(1)
	);
	isFull = false;
	await hurry();
	await becomes(three[1]!, { state: 'sent', attempts: 2 });
	expect(office.received).toHaveLength(3);
	await nothingLeftToDo();
	await office.close();
});

test.each([0, 1, 2])('killed with %i of three noted: what is left goes out, nothing twice', async (noted) => {
	const office = await postOffice();
	sendTo(office.port);
	await stop();
	await sendThree();
	const batch = await theirBatch();
	const pass = async (last?: string) =>
		(await sql(`select public.mail_pass($1, $2, 'sent') -> 'next' ->> 'id' as id`, [batch, last ?? null]))[0]
			.id;
	let claimed = await pass();
	for (let n = 0; n < noted; n++) claimed = await pass(claimed);
	await sendMails({ batch }); // the retry
	const states = await sql('select id = $1 as was_claimed, state, attempts from private.mails', [claimed]);
	expect(states.filter(({ was_claimed }) => was_claimed)).toMatchObject([{ state: 'unsure', attempts: 1 }]);
	expect(states.filter(({ state }) => state === 'sent')).toHaveLength(2);
	expect(office.received).toHaveLength(2 - noted);
	await sendMails({ batch });
	expect(office.received).toHaveLength(2 - noted);
	await office.close();
	stop = await startJobs({ send_mails: sendMails }, '');
});

test('a program that has to stop leaves what it has not begun to the next', async () => {
	const office = await postOffice();
	sendTo(office.port);
	await stop();
	await sendThree();
	await expect(
		sendMails({ batch: await theirBatch() }, { abortSignal: AbortSignal.abort() })
	).rejects.toThrow();
	expect(office.received).toEqual([]);
	await office.close();
	stop = await startJobs({ send_mails: sendMails }, '');
});

async function theirBatch(): Promise<string> {
	const [{ batch }, ...others] = await sql('select distinct batch from private.mails');
	expect(others).toEqual([]);
	return batch;
}

test('a thousand letters are one call, 25 to a job', async () => {
	const mails = Array.from({ length: 1000 }, (_, n) => ({
		...about,
		recipient: `n${n}@test.example`,
		letter,
		occasion: 'runde:1'
	}));
	await stop();
	expect(await queueMails(mails)).toBe(1000);
	expect(await queueMails(mails)).toBe(0);
	const jobs = await sql(`select count(m.id)::integer as mails from graphile_worker.jobs j
		join private.mails m on m.batch::text = j.key where task_identifier = 'send_mails' group by j.id`);
	expect(jobs).toHaveLength(40);
	expect(jobs.every(({ mails }) => mails === 25)).toBe(true);
});
