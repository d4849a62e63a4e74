import type { Page } from '@playwright/test';
import { expect, test } from './database.ts';

test.use({ javaScriptEnabled: false });

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();
const mistakes = (page: Page, count: string) =>
	page.getByRole('alert').filter({ hasText: `Bitte prüfen Sie ${count}` });

async function signIn(page: Page, name: string, path: string) {
	await page.goto(`/anmelden?weiter=${encodeURIComponent(path)}`);
	await page.getByRole('button', { name, exact: true }).click();
}

test('a planner finds reports by words mistyped, by state and by due date', async ({ page }) => {
	await signIn(page, 'Frau Albrecht', '/bedarfe');
	await page.getByLabel('Suchwort oder Nummer').fill('Haltestele Gernrode');
	await press(page, 'Eingrenzen');
	await expect(page.getByRole('row', { name: /Haltestellen in Gernrode ohne Bord/ })).toBeVisible();
	await expect(page).toHaveURL(/suche=Haltestele/);

	await follow(page, 'Alles zeigen');
	await page.getByLabel('Frist', { exact: true }).selectOption('überfällig');
	await press(page, 'Eingrenzen');
	await expect(page.getByRole('row', { name: /Rufbus fährt nicht nach 16 Uhr/ })).toContainText('überfällig');
	await page.getByRole('columnheader', { name: 'Frist' }).getByRole('link').click();
	await expect(page.getByRole('columnheader', { name: 'Frist' })).toHaveAttribute('aria-sort', 'ascending');
	await expect(page.getByLabel('Frist', { exact: true })).toHaveValue('ueberfaellig');

	await page.goto('/bedarfe?stand=nichts&feld=fliegen&reihenfolge=laut&nach=XX-1');
	await expect(page.getByRole('table')).toContainText('neueste zuerst');
	await page.goto('/bedarfe?suche=Zeppelin');
	await expect(page.getByText('Keine Meldung passt zu Ihrer Auswahl.')).toBeVisible();
});

test('the map and its table say the same, and each municipality leads to its list', async ({ page }) => {
	await signIn(page, 'Frau Albrecht', '/bedarfe/karte');
	const map = page.getByRole('group', { name: 'Alle Meldungen je Gemeinde' });
	const row = page.getByRole('row', { name: /^Huy/ });
	const count = await row.getByRole('cell').first().innerText();
	await expect(map.getByRole('link', { name: `Huy: ${count} Meldungen` })).toHaveCount(1);
	await expect(map.getByRole('link')).toHaveCount(await page.getByRole('rowheader').count());
	await expect(page.getByText('GeoBasis-DE / BKG')).toBeVisible();
	await row.getByRole('link', { name: 'Huy', exact: true }).click();
	await expect(page.getByRole('rowheader')).toHaveCount(Number(count));
	await expect(page.getByLabel('Gemeinde')).toHaveValue('15085185');
});

test('a planner assesses, asks, hands over, answers and corrects; mistakes lose nothing', async ({
	page,
	numberOf
}) => {
	const report = `/bedarfe/${await numberOf('Betreuung vor 6 Uhr in der Kita Rieder')}`;
	await signIn(page, 'Frau Albrecht', report);
	await follow(page, 'Einordnen');
	await press(page, 'Einordnen');
	await expect(mistakes(page, '2 Angaben')).toBeFocused();
	await page.getByLabel('Zu einem neuen Bedarf').check();
	await page.getByLabel('Titel des neuen Bedarfs').fill('Frühe Betreuung in Kitas');
	await page.getByLabel('Gemeinde oder Stadt').check();
	await press(page, 'Einordnen');
	await expect(page.getByRole('status')).toContainText('„Frühe Betreuung in Kitas“');
	await page.reload();
	await expect(page.getByText('Die Meldung gehört zum Bedarf')).toBeVisible();

	await follow(page, 'Rückfrage stellen');
	await press(page, 'Frage senden');
	await expect(mistakes(page, 'eine Angabe')).toContainText('Bitte schreiben Sie Ihre Frage.');
	await page.getByLabel('Ihre Frage').fill('Wie viele Eltern arbeiten im Schichtdienst?');
	await press(page, 'Frage senden');
	await expect(page.getByRole('status')).toContainText('(Stadt Ballenstedt) bekommt sie per E-Mail');

	await follow(page, 'An ein Amt weitergeben');
	await page.getByLabel('Jugendamt').check();
	await page.getByLabel('Bis wann soll das Amt sich melden?').fill('2020-01-01');
	await page.getByLabel('Was soll das Amt tun?').fill('Bitte die Öffnungszeiten prüfen.');
	await press(page, 'Weitergeben');
	await expect(mistakes(page, 'eine Angabe')).toContainText('liegt in der Vergangenheit');
	await expect(page.getByLabel('Was soll das Amt tun?')).toHaveValue('Bitte die Öffnungszeiten prüfen.');
	await page.getByLabel('Bis wann soll das Amt sich melden?').fill('2099-12-31');
	await press(page, 'Weitergeben');
	await expect(page.getByRole('status')).toContainText(
		'Jugendamt bearbeitet die Meldung bis 31. Dezember 2099'
	);

	await page.goto(`${report}/beantworten`);
	await page.getByLabel('Weitergeleitet an eine zuständige Stelle').check();
	await page.getByLabel('Begründung').fill('Über die Zeiten entscheidet der Träger.');
	await press(page, 'Antwort senden');
	await expect(mistakes(page, 'eine Angabe')).toContainText('Bitte nennen Sie die Stelle');
	await expect(page.getByLabel('Begründung')).toHaveValue('Über die Zeiten entscheidet der Träger.');
	await page.getByLabel('An wen ist die Meldung weitergeleitet?').fill('Stadt Ballenstedt');
	const colleague = await page.context().newPage();
	await colleague.goto('/bedarfe/HZ-2026-17/beantworten');
	await press(page, 'Antwort senden');
	await expect(page.getByRole('status')).toContainText('Ihre Antwort ist gegeben.');
	await colleague.getByLabel('Wird nicht berücksichtigt').check();
	await colleague.getByLabel('Begründung').fill('Eine andere Sicht auf die Zeiten.');
	await press(colleague, 'Antwort senden');
	await expect(mistakes(colleague, 'eine Angabe')).toContainText('schon beantwortet');
	await expect(colleague.getByText('Über die Zeiten entscheidet der Träger.')).toBeVisible();
	await expect(colleague.getByLabel('Begründung')).toHaveValue('Eine andere Sicht auf die Zeiten.');
	await colleague.close();

	await follow(page, 'Antwort korrigieren');
	await expect(page.getByText('Beide Antworten bleiben sichtbar')).toBeVisible();
	await page.getByLabel('Wird teilweise berücksichtigt').check();
	await page.getByLabel('Begründung').fill('Der Landkreis fördert eine frühe Gruppe.');
	await press(page, 'Korrektur senden');
	await expect(page.getByRole('main')).toContainText('Der Landkreis fördert eine frühe Gruppe.');
	await expect(page.getByRole('main')).toContainText('Über die Zeiten entscheidet der Träger.');
});

test('a need is settled once all is answered, and taken up again while a gap stays', async ({ page }) => {
	await signIn(page, 'Frau Albrecht', '/bedarfe/pool');
	await follow(page, 'Tagespflege im Oberharz');
	await expect(page.getByText('Erst wenn alle beantwortet sind')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Als erledigt melden' })).toHaveCount(0);

	await page.goto('/bedarfe/pool?stand=alle');
	await follow(page, 'Fahrten zum Wochenmarkt');
	await follow(page, 'Als erledigt melden');
	await press(page, 'Als erledigt melden und nachfragen');
	await expect(mistakes(page, 'eine Angabe')).toContainText('Bitte schreiben Sie, was getan wurde.');
	await page.getByLabel('Was wurde getan?').fill('Der Rufbus fährt am Donnerstag eine Stunde früher.');
	await press(page, 'Als erledigt melden und nachfragen');
	await expect(page.getByRole('status')).toContainText('Verbandsgemeinde Vorharz');
	await expect(page.getByRole('row', { name: /Kein Bus zum Markttag/ })).toContainText('Keine Antwort seit');

	await follow(page, 'Bedarf wieder aufnehmen');
	await page
		.getByLabel('Warum nehmen Sie den Bedarf wieder auf?')
		.fill('Der Rufbus kommt nicht bis zum Markt.');
	await press(page, 'Wieder aufnehmen');
	await expect(page.getByRole('main')).toContainText('Der Rufbus kommt nicht bis zum Markt.');
	await expect(page.getByRole('link', { name: 'Als erledigt melden' })).toBeVisible();
});

test('for a clerk the planner’s pages are not there, and the list shows what a clerk may see', async ({
	page,
	numberOf
}) => {
	const own = await numberOf('Tagespflege fehlt in Hasselfelde');
	await signIn(page, 'Frau Kern', '/bedarfe');
	await expect(page.getByRole('link', { name: 'Bedarfe im Pool' })).toHaveCount(0);
	await page.getByLabel('Suchwort oder Nummer').fill('Trauergruppe'); // for the district's eyes only
	await press(page, 'Eingrenzen');
	await expect(page.getByRole('main')).not.toContainText('Trauergruppe in Ermsleben');
	for (const path of [
		'pool',
		'pool/HZ-B-1',
		'pool/HZ-B-1/abschluss',
		`${own}/einordnen`,
		`${own}/beantworten`
	]) {
		expect((await page.goto(`/bedarfe/${path}`))?.status(), path).toBe(404);
	}
	expect((await page.goto('/barrieren'))?.status()).toBe(404);
	await page.goto('/bedarfe');
	await follow(page, 'Unsere Meldungen');
	const look = async (number: string) => {
		await page.getByLabel('Suchwort oder Nummer').fill(number);
		await press(page, 'Eingrenzen');
	};
	await look(own);
	await expect(page.getByRole('rowheader')).toHaveText(new RegExp(`${own}$`));
	await look(await numberOf('Rufbus fährt nicht nach 16 Uhr')); // of another organisation
	await expect(page.getByText('Keine Meldung passt zu Ihrer Auswahl.')).toBeVisible();
});

test('everybody reads what is reported, answered and changed, but no small number', async ({ page }) => {
	await page.goto('/');
	await expect(heading(page, 'Was vor Ort fehlt, bekommt eine Antwort')).toBeVisible();
	await expect(page.getByText('Nach höchstens 60 Tagen')).toBeVisible();
	// Where the steps of each number begin is drawn for each system: which of them are shown differs.
	await expect(page.getByRole('row', { name: /^\D+ (?:[5-9]|\d\d)$/ }).first()).toBeVisible();
	const rare = page.getByRole('row', { name: /Demenz/ });
	await expect(rare).toContainText(/weniger als 5 oder zum Schutz verdeckt|[5-9]/);
	const shown = await page.getByRole('cell').allInnerTexts();
	expect(shown.filter((text) => /^[1-4]$/.test(text.trim()))).toEqual([]);
	const newest = page.locator('main a[href^="/bedarfe/HZ-"]').first(); // whichever: other journeys report too
	const title = await newest.innerText();
	await newest.click();
	await expect(heading(page, title)).toBeVisible();
});

test('a reported barrier is answered once, and the page says whom to send the answer to', async ({
	page
}) => {
	await page.goto('/barrierefreiheit');
	await page
		.getByRole('textbox', { name: /Was|Wo/ })
		.first()
		.fill('Die Karte lässt sich nicht vergrößern.');
	await page.locator('#contact').fill('leserin@beispiel.example');
	await page
		.locator('form', { has: page.locator('#message') })
		.getByRole('button')
		.click();
	const number = /HZ-BF-\d+/.exec(await page.getByRole('main').innerText())![0];

	await signIn(page, 'Herr Winkler', '/barrieren');
	await follow(page, number);
	await press(page, 'Antwort festhalten');
	await expect(mistakes(page, 'eine Angabe')).toContainText('Bitte schreiben Sie eine Antwort.');
	await page.getByLabel('Ihre Antwort').fill('Die Tabelle neben der Karte zeigt dieselben Zahlen.');
	await press(page, 'Antwort festhalten');
	await expect(page.getByRole('status')).toContainText(
		'Bitte senden Sie sie jetzt an leserin@beispiel.example'
	);
	await expect(page.getByLabel('Ihre Antwort')).toHaveCount(0);
});
