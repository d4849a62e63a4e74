import { expect, type Page } from '@playwright/test';

/** The mails to an address in the sample's letterbox, newest first, looked up beside the page one works on. */
export async function mailsTo(page: Page, recipient: string, words = ''): Promise<string[]> {
	const box = await page.context().newPage();
	await box.goto('/postfach');
	const mails = box.locator('main article').filter({ hasText: recipient }).filter({ hasText: words });
	const texts = await mails.allInnerTexts();
	await box.close();
	return texts;
}

/** What a sign-in mail holds. */
export interface Key {
	code: string;
	link: string;
}

/** Does something that sends a sign-in mail. @returns what the mail that came then holds */
export async function keyAfter(page: Page, address: string, act: () => Promise<void>): Promise<Key> {
	const known = await mailsTo(page, address, 'Ihr Code zum Anmelden');
	await act();
	let mail: string | undefined;
	await expect(async () => {
		[mail] = (await mailsTo(page, address, 'Ihr Code zum Anmelden')).filter((text) => !known.includes(text));
		expect(mail, `a new mail to ${address}`).toBeDefined();
	}).toPass({ timeout: 15_000 });
	const [code] = /^\d{3} ?\d{3}$/m.exec(mail!) ?? [];
	const [link] = /https?:\/\/\S+\/anmelden\/link\/\S+/.exec(mail!) ?? [];
	return { code: code!, link: link! };
}

/** Asks for a code on the sign-in page that is open. */
export async function askForCode(page: Page, address: string) {
	await page.getByLabel('E-Mail-Adresse').fill(address);
	await page.getByRole('button', { name: 'Code anfordern' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Sehen Sie in Ihre E-Mails' })).toBeVisible();
}

export const keyFor = (page: Page, address: string) =>
	keyAfter(page, address, () => askForCode(page, address));

export async function typeCode(page: Page, code: string) {
	await page.getByLabel('Code aus der E-Mail').fill(code);
	await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
}
