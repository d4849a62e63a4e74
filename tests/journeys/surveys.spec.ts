import { type Locator, type Page } from '@playwright/test';
import { expect, test } from './database.ts';
import { ways } from './hands.ts';
import { arrive, endSession, unique } from './people.ts';
import { heading, release, summary, write } from './reporting.ts';
import { actAs, openSurvey, organisations, type Sql } from './surveying.ts';

const field = (page: Page, name: string): Locator =>
	page.locator('.survey-fields > li').filter({ hasText: name });
/** What is read aloud only stands beside the visible words; browsers put a space between, or not. */
const spoken = (name: string) => new RegExp(`^${name.replace(': ', ' ?: ')}`);
const button = (page: Page, name: string) => page.getByRole('button', { name: spoken(name) });

/** What stands in the database of a survey's returns, word for word. */
const wordsReturned = (owner: { sql: Sql }, slug: string) =>
	owner.sql(
		`select f.field_of_action as field, f.outcome, f.answers from public.survey_return_fields f join public.calls c on c.id = f.call_id where c.slug = $1 order by 1`,
		[slug]
	);

for (const { how, hands, options } of ways) {
	test(`a municipality answers a survey field by field, its head releases, ${how}`, async ({
		browser,
		owner
	}) => {
		const title = unique('Kein Bus am Sonntag');
		const slug = await openSurvey(owner.sql);
		const path = `/abfragen/${slug}/antwort`;

		// Frau Kern sees what is asked and until when, and reports a need in the first field.
		const kern = await arrive(browser, 'kern', { ...options, hands, path });
		await expect(kern.locator('.lead')).toContainText('Bitte antworten Sie bis');
		await hands.press(button(kern, 'Bedarf melden: Mobilität'));
		await expect(heading(kern, 'Worum geht es?')).toBeVisible();
		await expect(kern.getByLabel('Handlungsfeld')).toHaveValue('mobility');
		await write(kern, { title, description: 'Am Sonntag fährt kein Bus in den Ort.' }, hands);
		await hands.press(kern.getByRole('button', { name: 'Zur Freigabe vorlegen' }));
		await expect(heading(kern, 'Herr Voß hat Ihre Meldung zur Freigabe')).toBeVisible();
		await hands.press(kern.getByRole('link', { name: 'Zurück zur Abfrage' }));
		await expect(field(kern, 'Mobilität')).toContainText('Meldung wartet auf die Freigabe');

		// In the second field there is nothing to report; one question she cannot answer.
		await hands.press(kern.getByRole('link', { name: spoken('Fragen beantworten: Pflege und Angehörige') }));
		await hands.tick(kern.getByLabel('Fehlanzeige', { exact: true }));
		await hands.write(
			kern.getByLabel('Welche Angebote gibt es bei Ihnen?').first(),
			'Ein ambulanter Dienst.'
		);
		await hands.tick(kern.getByLabel(spoken('Weiß nicht oder nicht zuständig: Was planen Sie selbst')));
		await hands.press(button(kern, 'Speichern und zur Übersicht'));
		await expect(field(kern, 'Pflege')).toContainText('Fehlanzeige – noch nicht vorgelegt');
		await hands.press(kern.getByRole('link', { name: 'Antworten prüfen und vorlegen' }).first());
		await expect(kern.getByText('Ein ambulanter Dienst.')).toBeVisible();
		await expect(kern.getByText('weiß nicht oder nicht zuständig').first()).toBeVisible();
		await expect(kern.getByRole('button', { name: 'Antworten freigeben' })).toHaveCount(0);
		await hands.press(button(kern, 'Zur Freigabe vorlegen'));
		await expect(kern.getByText('Ihre Antworten sind vorgelegt.')).toBeVisible();

		// Herr Voß releases both: the report, and the rest of the answers.
		const voss = await arrive(browser, 'voss', { ...options, hands, path });
		await hands.press(voss.getByRole('link', { name: title }));
		const number = await release(voss, hands);
		await hands.press(voss.getByRole('link', { name: 'Zurück zur Abfrage' }));
		await expect(field(voss, 'Mobilität')).toContainText('1 Bedarf gemeldet');
		await expect(field(voss, 'Mobilität')).toContainText(number);
		await hands.press(voss.getByRole('link', { name: 'Antworten prüfen und freigeben' }).first());
		await hands.press(button(voss, 'Antworten freigeben'));
		await expect(heading(voss, 'Ihre Antwort ist vollständig angekommen')).toBeVisible();

		// Going back and sending again changes nothing.
		await voss.goBack();
		await voss.reload();
		await expect(voss.getByText('Es gibt gerade nichts freizugeben.')).toBeVisible();
		const [{ returns }] = (await owner.sql(
			`select count(*)::integer as returns from public.survey_return_fields r join public.calls c on c.id = r.call_id where c.slug = '${slug}'`
		)) as [{ returns: number }];
		expect(returns).toBe(2);
		await kern.goto(path);
		await expect(kern.locator('.state')).toContainText('Sie haben vollständig geantwortet');
		await Promise.all([kern, voss].map((page) => page.context().close()));
	});
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a head says nil return for everything with a click and a look', async ({ browser, owner }) => {
		const slug = await openSurvey(owner.sql, { fields: ['living', 'youth', 'digital'] });
		const voss = await arrive(browser, 'voss', { path: `/abfragen/${slug}/antwort` });
		await button(voss, 'Fehlanzeige: Jugendarbeit').click();
		await expect(voss).toHaveTitle(/^Fehlanzeige ist eingetragen: Jugendarbeit/); // heard first
		await expect(field(voss, 'Jugendarbeit')).toContainText('Fehlanzeige – wartet auf die Freigabe');
		await button(voss, 'Für 2 offene Felder Fehlanzeige').click();
		await expect(heading(voss, 'Antworten prüfen und freigeben')).toBeVisible();
		await expect(voss.getByText(/^Fehlanzeige für 3 Handlungsfelder: .*Jugendarbeit/)).toBeVisible();
		await expect(voss.getByText('Die Freigabe ist endgültig.')).toBeVisible();
		expect(await wordsReturned(owner, slug)).toEqual([]);
		await button(voss, 'Antworten freigeben').click();
		await expect(heading(voss, 'Ihre Antwort ist vollständig angekommen')).toBeVisible();
		await expect(voss.getByText(/^Abgegeben am .* Uhr\. Freigegeben von Herrn Voß\./).first()).toBeVisible();
		await expect(voss.getByText(/^Fehlanzeige für 3 Handlungsfelder: /)).toBeVisible();
		expect(await wordsReturned(owner, slug)).toHaveLength(3);
		await voss.context().close();
	});

	test('what a clerk is still writing is not before the head; it goes back to open, and no word is lost', async ({
		browser,
		owner
	}) => {
		const slug = await openSurvey(owner.sql);
		const path = `/abfragen/${slug}/antwort`;
		const kern = await arrive(browser, 'kern', { path: `${path}/2` });
		await kern.getByLabel('Welche Angebote gibt es bei Ihnen?').first().fill('Ein Dienst in Elbingerode.');
		await button(kern, 'Speichern und zur Übersicht').click();
		await button(kern, 'Fehlanzeige: Pflege und Angehörige').click();
		await expect(kern).toHaveTitle(/^Fehlanzeige ist eingetragen: Pflege/);
		await expect(kern.getByRole('status')).toContainText('Ihre Worte in diesem Feld bleiben dabei');
		await expect(field(kern, 'Pflege')).toContainText('Fehlanzeige – noch nicht vorgelegt');

		const voss = await arrive(browser, 'voss', { path });
		await expect(field(voss, 'Pflege')).toContainText('Fehlanzeige – noch nicht vorgelegt');
		await expect(voss.locator('.state')).toContainText('Eines ist ausgefüllt und noch nicht vorgelegt.');
		await expect(voss.getByRole('link', { name: 'Antworten prüfen und freigeben' })).toHaveCount(0);
		await voss.goto(`${path}/pruefen`);
		await expect(voss.getByText('Es gibt gerade nichts freizugeben.')).toBeVisible();
		await expect(voss.getByText('Daran wird noch geschrieben.')).toBeVisible();
		await voss.goto('/start');
		await expect(voss.getByText(`Probe ${slug}“ prüfen und freigeben`)).toHaveCount(0);

		// Frau Kern is not sure any more: the field is open again, her words stay.
		await kern.goto(`${path}/2`);
		await kern.getByLabel('Noch offen').check();
		await button(kern, 'Speichern und zur Übersicht').click();
		await expect(field(kern, 'Pflege')).toContainText('angefangen');
		await kern.goto(`${path}/2`);
		await expect(kern.getByLabel('Noch offen')).toBeChecked();
		await expect(kern.getByLabel('Welche Angebote gibt es bei Ihnen?').first()).toHaveValue(
			'Ein Dienst in Elbingerode.'
		);
		await kern.getByLabel('Fehlanzeige', { exact: true }).check();
		await button(kern, 'Speichern und zur Übersicht').click();
		await kern.getByRole('link', { name: 'Antworten prüfen und vorlegen' }).first().click();
		await button(kern, 'Zur Freigabe vorlegen').click();
		await expect(kern).toHaveTitle(/^Ihre Antworten sind vorgelegt/);

		await voss.goto(`${path}/pruefen`);
		await expect(voss.getByText('Fehlanzeige für ein Handlungsfeld: Pflege')).toBeVisible();
		await expect(voss.getByText('Ein Dienst in Elbingerode.')).toBeVisible();
		await button(voss, 'Antworten freigeben').click();
		await expect(voss.getByText('Ein Dienst in Elbingerode.')).toBeVisible(); // on the receipt
		expect(await wordsReturned(owner, slug)).toEqual([
			{ field: 'care', outcome: 'nil_return', answers: { offers: 'Ein Dienst in Elbingerode.' } }
		]);
		await Promise.all([kern, voss].map((page) => page.context().close()));
	});

	test('who is asked for two organisations is asked for which one, and answers for that one', async ({
		browser,
		owner
	}) => {
		const { oberharz, thale, seniorCouncil } = organisations;
		const slug = await openSurvey(owner.sql, { asked: [oberharz, thale, seniorCouncil] });
		const [holding] = await owner.sql<{ id: string }>(
			`insert into public.holdings (authority_id, post_id, person_id, capacity, starts_on)
			select p.authority_id, p.id, '10000000-0000-4000-8000-000000000001', 'deputy', current_date from public.posts p
			where p.organisation_id = $1 and p.kind = 'releasing_head' returning id`,
			[thale]
		);
		const kern = await arrive(browser, 'kern');
		await kern.goto(`/abfragen/${slug}/antwort/2`);
		await expect(heading(kern, 'Für wen antworten Sie?')).toBeVisible();
		await expect(kern.getByRole('main').getByRole('listitem')).toHaveText([
			'Stadt Oberharz am Brocken',
			'Stadt Thale'
		]);
		await kern.getByRole('link', { name: 'Stadt Thale' }).click();
		await expect(kern).toHaveURL(`/abfragen/${slug}/antwort/2?fuer=${thale}`);
		await expect(kern.locator('.lead')).toContainText('für Stadt Thale');
		await kern.getByLabel('Fehlanzeige', { exact: true }).check();
		await button(kern, 'Speichern und zur Übersicht').click();
		await expect(kern.locator('.lead')).toContainText('Für Stadt Thale');
		expect((await kern.goto(`/abfragen/${slug}/antwort?fuer=${seniorCouncil}`))?.status()).toBe(404);
		await kern.goto('/start');
		for (const id of [oberharz, thale])
			await expect(
				kern.locator(`a[href^="/abfragen/${slug}/antwort"][href$="?fuer=${id}"]`).first()
			).toBeVisible();
		const filled = await owner.sql(
			`select a.organisation_id as id from public.survey_answers s join public.call_addressees a on a.id = s.addressee_id join public.calls c on c.id = a.call_id where c.slug = $1`,
			[slug]
		);
		expect(filled).toEqual([{ id: thale }]);
		await owner.sql(`delete from public.holdings where id = $1`, [holding!.id]);
		await kern.context().close();
	});

	test('two windows lose nothing: the second sees what the first saved, and keeps its own text', async ({
		browser,
		owner
	}) => {
		const slug = await openSurvey(owner.sql);
		const first = await arrive(browser, 'kern', { path: `/abfragen/${slug}/antwort/1` });
		const second = await first.context().newPage();
		await second.goto(`/abfragen/${slug}/antwort/1`);
		await first.getByLabel('Welche Angebote gibt es bei Ihnen?').first().fill('Aus dem ersten Fenster');
		await button(first, 'Speichern und zur Übersicht').click();
		await second.getByLabel('Welche Angebote gibt es bei Ihnen?').first().fill('Aus dem zweiten Fenster');
		await button(second, 'Speichern und zur Übersicht').click();
		await expect(summary(second)).toContainText('in einem anderen Fenster geändert');
		await expect(second.getByText('Aus dem ersten Fenster')).toBeVisible();
		await expect(second.getByLabel('Welche Angebote gibt es bei Ihnen?').first()).toHaveValue(
			'Aus dem zweiten Fenster'
		);
		await button(second, 'Speichern und zur Übersicht').click();
		await expect(field(second, 'Mobilität')).toBeVisible();
		await second.goto(`/abfragen/${slug}/antwort/1`);
		await expect(second.getByLabel('Welche Angebote gibt es bei Ihnen?').first()).toHaveValue(
			'Aus dem zweiten Fenster'
		);
		await first.context().close();
	});

	test('what was typed is there again after the session had ended', async ({ browser, owner }) => {
		const slug = await openSurvey(owner.sql);
		const kern = await arrive(browser, 'kern', { path: `/abfragen/${slug}/antwort/2` });
		await kern.getByLabel('Was planen Sie selbst').first().fill('Ein neuer Treffpunkt');
		await endSession(kern, owner);
		await button(kern, 'Speichern und zur Übersicht').click();
		await expect(kern).toHaveURL(/\/anmelden/);
		await kern.getByRole('button', { name: 'Frau Kern', exact: true }).click();
		await expect(kern.getByLabel('Was planen Sie selbst').first()).toHaveValue('Ein neuer Treffpunkt');
		await kern.context().close();
	});

	test('a council asks for more time; without a day and a reason it hears what is missing', async ({
		browser,
		owner
	}) => {
		const slug = await openSurvey(owner.sql, { asked: [organisations.seniorCouncil] });
		const seidel = await arrive(browser, 'seidel', { path: `/abfragen/${slug}/antwort` });
		const large = seidel.getByRole('link', { name: 'PDF in Großdruck' });
		await expect(large).toHaveAttribute('href', `/abfragen/${slug}/antwort/bogen.pdf?schrift=gross`);
		const paper = await seidel.request.get((await large.getAttribute('href'))!);
		expect(paper.headers()['content-type']).toBe('application/pdf');
		await seidel.getByRole('link', { name: 'Um mehr Zeit bitten' }).click();
		await button(seidel, 'Um Verlängerung bitten').click();
		await expect(summary(seidel)).toContainText('Bitte geben Sie einen Tag an.');
		const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
		await seidel.getByLabel('Bis wann brauchen Sie Zeit?').fill(day(1));
		await seidel.getByLabel('Warum brauchen Sie mehr Zeit?').fill('Der Beirat tagt erst danach.');
		await button(seidel, 'Um Verlängerung bitten').click();
		await expect(summary(seidel)).toContainText('Die neue Frist muss nach der jetzigen liegen.');
		await expect(seidel.getByLabel('Warum brauchen Sie mehr Zeit?')).toHaveValue(
			'Der Beirat tagt erst danach.'
		);
		await seidel.getByLabel('Bis wann brauchen Sie Zeit?').fill(day(90));
		await button(seidel, 'Um Verlängerung bitten').click();
		await expect(seidel).toHaveTitle(/^Ihre Bitte um mehr Zeit ist bei der Planung\. – /);
		await expect(seidel.locator('.state')).toContainText('Die Entscheidung steht noch aus.');
		await expect(seidel.getByText('Der Beirat tagt erst danach.')).toBeVisible();
		await seidel.context().close();
	});

	test('a late answer is taken and says so; a closed survey takes nothing and loses nothing', async ({
		browser,
		owner
	}) => {
		const slug = await openSurvey(owner.sql, { fields: ['youth', 'digital'] });
		await owner.sql(
			`update public.calls set opens_at = now() - interval '9 days', closes_at = now() - interval '1 day' where slug = $1`,
			[slug]
		);
		await owner.sql(
			`update public.call_addressees set due_at = now() - interval '1 day' where call_id = (select id from public.calls where slug = $1)`,
			[slug]
		);
		const voss = await arrive(browser, 'voss', { path: `/abfragen/${slug}/antwort` });
		await expect(voss.locator('.lead')).toContainText('wird als verspätet vermerkt');
		await button(voss, 'Fehlanzeige: Jugendarbeit').click();
		await voss.getByRole('link', { name: 'Antworten prüfen und freigeben' }).first().click();
		await button(voss, 'Antworten freigeben').click();
		await voss.getByRole('link', { name: 'Weitere Felder beantworten' }).click();
		await expect(field(voss, 'Jugendarbeit')).toContainText('Fehlanzeige, abgegeben am');

		await voss.goto(`/abfragen/${slug}/antwort/2`);
		await voss.getByLabel('Welche Angebote gibt es bei Ihnen?').first().fill('Zu spät, aber nicht verloren');
		await button(voss, 'Speichern und zur Übersicht').click();
		await expect(field(voss, 'Digitale Teilhabe')).toBeVisible();
		const nil = button(voss, 'Fehlanzeige: Digitale Teilhabe');
		await actAs(
			owner.sql,
			3,
			`perform public.take_call_step('a0000000-0000-4000-8000-000000000001', '${slug}', 'closed');`
		);
		await nil.click();
		await expect(summary(voss)).toContainText('Die Abfrage ist abgeschlossen und nimmt nichts mehr an.');
		await voss.goto(`/abfragen/${slug}/antwort`);
		await expect(voss.locator('.state')).toContainText('keine vollständige Antwort');
		await voss.context().close();
	});

	test('who is not asked finds no such page', async ({ browser, owner }) => {
		const slug = await openSurvey(owner.sql, { asked: [organisations.thale] });
		const kern = await arrive(browser, 'kern');
		for (const part of ['', '/1', '/pruefen', '/eingang', '/frist']) {
			const answer = await kern.goto(`/abfragen/${slug}/antwort${part}`);
			expect(answer?.status()).toBe(404);
		}
		await kern.context().close();
	});
});
