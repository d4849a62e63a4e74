import { expect, test } from '@playwright/test';
import { arrive, signIn } from './people.ts';

test('a language chosen before signing in stays, without JavaScript', async ({ browser }) => {
	const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	const html = page.locator('html');
	const choose = (language: string) => page.getByRole('button', { name: language }).click();
	await page.goto('/hilfe');
	await choose('English');
	await expect(page).toHaveURL('/hilfe');
	await expect(html).toHaveAttribute('lang', 'en');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Help/);

	await signIn(page, 'demir');
	await expect(html).toHaveAttribute('lang', 'en');
	const elsewhere = await arrive(browser, 'demir', { javaScriptEnabled: false });
	await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'en');
	await elsewhere.context().close();

	await choose('Einfache Sprache');
	await expect(page).toHaveURL('/start');
	await expect(html).toHaveAttribute('lang', 'de-x-leicht');
	await expect(page.getByRole('button', { name: 'English' })).toBeVisible();
	await choose('Deutsch');
	await expect(html).toHaveAttribute('lang', 'de');
	await page.context().close();
});

test('text size and contrast chosen before signing in stay', async ({ browser }) => {
	const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await page.goto('/anzeige?zurueck=/anmelden');
	const buttons = page.getByRole('radio');
	await expect(buttons).toHaveCount(8);
	await page.locator('input[name=text][value=larger]').check();
	await page.locator('input[name=contrast][value=high]').check();
	await page.locator('main form button').first().click();
	await expect(page).toHaveURL('/anmelden');
	await page.getByRole('button', { name: 'Herr Demir' }).click();
	await expect(page.locator('html')).toHaveAttribute('data-text', 'larger');
	await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high');
	expect((await page.context().cookies()).map(({ name }) => name)).toEqual(['session']);

	await page.goto('/anzeige?zurueck=/start');
	await page.locator('input[name=text][value=normal]').check();
	await page.locator('input[name=contrast][value=normal]').check();
	await page.locator('main form button').first().click();
	await expect(page.locator('html')).not.toHaveAttribute('data-text', 'larger');
	await page.context().close();
});
