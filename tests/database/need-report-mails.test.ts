import { simpleParser, type ParsedMail } from 'mailparser';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { tellBarriers } from '#lib/barriers/barrier-jobs.server.ts';
import { remindOverdue } from '#lib/needs/reports/need-report-jobs.server.ts';
import * as drafts from '#lib/needs/drafts/drafts.server.ts';
import * as needReports from '#lib/needs/reports/need-reports.server.ts';
import { backend } from '#lib/server/backend.ts';
import { startJobs } from '#lib/server/jobs/jobs.ts';
import { writeLetters } from '#lib/server/mail/letterbox.ts';
import { sendMails } from '#lib/server/mail/mails.ts';
import { letters } from '../../src/letters.server.ts';
import { cast, harz, oberharz } from './cast.ts';
import { setGrace } from './grace.ts';
import { as, ask, asAnonymous, sql } from './harness.ts';

const [kern, voss, albrecht] = [as(cast.clerk), as(cast.head), as(cast.planner)];
const answers = {
	title: 'Kein Arzt in Stiege',
	field_of_action: 'health',
	target_groups: ['all'],
	municipality_ags: '15085228',
	locality: 'Stiege',
	description: 'Im Ort gibt es keine Arztpraxis mehr.',
	affected_range: 'over_100',
	urgency: 'this_year',
	visibility: 'participants'
};

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
const tasks = { send_mails: sendMails, write_letters: writeLetters(letters), tell_barriers: tellBarriers };

beforeAll(async () => {
	await setGrace('0');
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.server.address() as AddressInfo;
	backend().settings.mail = { smtpUrl: `smtp://127.0.0.1:${port}`, from: 'post@example.org' };
	backend().settings.publicAddress = 'https://augenhoehe.example';
	stop = await startJobs(tasks, '');
});
afterAll(async () => {
	await stop();
	server.close();
});
beforeEach(() => void received.splice(0));

/** Waits until nothing is left to do, then says who got what. */
async function mails(): Promise<string[]> {
	await vi.waitFor(
		async () => {
			const [{ waiting }] = await sql('select count(*)::integer as waiting from graphile_worker.jobs');
			expect(waiting).toBe(0);
		},
		{ timeout: 20_000, interval: 100 }
	);
	return received.map(({ to, subject }) => `${[to].flat()[0]?.text}: ${subject}`).sort();
}

async function written(): Promise<string> {
	const id = await drafts.start(kern, oberharz, null);
	await drafts.save(kern, id, 0, answers);
	return id;
}

test('the head hears what waits, the clerk what came back, with the way there', async () => {
	const id = await written();
	await drafts.handIn(kern, id, 1);
	expect(await mails()).toEqual(['voss@beispiel.example: Bitte freigeben: Kein Arzt in Stiege']);
	expect(received[0]?.text).toContain(`https://augenhoehe.example/bedarfe/entwurf/${id}`);
	expect(received[0]?.text).toContain('Stadt Oberharz am Brocken');
	received.splice(0);
	await drafts.giveBack(voss, id, 'Bitte Zahlen nennen.');
	expect(await mails()).toEqual(['kern@beispiel.example: Bitte überarbeiten: Kein Arzt in Stiege']);
	expect(received[0]?.text).not.toContain('Zahlen');
	await drafts.discard(kern, id);
});

test('a release is a receipt for both writers and news for the planner, once each, however often the job runs', async () => {
	const number = await drafts.release(voss, await written(), 1);
	expect(await mails()).toEqual([
		expect.stringMatching(/^albrecht@beispiel.example: Neue Meldung: Kein Arzt in Stiege/),
		expect.stringMatching(/^kern@beispiel.example: Eingegangen: Kein Arzt in Stiege/),
		expect.stringMatching(/^voss@beispiel.example: Eingegangen: Kein Arzt in Stiege/)
	]);
	const [{ batch }] = await sql(
		`select distinct batch from private.notices n join public.need_reports r on r.id = n.subject_id where r.number = '${number}'`
	);
	await tasks.write_letters({ batch });
	await tasks.write_letters({ batch });
	expect(await mails()).toHaveLength(3);
});

test('question and reply go to the other side only, and the words stay on the pages', async () => {
	const number = await drafts.release(voss, await written(), 1);
	await mails();
	received.splice(0);
	await ask(
		albrecht.rpc('write_need_report_message', { p_number: number, p_kind: 'question', p_body: 'Seit wann?' })
	);
	expect(await mails()).toEqual([
		`kern@beispiel.example: Rückfrage zu „Kein Arzt in Stiege“ (${number})`,
		`voss@beispiel.example: Rückfrage zu „Kein Arzt in Stiege“ (${number})`
	]);
	expect(received[0]?.text).not.toContain('Seit wann?');
	received.splice(0);
	await needReports.write(kern, number, 'reply', { body: 'Seit Mai.' });
	expect(await mails()).toEqual([expect.stringMatching(/^albrecht@.*Antwort auf Ihre Rückfrage/)]);
});

test('each reads in the language chosen', async () => {
	await ask(kern.rpc('set_display', { p_locale: 'en', p_text: 'normal', p_contrast: 'normal' }));
	const number = await drafts.release(voss, await written(), 1);
	const sent = await mails();
	expect(sent).toContainEqual(
		expect.stringMatching(`^kern@.*: Received: Kein Arzt in Stiege \\(${number}\\)`)
	);
	expect(sent).toContainEqual(expect.stringMatching(/^voss@.*: Eingegangen/));
});

test('planners hear once a day what is overdue', async () => {
	await remindOverdue();
	await remindOverdue();
	const sent = await mails();
	expect(sent).toEqual([
		expect.stringMatching(/^albrecht@beispiel.example: Überfällig: eine Antwort, 2 Zwischenstände/)
	]);
	expect(received[0]?.text).toContain('https://augenhoehe.example/bedarfe?frist=ueberfaellig');
});

const barrier = (message: string) =>
	ask<{ number: string }>(
		asAnonymous().rpc('report_barrier', { p_authority: harz, p_id: crypto.randomUUID(), p_message: message })
	);

test('a barrier is told to planners and administrators at once, those of the next minutes in one mail', async () => {
	await mails();
	received.splice(0);
	await sql(`update public.barrier_reports set told_at = now() - interval '1 hour'`);
	const first = await barrier('Das Feld ist nicht zu erreichen.');
	const sent = await mails();
	expect(sent.map((line) => line.split(':')[0])).toEqual([
		'albrecht@beispiel.example',
		'winkler@beispiel.example'
	]);
	expect(sent[0]).toContain(`Barriere gemeldet (${first.number}) – Antwort bis `);
	expect(received[0]?.text).toContain(`https://augenhoehe.example/barrieren/${first.number}`);
	received.splice(0);

	const more = [await barrier('Die Schrift ist zu klein.'), await barrier('Der Knopf ist zu klein.')];
	const waiting = `from graphile_worker.jobs where task_identifier = 'tell_barriers'`;
	expect(await sql(`select run_at > now() + interval '9 minutes' as waits ${waiting}`)).toEqual([
		{ waits: true }
	]);
	expect(received).toEqual([]);
	await sql(`update graphile_worker._private_jobs set run_at = now()`);
	const later = await mails();
	expect(later).toHaveLength(2);
	expect(later[0]).toContain('2 Barrieren sind gemeldet');
	for (const { number } of more) expect(received[0]?.text).toContain(`/barrieren/${number}`);
	expect(received[0]?.text).not.toContain(first.number);
});

test('a notice about something that is gone is written to nobody', async () => {
	const told = (kind: string, facts: object) =>
		sql(
			`insert into private.notices (batch, kind, authority_id, subject_kind, subject_id, facts)
			values ($1, $2, $3, 'x', gen_random_uuid(), $4)`,
			[crypto.randomUUID(), kind, harz, facts]
		);
	await told('answered', { event: 999_999_999 });
	await told('barrier', {});
	await told('invitation', {});
	expect(await mails()).toEqual([]);
	expect(await sql('select from private.notices where written_at is null')).toEqual([]);
});
