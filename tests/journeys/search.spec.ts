import type { Page } from '@playwright/test';
import { expect, test } from './database.ts';
import { signIn } from './people.ts';

/* Finding reports and needs as people search, without scripts: words of one family, filters that are kept, addresses that are shared. */
test.use({ javaScriptEnabled: false });

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const before = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
const titles = (page: Page) => page.getByRole('rowheader').getByRole('link').allInnerTexts();

test('a planner finds by words, keeps the filter, passes its address on; another reads the same there', async ({
	page,
	browser
}) => {
	await signIn(page, 'albrecht', '/bedarfe');
	await page.getByLabel('Suchwort oder Nummer').fill('Busse');
	await press(page, 'Eingrenzen');
	await expect(page.getByRole('table')).toContainText('beste Treffer zuerst');
	const byWord = await titles(page);
	expect(byWord.join('\n')).toMatch(/bus/i);
	expect(byWord.join('\n')).not.toMatch(/Busch/);

	await page.getByText('Weitere Filter').click();
	await page.getByLabel('Zielgruppe').selectOption('ältere Menschen');
	await page.getByLabel('Absender').selectOption('Stadt Oberharz am Brocken');
	await page.getByLabel('Eingegangen ab').fill('2020-01-01');
	await page.getByLabel('Eingegangen bis').fill(before); // other journeys report today
	await page.getByLabel('Suchwort oder Nummer').fill('');
	await press(page, 'Eingrenzen');
	await expect(page).toHaveURL(/absender=000000000048.*ab=2020-01-01/);
	await expect(page.getByLabel('Absender')).toHaveValue('000000000048');
	await page.goBack();
	await expect(page).toHaveURL(/suche=Busse/);
	await page.goForward();
	const shown = await titles(page);
	expect(shown).not.toEqual([]);

	await page.getByText('Diesen Filter speichern').click();
	await press(page, 'Filter speichern');
	await expect(page.getByRole('link', { name: 'Bitte geben Sie dem Filter einen Namen.' })).toBeVisible();
	await expect(page).toHaveTitle(/^Fehler: /);
	await page.getByLabel('Name für den Filter').fill('Oberharz seit 2020');
	await press(page, 'Filter speichern');
	await expect(page).toHaveTitle(/^Filter gespeichert – /);
	expect(await titles(page)).toEqual(shown);

	const kept = page.getByRole('navigation', { name: 'Ihre gespeicherten Filter' });
	const link = kept.getByRole('link', { name: 'Oberharz seit 2020' });
	const address = await link.getAttribute('href');
	await page.goto('/bedarfe');
	await link.click();
	await expect(link).toHaveAttribute('aria-current', 'page');
	expect(await titles(page)).toEqual(shown);
	const file = await page.locator('a[href*=".csv"]').first().getAttribute('href');
	const csv = await (await page.request.get(file!)).text();
	for (const title of shown) expect(csv).toContain(title);
	expect(
		csv
			.trim()
			.split('\n')
			.filter((line) => /HZ-\d/.test(line))
	).toHaveLength(shown.length);

	const other = await browser.newPage();
	await signIn(other, 'yilmaz', address!);
	await expect(other.getByLabel('Absender')).toHaveValue('000000000048');
	expect(await titles(other)).toEqual(shown);
	await expect(other.getByText('Ihre gespeicherten Filter')).toHaveCount(0);
	await other.close();

	await page.goto('/konto/daten');
	await expect(page.getByRole('table', { name: 'Gespeicherte Filter der Meldungen' })).toContainText(
		'Oberharz seit 2020'
	);
	await page.goto(address!);
	await press(page, 'löschen: Oberharz seit 2020');
	await expect(page).toHaveTitle(/^Filter gelöscht – /);
	await expect(kept).toHaveCount(0);
	expect(await titles(page)).toEqual(shown);
});

test('what is no day, and a period that ends before it begins, is said', async ({ page }) => {
	await signIn(page, 'albrecht', '/bedarfe?ab=31.2.2026');
	await expect(page.getByText('„31.2.2026“ ist kein Tag im Kalender.')).toBeVisible();
	await page.goto('/bedarfe?ab=2026-03-02&bis=1.3.2026');
	await expect(page.getByText('Der Zeitraum endet, bevor er beginnt.')).toBeVisible();
});

test('the pool is searched, and while a report is assessed a need is found without losing what was typed', async ({
	page,
	numberOf
}) => {
	await signIn(page, 'albrecht', '/bedarfe/pool?stand=alle');
	const [first = ''] = await titles(page);
	const number = await page.getByRole('rowheader').first().locator('span').innerText();
	await page.getByLabel('Suchwort oder Nummer').fill(number);
	await press(page, 'Eingrenzen');
	expect(await titles(page)).toEqual([first]);
	await page.getByLabel('Suchwort oder Nummer').fill('Zeppelin');
	await press(page, 'Eingrenzen');
	await expect(page.getByText('Kein Bedarf passt zu Ihrer Suche.')).toBeVisible();

	await page.goto('/bedarfe/pool');
	const open = (await titles(page))[0]!;
	await page.goto(`/bedarfe/${await numberOf('Trauergruppe in Ermsleben')}/einordnen`);
	const needs = page.getByRole('group', { name: 'Zu welchem Bedarf gehört die Meldung?' });
	await expect(needs.getByRole('radio').first()).toHaveAccessibleName('Zu einem neuen Bedarf');
	await page.getByLabel('Titel des neuen Bedarfs').fill('Noch nicht fertig getippt');
	await page.getByLabel('Bedarf im Pool suchen').fill(open);
	await press(page, 'Bedarf suchen');
	await expect(page).toHaveTitle(/^\d+ gefunden/);
	await expect(page.getByLabel('Titel des neuen Bedarfs')).toHaveValue('Noch nicht fertig getippt');
	await needs.getByLabel(open).check();
	await page.getByLabel('Gemeinde oder Stadt').check();
	await press(page, 'Einordnen');
	await expect(page.getByText(open).first()).toBeVisible();
});
