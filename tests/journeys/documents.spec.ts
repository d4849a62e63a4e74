import type { Page } from '@playwright/test';
import { expect, test } from './database.ts';
import { ways } from './hands.ts';
import { arrive, unique } from './people.ts';

/* A planner's Word file becomes a draft in sections, is worked on, frozen, and asked about; a clerk reads the very words. */

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, exact: true });
const main = (page: Page) => page.getByRole('main');

for (const { how, hands, options } of ways) {
	test(`a planner reads a Word file in, works on it, and asks about it, ${how}`, async ({ browser }) => {
		const slug = unique('plan')
			.toLowerCase()
			.replaceAll(/[^a-z0-9]+/g, '-');
		const sentence = unique('Der Rufbus fährt auch am Sonntag.');
		const hasScripts = how !== 'without JavaScript';
		const albrecht = await arrive(browser, 'albrecht', { ...options, hands, path: '/dokumente/neu' });

		await hands.press(button(albrecht, 'Text anlegen'));
		await expect(main(albrecht)).toContainText('Geben Sie dem Text einen Namen mit mindestens 3 Zeichen.');
		await hands.write(albrecht.getByLabel('Wie heißt der Text?'), `Plan ${slug}`);
		await hands.write(albrecht.getByLabel('Kurzname in der Adresse'), slug);
		await hands.press(button(albrecht, 'Text anlegen'));
		await expect(albrecht).toHaveTitle(/^Der Text ist angelegt/);

		// A file that is none is said, and nothing happens; a Word file is read, checked and taken over.
		await hands.press(link(albrecht, 'Datei einlesen'));
		await albrecht.getByLabel('Datei', { exact: true }).setInputFiles({
			name: 'entwurf.docx',
			mimeType: 'application/octet-stream',
			buffer: Buffer.from('kein Word')
		});
		await hands.press(button(albrecht, 'Datei lesen'));
		await expect(albrecht).toHaveTitle(/^Bitte prüfen|^Fehler/);
		await albrecht
			.getByLabel('Datei', { exact: true })
			.setInputFiles('src/lib/server/text/fixtures/comments.docx');
		await hands.press(button(albrecht, 'Datei lesen'));
		await albrecht.waitForURL(/einlesen\/[0-9a-f-]{36}$/);
		await expect(async () => {
			await albrecht.reload();
			await expect(heading(albrecht, 'Gelesen, bitte prüfen')).toBeVisible({ timeout: 500 });
		}).toPass();
		await expect(heading(albrecht, 'Kommentare in der Datei')).toBeVisible();
		await hands.press(button(albrecht, 'Übernehmen'));
		await expect(albrecht).toHaveTitle(/^Die Datei ist eingelesen/);
		const sections = albrecht.locator('.sections a');
		expect(await sections.count()).toBeGreaterThan(5);

		// One section more; its words are checked before they are saved.
		await hands.press(link(albrecht, 'Abschnitt hinzufügen'));
		await hands.write(albrecht.getByLabel('Überschrift'), 'Mobilität am Sonntag');
		await hands.press(button(albrecht, 'Abschnitt hinzufügen'));
		await expect(albrecht).toHaveTitle(/Mobilität am Sonntag/);
		await hands.press(link(albrecht, 'Text bearbeiten'));
		await writeBody(albrecht, sentence, hasScripts);
		await hands.press(button(albrecht, 'Speichern'));
		await expect(albrecht).toHaveTitle(/^Der Abschnitt ist gespeichert/);
		await expect(main(albrecht)).toContainText(sentence);

		await hands.press(link(albrecht, 'Zusammenfassung und Betroffene'));
		await hands.write(albrecht.getByLabel(/Worum geht es/), 'Es geht um Busse.');
		await hands.tick(albrecht.getByLabel('ältere Menschen'));
		await hands.press(button(albrecht, 'Speichern'));
		await hands.press(link(albrecht, 'Einfache Sprache'));
		await writeBody(albrecht, 'Der Bus fährt auch am Sonntag.', hasScripts);
		await hands.press(button(albrecht, 'Speichern'));
		await expect(main(albrecht)).toContainText('Eine Prüfgruppe hat diesen Text noch nicht geprüft.');

		// Frozen, the version can be asked about.
		await albrecht.goto(`/dokumente/${slug}/1`);
		await hands.press(link(albrecht, 'Festschreiben'));
		await hands.press(button(albrecht, 'Festschreiben'));
		await expect(albrecht).toHaveTitle(/^Die Fassung ist festgeschrieben/);
		await expect(link(albrecht, 'Abschnitt hinzufügen')).toHaveCount(0);
		const round = await prepareRound(albrecht, `Plan ${slug}`);

		// The clerk finds the very words, in both languages.
		const kern = await arrive(browser, 'kern', { ...options, hands, path: `/beteiligung/${round}/raum` });
		await hands.press(link(kern, /lesen und anmerken/));
		await hands.press(link(kern, /Mobilität am Sonntag/));
		await expect(main(kern)).toContainText(sentence);
		await hands.press(link(kern, /Einfacher Sprache/));
		await expect(main(kern)).toContainText('Der Bus fährt auch am Sonntag.');
		await Promise.all([albrecht, kern].map((page) => page.context().close()));

		async function prepareRound(page: Page, title: string): Promise<string> {
			await page.goto('/beteiligung');
			await hands.press(button(page, 'Beteiligungsrunde vorbereiten'));
			await page.waitForURL(/vorbereitung$/);
			const own = new URL(page.url()).pathname.split('/')[2]!;
			await hands.press(link(page, 'Entwurf und Sichtbarkeit'));
			await hands.tick(page.getByLabel(`${title}, Fassung 1`));
			await hands.press(button(page, 'Speichern'));
			await hands.press(link(page, 'Adressaten'));
			await hands.tick(page.getByLabel(/Stadt Oberharz am Brocken/));
			await hands.press(page.getByRole('button', { name: /^Speichern|übernehmen/ }).first());
			await page.waitForURL(/vorbereitung$/);
			await page.goto(`/beteiligung/${own}/vorbereitung/pruefen`);
			const word = page.getByRole('textbox');
			if (await word.count()) await hands.write(word, 'Der Rat tagt danach.');
			await hands.press(page.getByRole('button', { name: /eröffnen/i }));
			await page.waitForURL(/eroeffnet$/);
			return own;
		}
	});
}

/** Into the field, or with scripts into the editor that stands in its place. */
async function writeBody(page: Page, words: string, hasScripts = false) {
	if (!hasScripts) return page.locator('textarea[name=body]').fill(words);
	await page.locator('[contenteditable=true]').click();
	await page.keyboard.press('Control+A');
	await page.keyboard.type(words);
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('two planners save one section at once: both wordings are kept, and one is chosen', async ({
		browser
	}) => {
		const slug = unique('zwei')
			.toLowerCase()
			.replaceAll(/[^a-z0-9]+/g, '-');
		const options = { javaScriptEnabled: false };
		const albrecht = await arrive(browser, 'albrecht', { ...options, path: '/dokumente/neu' });
		await albrecht.getByLabel('Wie heißt der Text?').fill(`Zwei ${slug}`);
		await albrecht.getByLabel('Kurzname in der Adresse').fill(slug);
		await button(albrecht, 'Text anlegen').click();
		await link(albrecht, 'Abschnitt hinzufügen').click();
		await albrecht.getByLabel('Überschrift').fill('Ziele');
		await button(albrecht, 'Abschnitt hinzufügen').click();
		await link(albrecht, 'Text bearbeiten').click();

		const yilmaz = await arrive(browser, 'yilmaz', { ...options, path: new URL(albrecht.url()).pathname });
		await writeBody(albrecht, 'Alle sollen mitreden können.');
		await writeBody(yilmaz, 'Alle sollen gut leben können.');
		await button(albrecht, 'Speichern').click();
		await button(yilmaz, 'Speichern').click();
		await expect(yilmaz).toHaveTitle(/^Jemand hat den Abschnitt inzwischen geändert/);
		await expect(main(yilmaz)).toContainText('Alle sollen mitreden können.');

		await albrecht.reload();
		await link(albrecht, 'Beide vergleichen').click();
		await expect(main(albrecht)).toContainText('Alle sollen gut leben können.');
		await button(albrecht, 'Diesen Wortlaut übernehmen').click();
		await expect(main(albrecht)).toContainText('Alle sollen gut leben können.');
		await expect(link(albrecht, 'Beide vergleichen')).toHaveCount(0);
		await Promise.all([albrecht, yilmaz].map((page) => page.context().close()));
	});
});
