import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { calendarIn } from '../../src/lib/meetings/calendar-file.server.ts';
import type { ReadableFile } from '../../src/lib/meetings/calendar-file.ts';
import { readDocument } from '../../src/lib/server/text/read-document.ts';
import { bookmarkOf } from '../../src/lib/server/text/write-docx.ts';
import { expect, test } from './database.ts';
import { publicDraft } from './drafting.ts';
import { wordsIn } from './papers.ts';
import { arrive } from './people.ts';

/* A plan leaves the house: as a Word file that is known again, on paper, as Markdown, in a feed, in calendars. */
test.use({ javaScriptEnabled: false });

/** What lies behind a link to a file, and where it was put. */
async function taken(page: Page, name: string) {
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name, exact: true }).click()
	]);
	return { path: await file.path(), name: file.suggestedFilename() };
}

test('everybody takes a public plan away, in each form, with the same words', async ({ page, owner }) => {
	const { slug, title, keys } = await publicDraft(owner.sql);
	await page.goto(`/dokumente/${slug}/2`);

	const word = await taken(page, 'Word');
	expect(word.name).toBe(`${slug}-2.docx`);
	const read = await readDocument({ path: word.path, changes: 'after' });
	const headings = read.text.blocks.flatMap((block) =>
		block.kind === 'heading' ? block.runs.map((run) => ('text' in run ? run.text : '')).join('') : []
	);
	expect(headings).toEqual(['Mobilität', 'Tagespflege', 'Nachbarschaft']);
	expect(read.bookmarks.map(({ name }) => name)).toEqual(headings.map((name) => bookmarkOf(keys[name]!)));
	expect(read.properties.custom).toEqual({ Dokument: `${slug}/2` });

	for (const name of ['PDF', 'PDF in großer Schrift', 'PDF mit Platz für Anmerkungen']) {
		const { path } = await taken(page, name);
		const bytes = readFileSync(path);
		expect(bytes.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
		const words = await wordsIn(bytes, 'pdf');
		for (const said of [title, 'Fassung 2: Zweiter Entwurf', 'bis 20 Uhr.', 'Nachbarn helfen einander.'])
			expect(words).toContain(said);
		expect(words.includes(`/q/${keys['Mobilität']}`)).toBe(name === 'PDF mit Platz für Anmerkungen');
	}

	const markdown = readFileSync((await taken(page, 'Markdown')).path, 'utf8');
	expect(markdown).toMatch(/^# 1 Mobilität\n\nDer Rufbus fährt an Werktagen bis 20 Uhr\.\n/);
});

test('the same version is the same file each time', async ({ page, owner }) => {
	const { slug } = await publicDraft(owner.sql);
	const bytes = async (file: string) => (await page.request.get(`/dokumente/${slug}/2/${file}`)).body();
	for (const file of ['fassung.docx', 'fassung.pdf'])
		expect((await bytes(file)).equals(await bytes(`${file}?noch=einmal`))).toBe(true);
});

test('a version in work is taken away by planners alone', async ({ browser, page, owner }) => {
	const { slug } = await publicDraft(owner.sql);
	const files = ['fassung.docx', 'fassung.pdf', 'fassung.md', 'unterschiede'];
	for (const file of files)
		expect((await page.request.get(`/dokumente/${slug}/3/${file}`)).status(), file).toBe(404);
	const kern = await arrive(browser, 'kern');
	for (const file of files)
		expect((await kern.request.get(`/dokumente/${slug}/3/${file}`)).status(), file).toBe(404);
	const albrecht = await arrive(browser, 'albrecht');
	for (const file of files)
		expect((await albrecht.request.get(`/dokumente/${slug}/3/${file}`)).status(), file).toBe(200);
});

test('a feed tells everybody of versions and rounds, and a calendar takes the window', async ({
	browser,
	page,
	owner
}) => {
	const { slug, title, round } = await publicDraft(owner.sql);
	await page.goto(`/dokumente/${slug}/2`);
	const feed = page.getByRole('link', { name: 'Neue Fassungen und Beteiligungen als Feed (Atom)' });
	const answer = await page.request.get((await feed.getAttribute('href'))!);
	expect(answer.headers()['content-type']).toContain('application/atom+xml');
	const xml = await answer.text();
	for (const said of [`${title}: Fassung 1`, `${title}: Fassung 2`, `Beteiligung: Beteiligung ${slug}`])
		expect(xml).toContain(`<title>${said}</title>`);
	expect(xml).not.toContain('Fassung 3');

	const kern = await arrive(browser, 'kern', { path: '/beteiligung', javaScriptEnabled: false });
	const { path } = await taken(kern, `In den Kalender: Beteiligung ${slug}`);
	const calendar = readFileSync(path, 'utf8');
	const read = calendarIn({ text: calendar, now: new Date(0) }) as ReadableFile;
	expect(read.unreadable).toEqual([]);
	expect(read.meetings.map((meeting) => meeting.title)).toEqual([
		`Beginn: Beteiligung ${slug}`,
		`Beteiligung ${slug} – Stadt Oberharz am Brocken`
	]);
	expect(calendar.replace(/\r\n /g, '')).toContain(`/beteiligung/${round}/raum`);
	const brandt = await arrive(browser, 'brandt');
	expect((await brandt.request.get(`/beteiligung/${round}/zeitraum.ics`)).status()).toBe(404);
	expect((await page.request.get(`/beteiligung/${round}/zeitraum.ics`, { maxRedirects: 0 })).status()).toBe(
		303
	);
});
