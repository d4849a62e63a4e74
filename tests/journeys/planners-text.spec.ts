import { expect, type Page } from '@playwright/test';
import { test } from './database.ts';
import { arrive, unique } from './people.ts';
import { begin, release, write } from './reporting.ts';

/* What a planner types is as safe as what is typed into a draft. */

const question = (page: Page) => page.getByLabel('Ihre Frage');
const isBack = (page: Page) => page.getByText('Ihr Text von vorhin ist wieder da.');

test('a planner’s text is there again after a reload, after leaving, after a sign-out; once sent it is gone', async ({
	browser
}) => {
	const head = await arrive(browser, 'voss');
	await begin(head);
	await write(head, { title: unique('Treffpunkt'), description: 'Der Treffpunkt im Ort ist zu.' });
	const number = await release(head);
	const form = `/bedarfe/${number}/rueckfrage`;
	const words = unique('Seit wann ist der Treffpunkt zu?');

	const page = await arrive(browser, 'albrecht', { path: form });
	await question(page).fill(words);
	await page.reload();
	await expect(question(page)).toHaveValue(words);
	await expect(isBack(page)).toBeVisible();
	await expect(page).toHaveTitle(/^Ihr Text von vorhin ist wieder da\. – /);

	await page.goto('/start');
	await page.goto(form);
	await expect(question(page)).toHaveValue(words);

	const other = await page.context().newPage();
	await other.goto(form);
	await expect(question(other)).toHaveValue(''); // another tab has its own
	await expect(isBack(other)).toBeHidden();
	await other.getByRole('button', { name: 'Abmelden' }).first().click();
	await expect(other).not.toHaveURL(form);

	await page.getByRole('button', { name: 'Frage senden' }).click();
	await expect(page).toHaveURL(/anmelden/);
	await page.getByRole('button', { name: 'Frau Albrecht', exact: true }).click();
	await expect(question(page)).toHaveValue(words);
	await page.getByRole('button', { name: 'Frage senden' }).click();
	await expect(page.getByRole('status')).toContainText('Ihre Frage ist gestellt.');

	await page.goto(form);
	await expect(question(page)).toHaveValue('');
	await head.goto(`/bedarfe/${number}`);
	await expect(head.getByRole('main')).toContainText(words);
});

test('text that is not wanted is thrown away by a button, and another person never sees it', async ({
	browser,
	numberOf
}) => {
	const path = `/bedarfe/${await numberOf('Tagespflege fehlt in Hasselfelde')}/zwischenstand`;
	const page = await arrive(browser, 'albrecht', { path });
	const field = page.getByLabel('Wie steht es?');
	await field.fill('Nur ein Versuch.');
	await page.reload();
	await page.getByRole('button', { name: 'Text verwerfen' }).click();
	await expect(field).toHaveValue('');
	await expect(isBack(page)).toBeHidden();

	await field.fill('Noch ein Versuch.');
	await page.goto('/start');
	await page.getByRole('button', { name: 'Abmelden' }).first().click();
	await page.goto(`/anmelden?weiter=${encodeURIComponent(path)}`);
	await page.getByRole('button', { name: 'Frau Yilmaz', exact: true }).click();
	await expect(field).toHaveValue('');
});
