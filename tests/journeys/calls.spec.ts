import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { wallOf } from '../../src/lib/i18n/berlin.ts';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from './database.ts';
import { arrive, signIn, unique } from './people.ts';
import { actAs, openSurvey, organisations } from './surveying.ts';

/* A planner alone for twenty municipalities: asks, opens, follows up and can prove it. Everything by reload. */

test.use({ javaScriptEnabled: false });

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const press = (page: Page, name: string) => page.getByRole('button', { name }).first().click();
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();
const matrix = (page: Page) => page.getByRole('table', { name: 'Stand je Adressat und Handlungsfeld' });
const mistakes = (page: Page) => page.locator('.error-summary');

/** Leaves exactly these boxes of a page ticked. */
async function tickOnly(page: Page, names: string[]) {
	for (const box of await page.getByRole('checkbox').all()) await box.setChecked(false);
	for (const name of names) await page.getByLabel(name, { exact: true }).check();
}

/** A survey of three administrations about two fields, up to the page where one checks everything. */
async function prepare(page: Page): Promise<string> {
	const slug = unique('probe').replace(' ', '-');
	await signIn(page, 'albrecht', '/abfragen');
	await press(page, 'Neue Bedarfsabfrage');
	await expect(heading(page, /vorbereiten$/)).toBeVisible();
	await follow(page, 'Name und Anschreiben');
	await page.getByLabel('Name der Abfrage').fill('');
	await page.getByLabel('Kurzname in der Adresse').fill('Größe 2026');
	await press(page, 'Speichern');
	await expect(mistakes(page)).toContainText('Bitte geben Sie der Abfrage einen Namen.');
	await page.getByLabel('Name der Abfrage').fill(`Abfrage ${slug}`);
	await page.getByLabel('Kurzname in der Adresse').fill(slug);
	await press(page, 'Speichern');

	await follow(page, 'Handlungsfelder');
	await tickOnly(page, ['Mobilität', 'Jugendarbeit']);
	await press(page, 'Speichern');
	await follow(page, 'Adressaten');
	await tickOnly(page, []);
	await press(page, 'Speichern');
	await expect(mistakes(page)).toContainText('Bitte wählen Sie mindestens einen Adressaten.');
	await tickOnly(page, ['Stadt Oberharz am Brocken', 'Stadt Thale', 'Verbandsgemeinde Vorharz']);
	await press(page, 'Speichern');
	await expect(page.getByText('3 Adressaten')).toBeVisible();
	await follow(page, 'Prüfen und eröffnen');
	return slug;
}

test('a survey is prepared, opened once, followed up and proved', async ({ page, owner }) => {
	test.setTimeout(300_000);
	await owner.sql(
		`insert into public.meeting_calendars (organisation_id, authority_id, state)
		values ('00000000-0000-4000-8000-000000000051', 'a0000000-0000-4000-8000-000000000001', 'kept') on conflict (organisation_id) do update set state = 'kept'`
	);
	const slug = await prepare(page);
	await expect(heading(page, 'Prüfen und eröffnen')).toBeVisible();
	await expect(page.getByRole('row', { name: /Stadt Thale/ })).toContainText('keine in der Frist');
	await press(page, 'Abfrage eröffnen');
	await expect(mistakes(page)).toContainText('Bitte schreiben Sie, warum die Frist so bleibt');
	const late = await page.context().newPage();
	await late.goto(`/abfragen/${slug}/vorbereitung/text`);
	await page.getByLabel('Warum bleibt die Frist so?').fill('Der Rat tagt erst im Januar.');
	await press(page, 'Abfrage eröffnen');
	await expect(heading(page, `Abfrage ${slug} ist eröffnet`)).toBeVisible();

	await late.getByLabel('Name der Abfrage').fill('Zu spät geändert');
	await press(late, 'Speichern');
	await expect(mistakes(late)).toContainText('Die Abfrage ist schon eröffnet');
	await expect(late.getByLabel('Name der Abfrage')).toHaveValue('Zu spät geändert');
	await late.close();

	await follow(page, 'Zum Rücklauf');
	await expect(heading(page, '0 von 3 Verwaltungen haben geantwortet')).toBeVisible();
	await follow(page, 'Stadt Thale');
	await follow(page, 'Antwort eintragen');
	for (const nil of await page.getByLabel('Fehlanzeige').all()) {
		await expect(nil).not.toBeChecked();
		await nil.check();
	}
	await page.getByLabel('Anruf').check();
	await press(page, 'Weiter: prüfen');
	await expect(mistakes(page)).toContainText('Bitte nennen Sie, wer es gesagt oder unterschrieben hat.');
	await expect(page.getByLabel('Anruf')).toBeChecked();
	await page.getByLabel('Wer hat es gesagt').fill('Frau Thiele, Bürgermeisterin');
	await press(page, 'Weiter: prüfen');
	await expect(page.getByRole('main')).toContainText('Der Eintrag ist endgültig.');
	await press(page, 'Endgültig eintragen');
	await expect(heading(page, 'Die Antwort ist eingetragen')).toBeVisible();
	await follow(page, 'Zum Adressaten');
	await expect(page.getByRole('main')).toContainText('von Frau Thiele, Bürgermeisterin');

	await follow(page, `Abfrage ${slug}`);
	await expect(heading(page, 'Eine von 3 Verwaltungen hat geantwortet')).toBeVisible();
	await expect(page.getByRole('row', { name: /Stadt Thale/ })).toContainText('Fehlanzeige');
	await follow(page, 'Nur offene zeigen');
	await expect(page.getByRole('row', { name: /Stadt Thale/ })).toHaveCount(0);
	await page.getByRole('checkbox', { name: /Verbandsgemeinde Vorharz/ }).check();
	await press(page, 'Gewählte erinnern');
	await expect(page.getByRole('rowheader', { name: 'Verbandsgemeinde Vorharz' })).toBeVisible();
	await expect(page.getByRole('rowheader', { name: 'Stadt Oberharz am Brocken' })).toHaveCount(0);
	await press(page, 'Erinnerung senden');
	await expect(page.getByRole('status')).toContainText('Die Erinnerung geht jetzt hinaus.');

	await follow(page, 'Stadt Oberharz am Brocken');
	await follow(page, 'Mehr Zeit geben');
	await page.getByLabel('Neue Frist').fill('2020-01-01');
	await page.getByLabel('Warum wurde um mehr Zeit gebeten?').fill('Der Ausschuss tagt später.');
	await page.getByLabel('Anruf').check();
	await press(page, 'Mehr Zeit geben');
	await expect(mistakes(page)).toContainText('Die neue Frist muss nach der jetzigen liegen.');
	await page.getByLabel('Neue Frist').fill('2099-01-31');
	await press(page, 'Mehr Zeit geben');
	await expect(mistakes(page)).toContainText('Mehr als ein Jahr zusätzlich geht nicht.');
	const later = new Date(Date.now() + 200 * 86_400_000);
	await page.getByLabel('Neue Frist').fill(wallOf(later).day);
	await press(page, 'Mehr Zeit geben');
	await expect(page.getByRole('main')).toContainText(
		`${later.toLocaleDateString('de-DE', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'Europe/Berlin' })}, verlängert`
	);

	await page.goto(`/abfragen/${slug}/abschliessen`);
	await expect(page.getByText('2 Adressaten haben noch Zeit')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Abfrage abschließen' })).toHaveCount(0);
	await page.goto(`/abfragen/${slug}/nachweis`);
	await expect(page.getByRole('row', { name: /Stadt Thale/ }).first()).toContainText('fristgerecht');
	await expect(page.getByRole('row', { name: /Vorharz/ }).first()).toContainText('keine Rückmeldung, Stand');
	await expect(page.getByRole('main')).toContainText('„Der Rat tagt erst im Januar.“');
});

test('the window moves to the next meeting by one button', async ({ page, owner }) => {
	await owner.sql(
		`insert into public.meeting_calendars (organisation_id, authority_id, state)
		values ('00000000-0000-4000-8000-000000000053', 'a0000000-0000-4000-8000-000000000001', 'kept') on conflict (organisation_id) do update set state = 'kept'`
	);
	await owner.sql(
		`update public.meetings set cancelled_at = now() where organisation_id = '00000000-0000-4000-8000-000000000053' and starts_at > now() and cancelled_at is null`
	);
	await owner.sql(
		`insert into public.meetings (organisation_id, authority_id, starts_at, title, uid) values ('00000000-0000-4000-8000-000000000053',
			'a0000000-0000-4000-8000-000000000001', (current_date + 60)::timestamp + interval '18 hours', 'Verbandsgemeinderat', gen_random_uuid()::text)`
	);
	await prepare(page);
	const row = page.getByRole('row', { name: /Vorharz/ });
	await expect(row).toContainText('keine in der Frist, die nächste am');
	await row.getByRole('button', { name: /^Frist bis .* verlängern$/ }).click();
	await expect(page.getByRole('status')).toContainText('Die Frist endet jetzt am');
	await expect(row).toContainText('Sitzung am');
});

test('a survey that was never opened leaves nothing behind, and nobody else sees it', async ({ page }) => {
	const slug = await prepare(page);
	await page.goto(`/abfragen/${slug}/vorbereitung`);
	await follow(page, 'Abfrage verwerfen');
	await press(page, 'Abfrage verwerfen');
	await expect(page).toHaveURL('/abfragen');
	await expect(page.getByRole('link', { name: `Abfrage ${slug}` })).toHaveCount(0);
});

test('for a clerk the planner’s pages are not there', async ({ page, browser }) => {
	const slug = await prepare(page);
	const clerk = await (await browser.newContext()).newPage();
	await signIn(clerk, 'kern', '/abfragen');
	await expect(clerk.getByRole('button', { name: 'Neue Bedarfsabfrage' })).toHaveCount(0);
	await expect(clerk.getByText(slug)).toHaveCount(0);
	const files = ['ruecklauf.csv', 'ruecklauf.xlsx'];
	for (const path of [
		'vorbereitung',
		'vorbereitung/pruefen',
		'ruecklauf',
		...files,
		'nachweis',
		'abschliessen'
	])
		expect((await clerk.goto(`/abfragen/${slug}/${path}`))?.status(), path).toBe(404);
	await clerk.context().close();
});

test('the ledger goes out as it is shown, filtered too, and that is on record', async ({
	page,
	browser,
	owner
}) => {
	const { oberharz, thale } = organisations;
	const slug = await openSurvey(owner.sql, { asked: [oberharz, thale] });
	const [asked] = await owner.sql<{ id: string }>(
		`select a.id from public.call_addressees a join public.calls c on c.id = a.call_id where c.slug = '${slug}' and a.organisation_id = '${thale}'`
	);
	await actAs(
		owner.sql,
		3,
		`perform public.enter_survey_return('${asked!.id}', '[{"field": "mobility", "outcome": "nil_return"}, {"field": "care", "outcome": "nil_return"}]', 'phone', 'Frau Thiele', private.today());`
	);
	await signIn(page, 'albrecht', `/abfragen/${slug}/ruecklauf`);
	const downloaded = async (kind: RegExp) => {
		const coming = page.waitForEvent('download');
		await follow(page, kind);
		return coming;
	};
	const csv = async () =>
		readFileSync(await (await downloaded(/^CSV/)).path(), 'utf8')
			.trimEnd()
			.split('\r\n');
	const shown = await matrix(page).getByRole('columnheader').allInnerTexts();
	const excel = await downloaded(/^Excel/);
	expect(excel.suggestedFilename()).toBe(`ruecklauf-${slug}.xlsx`);
	const [head, ...rows] = await readSheet(readFileSync(await excel.path()));
	expect(head).toEqual(shown);
	expect(rows.find(([name]) => name === 'Stadt Thale')?.slice(-2)).toEqual(
		Array(2).fill('Fehlanzeige, Anruf')
	);
	expect(rows).toHaveLength(2);
	const [, ...answers] = await csv();
	expect(answers.filter((row) => /^Stadt Thale;.*;Fehlanzeige, Anruf;/.test(row))).toHaveLength(2);
	expect(answers).toHaveLength(4);

	await follow(page, 'Nur offene zeigen');
	expect((await csv()).slice(1).map((row) => row.split(';')[0])).toEqual(
		Array(2).fill('Stadt Oberharz am Brocken')
	);
	await downloaded(/^Excel/);

	const recorded = await arrive(browser, 'winkler', {
		path: '/verwaltung/protokoll?art=ausfuhren',
		javaScriptEnabled: false
	});
	await expect(recorded.getByRole('main')).toContainText('Rücklauf einer Abfrage, Zeilen: 1');
	await expect(recorded.getByRole('main')).toContainText(slug);
	await recorded.context().close();
});

test('twelve fields fit on a sheet of paper that lies on its side', async ({ page, owner }) => {
	const fields = await owner.sql<{ key: string }>(
		'select key from public.fields_of_action order by position limit 12'
	);
	const slug = await openSurvey(owner.sql, { fields: fields.map(({ key }) => key) });
	await page.setViewportSize({ width: 1032, height: 700 }); // A4, less its margins
	await signIn(page, 'albrecht', `/abfragen/${slug}/ruecklauf`);
	await page.emulateMedia({ media: 'print' });
	expect(
		await matrix(page).evaluate((each) => each.scrollWidth - each.parentElement!.clientWidth)
	).toBeLessThanOrEqual(0);
	await expect(page.getByRole('link', { name: 'Frist verlängern' })).toBeHidden();
});

test('a survey may be named like a part of the site', async ({ page }) => {
	const slug = await prepare(page);
	await page.goto(`/abfragen/${slug}/vorbereitung/text`);
	await page.getByLabel('Kurzname in der Adresse').fill('karte');
	await press(page, 'Speichern');
	await expect(page).toHaveURL('/abfragen/karte/vorbereitung');
	await expect(heading(page, /vorbereiten$/)).toBeVisible();
	await page.goto('/abfragen/karte/vorbereitung/loeschen');
	await press(page, 'Abfrage verwerfen');
	await expect(page).toHaveURL('/abfragen');
});
