import type { BrowserContextOptions, Locator, Page } from '@playwright/test';
import { expect, test } from './database.ts';
import { keyFor, typeCode } from './letterbox.ts';
import { arrive, endSession, unique } from './people.ts';
import { begin, heading, next, release, summary, write } from './reporting.ts';
import { openSurvey } from './surveying.ts';

const withScripts: BrowserContextOptions = {};
const withoutScripts: BrowserContextOptions = { javaScriptEnabled: false };
const title = (page: Page) => page.getByLabel('Kurzer Titel');
const saved = (page: Page) => page.getByText(/Entwurf gespeichert um \d/);
const seidel = 'seidel@beispiel.example';

/** Waits, with the first letter in the field, for the scripts: what is typed before them lives in the page alone. */
async function firstLetter(field: Locator, words: string): Promise<string> {
	await field.pressSequentially(words[0]!);
	await expect.poll(() => field.evaluate(() => localStorage.length)).toBeGreaterThan(0);
	return words.slice(1);
}

for (const [how, options] of [
	['with scripts', withScripts],
	['without JavaScript', withoutScripts]
] as const) {
	test.describe(how, () => {
		test('going back, leaving and coming again keep what was typed', async ({ browser }) => {
			const page = await arrive(browser, 'seidel', options);
			const draft = await begin(page);
			const words = unique('Der Rufbus');
			await title(page).fill(words);
			await page.getByLabel('Handlungsfeld').selectOption({ label: 'Mobilität' });
			await page.getByLabel('Jugendliche').check();
			await next(page).click();
			await expect(heading(page, 'Was fehlt, und wo?')).toBeVisible();
			await page.goBack();
			await expect(heading(page, 'Worum geht es?')).toBeVisible();
			await expect(title(page)).toHaveValue(words);
			await page.reload();
			await expect(title(page)).toHaveValue(words);
			await expect(page.getByLabel('Jugendliche')).toBeChecked();

			await title(page).fill(`${words}, geändert`);
			await page.getByRole('button', { name: 'Speichern und später weitermachen' }).click();
			await expect(page.getByText('Ihr Entwurf ist gespeichert.')).toBeVisible();
			await page.getByRole('link', { name: `${words}, geändert` }).click();
			await expect(heading(page, 'Was fehlt, und wo?')).toBeVisible();
			await page.goto(`${draft}/thema`);
			await expect(title(page)).toHaveValue(`${words}, geändert`);
			await page.context().close();
		});

		test('what two windows changed is shown in both versions', async ({ browser }) => {
			const one = await arrive(browser, 'seidel', options);
			const draft = await begin(one);
			const two = await one.context().newPage();
			await two.goto(`${draft}/thema`);
			await title(one).fill('Fassung des ersten Fensters');
			await one.getByRole('button', { name: 'Speichern und später weitermachen' }).click();
			await expect(one.getByText('Ihr Entwurf ist gespeichert.')).toBeVisible();

			await title(two).fill('Fassung des zweiten Fensters');
			await next(two).click();
			await expect(summary(two)).toBeFocused();
			await expect(two.getByText('In einem anderen Fenster steht jetzt:')).toBeVisible();
			await expect(two.getByText('Fassung des ersten Fensters')).toBeVisible();
			await expect(title(two)).toHaveValue('Fassung des zweiten Fensters');
			await two.getByRole('button', { name: 'Diese Fassung übernehmen' }).click();
			await expect(two.getByText('In einem anderen Fenster steht jetzt:')).toHaveCount(0);
			await expect(title(two)).toHaveValue('Fassung des ersten Fensters');
			await one.context().close();
		});

		test('a session that ran out while writing gives the text back after signing in again', async ({
			browser,
			owner
		}) => {
			const page = await arrive(browser, 'seidel', options);
			const draft = await begin(page);
			const words = unique('Getippt, während die Sitzung ablief');
			await endSession(page, owner);

			await title(page).fill(words);
			await page.getByLabel('Jugendliche').check();
			await next(page).click();
			await expect(
				page.getByText('Ihre Eingaben sind gesichert. Bitte melden Sie sich wieder an.')
			).toBeVisible();
			const { code } = await keyFor(page, seidel);
			await typeCode(page, code);
			await expect(page).toHaveURL(`${draft}/thema`);
			await expect(title(page)).toHaveValue(words);
			await expect(page.getByLabel('Jugendliche')).toBeChecked();
			await page.context().close();
		});

		test('far too long a text is kept whole, and the limit is said', async ({ browser }) => {
			const page = await arrive(browser, 'seidel', options);
			const draft = await begin(page);
			await page.goto(`${draft}/ort`);
			const long = 'Der Bus fährt nicht. '.repeat(5000).slice(0, 99_999) + 'E';
			await page.getByLabel('Ort oder Ortsteil').fill('Hasselfelde');
			await page.getByLabel('Was fehlt?').fill(long);
			await next(page).click();
			await expect(summary(page)).toBeFocused();
			await expect(summary(page)).toContainText('hat 100.000 Zeichen. Möglich sind 5.000.');
			await page.reload();
			expect(await page.getByLabel('Was fehlt?').inputValue()).toBe(long);
			await page.context().close();
		});
	});
}

test('what was typed and chosen before the scripts had come stays', async ({ browser }) => {
	const page = await arrive(browser, 'seidel');
	const draft = await begin(page);
	let letThrough = () => {};
	const come = new Promise<void>((done) => (letThrough = done));
	await page.route(/\/_app\/.*\.js$/, (route) => come.then(() => route.continue()));
	await page.goto(`${draft}/thema`, { waitUntil: 'commit' });
	await title(page).fill('Schneller als das Netz');
	await page.getByLabel('Handlungsfeld').selectOption({ label: 'Mobilität' });
	await page.getByLabel('Jugendliche').check();
	letThrough();
	await expect(saved(page)).toBeVisible({ timeout: 15_000 });
	await expect(page.getByLabel('Handlungsfeld')).toHaveValue('mobility');
	await expect(page.getByLabel('Jugendliche')).toBeChecked();
	await next(page).click();
	await expect(heading(page, 'Was fehlt, und wo?')).toBeVisible();
	await page.context().close();
});

test('what was typed survives closing the page at once', async ({ browser }) => {
	const page = await arrive(browser, 'seidel');
	const draft = await begin(page);
	const words = unique('Zugeklappt');
	await title(page).pressSequentially(await firstLetter(title(page), words));
	const device = page.context();
	await page.close();
	const again = await device.newPage();
	await again.goto(`${draft}/thema`);
	await expect(title(again)).toHaveValue(words);
	await device.close();
});

test('without network the text stays on the device, and is saved when the network is back', async ({
	browser
}) => {
	const page = await arrive(browser, 'seidel');
	const draft = await begin(page);
	const words = unique('Im Funkloch');
	const rest = await firstLetter(title(page), words);
	await page.context().setOffline(true);
	await title(page).pressSequentially(rest);
	await expect(page.getByText('Kein Netz – Ihr Text ist auf diesem Gerät gesichert.').first()).toBeVisible();
	await page.context().setOffline(false);
	await expect(saved(page)).toBeVisible();
	await expect(page.getByText('Kein Netz')).toHaveCount(0);
	const elsewhere = await arrive(browser, 'seidel', { path: `${draft}/thema`, ...withoutScripts });
	await expect(title(elsewhere)).toHaveValue(words);
	await Promise.all([page, elsewhere].map((page) => page.context().close()));
});

test('signs of HTML are text wherever they show', async ({ browser }) => {
	const words = unique(`<script>document.title = 'x'</script><b>fett</b> & "so"`);
	const seidel = await arrive(browser, 'seidel');
	await begin(seidel);
	await write(seidel, { title: words, description: `${words} und mehr` });
	await expect(seidel.getByText(words, { exact: true }).first()).toBeVisible();
	const number = await release(seidel);
	await expect(seidel.getByText(words, { exact: true }).first()).toBeVisible();
	const albrecht = await arrive(browser, 'albrecht');
	for (const address of ['/start', '/bedarfe', `/bedarfe/${number}`, `/bedarfe/${number}/beantworten`]) {
		await albrecht.goto(address);
		await expect(albrecht.getByText(words).first()).toBeVisible();
		await expect(albrecht.locator('main script')).toHaveCount(0);
		await expect(albrecht).toHaveTitle(/Augenhöhe$/);
	}
	await Promise.all([seidel, albrecht].map((page) => page.context().close()));
});

test('releasing twice makes one report', async ({ browser, baseURL, owner }) => {
	const words = unique('Zweimal gedrückt');
	const page = await arrive(browser, 'seidel');
	const draft = await begin(page);
	await write(page, { title: words, description: 'Ein Druck hätte gereicht.' });
	const revision = await page.locator('input[name=revision]').inputValue();
	const post = () =>
		page.request.post(`${draft}/pruefen?/release`, {
			form: { revision },
			headers: { origin: baseURL!, accept: 'text/html' },
			maxRedirects: 0
		});
	const answers = await Promise.all([post(), post(), post()]);
	expect(answers.map((answer) => answer.status())).toEqual([303, 303, 303]);
	const places = new Set(answers.map((answer) => answer.headers().location));
	expect(places.size).toBe(1);
	const reports = await owner.sql('select number from public.need_reports where title = $1', [words]);
	expect(reports).toHaveLength(1);
	await page.goto([...places][0]!);
	await expect(heading(page, 'Ihre Meldung ist beim Landkreis eingegangen')).toBeVisible();
	await page.context().close();
});

test('a double click begins one draft, and releases one report', async ({ browser, owner }) => {
	const page = await arrive(browser, 'seidel');
	const count = async (table: string) =>
		(
			await owner.sql(
				`select id from public.${table} where organisation_id = '00000000-0000-4000-8000-000000000010'`
			)
		).length;
	const drafts = await count('need_report_drafts');
	await page.goto('/bedarfe/neu');
	await page.getByRole('button', { name: 'Beginnen' }).dblclick();
	await expect(heading(page, 'Worum geht es?')).toBeVisible();
	expect(await count('need_report_drafts')).toBe(drafts + 1);

	await write(page, { title: unique('Doppelklick'), description: 'Ein Klick hätte gereicht.' });
	const reports = await count('need_reports');
	await page.getByRole('button', { name: 'Freigeben' }).first().dblclick();
	await expect(heading(page, 'Ihre Meldung ist beim Landkreis eingegangen')).toBeVisible();
	expect(await count('need_reports')).toBe(reports + 1);
	await page.context().close();
});

test.describe('on the page of a survey’s field', () => {
	const offers = (page: Page) => page.getByLabel('Welche Angebote gibt es bei Ihnen?').first();
	const saved = (page: Page) => page.getByRole('status').getByText('Ihre Antwort ist gespeichert.');

	test('what was typed and chosen is there again though nobody pressed a button', async ({
		browser,
		owner
	}) => {
		const path = `/abfragen/${await openSurvey(owner.sql)}/antwort/1`;
		const page = await arrive(browser, 'kern', { path });
		const words = unique('Ein Rufbus');
		await offers(page).pressSequentially(words);
		await page.getByLabel('Fehlanzeige', { exact: true }).check();
		await page.getByLabel(/^Weiß nicht oder nicht zuständig ?: Was planen Sie selbst/).check();
		await expect(saved(page)).toBeAttached();
		await expect(page.getByText(/Gespeichert am .* von Frau Kern/)).toBeVisible();
		await page.context().close();

		const again = await arrive(browser, 'kern', { path, ...withoutScripts });
		await expect(offers(again)).toHaveValue(words);
		await expect(again.getByLabel('Fehlanzeige', { exact: true })).toBeChecked();
		await expect(again.getByLabel(/^Weiß nicht oder nicht zuständig ?: Was planen Sie selbst/)).toBeChecked();
		await again.context().close();
	});

	test('a crash before anything was sent loses nothing', async ({ browser, owner }) => {
		const path = `/abfragen/${await openSurvey(owner.sql)}/antwort/1`;
		const page = await arrive(browser, 'kern', { path });
		const context = page.context();
		const words = unique('Abgestürzt');
		let isDown = true;
		await context.route(`**${path}`, (route) =>
			isDown && route.request().method() === 'POST' ? route.abort() : route.continue()
		);
		await offers(page).pressSequentially(await firstLetter(offers(page), words));
		const devtools = await context.newCDPSession(page);
		const crashed = page.waitForEvent('crash');
		void devtools.send('Page.crash').catch(() => {});
		await crashed;
		isDown = false;
		await page.close();

		const again = await context.newPage();
		await again.goto(path);
		await expect(offers(again)).toHaveValue(words);
		await expect(
			again.getByRole('status').getByText('Ihr Text von diesem Gerät ist wieder da')
		).toBeAttached();
		await expect(saved(again)).toBeAttached();
		await context.close();
	});

	test('without network the text stays on the device, and is saved when the network is back', async ({
		browser,
		owner
	}) => {
		const path = `/abfragen/${await openSurvey(owner.sql)}/antwort/1`;
		const page = await arrive(browser, 'kern', { path });
		const words = unique('Im Funkloch');
		const rest = await firstLetter(offers(page), words);
		await page.context().setOffline(true);
		await offers(page).pressSequentially(rest);
		await expect(
			page.getByText('Kein Netz – Ihr Text ist auf diesem Gerät gesichert.').first()
		).toBeVisible();
		await page.getByRole('button', { name: 'Speichern und weiter' }).click();
		await expect(offers(page)).toHaveValue(words);
		await page.context().setOffline(false);
		await expect(saved(page)).toBeAttached();
		const elsewhere = await arrive(browser, 'kern', { path, ...withoutScripts });
		await expect(offers(elsewhere)).toHaveValue(words);
		await Promise.all([page, elsewhere].map((page) => page.context().close()));
	});

	test('a session that ran out while writing is said, and gives the text back after signing in again', async ({
		browser,
		owner
	}) => {
		const path = `/abfragen/${await openSurvey(owner.sql)}/antwort/1`;
		const page = await arrive(browser, 'kern', { path });
		const words = unique('Getippt, während die Sitzung ablief');
		await endSession(page, owner);
		await offers(page).pressSequentially(words);
		await expect(page.getByText('Sie sind nicht mehr angemeldet.').first()).toBeVisible();
		await page.getByRole('button', { name: 'Speichern und weiter' }).click();
		await expect(page).toHaveURL(/\/anmelden/);
		await page.getByRole('button', { name: 'Frau Kern', exact: true }).click();
		await expect(page).toHaveURL(path);
		await expect(offers(page)).toHaveValue(words);
		await expect(saved(page)).toBeAttached();
		await page.context().close();
	});

	test('what two windows changed is shown in both versions, and one is taken', async ({ browser, owner }) => {
		const path = `/abfragen/${await openSurvey(owner.sql)}/antwort/1`;
		const one = await arrive(browser, 'kern', { path });
		const two = await one.context().newPage();
		await two.goto(path, { waitUntil: 'networkidle' });
		await offers(one).pressSequentially('Aus dem ersten Fenster');
		await expect(saved(one)).toBeAttached();
		await offers(two).pressSequentially('Aus dem zweiten Fenster');
		await expect(
			two.getByText('Diese Antwort wurde in einem anderen Fenster geändert.').first()
		).toBeVisible();
		await two.getByRole('button', { name: 'Speichern und zur Übersicht' }).click();
		await expect(two.getByText('Aus dem ersten Fenster')).toBeVisible();
		await expect(offers(two)).toHaveValue('Aus dem zweiten Fenster');
		await two.getByRole('button', { name: 'Diese Fassung übernehmen' }).click();
		await expect(two.getByRole('button', { name: 'Diese Fassung übernehmen' })).toHaveCount(0);
		await expect(offers(two)).toHaveValue('Aus dem ersten Fenster');
		await one.context().close();
	});

	test('what was typed and chosen before the scripts had come stays', async ({ browser, owner }) => {
		const path = `/abfragen/${await openSurvey(owner.sql)}/antwort/1`;
		const page = await arrive(browser, 'kern');
		let letThrough = () => {};
		const come = new Promise<void>((done) => (letThrough = done));
		await page.route(/\/_app\/.*\.js$/, (route) => come.then(() => route.continue()));
		await page.goto(path, { waitUntil: 'commit' });
		await offers(page).fill('Schneller als das Netz');
		await page.getByLabel('Bedarf', { exact: true }).check();
		letThrough();
		await expect(saved(page)).toBeAttached({ timeout: 15_000 });
		await expect(offers(page)).toHaveValue('Schneller als das Netz');
		await expect(page.getByLabel('Bedarf', { exact: true })).toBeChecked();
		await page.context().close();
	});

	test('far too long a text is kept whole, and the limit is said', async ({ browser, owner }) => {
		const path = `/abfragen/${await openSurvey(owner.sql)}/antwort/1`;
		const page = await arrive(browser, 'kern', { path, ...withoutScripts });
		const long = 'Der Bus fährt nicht. '.repeat(500);
		await offers(page).fill(long);
		await page.getByRole('button', { name: 'Speichern und weiter' }).click();
		await expect(summary(page)).toContainText('Bitte kürzen Sie ihn auf 5.000 Zeichen.');
		await page.goto(path);
		expect(await offers(page).inputValue()).toBe(long);
		await page.context().close();
	});
});
