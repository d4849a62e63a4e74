import { expect, test, type Page } from '@playwright/test';

test.use({ javaScriptEnabled: false });

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

async function signIn(page: Page, name: string, path: string) {
	await page.goto(`/anmelden?weiter=${encodeURIComponent(path)}`);
	await page.getByRole('button', { name, exact: true }).click();
}

test('the administrator adds a provider, gives it a post, invites somebody, and ends the access', async ({
	page,
	browser
}) => {
	const name = `Tagespflege ${Math.random().toString(36).slice(2, 8)}`;
	const email = `${name.replace(' ', '.').toLowerCase()}@beispiel.example`;
	await signIn(page, 'Herr Winkler', '/verwaltung');
	await page.getByRole('link', { name: 'Organisation anlegen' }).click();

	// What is missing is said; what was typed stays.
	await page.getByLabel('Ort (freiwillig)').fill('Thale');
	await press(page, 'Organisation anlegen');
	await expect(page.getByRole('alert').filter({ hasText: 'Bitte prüfen Sie 2 Angaben' })).toBeFocused();
	await expect(page.getByLabel('Ort (freiwillig)')).toHaveValue('Thale');
	await page.getByLabel('Einrichtung oder Dienst').check();
	await page.getByLabel('Name', { exact: true }).fill(name);
	await press(page, 'Organisation anlegen');
	await expect(heading(page, name)).toBeVisible();

	await page.getByRole('link', { name: 'Stelle anlegen' }).click();
	await page.getByLabel('Sachbearbeitung').check();
	await page.getByLabel('Bezeichnung der Stelle').fill('Pflegedienstleitung');
	await press(page, 'Stelle anlegen');
	await expect(page.getByText('nicht besetzt')).toBeVisible();

	await page.getByRole('link', { name: 'Jemanden einladen' }).click();
	await page.getByLabel('Frau').check();
	await page.getByLabel('Vorname').fill('Nora');
	await page.getByLabel('Nachname').fill('Neu');
	await page.getByLabel('E-Mail-Adresse').fill(email);
	await page.getByLabel('Letzter Tag').fill('2020-01-01');
	await press(page, 'Einladung senden');
	await expect(page.getByRole('alert').filter({ hasText: 'Bitte prüfen Sie eine Angabe' })).toContainText(
		'Der letzte Tag liegt vor dem ersten.'
	);
	await expect(page.getByLabel('Nachname')).toHaveValue('Neu');
	await page.getByLabel('Letzter Tag').fill('2099-12-31');
	await press(page, 'Einladung senden');
	await expect(page.getByText('Die Einladung ist unterwegs.')).toBeVisible();
	await expect(page.getByRole('row', { name: email })).toBeVisible();

	const guest = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await expect(async () => {
		await guest.goto('/postfach');
		await expect(guest.getByText(email)).toBeVisible({ timeout: 500 });
	}).toPass({ timeout: 15_000 });
	const mail = await guest.locator('main article').filter({ hasText: email }).first().innerText();
	const link = /\/einladung\/\S+/.exec(mail)![0];
	await guest.goto(link);
	await expect(heading(guest, 'Sie sind eingeladen')).toBeVisible();
	await expect(guest.getByText('Herr Winkler')).toBeVisible();
	await press(guest, 'Einladung annehmen');
	await expect(guest).toHaveURL('/start');
	await guest.goto('/organisation');
	await expect(heading(guest, name)).toBeVisible();
	await expect(guest.getByRole('row', { name: 'Frau Nora Neu' })).toContainText('bis 31. Dezember 2099');
	await guest.goto(link);
	await expect(heading(guest, 'Diese Einladung gilt nicht mehr')).toBeVisible();

	await page.getByRole('link', { name: 'Pflegedienstleitung', exact: true }).click();
	await page.getByRole('link', { name: /^Ändern oder beenden.*Nora Neu/ }).click();
	await page.getByText('Den Zugang jetzt gleich beenden').click();
	await press(page, 'Sofort beenden');
	await expect(page.getByText('Der Zugang über diese Stelle ist beendet.')).toBeVisible();
	await expect(async () => {
		await guest.goto('/organisation');
		await expect(guest.getByText('Sie haben zurzeit keine Stelle.')).toBeVisible({ timeout: 500 });
	}).toPass();

	await page.goto('/verwaltung');
	await expect(
		page.getByText(`Amtszeit geändert oder beendet: Pflegedienstleitung, ${name}`).first()
	).toBeVisible();
	await guest.context().close();
});

test('the reply clock is set in days that make sense', async ({ page }) => {
	await signIn(page, 'Herr Winkler', '/verwaltung/fristen');
	await page.getByLabel('Tage bis zum Zwischenstand').fill('30');
	await page.getByLabel('Tage bis zur Antwort').fill('zwei');
	await press(page, 'Speichern');
	await expect(page.getByText('Bitte geben Sie eine Zahl von 1 bis 365 an.').first()).toBeVisible();
	await page.getByLabel('Tage bis zur Antwort').fill('20');
	await press(page, 'Speichern');
	await expect(
		page.getByText('Die Antwort kann nicht vor dem Zwischenstand fällig sein.').first()
	).toBeVisible();
	await expect(page.getByLabel('Tage bis zum Zwischenstand')).toHaveValue('30');
});

test('the account: a name, a password, another device', async ({ page, browser }) => {
	await signIn(page, 'Frau Yilmaz', '/konto');
	const elsewhere = await (await browser.newContext()).newPage();
	await signIn(elsewhere, 'Frau Yilmaz', '/konto');

	await page.goto('/konto/kennwort');
	await page.getByLabel('Neues Kennwort', { exact: true }).fill('kurz');
	await press(page, 'Speichern');
	await expect(
		page.getByText('Bitte wählen Sie ein Kennwort mit mindestens 12 Zeichen.').first()
	).toBeVisible();
	expect(await page.content()).not.toContain('kurz"');
	for (const label of ['Neues Kennwort', 'Neues Kennwort noch einmal'])
		await page.getByLabel(label, { exact: true }).fill('Drei Ziegen am Brocken');
	await press(page, 'Speichern');
	await expect(page.getByText('festgelegt am')).toBeVisible();

	await page.getByLabel('Auch Zugriffe von Programmen und das Kalender-Abo beenden').check();
	await press(page, 'Alle anderen beenden');
	await expect(page).toHaveTitle(/^Beendet sind alle anderen Anmeldungen, die Zugriffe von Programmen/);
	await elsewhere.goto('/konto');
	await expect(elsewhere).toHaveURL('/anmelden?weiter=%2Fkonto');

	await elsewhere.getByRole('link', { name: 'Anders anmelden: mit Kennwort' }).click();
	await elsewhere.getByLabel('E-Mail-Adresse').fill('yilmaz@beispiel.example');
	await elsewhere.getByLabel('Kennwort', { exact: true }).fill('Drei Ziegen am Harz');
	await press(elsewhere, 'Anmelden');
	await expect(elsewhere.getByText('passen nicht zusammen').first()).toBeVisible();
	await expect(elsewhere.getByLabel('E-Mail-Adresse')).toHaveValue('yilmaz@beispiel.example');
	await elsewhere.getByLabel('Kennwort', { exact: true }).fill('Drei Ziegen am Brocken');
	await press(elsewhere, 'Anmelden');
	await expect(elsewhere).toHaveURL('/konto');
	await elsewhere.context().close();
});
