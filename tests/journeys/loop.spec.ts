import { expect, test, type Page } from '@playwright/test';
import { ways } from './hands.ts';
import { arrive, unique } from './people.ts';
import { begin, heading, next, release, summary, write } from './reporting.ts';

for (const { how, hands, options } of ways) {
	test(`a need is reported, answered, and its reporter says whether the gap is closed, ${how}`, async ({
		browser
	}) => {
		const title = unique('Kein Bus am Abend');
		const kern = await arrive(browser, 'kern', { ...options, hands });

		// Frau Kern forgets half of the first page: she hears of it, and nothing is lost.
		await begin(kern, hands);
		await hands.write(kern.getByLabel('Kurzer Titel'), title);
		await hands.press(next(kern));
		await expect(summary(kern)).toBeFocused();
		await expect(summary(kern)).toContainText('Wählen Sie ein Handlungsfeld.');
		await expect(kern).toHaveTitle(/^Fehler: /);
		await expect(kern.getByLabel('Kurzer Titel')).toHaveValue(title);
		await hands.press(summary(kern).getByRole('link', { name: 'Wählen Sie ein Handlungsfeld.' }));
		await expect(kern.getByLabel('Handlungsfeld')).toBeFocused();
		await write(kern, { title, description: 'Nach 17 Uhr fährt kein Bus in den Ort.' }, hands);
		await expect(kern.getByText('4. November 2026')).toBeVisible();
		await hands.press(kern.getByRole('button', { name: 'Zur Freigabe vorlegen' }));
		await expect(heading(kern, 'Herr Voß hat Ihre Meldung zur Freigabe')).toBeVisible();

		// Herr Voß finds it among what he has to do, and releases it.
		const voss = await arrive(browser, 'voss', { ...options, hands });
		await hands.press(voss.getByRole('link', { name: title }));
		await expect(heading(voss, 'Bitte prüfen und freigeben')).toBeVisible();
		const number = await release(voss, hands);
		expect(number).toMatch(/^HZ-\d{4}-\d+$/);
		await expect(voss.getByRole('img', { name: `QR-Code zur Meldung ${number}` })).toBeVisible();
		const short = await voss.getByText(/^localhost:\d+\/q\/\w+$/).innerText();

		// Frau Albrecht types the short address of the letter, and asks back.
		const albrecht = await arrive(browser, 'albrecht', { ...options, hands });
		await albrecht.goto(`http://${short}`);
		await expect(heading(albrecht, title)).toBeVisible();
		await hands.press(albrecht.getByRole('link', { name: 'Rückfrage stellen' }).first());
		await hands.write(albrecht.getByLabel('Ihre Frage'), 'An welchen Tagen?');
		await hands.press(albrecht.getByRole('button', { name: 'Frage senden' }));
		await expect(albrecht.getByRole('status')).toContainText('Ihre Frage ist gestellt.');

		// Frau Kern finds the question among what she has to do, and replies.
		await kern.goto('/start');
		await hands.press(kern.getByRole('link', { name: title }).first());
		await expect(kern.getByText('An welchen Tagen?').first()).toBeVisible();
		await hands.write(kern.getByLabel('Ihre Antwort'), 'Von Montag bis Freitag.');
		await hands.press(kern.getByRole('button', { name: 'Antwort senden' }));
		await expect(heading(kern, title)).toBeVisible();

		// Frau Albrecht assesses, says how it stands, and answers; an answer without a reason does not go out.
		await albrecht.goto(`/bedarfe/${number}`);
		await expect(albrecht.getByText('Von Montag bis Freitag.').first()).toBeVisible();
		await hands.press(albrecht.getByRole('link', { name: 'Einordnen', exact: true }).first());
		await hands.tick(albrecht.getByLabel('Zu einem neuen Bedarf'));
		await hands.write(albrecht.getByLabel('Titel des neuen Bedarfs'), title);
		await hands.tick(albrecht.getByLabel('Landkreis', { exact: true }));
		await hands.press(albrecht.getByRole('button', { name: 'Einordnen' }));
		await expect(albrecht.getByRole('status')).toContainText('Die Meldung gehört jetzt zum Bedarf');
		await hands.press(albrecht.getByRole('link', { name: 'Zwischenstand geben' }).first());
		await hands.write(albrecht.getByLabel('Wie steht es?'), 'Wir sprechen mit den Verkehrsbetrieben.');
		await hands.press(albrecht.getByRole('button', { name: 'Zwischenstand senden' }));
		await expect(albrecht.getByRole('status')).toContainText('Der Zwischenstand ist gegeben.');
		await hands.press(albrecht.getByRole('link', { name: 'Antworten', exact: true }).first());
		await hands.tick(albrecht.getByLabel('Wird berücksichtigt'));
		await hands.press(albrecht.getByRole('button', { name: 'Antwort senden' }));
		await expect(summary(albrecht)).toBeFocused();
		await expect(albrecht.getByLabel('Wird berücksichtigt')).toBeChecked();
		await hands.write(albrecht.getByLabel('Begründung'), 'Der Bus fährt ab Januar.');
		await hands.press(albrecht.getByRole('button', { name: 'Antwort senden' }));
		await expect(albrecht.getByRole('status')).toContainText('Ihre Antwort ist gegeben.');

		// In the pool she settles the need.
		await hands.press(albrecht.getByRole('link', { name: 'Zum Bedarf im Pool' }).first());
		await hands.press(albrecht.getByRole('link', { name: 'Als erledigt melden' }));
		await hands.write(albrecht.getByLabel('Was wurde getan?'), 'Die Linie 258 fährt um 18 Uhr.');
		await hands.press(albrecht.getByRole('button', { name: 'Als erledigt melden und nachfragen' }));
		await expect(albrecht.getByRole('status')).toContainText('Der Bedarf ist als erledigt gemeldet.');

		// Frau Kern says what has become of it.
		await kern.goto('/start');
		await hands.press(kern.getByRole('link', { name: title }).first());
		await expect(kern.getByText('Die Linie 258 fährt um 18 Uhr.').first()).toBeVisible();
		await hands.tick(kern.getByLabel('Teilweise'));
		await hands.write(kern.getByLabel('Ein Satz dazu'), 'Am Wochenende fehlt er noch.');
		await hands.press(kern.getByRole('button', { name: 'Antwort senden' }));
		await expect(kern.getByText('Die Lücke ist nur zum Teil geschlossen.')).toBeVisible();

		// Frau Albrecht sees it, at the need and at the report, whose chronicle tells both sides the same.
		await albrecht.reload();
		await expect(albrecht.getByText('Am Wochenende fehlt er noch.')).toBeVisible();
		await albrecht.goto(`/bedarfe/${number}`);
		for (const page of [kern, albrecht]) await expectChronicle(page);
		await expectMails(albrecht, number);
		await Promise.all([kern, voss, albrecht].map((page) => page.context().close()));
	});
}

/** Newest or oldest first, as the page tells it: each with who, in which post. */
async function expectChronicle(page: Page) {
	const entries = page.locator('ol.chronicle > li');
	const told = (await entries.allInnerTexts()).map((entry) => entry.replaceAll('\n', ' '));
	const expected = [
		/Freigegeben und eingegangen.*Voß.*Bürgermeister/,
		/Rückfrage.*An welchen Tagen/,
		/Antwort auf die Rückfrage.*Von Montag bis Freitag/,
		/Eingeordnet: Mobilität.*Zuständig: Landkreis/,
		/Zwischenstand.*Verkehrsbetrieben/,
		/Antwort: Wird berücksichtigt/,
		/Als erledigt gemeldet/,
		/Lücke geschlossen\? Teilweise.*Am Wochenende/
	];
	const places = expected.map((words) => told.findIndex((entry) => words.test(entry)));
	expect(places, told.join('\n')).not.toContain(-1);
	const inOrder = [...places].sort((a, b) => a - b);
	expect([inOrder, inOrder.toReversed()]).toContainEqual(places);
}

async function expectMails(page: Page, number: string) {
	await expect(async () => {
		await page.goto('/postfach');
		const mails = page.locator('main article').filter({ hasText: number });
		expect(await mails.filter({ hasText: 'kern@beispiel.example' }).count()).toBeGreaterThanOrEqual(4);
		expect(await mails.filter({ hasText: 'albrecht@beispiel.example' }).count()).toBeGreaterThanOrEqual(1);
	}).toPass({ timeout: 15_000 });
}
