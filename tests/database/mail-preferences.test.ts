import { beforeEach, expect, test } from 'vitest';
import { chosenIn, type Group, type Pace } from '#lib/mail/preference.ts';
import * as preferences from '#lib/mail/preferences.server.ts';
import { sendDigests } from '#lib/mail/digest-jobs.server.ts';
import { asText, type Letter } from '#lib/server/mail/letter.ts';
import { asking } from './acting.ts';
import { cast, harz } from './cast.ts';
import { as, sql } from './harness.ts';
import { letter, queueMail } from './post-office.ts';

/* People choose how often they hear from us. What they have a right or a duty to hear comes in any case. */

const kern = as(cast.clerk);
const choose = (pace: Pace, group: Group = 'reports') => preferences.choose(kern, { [group]: pace });
let occasion = 0;
const send = (kind: App.MailKind, about: object = {}) =>
	queueMail('kern@beispiel.example', letter, {
		kind,
		authorityId: harz,
		personId: cast.clerk,
		occasion: `event:${++occasion}`,
		...about
	});
const mails = () =>
	sql<{ kind: string; state: string; due_at: Date | null; bundled_in: string | null; letter: Letter | null }>(
		'select kind, state, due_at, bundled_in, letter from private.mails order by queued_at, id'
	);
const morningComes = () =>
	sql(`update private.mails set due_at = now() - interval '1 minute' where due_at is not null`);
const jobs = () => sql(`select from graphile_worker.jobs where task_identifier = 'send_mails'`);

beforeEach(async () => {
	await sql(
		`delete from private.mails; delete from public.mail_preferences; delete from graphile_worker._private_jobs`
	);
	await sql(`update public.people set locale = 'de' where id = $1`, [cast.clerk]);
});

test('everybody hears at once, until they choose', async () => {
	expect(await preferences.list(kern)).toEqual([
		{ group: 'reports', pace: 'at_once' },
		{ group: 'calls', pace: 'at_once' }
	]);
	expect((await preferences.list(as(cast.planner))).map(({ group }) => group)).toEqual(['planning', 'calls']);
	expect(await send('answered')).toBe(true);
	expect(await mails()).toMatchObject([{ state: 'queued', due_at: null }]);
});

test('a choice is kept, also when it is made again', async () => {
	await choose('never');
	await choose('daily');
	expect(await preferences.list(kern)).toContainEqual({ group: 'reports', pace: 'daily' });
});

test('a form chooses only what there is to choose', () => {
	const form = new FormData();
	form.set('reports', 'daily');
	form.set('calls', 'whenever');
	form.set('secrets', 'never');
	expect(chosenIn(form)).toEqual({ reports: 'daily' });
});

test.each(['interim_status', 'answered', 'answer_corrected'] as const)(
	'%s can be switched off',
	async (kind) => {
		await choose('never');
		expect(await send(kind)).toBe(false);
		expect(await mails()).toEqual([]);
	}
);

test.each(['receipt', 'question', 'gap_asked', 'draft_handed_in', 'draft_returned'] as const)(
	'%s is a duty: it comes even so, at once',
	async (kind) => {
		await choose('never');
		expect(await send(kind)).toBe(true);
		expect(await mails()).toMatchObject([{ kind, due_at: null }]);
		expect(await jobs()).toHaveLength(1);
	}
);

test.each(['call_invitation', 'call_reminder'] as const)('%s is a duty, too', async (kind) => {
	await choose('never', 'calls');
	expect(await send(kind)).toBe(true);
	expect(await jobs()).toHaveLength(1);
});

test('a reminder does not wait for the morning, and neither do sign-in and invitation', async () => {
	await preferences.choose(kern, { calls: 'daily', reports: 'daily', planning: 'daily' });
	for (const kind of ['call_reminder', 'overdue', 'sign_in', 'password', 'invitation'] as const)
		await send(kind);
	expect(await jobs()).toHaveLength(5);
});

test('a kind of mail that nobody listed is an error', async () => {
	await expect(send('something new' as App.MailKind)).rejects.toThrow();
	expect(await mails()).toEqual([]);
});

test('once a day: one mail in the morning with all, each with its own link, in the reader’s language', async () => {
	await choose('daily');
	await sql(`update public.people set locale = 'en' where id = $1`, [cast.clerk]);
	for (const kind of ['answered', 'interim_status', 'question'] as const) await send(kind);
	expect(await jobs()).toEqual([]);
	await sendDigests();
	expect(await mails()).toHaveLength(3); // it is not morning yet
	await morningComes();
	await sendDigests();
	await sendDigests();
	const all = await mails();
	const digests = all.filter(({ kind }) => kind === 'digest');
	expect(digests).toHaveLength(1);
	expect(await jobs()).toHaveLength(1);
	const text = asText(digests[0]!.letter!);
	expect(text.match(/https:\/\/augenhoehe\.example\/bedarfe\/HZ-2026-142/g)).toHaveLength(3);
	expect(digests[0]!.letter!.subject).toMatch(/^3 messages from/);
	expect(all.filter(({ bundled_in }) => bundled_in)).toHaveLength(3);
});

test('letters of the morning are due at six in Germany', async () => {
	const [row] = await sql(
		`select to_char(private.next_digest_at() at time zone 'Europe/Berlin', 'HH24:MI') as time, private.next_digest_at() - now() as ahead`
	);
	expect(row.time).toBe('06:00');
	await choose('daily');
	await send('answered');
	const due = (await mails())[0]!.due_at!;
	expect(due.getTime()).toBeGreaterThan(Date.now());
	expect(due.getTime()).toBeLessThan(Date.now() + 24.1 * 3600_000);
});

test('a run that takes a letter another run has taken bundles nothing', async () => {
	await choose('daily');
	await send('answered');
	await send('interim_status');
	await morningComes();
	const ids = (await sql<{ id: string }>('select id from private.mails')).map(({ id }) => id);
	const bundle = (given: string[]) =>
		sql(`select public.mail_bundle($1, $2, $3, '{"subject": "x"}') as id`, [cast.clerk, harz, given]);
	expect((await bundle(ids.slice(0, 1)))[0].id).not.toBeNull();
	expect(await bundle(ids)).toEqual([{ id: null }]);
	await sendDigests();
	expect((await mails()).filter(({ kind }) => kind === 'digest')).toHaveLength(2);
	expect((await mails()).filter(({ kind, bundled_in }) => kind !== 'digest' && !bundled_in)).toEqual([]);
});

test('a bundled letter fares as the mail that carried it, and then as its copy', async () => {
	const about = crypto.randomUUID();
	const fate = () => sql('select kind, state, reason from private.deliveries_of($1)', [[about]]);
	await choose('daily');
	await send('question', { about });
	await morningComes();
	await sendDigests();
	const [daily] = await sql<{ id: string }>(
		`update private.mails set state = 'bounced', reason = '5.1.1' where kind = 'digest' returning id`
	);
	expect(await fate()).toEqual([{ kind: 'question', state: 'bounced', reason: '5.1.1' }]);
	const copy = await asking(cast.planner, `select public.resend_mail('${daily!.id}')`);
	await sql(`update private.mails set state = 'sent' where id = $1`, [copy]);
	expect(await fate()).toEqual([{ kind: 'question', state: 'sent', reason: null }]);
});

test('the link of a mail ends its group for whoever holds the mail, and nothing else', async () => {
	const [{ token }] = await sql(`select private.unsubscribe_token($1, 'reports') as token`, [cast.clerk]);
	expect(await preferences.ofLink(token)).toEqual({ group: 'reports', isOff: false });
	await preferences.end(token);
	expect(await preferences.ofLink(token)).toEqual({ group: 'reports', isOff: true });
	expect(await preferences.list(kern)).toContainEqual({ group: 'calls', pace: 'at_once' });
});

test('an invented link, or one bent to another person or group, ends nothing', async () => {
	const [{ token }] = await sql(`select private.unsubscribe_token($1, 'reports') as token`, [cast.clerk]);
	const planner = cast.planner.replaceAll('-', '');
	const bent = [
		'nirgends',
		token.replace(/^[0-9a-f]{32}/, planner),
		token.replace('-reports-', '-calls-'),
		token.slice(0, -1),
		`${token}0`
	];
	for (const invented of bent) {
		expect(await preferences.ofLink(invented)).toBeNull();
		await preferences.end(invented);
	}
	expect(await sql('select from public.mail_preferences')).toEqual([]);
});

test('only what can be switched off carries the link to do so', async () => {
	for (const kind of ['answered', 'question', 'sign_in'] as const) await send(kind);
	const queued = await sql<{ batch: string; kind: string }>('select batch, kind from private.mails');
	const links = await Promise.all(
		queued.map(async ({ batch, kind }) => {
			const [{ mail }] = await sql(`select public.mail_pass($1) -> 'next' as mail`, [batch]);
			return [kind, mail.unsubscribe !== null];
		})
	);
	expect(Object.fromEntries(links)).toEqual({ answered: true, question: false, sign_in: false });
});
