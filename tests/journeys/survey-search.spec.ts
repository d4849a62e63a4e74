import { expect, test } from './database.ts';
import { arrive } from './people.ts';
import { heading, summary } from './reporting.ts';
import { openSurvey } from './surveying.ts';

/* What a clerk wrote and its head released is found by a planner, by other forms of its words, and read where it stands. */
test.use({ javaScriptEnabled: false });

test('a planner finds the words of an answer, and reads the very words', async ({ browser, owner }) => {
	const slug = await openSurvey(owner.sql, { fields: ['care'] });
	const words = 'Abends fährt der Rufbus nach Tanne nur auf Bestellung.';
	const kern = await arrive(browser, 'kern', {
		path: `/abfragen/${slug}/antwort/1`,
		javaScriptEnabled: false
	});
	await kern.getByLabel('Fehlanzeige', { exact: true }).check();
	await kern.getByLabel('Welche Angebote gibt es bei Ihnen?').first().fill(words);
	await kern.getByRole('button', { name: 'Speichern und zur Übersicht' }).click();
	await kern.goto(`/abfragen/${slug}/antwort/pruefen`);
	await kern.getByRole('button', { name: 'Zur Freigabe vorlegen' }).click();

	const albrecht = await arrive(browser, 'albrecht', {
		path: `/abfragen/${slug}/ruecklauf`,
		javaScriptEnabled: false
	});
	const look = async (words: string) => {
		await albrecht.getByLabel('In den Antworten suchen').fill(words);
		await albrecht.getByRole('button', { name: 'Suchen' }).click();
	};
	await albrecht.getByRole('link', { name: 'In den Antworten suchen' }).click();
	await expect(heading(albrecht, 'In den Antworten suchen')).toBeVisible();
	await look('Busse');
	await expect(albrecht).toHaveTitle(/^Keine Antwort gefunden zu „Busse“/); // heard first; before the head it is nobody's

	const voss = await arrive(browser, 'voss', {
		path: `/abfragen/${slug}/antwort/pruefen`,
		javaScriptEnabled: false
	});
	await voss.getByRole('button', { name: 'Antworten freigeben' }).click();
	await look('Busse Tanne');
	await expect(albrecht).toHaveTitle(/^Eine Antwort gefunden zu „Busse Tanne“/);
	await expect(albrecht.getByLabel('In den Antworten suchen')).toHaveValue('Busse Tanne');
	await expect(albrecht.locator('mark')).toHaveText(['Rufbus', 'Tanne']);
	await albrecht.getByRole('link', { name: /Stadt Oberharz am Brocken: Pflege/ }).click();
	await expect(albrecht).toHaveURL(/#feld-care$/);
	await expect(albrecht.getByText(words)).toBeVisible();

	// The field's page leads to the same search; who said it finds it too, and gets back to the answer.
	await albrecht.goto(`/abfragen/${slug}/ruecklauf/handlungsfelder/1`);
	await look('Bestellung');
	await expect(albrecht.locator('mark')).toHaveText('Bestellung.');
	await kern.goto(`/abfragen/${slug}/antwort`);
	await kern.getByRole('link', { name: 'In den Antworten suchen' }).click();
	await kern.getByLabel('In den Antworten suchen').fill('Rufbusse');
	await kern.getByRole('button', { name: 'Suchen' }).click();
	await kern.getByRole('link', { name: /Stadt Oberharz am Brocken: Pflege/ }).click();
	await expect(kern.getByText(words).first()).toBeVisible();
	await expect(summary(kern)).toHaveCount(0);
	await Promise.all([kern, voss, albrecht].map((page) => page.context().close()));
});
