import { expect, test, type Page } from '@playwright/test';

/* Herr Winkler looks up who was here; nobody else finds the page. */

const door = async (page: Page, name: string, path: string) => {
	await page.goto(`/anmelden?weiter=${encodeURIComponent(path)}`);
	await page.getByRole('button', { name, exact: true }).click();
};

test.use({ javaScriptEnabled: false });

test('the administrator reads who signed in and filters by kind and month', async ({ page }) => {
	await door(page, 'Herr Winkler', '/verwaltung');
	await page.getByRole('link', { name: /^Ganzes Protokoll/ }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Protokoll' })).toBeVisible();
	await expect(page.getByRole('row', { name: /Angemeldet.*Herr Winkler/ }).first()).toBeVisible();
	await expect(page.getByRole('table')).not.toContainText('@');

	await page.getByLabel('Art').selectOption({ label: 'Änderungen der Rechte' });
	await page.getByRole('button', { name: 'Eingrenzen' }).click();
	await expect(page).toHaveURL(/art=rechte/);
	await expect(page.getByText('Angemeldet', { exact: true })).toHaveCount(0);

	await page.getByLabel('Monat').selectOption({ index: 25 });
	await page.getByRole('button', { name: 'Eingrenzen' }).click();
	await expect(page.getByText('Dazu gibt es keine Einträge.')).toBeVisible();
});

test('the planner finds no such page', async ({ page }) => {
	await door(page, 'Frau Albrecht', '/start');
	const answer = await page.goto('/verwaltung/protokoll');
	expect(answer?.status()).toBe(404);
});
