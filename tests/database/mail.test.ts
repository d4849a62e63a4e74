import { simpleParser, type ParsedMail } from 'mailparser';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { backend } from '#lib/server/backend.ts';
import { startJobs } from '#lib/server/jobs/jobs.ts';
import type { Letter } from '#lib/server/mail/letter.ts';
import { listKeptMails, sendMails } from '#lib/server/mail/mails.ts';
import { as, asAnonymous, sql } from './harness.ts';
import { queueMail } from './post-office.ts';

const received: ParsedMail[] = [];
const server = new SMTPServer({
	authOptional: true,
	disabledCommands: ['STARTTLS'],
	onData: (stream, _session, done) =>
		void simpleParser(stream).then((mail) => {
			received.push(mail);
			done();
		})
});
let stop: () => Promise<void>;

const letter: Letter = {
	locale: 'de',
	subject: 'Ihre Meldung ist angekommen – HZ-2026-142',
	greeting: 'Guten Tag,',
	paragraphs: ['wir haben Ihre Meldung erhalten.'],
	link: { label: 'Zur Meldung', address: 'https://example.org/q/abc' },
	closing: ['Frau Albrecht']
};

beforeAll(async () => {
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.server.address() as AddressInfo;
	backend().settings.mail = { smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Augenhöhe <post@example.org>' };
	stop = await startJobs({ send_mails: sendMails }, '');
});

afterAll(async () => {
	await stop();
	server.close();
});

test('nobody but the system queues mails or reads them', async () => {
	const person = as('00000000-0000-4000-8000-000000000001');
	for (const db of [asAnonymous(), person]) {
		const mails = [{ kind: 'x', recipient: 'a@b.example', letter }];
		expect((await db.rpc('mail_queue_many', { p_mails: mails })).error).toMatchObject({ code: '42501' });
		expect((await db.rpc('mail_outbox')).error).toMatchObject({ code: '42501' });
	}
});

test('a queued mail arrives as text and as a page, and its words are forgotten', async () => {
	expect(await queueMail('kern@beispiel.example', letter, { kind: 'receipt', occasion: 'event:1' })).toBe(
		true
	);
	const mail = await vi.waitFor(() => received.at(-1) ?? Promise.reject(new Error('not yet')), 5000);
	expect(mail).toMatchObject({ subject: letter.subject, from: { text: '"Augenhöhe" <post@example.org>' } });
	expect(mail.text).toContain('https://example.org/q/abc');
	expect(mail.html).toContain('<html lang="de">');
	expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
	await vi.waitFor(async () =>
		expect((await listKeptMails())[0]).toMatchObject({ text: null, state: 'sent' })
	);
});

test('one occasion writes once to each address', async () => {
	const about = { kind: 'receipt', occasion: 'event:2' } as const;
	expect(await queueMail('a@beispiel.example', letter, about)).toBe(true);
	expect(await queueMail('a@beispiel.example', letter, about)).toBe(false);
	expect(await queueMail('b@beispiel.example', letter, about)).toBe(true);
});

test('without a mail server a mail stays readable on the local page', async () => {
	backend().settings.mail = undefined;
	await queueMail('kern@beispiel.example', letter, { kind: 'receipt', occasion: 'event:4' });
	await vi.waitFor(async () => {
		const [kept] = await listKeptMails();
		expect(kept?.text).toContain('wir haben Ihre Meldung erhalten.');
	}, 5000);
});

test('jobs go on after the database cut every connection, again and again', async () => {
	const occasions = Array.from({ length: 8 }, (_, number) => `cut:${number}`);
	for (const occasion of occasions) {
		const queue = () => queueMail('c@beispiel.example', letter, { kind: 'sign_in', occasion });
		await vi.waitFor(queue, 5000);
		await sql(`select pg_terminate_backend(pid) from pg_stat_activity
			where datname = current_database() and pid <> pg_backend_pid()`);
	}
	await vi.waitFor(async () => {
		const sent = await sql(
			`select occasion from private.mails where occasion like 'cut:%' and sent_at is not null`
		);
		expect(sent).toHaveLength(occasions.length);
		expect(await sql('select id from graphile_worker.jobs where last_error is null')).toEqual([]);
	}, 50_000);
});
