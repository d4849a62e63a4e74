import type { Browser, Page } from '@playwright/test';
import { join } from 'node:path';
import { mailsTo } from './letterbox.ts';
import { expect, test } from './database.ts';
import { arrive, signIn } from './people.ts';
import { actAs, harz, openSurvey } from './surveying.ts';

/* A survey is closed as soon as all have answered, and published: others read the planner's very words. By reload. */

test.use({ javaScriptEnabled: false });

const png =
	'89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082';
const photo = (name: string) => ({ name, mimeType: 'image/png', buffer: Buffer.from(png, 'hex') });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const mistakes = (page: Page) => page.locator('.error-summary');
const guestAt = async (browser: Browser) =>
	(await browser.newContext({ javaScriptEnabled: false })).newPage();

/** A survey of one town that has returned nothing but nil, still within its window. */
async function answered(sql: Parameters<typeof actAs>[0]): Promise<string> {
	const slug = await openSurvey(sql);
	for (const field of ['mobility', 'care'])
		await actAs(
			sql,
			2,
			`perform public.answer_nil((select a.id from public.call_addressees a join public.calls c on c.id = a.call_id where c.slug = '${slug}'), '${field}');`
		);
	return slug;
}

const words = (slug: string) => ({
	first: `Bei ${slug} fehlt niemandem etwas.`,
	second: 'Wir fragen im Herbst „noch einmal“ & danken allen.'
});
const typed = (slug: string) => `${words(slug).first}\n\n${words(slug).second}`;

async function readIt(page: Page, slug: string) {
	await expect(page.getByRole('heading', { level: 1, name: `Ergebnis: Probe ${slug}` })).toBeVisible();
	for (const word of Object.values(words(slug)))
		await expect(page.getByText(word, { exact: true })).toBeVisible();
	await expect(page.getByRole('main')).toContainText('1, davon 1 nur mit Fehlanzeige');
	await expect(page.getByRole('main')).toContainText('1-mal Fehlanzeige');
	await expect(page.getByRole('main')).not.toContainText('Oberharz');
}

test('what all have answered is closed early, summed up, and read by a guest and by who was asked', async ({
	page,
	browser,
	owner
}) => {
	test.setTimeout(240_000);
	const slug = await answered(owner.sql);
	await signIn(page, 'albrecht', `/abfragen/${slug}/ruecklauf`);
	await page.goto('/abfragen');
	await page
		.getByRole('row', { name: new RegExp(slug) })
		.getByRole('link', { name: /^Abschließen/ })
		.click();
	await press(page, 'Abfrage abschließen');
	await page.getByRole('link', { name: 'Abfrage veröffentlichen' }).click();

	await press(page, 'Abfrage veröffentlichen');
	await expect(mistakes(page)).toContainText('Bitte wählen Sie, wer das Ergebnis lesen darf.');
	await expect(mistakes(page)).toContainText('Bitte fassen Sie das Ergebnis in einigen Sätzen zusammen.');
	await page.getByLabel('Zusammenfassung').fill(typed(slug));
	await press(page, 'Abfrage veröffentlichen');
	await expect(page.getByLabel('Zusammenfassung')).toHaveValue(typed(slug));
	await page.getByLabel('Alle, auch ohne Anmeldung').check();
	await press(page, 'Vorschau');
	await expect(page).toHaveTitle(/^Vorschau\. Noch ist nichts veröffentlicht\. – /);
	await expect(page.getByText(words(slug).second, { exact: true })).toBeVisible();
	const guest = await guestAt(browser);
	expect((await guest.goto(`/abfragen/${slug}/ergebnis`))?.status()).toBe(404);
	await expect(page.getByLabel('Alle, auch ohne Anmeldung')).toBeChecked();
	await press(page, 'Abfrage veröffentlichen');
	await expect(page).toHaveTitle(/^Die Abfrage ist veröffentlicht\./);
	await readIt(page, slug);
	await page.goto(`/abfragen/${slug}/nachweis`);
	await expect(page.getByRole('main')).toContainText('Veröffentlicht, das Ergebnis dürfen alle lesen');
	await expect(page.getByRole('main')).toContainText(words(slug).second);

	await guest.goto('/');
	await expect(guest.getByRole('heading', { name: 'Ergebnisse von Abfragen' })).toBeVisible();
	await guest.goto('/abfragen');
	await guest.getByRole('link', { name: `Probe ${slug}` }).click();
	await readIt(guest, slug);

	let mail = '';
	await expect(async () => {
		[mail = ''] = await mailsTo(page, 'kern@', `Das Ergebnis liegt vor: Probe ${slug}`);
		expect(mail).toContain(words(slug).first);
	}).toPass({ timeout: 30_000 });
	expect(mail).toContain(words(slug).second);
	expect(mail).toContain(`/abfragen/${slug}/ergebnis`);
	const clerk = await arrive(browser, 'kern', {
		path: `/abfragen/${slug}/antwort`,
		javaScriptEnabled: false
	});
	for (const isOver of ['Was passiert danach?', 'Bisher ', 'Der Bogen auf Papier'])
		await expect(clerk.getByRole('main')).not.toContainText(isOver);
	await clerk.getByRole('link', { name: 'Ergebnis ansehen' }).click();
	await readIt(clerk, slug);
	for (const each of [guest, clerk]) await each.context().close();
});

test('a result for those asked is there for them alone, and their mail leads over the sign-in', async ({
	page,
	browser,
	owner
}) => {
	const slug = await answered(owner.sql);
	await actAs(owner.sql, 3, `perform public.take_call_step('${harz}', '${slug}', 'closed');`);
	await signIn(page, 'albrecht', `/abfragen/${slug}/veroeffentlichen`);
	await page.getByLabel('Die Gefragten').check();
	await page.getByLabel('Zusammenfassung').fill(typed(slug));
	await press(page, 'Abfrage veröffentlichen');
	await readIt(page, slug);

	const guest = await guestAt(browser);
	expect((await guest.goto(`/abfragen/${slug}/ergebnis`))?.status()).toBe(404);
	await expect(guest.getByRole('main')).not.toContainText(`Probe ${slug}`);
	await guest.goto('/abfragen');
	await expect(guest.getByRole('main')).not.toContainText(`Probe ${slug}`);
	const other = await arrive(browser, 'brandt', { path: '/abfragen', javaScriptEnabled: false });
	await expect(other.getByRole('main')).not.toContainText(`Probe ${slug}`);
	expect((await other.goto(`/abfragen/${slug}/ergebnis`))?.status()).toBe(404);

	let mail = '';
	await expect(async () => {
		[mail = ''] = await mailsTo(page, 'kern@', `Das Ergebnis liegt vor: Probe ${slug}`);
		expect(mail).toContain(words(slug).second);
	}).toPass({ timeout: 30_000 });
	const [, path] = /https?:\/\/[^/\s]+(\/anmelden\?weiter=\S+)/.exec(mail) ?? [];
	const clerk = await arrive(browser, 'kern', { path: '/abfragen', javaScriptEnabled: false });
	await expect(clerk.getByRole('main')).toContainText('Nur für die Gefragten.');
	await clerk.goto(path!);
	await readIt(clerk, slug);
	for (const each of [guest, other, clerk]) await each.context().close();
});

test('a published result has a file and is corrected: who reads it sees what changed, and both versions', async ({
	page,
	browser,
	owner
}) => {
	const slug = await answered(owner.sql);
	await signIn(page, 'albrecht', `/abfragen/${slug}/abschliessen`);
	await press(page, 'Abfrage abschließen');
	await expect(page).toHaveTitle(new RegExp(`^Abgeschlossen: Probe ${slug}`)); // a receipt, not a notice
	await expect(page.getByRole('main')).toContainText('von Frau Albrecht, Sozialplanung, Landkreis Harz.');
	await page.getByRole('link', { name: 'Abfrage veröffentlichen' }).click();

	// The file goes through the same checks as one beside a report.
	await page.getByRole('link', { name: 'Anlagen hinzufügen' }).click();
	await press(page, 'Datei hinzufügen');
	await expect(mistakes(page)).toBeVisible();
	await page
		.getByLabel('Datei', { exact: true })
		.setInputFiles(join('tests', 'inputs', 'Protokoll_geschuetzt.pdf'));
	await page.locator('textarea[name=text]').fill('Die Zahlen je Ort');
	await press(page, 'Datei hinzufügen');
	await expect(mistakes(page)).toBeVisible();
	await expect(page.locator('textarea[name=text]')).toHaveValue('Die Zahlen je Ort');
	await page.getByLabel('Datei', { exact: true }).setInputFiles(photo('Karte.png'));
	await press(page, 'Datei hinzufügen');
	await expect(page.getByRole('link', { name: 'Karte.png' })).toBeVisible();

	await page.goto(`/abfragen/${slug}/veroeffentlichen`);
	await page.getByLabel('Alle, auch ohne Anmeldung').check();
	await page.getByLabel('Zusammenfassung').fill('Zwei Orte haben keinen Bus.');
	await press(page, 'Abfrage veröffentlichen');
	await expect(page.getByRole('main')).toContainText(/von: Sozialplanung, Landkreis Harz\./); // no part twice

	await page.getByRole('link', { name: 'Ergebnis berichtigen' }).click();
	await page.getByLabel('Zusammenfassung').fill('Drei Orte haben keinen Bus.');
	await press(page, 'Ergebnis berichtigen');
	await expect(mistakes(page)).toContainText('Bitte schreiben Sie, was Sie berichtigt haben und warum.');
	await expect(page.getByLabel('Zusammenfassung')).toHaveValue('Drei Orte haben keinen Bus.');
	await page.getByLabel('Was haben Sie berichtigt').fill('Tanne war vergessen.');
	await press(page, 'Ergebnis berichtigen');
	await expect(page).toHaveTitle(/^Das Ergebnis ist berichtigt/);
	await page.goto(`/abfragen/${slug}/nachweis`);
	await expect(page.getByRole('main')).toContainText('Tanne war vergessen.');

	const guest = await guestAt(browser);
	await guest.goto(`/abfragen/${slug}/ergebnis`);
	const main = guest.getByRole('main');
	await expect(main).toContainText('Drei Orte haben keinen Bus.');
	await expect(main).toContainText(/Berichtigt am .* von: Sozialplanung, Landkreis Harz\./);
	await expect(main).toContainText('Tanne war vergessen.');
	await expect(main).not.toContainText('Ergebnis berichtigen');
	const download = guest.waitForEvent('download');
	await guest.getByRole('link', { name: 'Karte.png' }).click();
	expect((await download).suggestedFilename()).toBe('Karte.png');
	await guest.getByRole('link', { name: /^Die Fassung davor/ }).click();
	await expect(main).toContainText('Zwei Orte haben keinen Bus.');
	await expect(main).toContainText('Sie gilt nicht mehr.');

	// Who is signed in and was not asked comes to the result by the short address.
	const other = await arrive(browser, 'brandt', { path: '/start', javaScriptEnabled: false });
	await other.goto(`/abfragen/${slug}`);
	await expect(other).toHaveURL(new RegExp(`/abfragen/${slug}/ergebnis$`));
	await expect(other.getByRole('main')).toContainText('Drei Orte haben keinen Bus.');
	for (const each of [guest, other]) await each.context().close();
});

test('what was published before there were results says so, instead of not being there', async ({
	browser,
	owner
}) => {
	const slug = await answered(owner.sql);
	await actAs(
		owner.sql,
		3,
		`perform public.take_call_step('${harz}', '${slug}', 'closed');
		perform public.take_call_step('${harz}', '${slug}', 'published', null, 'Früher stand es im Brief.', 'public');`
	);
	await owner.sql(`update public.calls set audience = null where slug = '${slug}'`);
	const clerk = await arrive(browser, 'kern', {
		path: `/abfragen/${slug}/ergebnis`,
		javaScriptEnabled: false
	});
	await expect(clerk.getByRole('main')).toContainText('Zu dieser Abfrage gibt es keine Ergebnisseite.');
	const guest = await guestAt(browser);
	expect((await guest.goto(`/abfragen/${slug}/ergebnis`))?.status()).toBe(404);
	for (const each of [clerk, guest]) await each.context().close();
});
