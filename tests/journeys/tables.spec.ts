import { expect, type Download, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { test } from './database.ts';
import { mailsTo } from './letterbox.ts';
import { arrive, signIn, unique } from './people.ts';
import { heading, summary } from './reporting.ts';

/* Lists come in by file and go out by file; figures stand on a page. Each once with scripts and once without. */

const choose = (page: Page, name: string, text: string | Buffer) =>
	page
		.getByLabel('Datei (Excel oder CSV)')
		.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const check = (page: Page) => page.getByRole('button', { name: 'Datei prüfen' }).click();
/** A job checks the file; the page goes on by itself, without scripts after some seconds. Here nobody waits for that. */
const checked = (page: Page, title: string) =>
	expect(async () => {
		if ((await page.locator('progress').count()) > 0) await page.reload();
		await expect(heading(page, title)).toBeVisible({ timeout: 500 });
	}).toPass({ timeout: 20_000 });
const textOf = async (download: Download) => readFileSync(await download.path(), 'utf8');

async function downloaded(page: Page, link: RegExp): Promise<Download> {
	const coming = page.waitForEvent('download');
	await page.getByRole('link', { name: link }).first().click();
	return coming;
}

const head =
	'Organisation;Titel;Handlungsfeld;Zielgruppen;Gemeinde;Ort;Was fehlt;Betroffene;Dringlichkeit\r\n';
const line = (title: string, urgency = 'in diesem Jahr') =>
	`Thale;${title};Mobilität;ältere Menschen, Familien;Thale;Friedrichsbrunn;Am Abend fährt kein Bus mehr.;5 bis 20;${urgency}\r\n`;

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
		test.use({ javaScriptEnabled });

		test('a planner reads in a list: first it is refused row by row, then taken over once', async ({
			page
		}) => {
			const title = unique('Abendbus');
			await signIn(page, 'albrecht', '/bedarfe');
			await page.getByRole('link', { name: 'Einlesen' }).click();
			await check(page);
			await expect(summary(page)).toContainText('Wählen Sie bitte eine Datei aus');

			await choose(
				page,
				'liste.csv',
				Buffer.from(head + line(title, 'bald') + line(`${title} zwei`), 'latin1')
			);
			await check(page);
			await checked(page, 'Bitte berichtigen Sie die Datei');
			const wrong = page.getByRole('row', { name: /Zeile 2.*Dringlichkeit.*bald/ });
			await expect(wrong).toContainText('Dieses Wort kennen wir hier nicht');
			await expect(page.getByRole('button', { name: 'Übernehmen' })).toHaveCount(0);

			await page.getByRole('link', { name: 'Andere Datei hochladen' }).click();
			await choose(page, 'liste.csv', Buffer.from(head + line(title) + line(`${title} zwei`), 'latin1'));
			await check(page);
			await checked(page, 'Bitte prüfen Sie die Datei');
			await expect(page.getByText('2 Meldungen einer Organisation können übernommen werden.')).toBeVisible();
			const preview = page.url();
			await page.getByRole('button', { name: 'Übernehmen' }).click();
			await expect(async () => {
				if (!javaScriptEnabled) await page.goto(preview); // with scripts it goes on by itself
				await expect(heading(page, 'Die Datei ist übernommen')).toBeVisible({ timeout: 500 });
			}).toPass({ timeout: 20_000 });

			await page.goto(`/bedarfe?suche=${encodeURIComponent(title)}`);
			await expect(page.getByRole('rowheader')).toHaveCount(2);
			await expect
				.poll(() => mailsTo(page, 'Stadt Thale sind eingegangen', title.slice(0, 0)))
				.not.toEqual([]);
		});

		test('a list with columns of its own is explained once; the town reads what it said', async ({
			browser,
			page
		}) => {
			const title = unique('Bank am Friedhof');
			const own = (of: string) =>
				`Bedarfe unserer Orte\r\n${head
					.replace('Ort;Was fehlt', 'Wo genau;Worum geht es')
					.replace(
						'\r\n',
						';Farbe\r\n'
					)}${line(of).replaceAll('Thale', 'Oberharz am Brocken').replace('\r\n', ';grün\r\n')}`;
			await signIn(page, 'albrecht', '/bedarfe/einlesen');
			await choose(page, 'eigene.csv', own(title));
			await check(page);
			const asked = page.getByLabel('Spalte „Wo genau“');
			if (await heading(page, 'Was steht in den Spalten?').isVisible()) {
				await expect(page.getByText('Zum Beispiel: Friedrichsbrunn')).toBeVisible();
				await page.getByRole('button', { name: 'Zeilen prüfen' }).click();
				await expect(summary(page)).toContainText('Spalte „Farbe“: Wählen Sie bitte');
				await asked.selectOption('Ort *');
				await page.getByLabel('Spalte „Worum geht es“').selectOption('Titel *');
				await page.getByLabel('Spalte „Farbe“').selectOption('Nicht übernehmen');
				await page.getByRole('button', { name: 'Zeilen prüfen' }).click();
				await expect(summary(page)).toContainText('„Worum geht es“: Diese Angabe haben Sie schon');
				await expect(summary(page)).toContainText('Diese Angaben fehlen noch: Was fehlt');
				await expect(asked).toHaveValue('locality');
				await page.getByLabel('Spalte „Worum geht es“').selectOption('Was fehlt *');
				await page.getByRole('button', { name: 'Zeilen prüfen' }).click();
			}
			await checked(page, 'Bitte prüfen Sie die Datei');
			const left = page.getByRole('table', { name: 'Weggelassen oder auffällig' });
			await expect(left.getByRole('row', { name: /Datei.*Farbe/ })).toContainText('nicht übernommen');
			await expect(left.getByRole('row', { name: /Zeile 1.*Bedarfe unserer Orte/ })).toBeVisible();
			await expect(page.getByRole('link', { name: 'Spalten anders zuordnen' })).toBeVisible();
			const preview = page.url();
			await page.getByRole('button', { name: 'Übernehmen' }).click();
			await expect(async () => {
				await page.goto(preview);
				await expect(heading(page, 'Die Datei ist übernommen')).toBeVisible({ timeout: 500 });
			}).toPass({ timeout: 20_000 });

			await page.goto('/bedarfe/einlesen'); // the next file is understood at once
			await choose(page, 'eigene.csv', own(`${title} zwei`));
			await check(page);
			await checked(page, 'Bitte prüfen Sie die Datei');

			const kern = await arrive(browser, 'kern');
			await kern.goto(`/bedarfe?suche=${encodeURIComponent(title)}`);
			await kern.getByRole('link', { name: title }).first().click();
			await expect(kern.getByText('Am Abend fährt kein Bus mehr.')).toBeVisible();
			await expect(kern.getByText('Friedrichsbrunn').first()).toBeVisible();
		});

		test('the list goes out as filtered, and what is read in comes out harmless', async ({ page }) => {
			await signIn(page, 'albrecht', '/bedarfe?ort=15085185');
			const rows = await page.getByRole('rowheader').count();
			const csv = await textOf(await downloaded(page, /^CSV/));
			expect(csv.startsWith('\ufeffNummer;Organisation;Titel')).toBe(true);
			expect(csv.match(/^HZ-/gm)?.length).toBe(rows);
			const excel = await downloaded(page, /^Excel/);
			expect(excel.suggestedFilename()).toBe('bedarfsmeldungen.xlsx');

			await page.goto('/bedarfe/pool');
			expect(await textOf(await downloaded(page, /^CSV/))).toContain('HZ-B-');
			await page.goto('/bedarfe/karte');
			expect(await textOf(await downloaded(page, /^CSV/))).toContain('15085185;Huy;');
			await page.goto('/bedarfe/einlesen');
			expect(await textOf(await downloaded(page, /^CSV/))).toContain('Organisation *;Titel *');
		});

		test('whoever takes part sees figures; everybody sees those in which nobody can be recognised', async ({
			page
		}) => {
			await page.goto('/');
			await page.getByRole('link', { name: 'Alle Zahlen: nach Gemeinde, Stand und Dauer' }).click();
			await expect(heading(page, 'Zahlen')).toBeVisible();
			await expect(page.getByRole('table', { name: 'Meldungen nach Gemeinde' })).toBeVisible();
			const numbers = await page.locator('td.number-cell').allInnerTexts();
			expect(numbers.filter((text) => /^[1-4]$/.test(text.trim()))).toEqual([]);
			expect(await textOf(await downloaded(page, /^CSV/))).toContain('Meldungen nach Handlungsfeld;');

			await signIn(page, 'kern', '/bedarfe/zahlen');
			await expect(page.getByRole('table', { name: 'Antworten nach Dauer' })).toBeVisible();
			await expect(page.getByText('Die Hälfte der Antworten kam nach höchstens')).toBeVisible();
		});

		test('an administrator invites by file; a script in a name is only a name', async ({ page }) => {
			const email = `${unique('neu').replace(' ', '-')}@sample.example`;
			await signIn(page, 'winkler', '/verwaltung');
			await page.getByRole('link', { name: 'Mitglieder einlesen' }).click();
			await choose(
				page,
				'wahl.csv',
				`Organisation;Stelle;Vorname;Nachname;E-Mail;Von;Bis\nStadt Thale;Hauptamt und Soziales;Ada;<script>document.title='weg'</script>;${email};01.01.2027;31.12.2029\n`
			);
			await check(page);
			await checked(page, 'Bitte prüfen Sie die Datei');
			await expect(page.getByRole('cell', { name: '<script>' })).toBeVisible();
			await page.getByRole('button', { name: 'Übernehmen' }).click();
			await expect.poll(() => mailsTo(page, email, 'Einladung'), { timeout: 20_000 }).not.toEqual([]);
			await page.goto('/verwaltung');
			const csv = await textOf(await downloaded(page, /^CSV/));
			expect(csv).toContain(email);
		});
	});

test('what is in a file and in no row is named, and so is a cell with an error', async ({ page }) => {
	const title = unique('Rufbus');
	const columns = head.replace('\r\n', ';Farbe\r\n');
	const own = line(title).replace('\r\n', ';rot;daneben\n'); // and with another end of its line
	const example = line('BEISPIEL – bitte löschen: Tagespflege fehlt');
	await signIn(page, 'albrecht', '/bedarfe/einlesen');
	await choose(page, 'liste.csv', columns + own + example + line('#NV'));
	await check(page);
	if (await heading(page, 'Was steht in den Spalten?').isVisible()) {
		await page.getByLabel('Spalte „Farbe“').selectOption('Nicht übernehmen');
		await page.getByRole('button', { name: 'Zeilen prüfen' }).click();
	}
	await checked(page, 'Bitte berichtigen Sie die Datei');
	await expect(page.getByRole('row', { name: /Zeile 4.*Titel.*#NV/ })).toContainText(
		'Fehler aus dem Tabellenprogramm'
	);
	const left = page.getByRole('table', { name: 'Weggelassen oder auffällig' });
	await expect(left.getByRole('row', { name: /Datei.*Farbe/ })).toContainText('nicht übernommen');
	await expect(left.getByRole('row', { name: /Zeile 2.*Spalte K.*daneben/ })).toBeVisible();
	await expect(left.getByRole('row', { name: /Zeile 3.*BEISPIEL/ })).toContainText(
		'Beispielzeile der Vorlage'
	);
	if (process.env.PICTURES) {
		for (const width of [390, 1280]) {
			await page.setViewportSize({ width, height: 900 });
			await page.screenshot({ path: `${process.env.PICTURES}/import-${width}.png`, fullPage: true });
		}
	}
});

test('who may not read in or take away finds nothing there', async ({ browser }) => {
	const kern = await arrive(browser, 'kern');
	for (const path of [
		'/bedarfe/einlesen',
		'/bedarfe/einlesen/vorlage.csv',
		'/bedarfe/pool.csv',
		'/verwaltung/mitglieder.csv',
		'/verwaltung/einlesen'
	])
		expect((await kern.request.get(path, { headers: { accept: 'text/html' } })).status(), path).toBe(404);
	const guest = await (await browser.newContext()).newPage();
	await guest.goto('/bedarfe/liste.csv');
	await expect(guest).toHaveURL(/\/anmelden/);
});

test('whoever holds no post takes no list away, not even an empty one', async ({
	owner,
	playwright,
	baseURL
}) => {
	const id = 'a2'.repeat(20);
	await owner.sql(
		`with nobody as (insert into public.people (given_name, family_name, email) values ('Nina', 'Niemand', 'niemand@sample.example')
			on conflict do nothing returning id)
		insert into private.sessions (id_hash, person_id, expires_at)
		select encode(sha256(convert_to($1, 'UTF8')), 'hex'), id, now() + interval '1 hour' from nobody`,
		[id]
	);
	const nobody = await playwright.request.newContext({
		baseURL: baseURL!,
		extraHTTPHeaders: { cookie: `session=${id}`, accept: 'text/html' }
	});
	expect((await nobody.get('/konto')).status()).toBe(200);
	for (const list of ['liste', 'pool', 'zahlen', 'karte'])
		for (const format of ['csv', 'xlsx']) {
			const answer = await nobody.get(`/bedarfe/${list}.${format}`);
			expect(answer.status(), list).toBe(404);
			expect(answer.headers()['content-disposition'], list).toBeUndefined();
		}
	await nobody.dispose();
});

test('every list that goes out is on record', async ({ page, owner }) => {
	await signIn(page, 'albrecht', '/bedarfe?feld=mobility');
	await textOf(await downloaded(page, /^CSV/));
	const entries = await owner.sql(
		`select detail from private.audit_entries where kind = 'exported' and detail ->> 'list' = 'need_reports' order by id desc limit 1`
	);
	expect(entries[0]).toMatchObject({ detail: { filter: { field: 'mobility' } } });
});
