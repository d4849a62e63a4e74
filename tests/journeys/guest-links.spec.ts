import { devices, type Page } from '@playwright/test';
import { expectLargeTargets, expectNoBarriers, expectNoSideways } from '../accessibility/checks.ts';
import { expect, test } from './database.ts';
import { arrive } from './people.ts';
import { summary } from './reporting.ts';
import { openSurvey } from './surveying.ts';

/* Somebody without an account does one thing for an administration, on a phone and without scripts. */
test.use({ javaScriptEnabled: false });

const phone = { viewport: devices['Pixel 5'].viewport, javaScriptEnabled: false, locale: 'de-DE' };
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const here = (address: string | null) => new URL(address!).pathname;

/** From the ledger a planner makes a link for Oberharz. @returns where it leads */
async function linkOf(page: Page, duty: string, recipient: string): Promise<string> {
	await page.getByRole('link', { name: 'Stadt Oberharz am Brocken' }).click();
	await page.getByRole('link', { name: 'Link erstellen' }).click();
	await page.getByLabel(duty).check();
	await page.getByLabel('Für wen ist der Link?').fill(recipient);
	await button(page, 'Link erstellen').click();
	return here(await page.locator('main code').textContent());
}

test('a guest answers for a town by a link, the head releases it, and the planner reads who did what', async ({
	browser,
	owner,
	baseURL
}) => {
	const slug = await openSurvey(owner.sql);
	const albrecht = await arrive(browser, 'albrecht', {
		path: `/abfragen/${slug}/ruecklauf`,
		javaScriptEnabled: false
	});
	await albrecht.getByRole('link', { name: 'Stadt Oberharz am Brocken' }).click();
	await albrecht.getByRole('link', { name: 'Link erstellen' }).click();
	await albrecht.getByLabel('Für wen ist der Link?').fill('Frau Thiele, Ortsbürgermeisterin');
	await button(albrecht, 'Link erstellen').click();
	await expect(summary(albrecht)).toContainText('Bitte wählen Sie, wofür der Link ist.');
	await albrecht.getByLabel('Antwort ausfüllen').check();
	await expect(albrecht.getByLabel('Für wen ist der Link?')).toHaveValue('Frau Thiele, Ortsbürgermeisterin');
	await button(albrecht, 'Link erstellen').click();
	await expect(albrecht).toHaveTitle(/^Der Link ist fertig: Frau Thiele/); // heard first
	const address = here(await albrecht.locator('main code').textContent());
	const addressee = albrecht.url().match(/ruecklauf\/([0-9a-f-]{36})/)![1];
	await albrecht.goto(albrecht.url().replace(/\?.*/, ''));
	await expect(albrecht.locator('main code')).toHaveCount(0); // shown once
	await expect(albrecht.getByRole('table')).toContainText('offen, gilt bis');

	const guest = await (await browser.newContext(phone)).newPage();
	await guest.goto(address);
	await expect(guest.getByText('Stadt Oberharz am Brocken').first()).toBeVisible();
	await expect(guest.getByText('Es fragt').locator('xpath=following::fieldset').first()).toBeVisible(); // who asks comes before what
	await guest.getByLabel('Ihr Name').fill('Frau Thiele');
	await button(guest, 'Weiter: prüfen').click();
	await expect(summary(guest)).toContainText(
		'Bitte wählen Sie mindestens bei einem Handlungsfeld etwas aus.'
	);
	const choice = (field: string, said: string) =>
		guest.getByRole('group', { name: field }).getByLabel(said, { exact: true });
	const words = 'Der Bürgerbus fährt seit Mai auch sonntags.';
	await choice('Mobilität', 'Fehlanzeige').check();
	await guest.getByText('Worte und „weiß nicht“: Mobilität').click();
	const said = guest.getByLabel('Welche Angebote gibt es bei Ihnen?').first();
	await said.fill(words);
	await guest
		.getByLabel(/^Weiß nicht oder nicht zuständig ?: Was planen Sie selbst/)
		.first()
		.check();
	await guest.getByText('Worte und „weiß nicht“: Pflege').click();
	await guest.locator('textarea[name=care-answer-offers]').fill('Dazu fehlt die Auswahl.');
	await button(guest, 'Weiter: prüfen').click();
	await expect(summary(guest)).toContainText('Zu diesem Handlungsfeld stehen Worte da.');
	await expect(said).toHaveValue(words); // nothing typed is lost
	await guest.locator('textarea[name=care-answer-offers]').fill('');
	await choice('Pflege', 'Nicht zuständig oder nicht bekannt').check();
	await expect(guest.getByLabel('Ihr Name')).toHaveValue('Frau Thiele');
	await button(guest, 'Weiter: prüfen').click();
	await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Stimmt das so?');
	await expect(guest.getByText('Der Link gilt nur einmal')).toBeVisible();
	await expectNoSideways(guest, 'what a guest is about to send');
	await expectLargeTargets(guest, 'what a guest is about to send');
	await expect(guest.getByText(words)).toBeVisible();
	await expect(guest.getByText('weiß nicht oder nicht zuständig')).toBeVisible();
	await button(guest, 'Ändern').click();
	await expect(choice('Mobilität', 'Fehlanzeige')).toBeChecked();
	await expect(said).toHaveValue(words);
	await button(guest, 'Weiter: prüfen').click();
	const form = Object.fromEntries(
		await guest
			.locator('main form input[type=hidden]')
			.evaluateAll((inputs) =>
				inputs.map((input) => [input.getAttribute('name'), input.getAttribute('value')])
			)
	);
	await button(guest, 'Absenden').click();
	await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Danke, das ist erledigt');
	await expect(guest.locator('.lead')).toContainText(/Frau Thiele hat das am .*Uhr erledigt/);
	await expect(guest.getByRole('heading', { name: 'Das haben Sie gesagt' })).toBeVisible();
	await expect(guest.getByText('Fehlanzeige für ein Handlungsfeld: Mobilität')).toBeVisible();
	await expect(guest.getByText(words)).toBeVisible();
	await guest.goto(address);
	await expect(guest.getByRole('heading', { name: 'Das haben Sie gesagt' })).toHaveCount(0); // who made the link may hold it too
	const again = await guest.request.post(`${address}?/send`, {
		form,
		headers: { accept: 'text/html', origin: baseURL! }
	});
	expect(again.status()).toBe(200);

	const voss = await arrive(browser, 'voss', {
		path: `/abfragen/${slug}/antwort`,
		javaScriptEnabled: false
	});
	await expect(voss.getByRole('heading', { name: 'Was Gäste gesagt haben' })).toBeVisible();
	await expect(voss.getByText(words)).toBeVisible();
	const main = albrecht.getByRole('main');
	const readBy = async (isReleased: boolean) => {
		for (const page of [
			'ruecklauf/handlungsfelder/1',
			`ruecklauf/${addressee}`,
			'nachweis',
			'suche?suche=Busse'
		]) {
			await albrecht.goto(`/abfragen/${slug}/${page}`);
			await (isReleased ? expect(main) : expect(main).not).toContainText('Der Bürgerbus fährt seit Mai');
		}
		const csv = await (await albrecht.request.get(`/abfragen/${slug}/ruecklauf.csv`)).text();
		expect(csv.includes(words)).toBe(isReleased);
	};
	await readBy(false); // before the head it is the addressee's alone
	await voss.goto(`/abfragen/${slug}/antwort/pruefen`);
	await button(voss, 'Antworten freigeben').click();
	await voss.goto(`/abfragen/${slug}/antwort`);
	await expect(voss.locator('.state')).toContainText('Sie haben vollständig geantwortet');

	await readBy(true);
	await albrecht.goto(`/abfragen/${slug}/nachweis`);
	await expect(main).toContainText('Ausgefüllt über einen Link ohne Anmeldung (Frau Thiele).');
	await expect(
		albrecht.getByText('Antwort ausfüllen über den Link ohne Anmeldung (Frau Thiele)')
	).toBeVisible();
	await Promise.all([albrecht, guest, voss].map((page) => page.context().close()));
});

test('what a guest is about to send can be read by everybody', async ({ browser, owner }) => {
	const slug = await openSurvey(owner.sql);
	const albrecht = await arrive(browser, 'albrecht', { path: `/abfragen/${slug}/ruecklauf` });
	const address = await linkOf(albrecht, 'Eingang bestätigen', 'Herr Lampe');
	const guest = await (await browser.newContext({ ...phone, javaScriptEnabled: true })).newPage();
	await guest.goto(address);
	await button(guest, 'Weiter: prüfen').click();
	await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Stimmt das so?');
	await expectNoBarriers(guest, 'what a guest is about to send');
	await Promise.all([albrecht, guest].map((page) => page.context().close()));
});

test('a guest confirms that a survey arrived; a link that was ended opens nothing', async ({
	browser,
	owner
}) => {
	const slug = await openSurvey(owner.sql);
	const albrecht = await arrive(browser, 'albrecht', {
		path: `/abfragen/${slug}/ruecklauf`,
		javaScriptEnabled: false
	});
	const kept = await linkOf(albrecht, 'Eingang bestätigen', 'Herr Lampe');
	await albrecht.goto(`/abfragen/${slug}/ruecklauf`);
	const ended = await linkOf(albrecht, 'Eingang bestätigen', 'Frau Ohm');
	await albrecht.getByRole('button', { name: /Link beenden.*Frau Ohm/ }).click();
	await expect(albrecht.getByRole('row').filter({ hasText: 'Frau Ohm' })).toContainText('beendet am');

	const guest = await (await browser.newContext(phone)).newPage();
	await guest.goto(ended);
	await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Dieser Link gilt nicht mehr');
	await guest.goto(kept);
	await button(guest, 'Weiter: prüfen').click();
	await button(guest, 'Absenden').click();
	await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Danke, das ist erledigt');
	for (const path of ['/start', `/abfragen/${slug}/ruecklauf`, `/abfragen/${slug}/antwort`]) {
		await guest.goto(path);
		await expect(guest).toHaveURL(/\/anmelden/); // the link opens nothing else
	}

	await albrecht.goto(`/abfragen/${slug}/ruecklauf`);
	await expect(albrecht.getByRole('row').filter({ hasText: 'Stadt Oberharz' })).toContainText(
		'Eingang bestätigt am'
	);
	await Promise.all([albrecht, guest].map((page) => page.context().close()));
});
