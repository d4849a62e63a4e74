import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { readdirSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { join } from 'node:path';
import type { ownerOf } from '../database/owner.ts';
import { expect, test } from './database.ts';
import { keyFor, typeCode } from './letterbox.ts';
import { arrive, endSession, unique } from './people.ts';
import { begin, heading, release, summary, write } from './reporting.ts';

const png = Buffer.from(
	'89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082',
	'hex'
);
const pdf = (words: string) => Buffer.from(`%PDF-1.7\n% ${words}\n1 0 obj\n<</Type/Catalog>>\nendobj\n%%EOF`);
const photo = (name = 'Haltestelle „Süd“.png') => ({ name, mimeType: 'image/png', buffer: png });
const choose = (page: Page) => page.getByLabel('Datei', { exact: true });
const words = (page: Page) => page.getByLabel('Was ist zu sehen, oder was steht darin?');
const add = (page: Page) => page.getByRole('button', { name: 'Datei hinzufügen' }).click();
const title = 'Fotos und Unterlagen';

const options = { javaScriptEnabled: false };

test('a photo and a paper go with the report, and only what was shared is shared', async ({ browser }) => {
	const seidel = await arrive(browser, 'seidel', options);
	const draft = await begin(seidel);
	await write(seidel, { title: unique('Haltestelle'), description: 'Der Bordstein ist zu hoch.' });
	await seidel.goto(`${draft}/kontakt`);
	await seidel.getByLabel('alle Beteiligten').check();
	await seidel.getByRole('button', { name: 'Weiter', exact: true }).click();
	await expect(heading(seidel, 'Bitte prüfen')).toBeVisible();
	await seidel.goto(`${draft}/vorschlaege`);
	await seidel.getByLabel('Was schlagen Sie vor?').fill('Ein niedriger Bordstein.');
	await seidel.getByRole('button', { name: 'Fotos und Unterlagen hinzufügen' }).click();
	await expect(heading(seidel, title)).toBeVisible();

	await choose(seidel).setInputFiles(photo());
	await seidel.getByLabel('Wer die Meldung sehen darf').check();
	await add(seidel);
	await expect(summary(seidel)).toBeFocused();
	await expect(summary(seidel)).toContainText('Bitte schreiben Sie, was auf dem Bild zu sehen ist');
	await expect(seidel.getByLabel('Wer die Meldung sehen darf')).toBeChecked();
	await choose(seidel).setInputFiles(photo());
	await words(seidel).fill('Der Bordstein ist 20 cm hoch.');
	await add(seidel);
	await expect(seidel).toHaveTitle(/^Eine Datei ist hinzugefügt und steht in der Liste\. – /);
	await expect(seidel.getByText('Zu sehen: Der Bordstein ist 20 cm hoch.')).toBeVisible();
	await choose(seidel).setInputFiles({
		name: 'Protokoll.pdf',
		mimeType: 'text/html',
		buffer: pdf('Sitzung')
	});
	await seidel.getByRole('button', { name: 'Weiter mit der Meldung' }).click();

	await expect(heading(seidel, 'Bitte prüfen')).toBeVisible();
	await expect(seidel.getByText('Ein niedriger Bordstein.')).toBeVisible();
	await expect(seidel.getByRole('link', { name: 'Haltestelle „Süd“.png' })).toBeVisible();
	await expect(seidel.getByText('Dieses PDF ist nicht barrierefrei')).toBeVisible();
	const number = await release(seidel);
	await expect(seidel.getByRole('link', { name: 'Protokoll.pdf' })).toBeVisible();

	const albrecht = await arrive(browser, 'albrecht', { ...options, path: `/bedarfe/${number}` });
	await expect(albrecht.getByRole('link', { name: 'Protokoll.pdf' })).toBeVisible();
	const link = albrecht.getByRole('link', { name: 'Haltestelle „Süd“.png' });
	const file = await albrecht.request.get((await link.getAttribute('href'))!);
	expect(await file.body()).toEqual(png);
	expect(file.headers()).toMatchObject({
		'content-type': 'image/png',
		'content-disposition': expect.stringMatching(
			/^attachment; .*filename\*=UTF-8''Haltestelle%20%E2%80%9ES%C3%BC/
		),
		'x-content-type-options': 'nosniff',
		'content-security-policy': "default-src 'none'; sandbox"
	});
	const paper = (await albrecht.getByRole('link', { name: 'Protokoll.pdf' }).getAttribute('href'))!;

	const kern = await arrive(browser, 'kern', { ...options, path: `/bedarfe/${number}` });
	await expect(kern.getByRole('link', { name: 'Haltestelle „Süd“.png' })).toBeVisible();
	await expect(kern.getByRole('link', { name: 'Protokoll.pdf' })).toHaveCount(0);
	expect((await kern.request.get(paper)).status()).toBe(404);
	expect((await (await browser.newContext()).request.get(paper)).status()).toBe(404);
	await Promise.all([seidel, albrecht, kern].map((page) => page.context().close()));
});

test('several files go at once, each with its words; what is refused keeps them', async ({ browser }) => {
	const page = await arrive(browser, 'seidel', options);
	const draft = await begin(page);
	await page.goto(`${draft}/anlagen`);
	await page.getByText('Gleich mehrere Dateien hinzufügen').click();
	await choose(page).setInputFiles(photo('Eins.png'));
	await words(page).fill('Der erste Bordstein');
	await page
		.getByLabel('2. Datei', { exact: true })
		.setInputFiles(join('tests', 'inputs', 'Protokoll_geschuetzt.pdf'));
	await page.getByLabel('Was ist in der 2. Datei zu sehen').fill('Das Protokoll vom März');
	await page.getByLabel('3. Datei', { exact: true }).setInputFiles(join('tests', 'inputs', 'IMG_4712.jpg'));
	await page.getByLabel('Was ist in der 3. Datei zu sehen').fill('Die Haltestelle');
	await add(page);
	await expect(summary(page)).toContainText('Dieses PDF lässt sich nur mit einem Kennwort öffnen');
	await expect(summary(page)).toContainText('Das ist ein Foto im Format HEIC');
	await expect(page.getByText('Eine Datei ist hinzugefügt und steht in der Liste.')).toBeVisible();
	await expect(page.getByText('Zu sehen: Der erste Bordstein')).toBeVisible();
	await expect(words(page)).toHaveValue('');
	await expect(page.getByLabel('Was ist in der 2. Datei zu sehen')).toHaveValue('Das Protokoll vom März');
	if (process.env.PICTURES) {
		for (const width of [390, 1280]) {
			await page.setViewportSize({ width, height: 900 });
			await page.screenshot({ path: `${process.env.PICTURES}/attachments-${width}.png`, fullPage: true });
		}
	}
	await page
		.getByLabel('2. Datei', { exact: true })
		.setInputFiles(join('tests', 'inputs', 'nur_schreibschutz_aes-256.pdf'));
	const third = { name: 'Drei.pdf', mimeType: 'application/pdf', buffer: pdf('Aushang') };
	await page.getByLabel('3. Datei', { exact: true }).setInputFiles(third);
	await add(page);
	await expect(page.getByText('Das Protokoll vom März')).toBeVisible();
	await expect(page.getByText('Die Haltestelle', { exact: true })).toBeVisible();
	await expect(page.locator('a[href^="/anlagen/"]')).toHaveCount(3);
	await page.context().close();
});

test('a file can be taken away again', async ({ browser }) => {
	const page = await arrive(browser, 'seidel', options);
	const draft = await begin(page);
	await page.goto(`${draft}/anlagen`);
	await choose(page).setInputFiles(photo());
	await words(page).fill('Der Bordstein');
	await add(page);
	const second = await page.context().newPage();
	await second.goto(`${draft}/anlagen`);
	await words(page).fill('Was ich zur nächsten Datei schon geschrieben habe');
	await page.getByLabel('Wer die Meldung sehen darf').check();
	for (const window of [page, second]) {
		await window.getByRole('button', { name: /^Entfernen.*Haltestelle „Süd“.png/ }).click();
		await expect(window.getByText('Zu sehen: Der Bordstein')).toHaveCount(0);
		await expect(heading(window, title)).toBeVisible();
	}
	await expect(words(page)).toHaveValue('Was ich zur nächsten Datei schon geschrieben habe');
	await expect(page.getByLabel('Wer die Meldung sehen darf')).toBeChecked();
	await page.context().close();
});

test('a session that ran out keeps the words, and says that the file has to be chosen again', async ({
	browser,
	owner
}) => {
	const page = await arrive(browser, 'seidel', options);
	const draft = await begin(page);
	await page.goto(`${draft}/anlagen`);
	await endSession(page, owner);
	await choose(page).setInputFiles({ ...photo(), buffer: Buffer.concat([png, Buffer.alloc(2_000_000)]) });
	await words(page).fill('Getippt, während die Sitzung ablief');
	await add(page);
	const { code } = await keyFor(page, 'seidel@beispiel.example');
	await typeCode(page, code);
	await expect(page).toHaveURL(`${draft}/anlagen`);
	await expect(words(page)).toHaveValue('Getippt, während die Sitzung ablief');
	await expect(page.getByText('Bitte wählen Sie sie noch einmal.')).toBeVisible();
	await page.context().close();
});

/* Attacks, and bad luck. */

type File = { name: string; mimeType: string; buffer: Buffer };
const send = (page: Page, draft: string, file: File, text = 'Ein Haus') =>
	page.request.post(`${draft}/anlagen?/add`, {
		multipart: { file, text },
		headers: { origin: test.info().project.use.baseURL!, accept: 'text/html' },
		maxRedirects: 0
	});
const stored = () =>
	readdirSync(join(process.env.TEST_DATA_DIR!, 'files'), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ name }) => name);
const waiting = () => stored().filter((name) => name.includes('-'));

/** A draft of one's own: one just begun would be given again. */
async function writing(page: Page, { sql }: ReturnType<typeof ownerOf>): Promise<string> {
	await sql(`update public.need_report_drafts set created_at = created_at - interval '1 minute'`);
	return begin(page);
}

test('what is not what it says is refused with a sentence, and the words stay', async ({ browser }) => {
	const page = await arrive(browser, 'seidel');
	const draft = await begin(page);
	const word = (more: object) =>
		Buffer.from(
			zipSync({
				'[Content_Types].xml': strToU8(
					'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
				),
				'word/document.xml': strToU8('<w/>'),
				...more
			})
		);
	const bomb = new Uint8Array(60 * 1024 * 1024);
	for (const [name, content, sentence] of [
		['Foto.png', '<!doctype html><script>alert(1)</script>', 'Diese Art Datei nehmen wir nicht an'],
		['Rechnung.pdf', 'MZ\x90\0\x03\0\0\0'.padEnd(300, '\0'), 'Diese Art Datei nehmen wir nicht an'],
		['Karte.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>', 'Diese Art Datei'],
		['Foto.pdf', png, 'Name und Inhalt dieser Datei passen nicht zusammen'],
		['Brief.docx', word({ 'word/vbaProject.bin': strToU8('x') }), 'enthält Makros'],
		['Brief.docx', word({ 'word/media/a.bmp': bomb }), 'ausgepackt viel zu groß'],
		['Brief.docx', word({ 'a.zip': strToU8('x') }), 'stecken Archive oder Programme'],
		['Foto.png', Buffer.concat([png, Buffer.alloc(11 * 1024 * 1024)]), 'größer als 10 MB']
	] as [string, string | Buffer, string][]) {
		const buffer = Buffer.isBuffer(content) ? content : Buffer.from(content, 'latin1');
		const answer = await send(page, draft, { name, mimeType: 'image/png', buffer }, 'Meine Worte bleiben');
		expect([400, 413], name).toContain(answer.status());
		const text = await answer.text();
		expect(text, name).toContain(sentence);
		expect(text, name).toContain('Meine Worte bleiben');
	}
	expect(waiting()).toEqual([]);
	await page.context().close();
});

test('a name does nothing, on the page, on the disk and in the download', async ({ browser }) => {
	const page = await arrive(browser, 'seidel');
	const draft = await begin(page);
	const name = '../..\\<img src=x onerror=document.title=1>\u202Egnp';
	expect((await send(page, draft, photo(name))).status()).toBe(303);
	await page.goto(`${draft}/anlagen`);
	const link = page.locator('a[href^="/anlagen/"]');
	await expect(link).toHaveText('_img src=x onerror=document.title=1_gnp.png');
	await expect(page).toHaveTitle(/^Fotos und Unterlagen/);
	const { 'content-disposition': disposition } = (
		await page.request.get((await link.getAttribute('href'))!)
	).headers();
	expect(disposition).toBe('attachment; filename="_img src=x onerror=document.title=1_gnp.png"');
	expect(stored().every((name) => /^[0-9a-f-]{36,64}$/.test(name))).toBe(true);
	await page.context().close();
});

test('another organisation’s draft and its files are not there', async ({ browser }) => {
	const seidel = await arrive(browser, 'seidel');
	const draft = await begin(seidel);
	await send(seidel, draft, photo());
	await seidel.goto(`${draft}/anlagen`);
	const file = (await seidel.locator('a[href^="/anlagen/"]').getAttribute('href'))!;
	for (const member of ['kern', 'albrecht', 'winkler'] as const) {
		const other = await arrive(browser, member);
		expect((await other.request.get(`${draft}/anlagen`)).status(), member).toBe(404);
		expect((await send(other, draft, photo())).status(), member).toBe(404);
		expect((await other.request.get(file)).status(), member).toBe(404);
		await other.context().close();
	}
	const kern = await arrive(browser, 'kern');
	const own = await begin(kern);
	const removal = await kern.request.post(`${own}/anlagen?/remove`, {
		form: { id: file.split('/').at(-1)! },
		headers: { origin: test.info().project.use.baseURL!, accept: 'text/html' },
		maxRedirects: 0
	});
	expect(removal.status()).toBe(303); // as for a file that is not there any more
	expect((await seidel.request.get(file)).status()).toBe(200);
	await Promise.all([seidel, kern].map((page) => page.context().close()));
});

test('a hundred uploads at once: ten files, the same one twice is once, nothing is left over', async ({
	browser,
	owner
}) => {
	const page = await arrive(browser, 'seidel');
	const draft = await writing(page, owner);
	const large = (n: number) => Buffer.concat([pdf(`Nummer ${n}`), Buffer.alloc(900_000, n)]);
	const file = (n: number) => ({ name: `${n}.pdf`, mimeType: 'application/pdf', buffer: large(n) });
	const twice = await Promise.all([send(page, draft, file(0)), send(page, draft, file(0))]);
	expect(twice.map((answer) => answer.status())).toEqual([303, 303]);
	const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => send(page, draft, file(n + 1))));
	expect(answers.filter((answer) => answer.status() === 303)).toHaveLength(9);
	expect(answers.filter((answer) => answer.status() === 400)).toHaveLength(91);
	await page.goto(`${draft}/anlagen`);
	await expect(page.getByText('Zu einer Meldung gehören höchstens 10 Dateien.')).toBeVisible();
	await expect(page.locator('a[href^="/anlagen/"]')).toHaveCount(10);
	expect(waiting()).toEqual([]);
	await page.context().close();
});

test('an upload that breaks off leaves nothing', async ({ browser, baseURL, owner }) => {
	const page = await arrive(browser, 'seidel');
	const draft = await writing(page, owner);
	const [cookie] = await page.context().cookies();
	const { hostname, port } = new URL(baseURL!);
	const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="Plan.pdf"\r\n\r\n%PDF-1.7\n';
	const broken = plainRequest({
		hostname,
		port,
		path: `${draft}/anlagen?/add`,
		method: 'POST',
		headers: {
			origin: baseURL!,
			cookie: `session=${cookie!.value}`,
			'content-type': 'multipart/form-data; boundary=x',
			'content-length': '5000000'
		}
	});
	broken.on('error', () => {});
	broken.write(head + 'x'.repeat(300_000));
	await expect(() => expect(waiting().length).toBe(1)).toPass();
	broken.destroy();
	await expect(() => expect(waiting()).toEqual([])).toPass();
	await page.goto(`${draft}/anlagen`);
	await expect(page.locator('a[href^="/anlagen/"]')).toHaveCount(0);
	await page.context().close();
});

test('large bodies are for the page that takes files, and end somewhere there too', async ({ browser }) => {
	const page = await arrive(browser, 'seidel');
	const draft = await begin(page);
	const headers = { origin: test.info().project.use.baseURL!, accept: 'text/html' };
	const multipart = { title: 'x', file: { ...photo(), buffer: Buffer.alloc(2_000_000) } };
	const answer = await page.request.post(`${draft}/thema`, { multipart, headers });
	expect(answer.status()).toBe(413);
	expect(await answer.text()).toContain('<h1>Das ist zu viel auf einmal</h1>');
	await page.context().close();
});
