import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ways, type Hands } from './hands.ts';
import {
	covering,
	expectMatrix,
	expectRecord,
	letter,
	meetings,
	phone,
	title,
	why
} from './ledger-expected.ts';
import { mailsTo } from './letterbox.ts';
import { wordsIn } from './papers.ts';
import { arrive } from './people.ts';
import { expect, test, type Program } from './program.ts';
import { heading, release, write } from './reporting.ts';
import { StoryDays } from './story-days.ts';
import { actAs, harz } from './surveying.ts';

/* What the district could not show in 2024: who was asked, when, and what came back. Fourteen administrations are asked
   for six weeks; at the end the matrix and the record say what happened, and nothing else. */

const slug = 'abfrage-winter';
const here = `/abfragen/${slug}`;
const topics = ['mobility', 'care', 'youth'];

/** Organisations and the people who speak for them, by the numbers of the sample. */
const towns = {
	Ballenstedt: [40, 100],
	Blankenburg: [41, 101],
	Falkenstein: [42, 102],
	Halberstadt: [43, 103],
	Huy: [45, 105],
	Nordharz: [47, 107],
	Osterwieck: [49, 109],
	Quedlinburg: [50, 110],
	Thale: [51, 111],
	Vorharz: [53, 113]
} as const;
type Town = keyof typeof towns;
const organisation = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

for (const { how, hands, options } of ways) {
	test(`fourteen are asked, thirteen answer, and the record says so, ${how}`, async ({
		browser,
		program
	}) => {
		test.setTimeout(600_000);
		const days = new StoryDays();
		const pass = async (until: number) => {
			await program.pass(until - days.today);
			days.today = until;
		};
		const says = townsOf(program);
		await setStage(program);

		// Frau Albrecht prepares the survey and sees who does not meet inside the window.
		const albrecht = await arrive(browser, 'albrecht', { ...options, hands, path: '/abfragen' });
		await prepare(albrecht, hands, days);
		expect(await days.table(albrecht.getByRole('table', { name: /^Wer tagt bis/ }))).toEqual(
			meetings.map((cells) => cells.join(' | '))
		);
		await hands.write(albrecht.getByLabel('Warum bleibt die Frist so?'), why);
		await hands.press(button(albrecht, 'Abfrage eröffnen'));
		await expect(heading(albrecht, `${title} ist eröffnet`)).toBeVisible();
		await expect(albrecht.getByText('Die Einladungen gehen jetzt an 16 Personen.')).toBeVisible();
		await program.work();

		// Oberharz answers at once: the clerk fills in, the head releases. So do two others.
		const need = await answerInTheBrowser({ browser, program, hands, options });
		await says('Ballenstedt', nil('mobility', 'care', 'youth'));
		await says('Huy', nil('mobility', 'care', 'youth'));

		// The invitation to Ilsenburg comes back. It gets a letter.
		await program.bounce('ilgner@sample.example');
		await goTo(albrecht, 'ruecklauf', '3 von 14 Verwaltungen haben geantwortet');
		const ilsenburg = albrecht.getByRole('row', { name: /Stadt Ilsenburg/ });
		await expect(ilsenburg.getByRole('cell').nth(1)).toHaveText(/^unzustellbar ?Brief schicken/);
		await hands.press(ilsenburg.getByRole('link', { name: /^Brief schicken/ }));
		await expect(heading(albrecht, 'Stadt Ilsenburg (Harz)')).toBeVisible();
		for (const text of [await wordsOf(albrecht, hands, 'Word'), await wordsOf(albrecht, hands, 'PDF')]) {
			expect(text).toContain(
				'Landkreis Harz Beispielstraße 1 38820 Halberstadt Stadt Ilsenburg (Harz) Ilsenburg (Harz)'
			);
			expect(days.told(text)).toContain('Bitte antworten Sie bis Tag 42, 23:59 Uhr.');
			expect(text).toContain(`Online antworten: ${program.address}${here}/antwort`);
		}
		await hands.press(button(albrecht, 'Brief als verschickt vermerken'));
		await expect(albrecht.getByRole('status')).toHaveText('Der Brief ist vermerkt.');

		// Two weeks on, half of them have answered. Two ask for more time: one gets it, the other does not.
		await pass(14);
		await says('Blankenburg', nil('mobility', 'care'), report('youth', 'Kein Jugendclub'));
		await says('Halberstadt', nil('mobility', 'care'), notCompetent('youth'));
		await says(
			'Quedlinburg',
			report('mobility', 'Kein Nachtbus'),
			report('mobility', 'Kein Rufbus'),
			nil('care', 'youth')
		);
		await says('Vorharz', nil('mobility', 'youth'), report('care', 'Keine Tagespflege'));
		await says('Nordharz', ask(days.iso(49), 'Der Ausschuss berät am Tag davor.'));
		await says('Falkenstein', ask(days.iso(80), 'Wir möchten den Haushalt abwarten.'));
		await goTo(albrecht, 'ruecklauf', '7 von 14 Verwaltungen haben geantwortet');
		await hands.press(albrecht.getByRole('link', { name: /mehr Zeit erbeten.*Gemeinde Nordharz/ }));
		await hands.tick(albrecht.getByLabel('Mehr Zeit geben', { exact: true }));
		await hands.press(button(albrecht, 'Entscheidung senden'));
		await expect(albrecht.getByRole('status')).toContainText('Die längere Frist gilt.');
		await goTo(albrecht, 'ruecklauf');
		await hands.press(albrecht.getByRole('link', { name: /mehr Zeit erbeten.*Falkenstein/ }));
		await hands.tick(albrecht.getByLabel('Ablehnen', { exact: true }));
		await hands.write(
			albrecht.getByLabel('Begründung, wenn Sie ablehnen'),
			'Der Plan geht vorher in den Kreistag.'
		);
		await hands.press(button(albrecht, 'Entscheidung senden'));
		await expect(albrecht.getByRole('status')).toContainText('Die Verlängerung ist abgelehnt.');

		// Thale asks by phone. Harzgerode has nothing to report and says so by phone. Ilsenburg answers the letter on paper.
		await open(albrecht, hands, 'Stadt Thale');
		await hands.press(link(albrecht, 'Mehr Zeit geben'));
		await hands.write(albrecht.getByLabel('Neue Frist'), days.iso(49));
		await hands.write(albrecht.getByLabel('Warum wurde um mehr Zeit gebeten?'), 'Die Kollegin ist krank.');
		await hands.tick(albrecht.getByLabel(phone, { exact: true }));
		await hands.press(button(albrecht, 'Mehr Zeit geben'));
		await expect(albrecht.getByRole('status')).toContainText('Die längere Frist gilt.');
		await open(albrecht, hands, 'Stadt Harzgerode');
		await enter(albrecht, hands, {
			outcome: 'Fehlanzeige',
			in: ['Mobilität', 'Pflege und Angehörige', 'Jugendarbeit'],
			channel: phone,
			by: 'Frau Gerlach, Bürgermeisterin'
		});
		await open(albrecht, hands, 'Stadt Ilsenburg (Harz)');
		const signed = { channel: letter, by: 'Frau Ilgner, Bürgermeisterin' };
		await enter(albrecht, hands, {
			outcome: 'Fehlanzeige',
			in: ['Mobilität', 'Pflege und Angehörige'],
			...signed
		});
		await enter(albrecht, hands, {
			outcome: 'Nicht zuständig oder nicht bekannt',
			in: ['Jugendarbeit'],
			...signed
		});
		await program.work();
		await program.bounce('ilgner@sample.example');
		await goTo(albrecht, 'ruecklauf', '9 von 14 Verwaltungen haben geantwortet');
		expect(await days.lines(albrecht.locator('.lead'))).toEqual([
			'Abgedeckt sind 15 von 20 Gemeinden. Die Frist endet am Tag 42, 23:59 Uhr. Ein Adressat hat bis zum Ende seiner Frist keine Sitzung.'
		]);

		// A week before the end, and on its day, whoever has not answered is reminded.
		await pass(35);
		await program.work('remind_open_calls');
		await says('Falkenstein', nil('mobility', 'care', 'youth'));
		await pass(42);
		await program.work('remind_open_calls');
		await says('Thale', nil('mobility', 'care', 'youth'));

		// Two days later Nordharz is in time, for it had more of it; Osterwieck is late.
		await pass(44);
		await says('Nordharz', nil('mobility', 'care'), notCompetent('youth'));
		await says('Osterwieck', nil('mobility', 'care', 'youth'));

		// Wernigerode says nothing. Two weeks after the end its deputy is written to as well.
		await pass(56);
		await program.work('remind_open_calls');
		const [reminder, ...others] = await mailsTo(albrecht, 'deputy@sample.example');
		expect(others).toEqual([]);
		expect(days.told(reminder!)).toContain(`Ihre Antwort fehlt seit Tag 42: ${title}`);
		expect(reminder).toContain('Von Stadt Wernigerode liegt uns keine vollständige Antwort vor.');

		// It cannot be closed while a report has no answer; then it is.
		await answerReports(program, need);
		await goTo(albrecht, 'abschliessen', 'Abfrage abschließen');
		await expect(albrecht.getByText('Eine Meldung hat noch keine Antwort')).toBeVisible();
		await expect(link(albrecht, 'Kein Bus am Sonntag')).toBeVisible();
		await expect(button(albrecht, 'Abfrage abschließen')).toHaveCount(0);
		await answerReports(program);
		await albrecht.reload();
		await expect(albrecht.getByText('Keine Rückmeldung kam von: Stadt Wernigerode.')).toBeVisible();
		await hands.press(button(albrecht, 'Abfrage abschließen'));
		await expect(albrecht.getByRole('heading', { level: 1 })).toContainText('Abgeschlossen: ');
		await expect(albrecht.getByRole('main')).toContainText(
			/Am .* Uhr von Frau Albrecht, Sozialplanung, Landkreis Harz\./
		);
		await hands.press(albrecht.getByRole('link', { name: 'Zum Rücklauf' }));

		await expectMatrix(albrecht, days);
		await hands.press(link(albrecht, 'Beteiligungsnachweis'));
		await expect(heading(albrecht, `Beteiligungsnachweis: ${title}`)).toBeVisible();
		await expectRecord(albrecht, days);
		await albrecht.context().close();
	});
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();
const link = (page: Page, name: string) =>
	page.getByRole('main').getByRole('link', { name, exact: true }).first();

async function goTo(page: Page, part: string, name = '') {
	await page.goto(`${here}/${part}`);
	await expect(heading(page, name)).toBeVisible();
}

/** From the ledger to the page of an addressee. */
async function open(page: Page, hands: Hands, name: string) {
	await goTo(page, 'ruecklauf');
	await hands.press(link(page, name));
	await expect(heading(page, name)).toBeVisible();
}

/** Five of them keep a calendar; two of those do not meet inside the window. Wernigerode has a deputy. */
async function setStage({ sql }: Program) {
	await sql(`delete from public.meetings; delete from public.meeting_calendars;
		insert into public.meeting_calendars (organisation_id, authority_id, state)
		select ('00000000-0000-4000-8000-0000000000' || n)::uuid, '${harz}', case when n in (42, 51) then 'none' else 'kept' end
		from unnest('{42,43,48,50,51,52,53}'::int[]) n;
		insert into public.meetings (organisation_id, authority_id, starts_at, title, uid)
		select ('00000000-0000-4000-8000-0000000000' || n)::uuid, '${harz}', (private.today() + day + time '18:00') at time zone 'Europe/Berlin', 'Ratssitzung', gen_random_uuid()::text
		from (values (43, 20), (48, 10), (48, 70), (50, 30), (50, 72), (52, 50), (52, 80), (53, 63)) m (n, day);
		insert into public.people (id, salutation, given_name, family_name, email) values
			('10000000-0000-4000-8000-000000000999', 'Herr', 'Jan', 'Reh', 'deputy@sample.example');
		insert into public.holdings (post_id, person_id, capacity, starts_on) values
			('20000000-0000-4000-8000-000000000112', '10000000-0000-4000-8000-000000000999', 'deputy', current_date - 100)`);
}

/** From the list of surveys to the page where everything is checked. */
async function prepare(page: Page, hands: Hands, days: StoryDays) {
	const overview = page.getByRole('heading', { level: 1, name: /vorbereiten$/ });
	const part = async (name: string) => {
		await expect(overview).toBeVisible();
		await hands.press(link(page, name));
		await expect(heading(page, name)).toBeVisible();
	};
	const save = () => hands.press(button(page, 'Speichern'));
	await hands.press(button(page, 'Neue Bedarfsabfrage'));
	await part('Name und Anschreiben');
	await hands.write(page.getByLabel('Name der Abfrage'), title);
	await hands.write(page.getByLabel('Kurzname in der Adresse'), slug);
	await hands.write(page.getByLabel('Anschreiben'), covering);
	await save();
	await part('Frist');
	await hands.write(page.getByLabel('Ende: Tag'), days.iso(42));
	await save();
	await part('Handlungsfelder');
	for (const box of await page.getByRole('checkbox').all())
		if ((await box.isChecked()) && !topics.includes(await box.inputValue())) await hands.untick(box);
	await save();
	await part('Adressaten');
	await expect(page.getByText('Gewählt sind 14 Adressaten.')).toBeVisible();
	await save();
	await part('Datenschutzblatt');
	await hands.write(page.getByLabel('Wie lange werden sie aufbewahrt?'), 'Zehn Jahre');
	await save();
	await part('Zuständige Stelle');
	await hands.tick(page.getByLabel('Sozialplanung, Landkreis Harz'));
	await save();
	await expect(overview).toBeVisible();
	await hands.press(link(page, 'Prüfen und eröffnen'));
	await expect(heading(page, 'Prüfen und eröffnen')).toBeVisible();
}

type Device = { browser: Parameters<typeof arrive>[0]; program: Program; hands: Hands; options: object };

/** Frau Kern fills in, Herr Voß releases. @returns the number of the report */
async function answerInTheBrowser({ browser, program, hands, options }: Device): Promise<string> {
	const path = `${here}/antwort`;
	const field = (page: Page, name: string) => page.locator('.survey-fields > li').filter({ hasText: name });
	const kern = await arrive(browser, 'kern', { ...options, hands, path });
	await hands.press(field(kern, 'Mobilität').getByRole('button', { name: /^Bedarf melden/ }));
	await expect(heading(kern, 'Worum geht es?')).toBeVisible();
	await write(kern, { title: 'Kein Bus am Sonntag', description: 'Am Sonntag fährt kein Bus.' }, hands);
	await hands.press(button(kern, 'Zur Freigabe vorlegen'));
	await expect(heading(kern, 'Herr Voß hat Ihre Meldung zur Freigabe')).toBeVisible();
	await kern.goto(path);
	for (const name of ['Pflege und Angehörige', 'Jugendarbeit']) {
		await hands.press(field(kern, name).getByRole('button', { name: /^Fehlanzeige/ }));
		await expect(field(kern, name)).toContainText('Fehlanzeige – noch nicht vorgelegt');
	}
	await hands.press(link(kern, 'Antworten prüfen und vorlegen'));
	await expect(heading(kern, 'Antworten prüfen und vorlegen')).toBeVisible();
	await hands.press(button(kern, 'Zur Freigabe vorlegen'));
	await expect(kern.getByText('Ihre Antworten sind vorgelegt.')).toBeVisible();
	await program.work();

	const voss = await arrive(browser, 'voss', { ...options, hands, path });
	await hands.press(link(voss, 'Kein Bus am Sonntag'));
	const number = await release(voss, hands);
	await voss.goto(path);
	await hands.press(link(voss, 'Antworten prüfen und freigeben'));
	await expect(heading(voss, 'Antworten prüfen und freigeben')).toBeVisible();
	await hands.press(button(voss, 'Antworten freigeben'));
	await expect(heading(voss, 'Ihre Antwort ist vollständig angekommen')).toBeVisible();
	await program.work();
	await Promise.all([kern, voss].map((page) => page.context().close()));
	return number;
}

/** What heads of towns do through the verbs that the pages use; each is a piece of SQL for an addressee. */
type Verb = (addressee: string) => string;
const nil =
	(...fields: string[]): Verb =>
	(a) =>
		`perform private.answer_nil('${a}', '{${fields.join()}}');`; // one act, as „Fehlanzeige“ for all the rest is
const notCompetent =
	(field: string): Verb =>
	(a) =>
		`perform public.save_survey_answer('${a}', '${field}', 0, 'not_competent', '{}', '{}'); perform public.release_survey_answers('${a}', (select jsonb_object_agg(s.field_of_action, s.revision) from public.survey_answers s where s.addressee_id = '${a}'));`;
const ask =
	(until: string, reason: string): Verb =>
	(a) =>
		`perform public.ask_extension_until('${a}', '${until}', '${reason}');`;
const report =
	(field: string, title: string): Verb =>
	(a) => {
		const answers = {
			title,
			field_of_action: field,
			target_groups: ['all'],
			locality: 'im Ort',
			description: `${title}: das fehlt im Ort.`,
			affected_range: '5_to_20',
			urgency: 'this_year',
			visibility: 'district'
		};
		return `declare v uuid := public.start_survey_report('${a}', '${field}'); begin
		perform public.save_need_report(v, 0, '${JSON.stringify(answers)}'); perform public.release_need_report(v, 1); end;`;
	};

/** A town opens the survey and says something; all mails that follow are sent. */
const townsOf =
	({ sql, work }: Program) =>
	async (town: Town, ...verbs: Verb[]) => {
		const [n, head] = towns[town];
		const [asked] = await sql<{ id: string }>(
			`select a.id from public.call_addressees a join public.calls c on c.id = a.call_id where c.slug = $1 and a.organisation_id = $2`,
			[slug, organisation(n)]
		);
		await actAs(sql, head, `perform private.visit_addressee('${asked!.id}');`);
		for (const verb of verbs) await actAs(sql, head, verb(asked!.id));
		await work();
	};

/** Frau Albrecht answers the reports that came in. @param but the number of one that waits */
const answerReports = ({ sql }: Program, but = '') =>
	actAs(
		sql,
		3,
		`declare r record; begin
			for r in select n.number, n.field_of_action from public.need_reports n join public.call_addressees a on a.id = n.addressee_id
				join public.calls c on c.id = a.call_id where c.slug = '${slug}' and n.final_at is null and n.number <> '${but}' loop
				perform public.assess_need_report(r.number, r.field_of_action, 'district', null, null);
				perform public.answer_need_report(r.number, 'accepted', 'Der Landkreis nimmt den Bedarf in den Plan auf.');
			end loop;
		end;`
	);

/** Writes down what came otherwise, from the page of the addressee on. */
async function enter(
	page: Page,
	hands: Hands,
	answer: { outcome: string; channel: string; by: string; in: string[] }
) {
	await hands.press(link(page, 'Antwort eintragen'));
	await expect(heading(page, 'Antwort eintragen')).toBeVisible();
	await hands.tick(page.getByRole('radio', { name: answer.channel, exact: true }));
	await hands.write(page.getByLabel('Wer hat es gesagt oder unterschrieben?'), answer.by);
	for (const field of answer.in)
		await hands.tick(
			page
				.getByRole('group', { name: `Was wurde geantwortet: ${field}?` })
				.getByRole('radio', { name: answer.outcome, exact: true })
		);
	await hands.press(button(page, 'Weiter: prüfen'));
	await hands.press(button(page, 'Endgültig eintragen'));
	await expect(heading(page, 'Die Antwort ist eingetragen')).toBeVisible();
	await hands.press(link(page, 'Zum Adressaten'));
	await expect(link(page, 'Antwort eintragen')).toBeVisible(); // it has come: Enter does not wait for it
}

/** Downloads a paper and opens it. @returns its words, and those that describe its pictures */
async function wordsOf(page: Page, hands: Hands, name: 'Word' | 'PDF'): Promise<string> {
	await expect(link(page, name)).toHaveAttribute('href', name === 'PDF' ? /\.pdf$/ : /\.docx$/);
	const [download] = await Promise.all([page.waitForEvent('download'), hands.press(link(page, name))]);
	const words = await wordsIn(readFileSync(await download.path()), name === 'PDF' ? 'pdf' : 'docx');
	if (name === 'Word') expect(words).toContain('Online antworten: ');
	return words;
}
