import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { inLocale } from '#lib/i18n/handle.ts';
import { subjectOf } from '#lib/mail/delivery.ts';
import * as drafts from '#lib/needs/drafts/drafts.server.ts';
import { backend } from '#lib/server/backend.ts';
import type { Letter } from '#lib/server/mail/letter.ts';
import { writeLetters } from '#lib/server/mail/letterbox.ts';
import { sendMails } from '#lib/server/mail/mails.ts';
import { generateKinds } from '../../src/bin/kinds.ts';
import { letters } from '../../src/letters.server.ts';
import { cast, enter, harz, oberharz } from './cast.ts';
import { backToNow, later } from './clock.ts';
import { setGrace } from './grace.ts';
import { as, ask, databaseUrl, sql } from './harness.ts';
import { letter, postOffice, saying, sendTo } from './post-office.ts';
import { write } from './stage.ts';

/* Every mail starts as a notice: written by what makes it true, sent by one job, exactly once or shown as unsure. */

beforeAll(async () => {
	await enter();
	await setGrace('0');
});
afterEach(() =>
	sql('delete from private.mails; delete from private.notices; delete from graphile_worker._private_jobs')
);
const write_letters = writeLetters(letters);

test('the types list the kinds of the tables', async () => {
	expect(readFileSync('src/kinds.d.ts', 'utf8')).toBe(await generateKinds(databaseUrl));
});

test('each noun knows whom its notices reach, and writes their letters', async () => {
	const nouns = await sql<{ noun: string; exists: boolean }>(`select distinct noun,
		to_regprocedure('private.letters_of_' || noun || '(bigint[])') is not null as exists from private.notice_kinds order by noun`);
	expect(nouns).toEqual(
		Object.keys(letters)
			.toSorted()
			.map((noun) => ({ noun, exists: true }))
	);
	const functions = await sql(`select from pg_proc
		where pronamespace = 'private'::regnamespace and proname ~ '^letters_of_'`);
	expect(functions).toHaveLength(nouns.length);
});

const kinds = await sql<{ noun: keyof App.NoticeKinds; kind: string }>(
	'select noun, kind from private.notice_kinds order by noun, kind'
);

test.each(kinds)('$noun: $kind is a letter in each language', async ({ noun, kind }) => {
	const locales = ['de', 'en', 'de-x-leicht'] as const;
	const written: Letter[] = [];
	for (const locale of locales) {
		const to = {
			locale,
			email: 'kern@beispiel.example',
			personId: cast.clerk,
			salutation: 'Frau',
			familyName: 'Kern'
		};
		const facts = { ...sample, ...(await guests[noun]?.()) };
		const letter = await letters[noun](kind as never, facts as never, to as never, 'https://a.example');
		expect(letter).toMatchObject({ locale, subject: expect.any(String) });
		written.push(letter!);
	}
	for (const { subject, greeting, paragraphs, link } of written) {
		expect([subject, greeting, ...paragraphs].join()).not.toMatch(/undefined|null|\{|NaN|Invalid/);
		expect(link?.address).toMatch(/^https:\/\/a\.example\/./);
	}
	expect(written[1]!.subject).not.toBe(written[0]!.subject);
});

/** What all kinds of notices together ask for. */
const sample = {
	id: harz,
	closesAt: '2026-12-18T22:59:00Z',
	isSecret: false,
	isStepIn: true,
	outcome: 'no_quorum',
	authority: { id: harz, name: 'Landkreis Harz', help: null },
	personName: 'Frau Albrecht',
	postTitle: 'Sozialplanung',
	draftId: null,
	office: 'Jugendamt',
	number: 'HZ-2026-9',
	shortId: '7k3fm2x',
	title: 'Tagespflege',
	organisationName: 'Stadt Oberharz',
	interimDueOn: '2026-11-25',
	finalDueOn: '2027-01-10',
	officeDueOn: '2026-12-01',
	detail: { for: 'Stadt Oberharz', channel: 'phone', receivedOn: '2026-11-20' },
	overdue: 2,
	interimOverdue: 1,
	reports: [
		{ number: 'HZ-BF-3', dueOn: '2026-12-20' },
		{ number: 'HZ-BF-4', dueOn: '2026-12-21' }
	],
	dueOn: '2026-12-20',
	deletedOn: '2027-01-01',
	numbers: ['HZ-2026-7', 'HZ-2026-8'],
	kind: 'surveys',
	slug: 'bedarfe-2026',
	coveringText: 'Bitte melden Sie uns, was fehlt.',
	opensAt: '2026-11-15T08:00:00Z',
	responsible: null,
	fields: ['Wohnen', 'Pflege'],
	notice: {
		body: null,
		addresseeId: harz,
		organisationName: 'Stadt Thale',
		dueAt: '2026-12-18T22:59:00Z',
		answeredAt: '2026-12-01T10:00:00Z',
		extension: { until: '2027-01-15T22:59:00Z', reason: 'Der Rat tagt im Januar.' }
	}
};

/** Whoever is no person yet gets a link, which is drawn for a row that exists. */
const guests: Partial<Record<keyof App.NoticeKinds, () => Promise<{ id: string }>>> = {
	invitations: async () => {
		const [row] = await sql<{ id: string }>(
			`insert into public.invitations (post_id, capacity, given_name, family_name, email)
			values ('20000000-0000-4000-8000-000000000208', 'deputy', 'A', 'B', 'gast@test.example') returning id`
		);
		return row!;
	},
	assistances: async () => {
		const [row] = await sql<{ id: string }>(
			`insert into public.assistances (holding_id, given_name, family_name, email, ends_on)
			select id, 'A', 'B', 'hilfe' || random() || '@test.example', current_date + 30
			from public.holdings where person_id = $1 limit 1 returning id`,
			[cast.councilChair]
		);
		return row!;
	}
};

test('each kind of mail has a name in each language, and starts as a notice or says why not', async () => {
	const mails = await sql<{ kind: App.MailKind; is_told: boolean; is_direct: boolean }>(`
		select m.kind, direct_because is not null as is_direct,
			exists (select from private.notice_kinds n where n.mail_kind = m.kind) as is_told from private.mail_kinds m`);
	expect(mails.filter(({ is_told, is_direct }) => is_told === is_direct)).toEqual([]);
	for (const locale of ['de', 'en', 'de-x-leicht'] as const)
		for (const { kind } of mails)
			expect(inLocale(locale, () => subjectOf(kind))).toMatch(/^(?!mail_kind_).{5,}/);
});

test('a kind of notice that nobody listed is refused', async () => {
	const tell = sql(`select private.tell('{something_new}', '${harz}', 'x', gen_random_uuid())`);
	await expect(tell).rejects.toMatchObject({ code: '23503' });
});

test('a release queues one job, which writes and sends all its letters', async () => {
	const office = await postOffice();
	sendTo(office.port);
	const batch = await released();
	await write_letters({ batch });
	expect(await states()).toEqual(['sent', 'sent', 'sent']);
	expect(office.received).toHaveLength(3);
	expect(await jobs()).toEqual(['write_letters']); // no other was queued
	expect(await sql('select kind, letters from private.notices order by id')).toEqual([
		{ kind: 'receipt', letters: 2 },
		{ kind: 'news', letters: 1 }
	]);
	await office.close();
});

test('what can be taken back is held for five minutes, and taken back it never goes out', async () => {
	await setGrace('5 minutes');
	const office = await postOffice();
	sendTo(office.port);
	const [kept, gone] = [
		await released(),
		await sql('delete from graphile_worker._private_jobs').then(released)
	];
	await write_letters({ batch: kept });
	await write_letters({ batch: gone });
	expect(await states()).toEqual(Array(6).fill('queued'));
	const held = await sql(
		`select key, run_at > now() + interval '4 minutes' as later from graphile_worker.jobs where task_identifier = 'send_mails'`
	);
	expect(held).toEqual([kept, gone].map((batch) => ({ key: `held ${batch}`, later: true })));
	await sql('select public.mail_sweep()');
	const [last] = await sql<{ number: string; id: string }>(
		'select number, id from public.need_reports order by received_at desc limit 1'
	);
	await ask(as(cast.head).rpc('take_back', { p_number: last!.number, p_record: last!.id }));
	expect(await states()).toEqual(Array(3).fill('queued'));
	await later('6 minutes');
	await sendMails({ batch: kept });
	await sendMails({ batch: gone });
	expect(await states()).toEqual(Array(3).fill('sent'));
	expect(office.received).toHaveLength(3);
	await backToNow();
	await setGrace('0');
	await office.close();
});

test('without a mail server the letters stay where they are, but those for the morning', async () => {
	backend().settings.mail = undefined;
	await sql(
		`insert into public.mail_preferences (person_id, kind_group, pace) values ($1, 'reports', 'daily')`,
		[cast.head]
	);
	await write_letters({ batch: await released() });
	await sql('delete from public.mail_preferences');
	const kept =
		'select state, letter is not null as has_words, due_at is not null as waits from private.mails order by state';
	expect(await sql(kept)).toEqual([
		{ state: 'queued', has_words: true, waits: true },
		{ state: 'sent', has_words: true, waits: false },
		{ state: 'sent', has_words: true, waits: false }
	]);
	expect(await jobs()).toEqual(['write_letters']);
});

test('what the mail server cannot take now is sent alone when the job runs again', async () => {
	let isFull = true;
	const office = await postOffice({
		onRcptTo: ({ address }, _session, done) =>
			done(isFull && address.startsWith('voss') ? saying(450, '4.2.2 mailbox full') : undefined)
	});
	sendTo(office.port);
	const batch = await released();
	await expect(write_letters({ batch })).rejects.toThrow();
	expect(await states()).toEqual(['queued', 'sent', 'sent']);
	isFull = false;
	await write_letters({ batch });
	expect(await states()).toEqual(['sent', 'sent', 'sent']);
	expect(office.received).toHaveLength(3);
	await office.close();
});

test('killed once the letters are written: the next run sends them, and writes none again', async () => {
	const office = await postOffice();
	sendTo(office.port);
	const batch = await released();
	const [{ due }] = await sql('select public.letters_due($1) as due', [batch]);
	await sql('select public.post_letters($1, $2, $3)', [
		batch,
		due.map(({ id }: { id: number }) => id),
		lettersFor(due)
	]);
	await write_letters({ batch });
	await write_letters({ batch });
	expect(office.received).toHaveLength(3);
	expect(office.received.map(({ subject }) => subject)).toEqual(Array(3).fill(letter.subject));
	await office.close();
});

test('two runs that write at once write once', async () => {
	const batch = await released();
	const [{ due }] = await sql('select public.letters_due($1) as due', [batch]);
	const ids = due.map(({ id }: { id: number }) => id);
	for (let run = 0; run < 2; run++)
		await sql('select public.post_letters($1, $2, $3)', [batch, ids, lettersFor(due)]);
	expect(await states()).toHaveLength(3);
});

test('letters that nobody sends any more are found by the sweep', async () => {
	const office = await postOffice();
	sendTo(office.port);
	const batch = await released();
	const [{ due }] = await sql('select public.letters_due($1) as due', [batch]);
	await sql('select public.post_letters($1, $2, $3)', [
		batch,
		due.map(({ id }: { id: number }) => id),
		lettersFor(due)
	]);
	await sql(
		`delete from graphile_worker._private_jobs; update private.mails set queued_at = now() - interval '1 hour'`
	);
	await sql('select public.mail_sweep()');
	expect(await jobs()).toEqual(['send_mails']);
	await sendMails({ batch });
	expect(office.received).toHaveLength(3);
	await office.close();
});

test('much to tell is one job that writes, and jobs of 25 that send', async () => {
	const barrier = crypto.randomUUID();
	await sql(`insert into public.barrier_reports (id, authority_id, message) values ($1, $2, 'Zu klein')`, [
		barrier,
		harz
	]);
	await sql('delete from private.notices; delete from graphile_worker._private_jobs');
	await sql(`select private.tell('{barrier}', $1, 'barrier_report', $2) from generate_series(1, 120)`, [
		harz,
		barrier
	]);
	expect(await jobs()).toEqual(['write_letters']);
	const [{ batch }] = await sql('select distinct batch from private.notices');
	sendTo(1);
	await write_letters({ batch });
	expect(await sql('select from private.notices where letters <> 2')).toEqual([]);
	expect(await states()).toEqual(Array(240).fill('queued'));
	const sizes = await sql('select count(*)::integer as mails from private.mails group by batch order by 1');
	expect(sizes.map(({ mails }) => mails)).toEqual([15, ...Array(9).fill(25)]);
	expect((await jobs()).filter((task) => task === 'send_mails')).toHaveLength(10);
});

/** Somebody releases a report. @returns what there is to tell */
async function released(): Promise<string> {
	await drafts.release(as(cast.head), await write(cast.clerk, oberharz), 1);
	expect(await jobs()).toEqual(['write_letters']);
	const [{ key }] = await sql('select key from graphile_worker.jobs');
	return key;
}

type Due = { id: number; recipients: { email: string; personId: string }[] };
const lettersFor = (due: Due[]) =>
	JSON.stringify(
		due.flatMap(({ id, recipients }) =>
			recipients.map(({ email, personId }) => ({ notice: id, recipient: email, personId, letter }))
		)
	);
const jobs = async () =>
	(await sql('select task_identifier as task from graphile_worker.jobs order by id')).map(({ task }) => task);
const states = async () =>
	(await sql('select state from private.mails order by state, id')).map(({ state }) => state);
