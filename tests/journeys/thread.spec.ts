import { expect, test } from '@playwright/test';
import { arrive, unique } from './people.ts';
import { wordsIn } from './papers.ts';
import { begin, heading, release, write } from './reporting.ts';

test.use({ javaScriptEnabled: false });

test('a planner is told of every reply and contribution, and what the office says stays inside', async ({
	browser
}) => {
	const options = { javaScriptEnabled: false };
	const title = unique('Fahrdienst zur Schule');
	const inside = unique('Der Stellenplan gibt eine halbe Stelle her.');
	const head = await arrive(browser, 'voss', options);
	await begin(head);
	await write(head, { title, description: 'Morgens fährt kein Bus aus dem Ortsteil zur Schule.' });
	const number = await release(head);

	const planner = await arrive(browser, 'albrecht', { ...options, path: `/bedarfe/${number}/rueckfrage` });
	await planner.getByLabel('Ihre Frage').fill('Wie viele Kinder sind es?');
	await planner.getByRole('button', { name: 'Vorschau' }).click();
	await expect(planner).toHaveTitle(/^Vorschau – /);
	await expect(planner.getByRole('heading', { name: /^Vorschau: das liest Stadt Oberharz/ })).toBeVisible();
	await expect(planner.getByText('Wie viele Kinder sind es?').first()).toBeVisible();
	await expect(planner.getByLabel('Ihre Frage')).toHaveValue('Wie viele Kinder sind es?');
	await head.goto(`/bedarfe/${number}`);
	await expect(head.getByRole('main')).not.toContainText('Wie viele Kinder sind es?');
	await planner.getByRole('button', { name: 'Frage senden' }).click();
	await expect(planner.getByRole('status')).toContainText('Ihre Frage ist gestellt.');

	await head.goto(`/bedarfe/${number}/antwort`);
	await head.getByLabel('Ihre Antwort').fill('Es sind elf Kinder.');
	await head.getByRole('button', { name: 'Antwort senden' }).click();
	await expect(head).toHaveTitle(/^Die Antwort auf die Rückfrage ist gespeichert\. – /);

	await planner.goto('/start');
	await planner.getByRole('link', { name: /^Antworten auf Ihre Rückfragen: \d+$/ }).click();
	await expect(planner).toHaveURL('/bedarfe?stand=antwort-da');
	await expect(planner.getByRole('link', { name: title })).toBeVisible();
	const name = unique('Antworten da');
	await planner.getByText('Diesen Filter speichern').click();
	await planner.getByLabel('Name für den Filter').fill(name);
	await planner.getByRole('button', { name: 'Filter speichern' }).click();

	await planner.goto('/start');
	await planner.getByRole('link', { name: `Antwort auf Ihre Rückfrage ist da: „${title}“` }).click();
	await expect(planner.getByRole('heading', { name: 'Neu für Sie' })).toBeVisible();
	await expect(planner.getByRole('main')).toContainText('Es sind elf Kinder.');
	await planner.getByRole('button', { name: 'Als gelesen vermerken' }).click();
	await expect(planner.getByRole('status')).toContainText('Als gelesen vermerkt.');
	await expect(planner.getByRole('heading', { name: 'Neu für Sie' })).toHaveCount(0);
	await planner.goto('/bedarfe');
	await planner.getByRole('link', { name, exact: true }).click();
	await expect(planner).toHaveURL('/bedarfe?stand=antwort-da');
	await expect(planner.getByRole('link', { name: title })).toHaveCount(0);

	await planner.goto(`/bedarfe/${number}/weitergeben`);
	await planner.getByLabel('Jugendamt').check();
	await planner.getByLabel('Bis wann soll das Amt sich melden?').fill('2099-12-31');
	await planner.getByRole('button', { name: 'Weitergeben' }).click();

	const office = await arrive(browser, 'yilmaz', { ...options, path: '/start' });
	await office.getByRole('link', { name: `Zuarbeit zu „${title}“` }).click();
	await expect(office.getByRole('link', { name: 'Antworten', exact: true })).toHaveCount(0);
	await office.getByRole('link', { name: 'Zuarbeit geben' }).first().click();
	await office.getByRole('button', { name: 'Zuarbeit senden' }).click();
	await expect(office.getByRole('alert').filter({ hasText: 'Bitte prüfen Sie eine Angabe' })).toBeFocused();
	await office.getByLabel('Zuarbeit').fill(inside);
	await office.getByRole('button', { name: 'Zuarbeit senden' }).click();
	await expect(office.getByRole('status')).toContainText('liegt wieder bei der Sozialplanung');

	await planner.goto('/start');
	await planner.getByRole('link', { name: `Zuarbeit ist da: „${title}“` }).click();
	await expect(planner.getByRole('region', { name: 'Nur für die Verwaltung' })).toContainText(inside);
	await planner.goto(`/bedarfe/${number}/beantworten`);
	await planner.getByLabel('Wird berücksichtigt', { exact: true }).check();
	await planner.getByLabel('Begründung').fill('Ab August fährt ein Bus.');
	await planner.getByRole('button', { name: 'Vorschau' }).click();
	await expect(planner.getByRole('main')).toContainText('Noch ist nichts gesendet.');
	await planner.getByRole('button', { name: 'Antwort senden' }).click();
	await expect(planner.getByRole('status')).toContainText('Ihre Antwort ist gegeben.');
	await expect(planner.getByRole('heading', { name: 'Neu für Sie' })).toHaveCount(0);

	await head.goto(`/bedarfe/${number}`);
	await expect(heading(head, title)).toBeVisible();
	await expect(head.getByRole('main')).toContainText('Ab August fährt ein Bus.');
	expect(await head.content()).not.toContain(inside);

	// On paper, as on the page: who reported and who plans have the same words, and neither has those of the inside.
	for (const page of [head, planner])
		for (const kind of ['docx', 'pdf'] as const) {
			const file = await page.request.get(`/bedarfe/${number}/verlauf.${kind}`);
			const words = await wordsIn(await file.body(), kind);
			for (const said of [
				title,
				'Wie viele Kinder sind es?',
				'Es sind elf Kinder.',
				'Ab August fährt ein Bus.'
			])
				expect(words, kind).toContain(said);
			expect(words, kind).not.toContain(inside);
		}
	const other = await arrive(browser, 'brandt', options);
	expect((await other.request.get(`/bedarfe/${number}/verlauf.docx`)).status()).toBe(404);
	await head.goto(`/bedarfe/${number}`);
	await expect(head.getByRole('link', { name: /^Word \(/ })).toHaveAttribute('href', /verlauf\.docx$/);
});
