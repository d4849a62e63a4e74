import { wallOf } from '../../src/lib/i18n/berlin.ts';
import { expect, test } from './database.ts';
import { arrive, signIn, unique } from './people.ts';

const oberharz = '00000000-0000-4000-8000-000000000048';
const blankenburg = '00000000-0000-4000-8000-000000000041';
const inDays = (days: number) => wallOf(new Date(Date.now() + days * 86_400_000)).day;
const compact = (day: string) => day.replaceAll('-', '');

const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const file = (...events: string[]) =>
	['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Sitzungsdienst//DE', ...events, 'END:VCALENDAR'].join('\r\n');

test.use({ javaScriptEnabled: false });

test('a clerk enters a meeting, moves it, calls it off; the planner sees each', async ({ page, browser }) => {
	const title = unique('Sitzung des Ortschaftsrates');
	const day = inDays(40);
	await signIn(page, 'kern', '/organisation');
	await page.getByRole('link', { name: /^Sitzungen ?: Stadt Oberharz/ }).click();
	await page.getByRole('link', { name: 'Sitzung eintragen' }).click();

	// The end before the beginning, yesterday: said in words, and what was typed stays.
	await page.getByLabel('Was für eine Sitzung ist es?').fill(title);
	await page.getByLabel('Gremium').fill('Ortschaftsrat Tanne');
	await page.getByLabel('Tag', { exact: true }).fill(inDays(-1));
	await page.getByLabel('Beginn').fill('19:00');
	await page.getByLabel('Ende').fill('18:00');
	await page.getByLabel('Ja, sie ist öffentlich').check();
	await page.getByRole('button', { name: 'Speichern' }).click();
	await expect(page.getByRole('alert').filter({ hasText: 'Bitte prüfen Sie' })).toContainText(
		'Das Ende liegt vor dem Beginn.'
	);
	await expect(page.getByLabel('Was für eine Sitzung ist es?')).toHaveValue(title);
	await page.getByLabel('Ende').fill('21:00');
	await page.getByRole('button', { name: 'Speichern' }).click();
	await expect(page.getByText('Dieser Zeitpunkt ist schon vorbei.').first()).toBeVisible();
	await page.getByLabel('Tag', { exact: true }).fill(day);
	await page.getByRole('button', { name: 'Speichern' }).click();
	await expect(page.getByText('Die Sitzung steht im Kalender.')).toBeVisible();

	const row = page.getByRole('row').filter({ hasText: title });
	await expect(row).toContainText('19:00 bis 21:00 Uhr');
	await row.getByRole('link').click();
	const address = new URL(page.url()).pathname;
	await page.getByRole('link', { name: 'Sitzung ändern' }).click();
	await page.getByLabel('Beginn').fill('18:30');
	await page.getByRole('button', { name: 'Speichern' }).click();
	await expect(row).toContainText('18:30 bis 21:00 Uhr');

	const planner = await arrive(browser, 'albrecht', {
		path: `/kalender?monat=${day.slice(0, 7)}&organisation=${oberharz}`,
		javaScriptEnabled: false
	});
	await expect(planner.getByRole('row').filter({ hasText: title })).toContainText('18:30 bis 21:00 Uhr');
	await planner.goto(address);
	await expect(planner.getByRole('link', { name: 'Sitzung ändern' })).toHaveCount(0);

	const download = await page.request.get(`${address}.ics`);
	expect(download.headers()['content-type']).toBe('text/calendar; charset=utf-8');
	expect(await download.text()).toContain(`DTSTART;TZID=Europe/Berlin:${compact(day)}T183000`);

	await page.goto(address);
	await page.getByRole('link', { name: 'Sitzung absagen' }).click();
	await page.getByRole('button', { name: 'Sitzung absagen' }).click();
	await expect(row).toContainText('abgesagt');
	await planner.reload();
	await expect(planner.getByText('Diese Sitzung wurde am')).toBeVisible();
	await planner.context().close();
});

test('a form that comes too late keeps what was typed and shows what stands there', async ({ page }) => {
	const title = unique('Sitzung des Bauausschusses');
	await signIn(page, 'kern', '/organisation/kalender/neu');
	await page.getByLabel('Was für eine Sitzung ist es?').fill(title);
	await page.getByLabel('Tag', { exact: true }).fill(inDays(45));
	await page.getByLabel('Ja, sie ist öffentlich').check();
	const place = page.getByRole('textbox', { name: /^Ort/ });
	await place.fill('Rathaus');
	const save = page.getByRole('button', { name: 'Speichern' });
	await save.click();
	await expect(page.getByText('Bitte geben Sie die Uhrzeit in Stunden und Minuten an').first()).toBeVisible();
	await expect(place).toHaveValue('Rathaus');
	await page.getByLabel('Beginn').fill('18:00');
	await save.click();
	await page.getByRole('row').filter({ hasText: title }).getByRole('link').click();
	const address = page.url();
	await page.goto(`${address}/aendern`);

	const other = await page.context().newPage();
	await other.goto(`${address}/aendern`);
	await other.getByLabel('Beginn').fill('19:30');
	await other.getByRole('button', { name: 'Speichern' }).click();
	await expect(other.getByText('Die Sitzung steht im Kalender.')).toBeVisible();

	// A slip in between does not hide that somebody was faster.
	await page.getByLabel('Beginn').fill('');
	await place.fill('Bürgerhaus');
	await save.click();
	await page.getByLabel('Beginn').fill('18:00');
	await save.click();
	await expect(page.getByText('In einem anderen Fenster steht jetzt:')).toBeVisible();
	await expect(page.getByText('19:30 Uhr')).toBeVisible();
	await expect(place).toHaveValue('Bürgerhaus');
	await save.click();
	await expect(page.getByText('Die Sitzung steht im Kalender.')).toBeVisible();

	await page.goto(`${address}/aendern`);
	await place.fill('Schule');
	await other.goto(`${address}/absagen`);
	await other.getByRole('button', { name: 'Sitzung absagen' }).click();
	await save.click();
	await expect(page.getByText('Diese Sitzung ist abgesagt.').first()).toBeVisible();
	await expect(place).toHaveValue('Schule');
	for (const late of ['aendern', 'absagen']) {
		await page.goto(`${address}/${late}`);
		await expect(page).toHaveURL(address);
		await expect(page.getByText('Diese Sitzung wurde am')).toBeVisible();
	}
});

test('a calendar file is looked at, taken over, and read in again', async ({ page }) => {
	const name = unique('Sozialausschuss');
	const uid = `${name.replace(' ', '-')}@sitzungsdienst.example`;
	const day = compact(inDays(50));
	const meeting = (...lines: string[]) =>
		event(`UID:${uid}`, `SUMMARY:${name} <script>alert(1)</script>`, `DTSTART:${day}T160000Z`, ...lines);
	const choose = async (text: string) => {
		await page.goto('/organisation/kalender/einlesen');
		await page.getByLabel('Kalenderdatei').setInputFiles({
			name: 'kalender.ics',
			mimeType: 'text/calendar',
			buffer: Buffer.from(text)
		});
		await page.getByRole('button', { name: 'Datei ansehen' }).click();
	};
	page.on('dialog', () => expect.soft('a dialog', 'no script of the file runs').toBe('none'));
	await signIn(page, 'kern', '/organisation/kalender/einlesen');
	await page.getByLabel('Oder: Text der Datei').fill('Guten Tag');
	await page.getByRole('button', { name: 'Datei ansehen' }).click();
	await expect(page.getByText('Das ist keine Kalenderdatei').first()).toBeVisible();
	await expect(page.getByLabel('Oder: Text der Datei')).toHaveValue('Guten Tag');

	await choose(
		file(
			meeting(),
			event(`UID:2-${uid}`, 'SUMMARY:Jede Sekunde', `DTSTART:${day}T160000Z`, 'RRULE:FREQ=SECONDLY'),
			event(`UID:3-${uid}`, 'SUMMARY:Ohne Tag'),
			event(`UID:4-${uid}`, 'SUMMARY:Ohne Doppelpunkt', `DTSTART:${day}T160000Z`, 'und so weiter')
		)
	);
	await expect(page.getByText('Neu: 1. Geändert: 0.')).toBeVisible();
	await expect(page.getByRole('row').filter({ hasText: 'Jede Sekunde' })).toContainText(
		'wiederholt sich zu oft'
	);
	await expect(page.getByRole('row').filter({ hasText: 'Ohne Tag' })).toContainText('Tag und Uhrzeit fehlen');
	await expect(page.getByRole('row').filter({ hasText: 'Ohne Doppelpunkt' })).toContainText(
		'Eine Zeile des Eintrags ist fehlerhaft: „und so weiter“'
	);
	await page.getByRole('button', { name: 'In den Kalender übernehmen' }).click();
	await expect(page.getByText('Die Datei ist eingelesen. Neu: 1')).toBeVisible();
	const row = page.getByRole('row').filter({ hasText: name });
	await expect(row).toContainText('<script>alert(1)</script>');

	await choose(file(meeting()));
	await expect(page.getByText('Diese Datei ändert nichts an Ihrem Kalender.')).toBeVisible();
	await choose(file(meeting('LOCATION:Rathaus')));
	await expect(page.getByText('Neu: 0. Geändert: 1.')).toBeVisible();
	await page.getByRole('button', { name: 'In den Kalender übernehmen' }).click();
	await expect(row).toContainText('Rathaus');
	await choose(file(meeting('STATUS:CANCELLED')));
	await page.getByRole('button', { name: 'In den Kalender übernehmen' }).click();
	await expect(row).toContainText('abgesagt');
	await choose(file(meeting('LOCATION:Rathaus')));
	await expect(row).toContainText('findet doch statt');
	await page.getByRole('button', { name: 'In den Kalender übernehmen' }).click();

	// A series in place of the meeting; then its second date is no longer in the file; then none is.
	const weekly = (count: number) => file(meeting('LOCATION:Rathaus', `RRULE:FREQ=WEEKLY;COUNT=${count}`));
	await choose(weekly(2));
	await expect(page.getByText('Neu: 1. Geändert: 0. Abgesagt: 0. Unverändert: 1.')).toBeVisible();
	await page.getByRole('button', { name: 'In den Kalender übernehmen' }).click();
	await expect(row).toHaveCount(2);
	await choose(weekly(1));
	await expect(row.last()).toContainText('wird abgesagt');
	await choose(file(meeting('STATUS:CANCELLED')));
	await expect(page.getByText('Abgesagt: 2.')).toBeVisible();

	// What was called off by hand stays so.
	await page.goto('/organisation/kalender');
	await row.first().getByRole('link').click();
	await page.getByRole('link', { name: 'Sitzung absagen' }).click();
	await page.getByRole('button', { name: 'Sitzung absagen' }).click();
	await choose(weekly(2));
	await expect(row.first()).toContainText('bleibt abgesagt');
	await expect(page.getByText('Diese Datei ändert nichts an Ihrem Kalender.')).toBeVisible();
});

test('a calendar program subscribes with a secret address, until it ends', async ({ page, request }) => {
	await signIn(page, 'demir', '/konto/kalender');
	await page.getByRole('button', { name: /^Adresse (erstellen|ersetzen)/ }).click();
	const address = await page.locator('main code').innerText();
	await page.reload(); // the answer to the form once more: no other address
	await expect(page.locator('main code')).toHaveText(address);
	const feed = await request.get(address);
	expect(feed.status()).toBe(200);
	expect(feed.headers()).toMatchObject({
		'content-type': 'text/calendar; charset=utf-8',
		'cache-control': 'private, no-store'
	});
	const text = await feed.text();
	expect(text).toContain('Sitzung des Seniorenbeirats');
	expect(text).not.toContain('Stadtrat');
	expect(text).not.toMatch(/demir|brandt|seidel/i);

	await page.goto('/konto/kalender');
	await expect(page.getByText('Zuletzt abgeholt')).toBeVisible();
	await expect(page.locator('main code')).toHaveCount(0);
	await page.getByRole('button', { name: 'Adresse ersetzen' }).click();
	const second = await page.locator('main code').innerText();
	expect((await request.get(address)).status()).toBe(404);
	expect((await request.get(second)).status()).toBe(200);
	await page.getByRole('button', { name: 'Abonnement beenden' }).click();
	await expect(page.getByText('Das Abonnement ist beendet.')).toBeVisible();
	expect((await request.get(second)).status()).toBe(404);
});

test('a planner enters for a town that keeps no calendar, and says that it meets on demand', async ({
	page
}) => {
	const title = unique('Sitzung des Stadtrates');
	await signIn(page, 'albrecht', '/kalender');
	await page.getByRole('link', { name: /eintragen ?: Stadt Blankenburg/ }).click();
	await expect(page.getByText('Sie tragen für sie ein')).toBeVisible();
	await page.getByRole('link', { name: 'Sitzung eintragen' }).click();
	await page.getByLabel('Was für eine Sitzung ist es?').fill(title);
	await page.getByLabel('Tag', { exact: true }).fill(inDays(60));
	await page.getByLabel('Beginn').fill('17:00');
	await page.getByLabel('Nein, sie ist nicht öffentlich').check();
	await page.getByRole('button', { name: 'Speichern' }).click();
	const row = page.getByRole('row').filter({ hasText: title });
	await expect(row).toContainText('nicht öffentlich');
	await row.getByRole('link').click();
	await expect(page.getByText('hat diese Sitzung für die Organisation eingetragen')).toBeVisible();
	await expect(page.getByText('Frau Albrecht').first()).toBeVisible();

	await page.goto(`/organisation/kalender/stand?organisation=${blankenburg}`);
	await expect(page.getByLabel('Wir führen diesen Kalender')).toHaveCount(0);
	await page.getByLabel('getagt wird nach Bedarf').check();
	await page.getByRole('button', { name: 'Speichern' }).click();
	await expect(page.getByText('Kein fester Kalender')).toBeVisible();
});

test('another organisation’s calendar is not there, and nobody guesses a feed', async ({ page, request }) => {
	await signIn(page, 'demir', '/organisation/kalender');
	await expect(page.getByRole('link', { name: 'Sitzung eintragen' })).toHaveCount(0);
	for (const address of [
		`/organisation/kalender?organisation=${oberharz}`,
		'/organisation/kalender/neu',
		'/organisation/kalender/einlesen',
		'/kalender',
		'/kalender/50000000-0000-4000-8000-000000000012',
		'/kalender/50000000-0000-4000-8000-000000000012.ics',
		'/kalender/50000000-0000-4000-8000-000000000012/absagen'
	])
		expect.soft((await page.request.get(address)).status(), address).toBe(404);
	const answer = await request.get(`/kalender/abo/${'a'.repeat(43)}.ics`);
	expect(answer.status()).toBe(404);
});
