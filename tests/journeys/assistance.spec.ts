import { expect, test } from '@playwright/test';
import { mailsTo } from './letterbox.ts';
import { arrive, unique } from './people.ts';
import { begin, heading, summary, write } from './reporting.ts';

const options = { javaScriptEnabled: false };

test('Frau Kern names an assistant, who writes for her and releases nothing', async ({ browser }) => {
	const address = `${unique('hilfe').replace(' ', '-')}@beispiel.example`;
	const kern = await arrive(browser, 'kern', { ...options, path: '/konto' });
	await kern.getByRole('link', { name: 'Assistenz ansehen und benennen' }).click();
	await kern.getByRole('link', { name: 'Assistenz benennen' }).click();
	await kern.getByLabel('Frau', { exact: true }).check();
	await kern.getByLabel('Vorname').fill('Sonja');
	await kern.getByLabel('Nachname').fill('Sommer');
	await kern.getByLabel('E-Mail-Adresse').fill('kern@beispiel.example');
	await kern.getByLabel('Bis wann?').fill('2099-12-31');
	await kern.getByRole('button', { name: 'Benennen und einladen' }).click();
	await summary(kern).getByRole('link', { name: 'nicht Ihre eigene' }).click();
	await expect(kern.getByLabel('E-Mail-Adresse')).toBeFocused();
	await kern.getByLabel('E-Mail-Adresse').fill(address);
	await kern.getByRole('button', { name: 'Benennen und einladen' }).click();
	await expect(kern.getByText('Die Einladung ist unterwegs.')).toBeVisible();

	// Frau Sommer follows the link of her mail, and is signed in with an account of her own.
	let mail = '';
	await expect(async () => {
		[mail = ''] = await mailsTo(kern, address);
		expect(mail).toContain('/assistenz/');
	}).toPass({ timeout: 20_000 });
	const offer = new URL(/https?:\/\/\S+\/assistenz\/\S+/.exec(mail)![0]).pathname;
	await kern.goto(offer);
	await expect(kern.getByText('Sie sind hier als Frau Kern angemeldet.')).toBeVisible();
	const sommer = await (await browser.newContext(options)).newPage();
	await sommer.goto(offer);
	await expect(sommer.getByText('Sie sind hier als')).toHaveCount(0);
	await sommer.getByRole('button', { name: 'Assistenz annehmen' }).click();
	await expect(sommer.getByRole('banner')).toContainText('Frau Sommer, für Frau Kern');

	// She writes where Frau Kern writes; Herr Voß reads both names.
	const title = unique('Fahrplan in großer Schrift');
	await begin(sommer);
	await write(sommer, { title, description: 'Der Fahrplan hängt zu hoch und ist zu klein.' });
	await expect(sommer.getByText('Frau Kern, Hauptamt und Soziales')).toBeVisible();
	await expect(sommer.getByRole('button', { name: 'Freigeben' })).toHaveCount(0);
	await sommer.getByRole('button', { name: 'Zur Freigabe vorlegen' }).click();
	await expect(heading(sommer, 'Herr Voß hat Ihre Meldung zur Freigabe')).toBeVisible();
	const voss = await arrive(browser, 'voss', options);
	await voss.getByRole('link', { name: title }).click();
	await expect(voss.getByText('Frau Sommer für Frau Kern').first()).toBeVisible();

	// Frau Kern ends it: the page that was open a moment ago is gone.
	await kern.goto('/konto/assistenz');
	const second = await kern.context().newPage();
	await second.goto('/konto/assistenz');
	for (const window of [kern, second]) {
		const named = window.getByRole('listitem').filter({ hasText: address });
		await named.getByRole('button', { name: 'Beenden' }).click();
		await expect(window.getByText('Die Assistenz ist beendet.')).toBeVisible();
		await expect(named).toHaveCount(0);
	}
	await expect(async () => {
		await sommer.goto('/start');
		await expect(sommer.getByRole('link', { name: title })).toHaveCount(0, { timeout: 500 });
	}).toPass({ timeout: 15_000 });
	await expect(heading(sommer, 'Guten Tag')).toBeVisible();
});
