import type { Page } from '@playwright/test';
import { expect, test } from './database.ts';
import { layBeside, publicDraft } from './drafting.ts';
import { ways } from './hands.ts';
import { arrive } from './people.ts';

/* What changed is told in words first, then the new text stands there whole, and only then the marks. */

const main = (page: Page) => page.getByRole('main');
const heading = (page: Page, name: string, level: number) =>
	page.getByRole('heading', { name, exact: true, level });

/** Whether these words stand in this order. */
async function expectInOrder(page: Page, ...words: string[]) {
	const text = (await main(page).innerText()).replace(/\s+/g, ' ');
	const places = words.map((part) => text.indexOf(part));
	expect(
		places.every((place) => place >= 0),
		`${words} in ${text}`
	).toBe(true);
	expect(places).toEqual(places.toSorted((one, other) => one - other));
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a guest reads what a version changed, and of one section alone', async ({ page, owner }) => {
		const { slug, keys } = await publicDraft(owner.sql);
		await page.goto(`/dokumente/${slug}/2`);
		await page.getByRole('link', { name: 'Was ist anders als in Fassung 1?' }).click();
		await expect(page).toHaveTitle(/^Was Fassung 2 von Fassung 1 unterscheidet/);
		await expectInOrder(
			page,
			'3 Abschnitte sind anders: 1 geändert, 1 neu und 1 weggefallen.',
			'1 Mobilität',
			'Ein Wort',
			'Der neue Text',
			'bis 20 Uhr.',
			'Was daran anders ist',
			'3 Nachbarschaft',
			'Nachbarn helfen einander.',
			'3 Hospiz',
			'Weggefallen: Das plant jetzt das Land.'
		);
		await expect(page.locator('del')).toHaveText('16');
		await expect(page.locator('ins')).toHaveText('20');
		await expect(heading(page, '2 Tagespflege', 2)).toHaveCount(0);
		await page.getByRole('link', { name: '1 Mobilität in Fassung 1 lesen' }).click();
		await expect(main(page)).toContainText('bis 16 Uhr.');

		await page.goto(`/dokumente/${slug}/2/${keys['Mobilität']}`);
		await page.getByRole('link', { name: 'Was ist hier neu?' }).click();
		await expect(page.getByRole('heading', { level: 2 })).toHaveText(['1 Mobilität']);
		await page.getByRole('link', { name: 'Alle Unterschiede' }).click();
		await expect(page.getByRole('heading', { level: 2 })).toHaveCount(3);

		await page.goto(`/dokumente/${slug}/2/${keys['Tagespflege']}`);
		await expect(page.getByRole('link', { name: 'Was ist hier neu?' })).toHaveCount(0);
		for (const wrong of ['2/unterschiede?mit=2', '2/unterschiede?mit=x', '1/unterschiede', '9/unterschiede'])
			expect((await page.request.get(`/dokumente/${slug}/${wrong}`)).status(), wrong).toBe(404);
	});

	test('what nobody else may read is not compared for them', async ({ page, browser, owner }) => {
		const { slug, keys } = await publicDraft(owner.sql);
		const beside = await layBeside(owner.sql, slug, keys['Tagespflege']!, 'Es gibt neun.');
		const closed = [`${keys['Tagespflege']}/verlauf`, `${keys['Tagespflege']}/daneben/${beside}`];
		const kern = await arrive(browser, 'kern');
		for (const path of closed) {
			expect((await kern.request.get(`/dokumente/${slug}/3/${path}`)).status(), path).toBe(404);
			const guest = await page.request.get(`/dokumente/${slug}/3/${path}`, { maxRedirects: 0 });
			expect(guest.status(), path).toBe(303);
		}
	});
});

for (const { how, hands, options } of ways) {
	test(`of two wordings that came at once one is taken and one is left, ${how}`, async ({
		browser,
		owner
	}) => {
		const { slug, keys } = await publicDraft(owner.sql);
		const [care, mobility] = [keys['Tagespflege']!, keys['Mobilität']!];
		await layBeside(owner.sql, slug, care, 'Es gibt neun Einrichtungen der Tagespflege.');
		await layBeside(owner.sql, slug, mobility, 'Niemand fährt.');
		const page = await arrive(browser, 'albrecht', { path: `/dokumente/${slug}/3/${care}`, ...options });
		const button = (name: string) => page.getByRole('button', { name, exact: true });

		await hands.press(page.getByRole('link', { name: 'Beide vergleichen' }));
		await expect(page).toHaveTitle(/^Zwei Wortlaute: 2 Tagespflege/);
		await expectInOrder(
			page,
			'Ein Wort neu, 1 gestrichen.',
			'Es gibt neun Einrichtungen',
			'Was daran anders ist',
			'Der Wortlaut, der jetzt gilt',
			'Es gibt acht Einrichtungen'
		);
		await hands.press(button('Diesen Wortlaut übernehmen'));
		await expect(page).toHaveTitle(/^Der zweite Wortlaut gilt jetzt/);
		await expect(main(page)).toContainText('Es gibt neun Einrichtungen der Tagespflege.');

		await page.goto(`/dokumente/${slug}/3/${mobility}`);
		await hands.press(page.getByRole('link', { name: 'Beide vergleichen' }));
		await expect(page).toHaveTitle(/^Zwei Wortlaute: 1 Mobilität/);
		const deciding = page.url();
		await hands.press(button('Den anderen lassen'));
		await expect(page).toHaveTitle(/^Der zweite Wortlaut bleibt in der Geschichte/);
		await expect(main(page)).not.toContainText('Niemand fährt.');
		expect((await page.goto(deciding))!.status()).toBe(404);

		await page.goto(`/dokumente/${slug}/3/${care}`);
		await hands.press(page.getByRole('link', { name: 'Verlauf', exact: true }));
		const wordings = main(page).locator('ol[reversed] > li');
		await expect(wordings.filter({ hasText: 'Gilt jetzt.' })).toHaveCount(1);
		await expect(wordings.filter({ hasText: 'Lag daneben, wurde übernommen.' })).toContainText(
			'Ein Wort neu, 1 gestrichen.'
		);
		await expect(wordings.filter({ hasText: 'So begann der Abschnitt' })).toHaveCount(1);
		await hands.press(wordings.first().getByRole('link'));
		await expect(page).toHaveTitle(/^Wortlaut vom /);
		await expect(heading(page, 'Was daran anders ist', 2)).toBeVisible();
	});
}

test('a wording that changed meanwhile is compared anew before it is replaced', async ({
	browser,
	owner
}) => {
	const { slug, keys } = await publicDraft(owner.sql);
	const care = keys['Tagespflege']!;
	await layBeside(owner.sql, slug, care, 'Es gibt neun.');
	const page = await arrive(browser, 'albrecht', { path: `/dokumente/${slug}/3/${care}` });
	await page.getByRole('link', { name: 'Beide vergleichen' }).click();
	const other = await arrive(browser, 'albrecht', { path: `/dokumente/${slug}/3/${care}/aendern` });
	await other.getByLabel('Text', { exact: true }).fill('Es gibt zehn Einrichtungen.');
	await other.getByRole('button', { name: 'Speichern', exact: true }).click();
	await page.getByRole('button', { name: 'Diesen Wortlaut übernehmen' }).click();
	await expect(page).toHaveTitle(/^Fehler: /);
	await expect(main(page)).toContainText('Es gibt zehn Einrichtungen.');
	await page.getByRole('button', { name: 'Diesen Wortlaut übernehmen' }).click();
	await expect(page).toHaveTitle(/^Der zweite Wortlaut gilt jetzt/);
});
