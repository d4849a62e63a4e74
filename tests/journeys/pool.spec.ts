import { expect, test, type Page } from '@playwright/test';
import { arrive, unique } from './people.ts';
import { begin, heading, release, write } from './reporting.ts';

test.use({ javaScriptEnabled: false });
const options = { javaScriptEnabled: false };

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const mistakes = (page: Page) => page.getByRole('alert').filter({ hasText: /^Bitte prüfen Sie/ });

/** Herr Voß writes and releases a report. @returns its number */
async function reported(page: Page, title: string): Promise<string> {
	await begin(page);
	await write(page, { title, description: `Es fehlt: ${title}.` });
	return release(page);
}

/** @returns the need's number */
async function assessed(page: Page, number: string, need: string): Promise<string> {
	await page.goto(`/bedarfe/${number}/einordnen`);
	if (/^HZ-B-/.test(need)) {
		await page.getByLabel('Zu einem anderen Bedarf im Pool').check();
		await page.getByLabel('Nummer des anderen Bedarfs').fill(need);
	} else {
		await page.getByLabel('Zu einem neuen Bedarf').check();
		await page.getByLabel('Titel des neuen Bedarfs').fill(need);
	}
	await page.getByLabel('Landkreis', { exact: true }).check();
	await press(page, 'Einordnen');
	const told = await page.getByText(/Die Meldung gehört zum Bedarf HZ-B-\d+/).innerText();
	return /HZ-B-\d+/.exec(told)![0];
}

test('a need is renamed, merged and split; its reporters read why, and every address still leads there', async ({
	browser
}) => {
	const [first, second, third] = ['Rufbus', 'Nachtbus', 'Fahrdienst'].map((word) => unique(word));
	const [old, heirName, part] = ['Busse am Abend', 'Wege am Abend', 'Fahrten zum Arzt'].map((w) => unique(w));
	const head = await arrive(browser, 'voss', options);
	const numbers = [await reported(head, first!), await reported(head, second!), await reported(head, third!)];
	const planner = await arrive(browser, 'albrecht', options);
	const need = await assessed(planner, numbers[0]!, old!);
	await assessed(planner, numbers[1]!, need);
	const heir = await assessed(planner, numbers[2]!, heirName!);

	const renamed = unique('Spätverkehr');
	await planner.goto(`/bedarfe/pool/${need}`);
	await planner.getByRole('link', { name: 'Bedarf umbenennen' }).click();
	await press(planner, 'Weiter zum Prüfen');
	await expect(mistakes(planner)).toContainText('Bitte schreiben Sie, warum.');
	await planner.getByLabel('Wie soll der Bedarf heißen?').fill(renamed);
	await planner.getByLabel('Warum?').fill('So heißt es auch im Nahverkehrsplan.');
	await press(planner, 'Weiter zum Prüfen');
	await expect(planner).toHaveTitle(/^Bitte prüfen – /);
	await expect(planner.getByRole('main')).toContainText('Im Verlauf ihrer Meldung sehen es: Stadt Oberharz');
	await press(planner, 'Umbenennen');
	await expect(planner.getByRole('status')).toContainText(`heißt jetzt „${renamed}“`);
	await planner.goto('/bedarfe/pool');
	await planner.getByLabel('Suchwort oder Nummer').fill(old!);
	await press(planner, 'Eingrenzen');
	await expect(planner.getByRole('row', { name: renamed })).toContainText(`früher: ${old}`);

	await planner.goto(`/bedarfe/pool/${need}`);
	await planner.getByRole('link', { name: 'Mit einem anderen Bedarf zusammenführen' }).click();
	await planner.getByLabel('Warum?').fill('Beides meint den Abend.');
	await planner.getByLabel('Bedarf im Pool suchen').fill(heir);
	await press(planner, 'Bedarf suchen');
	await expect(planner.getByLabel('Warum?')).toHaveValue('Beides meint den Abend.');
	await planner.getByLabel(heirName!).check();
	await press(planner, 'Weiter zum Prüfen');
	await expect(planner.getByRole('main')).toContainText('2 Meldungen gehen über.');
	await press(planner, 'Zusammenführen');
	await expect(planner.getByRole('status')).toContainText('Die Meldungen gehören jetzt zu diesem Bedarf.');
	await expect(heading(planner, heirName!)).toBeVisible();
	await planner.goto(`/bedarfe/pool/${need}`);
	await planner
		.getByRole('main')
		.getByRole('link', { name: `${heirName}, ${heir}` })
		.click();
	await expect(heading(planner, heirName!)).toBeVisible();

	await planner.getByRole('link', { name: 'Bedarf teilen' }).click();
	await planner.getByLabel(third!).check();
	await planner.getByLabel('Wie soll der neue Bedarf heißen?').fill(part!);
	await planner.getByLabel('Warum?').fill('Der Weg zum Arzt ist am Tag.');
	await press(planner, 'Weiter zum Prüfen');
	await expect(planner.getByRole('main')).toContainText(`${first} (${numbers[0]})`);
	await press(planner, 'Teilen');
	await expect(heading(planner, part!)).toBeVisible();
	await expect(planner.getByRole('row', { name: third! })).toBeVisible();
	await expect(planner.getByRole('link', { name: new RegExp(`Herausgelöst aus ${heir}`) })).toBeVisible();

	await head.goto(`/bedarfe/${numbers[0]}`);
	for (const why of ['So heißt es auch im Nahverkehrsplan.', 'Beides meint den Abend.'])
		await expect(head.getByRole('main')).toContainText(why);
	expect(await head.content()).not.toContain(renamed);
	await head.goto(`/bedarfe/${numbers[2]}`);
	await expect(head.getByRole('main')).toContainText('Der Weg zum Arzt ist am Tag.');
	expect((await head.goto(`/bedarfe/pool/${need}/teilen`))?.status()).toBe(404);
});

test('one answer, with a text block and a sentence of one’s own, reaches each reporter as their own', async ({
	browser
}) => {
	const [first, second] = [unique('Sprechtag'), unique('Beratung')];
	const head = await arrive(browser, 'voss', options);
	const numbers = [await reported(head, first), await reported(head, second)];
	const planner = await arrive(browser, 'albrecht', options);
	const need = await assessed(planner, numbers[0]!, unique('Beratung vor Ort'));
	await assessed(planner, numbers[1]!, need);

	const [name, text] = [unique('Sprechtag'), unique('Ab März kommt die Beratung jeden Monat.')];
	await planner.goto('/bedarfe/textbausteine');
	await planner.getByRole('link', { name: 'Textbaustein anlegen' }).click();
	await press(planner, 'Speichern');
	await expect(mistakes(planner)).toContainText('Bitte schreiben Sie den Text.');
	await planner.getByLabel('Name', { exact: true }).fill(name);
	await planner.getByLabel('Text', { exact: true }).fill(text);
	await press(planner, 'Speichern');
	await expect(planner.getByRole('row', { name })).toContainText('noch nicht');

	await planner.goto(`/bedarfe/pool/${need}`);
	await planner.getByRole('link', { name: 'Mehrere Meldungen zusammen beantworten' }).click();
	const own = `Eigener Satz für Stadt Oberharz am Brocken: „${first}“`;
	await planner.getByText('Eigener Satz für einzelne Meldungen').click();
	await planner.getByLabel(own).fill('Auch in Tanne.');
	await planner.getByLabel('Wird berücksichtigt', { exact: true }).check();
	await press(planner, 'Text einfügen');
	await expect(mistakes(planner)).toContainText('Bitte wählen Sie einen Textbaustein.');
	await planner.getByLabel('Textbaustein').selectOption({ label: name });
	await press(planner, 'Text einfügen');
	await expect(planner).toHaveTitle(new RegExp(`^Eingefügt: ${name}`));
	await expect(planner.getByLabel('Begründung für alle')).toHaveValue(text);
	await expect(planner.getByLabel(own)).toHaveValue('Auch in Tanne.');
	await press(planner, 'Weiter zum Prüfen');
	const preview = (number: string) =>
		planner.getByRole('heading', { name: new RegExp(`^Vorschau: das liest .*\\(${number}\\)`) });
	for (const number of numbers) await expect(preview(number!)).toBeVisible();
	await press(planner, 'Antworten senden');
	await expect(planner.getByRole('status')).toContainText('Jeder Absender bekommt seine Antwort');

	await planner.goto(`/bedarfe/pool/${need}/beantworten`);
	await expect(planner.getByRole('main')).toContainText('Alle Meldungen zu diesem Bedarf sind beantwortet.');
	await planner.goto('/bedarfe/textbausteine');
	await expect(planner.getByRole('row', { name })).toContainText('in 2 Antworten');
	await planner.getByRole('link', { name }).click();
	await press(planner, 'Nicht mehr anbieten');
	await expect(planner.getByRole('status')).toContainText('wird nicht mehr angeboten');

	await head.goto(`/bedarfe/${numbers[0]}`);
	await expect(head.getByRole('main')).toContainText(text);
	await expect(head.getByRole('main')).toContainText('Auch in Tanne.');
	await head.goto(`/bedarfe/${numbers[1]}`);
	await expect(head.getByRole('main')).toContainText(text);
	expect(await head.content()).not.toContain('Auch in Tanne.');
});
