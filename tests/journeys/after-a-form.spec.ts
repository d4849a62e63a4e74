import { expect, test, type Page } from '@playwright/test';
import { arrive } from './people.ts';
import { begin, next, summary } from './reporting.ts';

/* A link within a page leaves its place in the address. A form sent from there leads to the top of what comes next. */

/** Follows the first link of the page by keyboard: to what it says, past its head. */
async function skip(page: Page) {
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/#main$/);
}

test('after a link within the page a form leads to mistakes, not to where the link led', async ({
	browser
}) => {
	const kern = await arrive(browser, 'kern');
	await begin(kern);
	await skip(kern);
	await next(kern).click();
	await expect(summary(kern)).toBeFocused();
	await summary(kern).getByRole('link', { name: 'kurzen Titel' }).click();
	await kern.getByLabel('Kurzer Titel').fill('Bank am Weg');
	await next(kern).click();
	await expect(summary(kern)).toBeFocused();
	await kern.context().close();
});

test('after a link within the page a form leads to the top of the next page', async ({ browser }) => {
	const kern = await arrive(browser, 'kern', { path: '/bedarfe/neu' });
	await skip(kern);
	await kern.getByRole('button', { name: 'Beginnen' }).click();
	await expect(kern).toHaveURL(/\/thema$/);
	await kern.context().close();
});
