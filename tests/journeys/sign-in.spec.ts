import type { Page } from '@playwright/test';
import { expect, test } from './database.ts';
import { askForCode, keyAfter, keyFor, typeCode } from './letterbox.ts';
import { signIn } from './people.ts';
import { heading, summary } from './reporting.ts';

const lorenz = 'lorenz@beispiel.example';
const yilmaz = 'yilmaz@beispiel.example';
const another = (code: string) => String((Number(code.replace(' ', '')) + 1) % 1e6).padStart(6, '0');

test('a wrong code is said, the right one leads back to the page one wanted, and counts once', async ({
	page
}) => {
	await page.goto('/bedarfe/karte?stand=offen');
	await expect(page).toHaveURL(`/anmelden?weiter=${encodeURIComponent('/bedarfe/karte?stand=offen')}`);
	const { code } = await keyFor(page, lorenz);
	const codePage = page.url();

	await typeCode(page, another(code));
	await expect(summary(page)).toBeFocused();
	await expect(summary(page)).toContainText('Dieser Code stimmt nicht. Sie können es noch');
	await typeCode(page, code);
	await expect(page).toHaveURL('/bedarfe/karte?stand=offen');

	await page.getByRole('button', { name: 'Abmelden' }).click();
	await expect(heading(page, 'Sie sind abgemeldet')).toBeVisible();
	await page.goto(codePage);
	await typeCode(page, code);
	await expect(summary(page)).toContainText('Dieser Code gilt nicht mehr.');
});

test('an expired code is said, and another mail is one click away', async ({ page, owner }) => {
	await page.goto('/anmelden');
	const { code } = await keyFor(page, yilmaz);
	const attempt = new URL(page.url()).pathname.split('/').at(-1);
	await owner.sql(`update private.sign_ins set expires_at = now() - interval '1 minute' where id = $1`, [
		attempt
	]);
	await typeCode(page, code);
	await expect(summary(page)).toContainText('Bitte lassen Sie sich eine neue E-Mail senden.');

	const fresh = await keyAfter(page, yilmaz, async () => {
		await page.getByRole('button', { name: 'E-Mail noch einmal senden' }).click();
		await expect(page.getByText('Eine neue E-Mail ist unterwegs.')).toBeVisible();
	});
	await typeCode(page, fresh.code);
	await expect(page).toHaveURL('/start');
});

test('the link of the mail signs in once, after a click, without JavaScript', async ({ browser }) => {
	const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await page.goto('/anmelden?weiter=/konto');
	const { link } = await keyFor(page, 'brandt@beispiel.example');
	await page.goto(link);
	await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
	await expect(page).toHaveURL('/konto');

	await page.goto(link);
	await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
	await expect(heading(page, 'Dieser Link gilt nicht mehr')).toBeVisible();
	await expect(page.getByRole('button', { name: 'E-Mail noch einmal senden' })).toBeVisible();
	await page.context().close();
});

test('nobody can tell which addresses are known', async ({ page }) => {
	const known = await whatIsSaid(page, 'winkler@beispiel.example');
	const unknown = await whatIsSaid(page, 'niemand@beispiel.example');
	expect(unknown).toEqual(known);
});

test('what is no address is said, and what was typed stays', async ({ page }) => {
	await page.goto('/anmelden');
	await page.getByLabel('E-Mail-Adresse').fill('kern');
	await page.getByRole('button', { name: 'Code anfordern' }).click();
	await expect(summary(page)).toBeFocused();
	await expect(page.getByLabel('E-Mail-Adresse')).toHaveValue('kern');
});

test('the door of the sample opens for sample people only, and never leads away from here', async ({
	page,
	baseURL
}) => {
	const door = (person: string) =>
		page.request.post('/anmelden/beispiel', {
			form: { person },
			headers: { origin: baseURL!, accept: 'text/html' },
			maxRedirects: 0
		});
	expect((await door('10000000-0000-4000-8000-000000000100')).status()).toBe(404);
	expect((await door('Kern')).status()).toBe(404);
	expect((await page.request.get('/anmelden/beispiel')).status()).toBe(404);
	await page.goto('/anmelden?weiter=https://example.org/start');
	await page.getByRole('button', { name: 'Frau Seidel', exact: true }).click();
	await expect(page).toHaveURL('/start');
});

test('whoever signs out is out, on this device', async ({ page }) => {
	await signIn(page, 'seidel', '/konto');
	await page.getByRole('button', { name: 'Auf diesem Gerät abmelden' }).click();
	await expect(heading(page, 'Sie sind abgemeldet')).toBeVisible();
	await page.goto('/konto');
	await expect(page).toHaveURL('/anmelden?weiter=%2Fkonto');
});

/** The pages after asking for a code and after typing a wrong one, in words. */
async function whatIsSaid(page: Page, address: string): Promise<string[]> {
	await page.goto('/anmelden');
	await askForCode(page, address);
	const asked = await page.locator('main').innerText();
	await typeCode(page, '000000');
	await expect(summary(page)).toBeVisible();
	return [asked, await page.locator('main').innerText()];
}
