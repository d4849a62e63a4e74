import { expect, type Page } from '@playwright/test';
import { mouse, type Hands } from './hands.ts';

/** What Frau Kern and others report in these journeys. */
export interface Story {
	title: string;
	description: string;
}

export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
export const next = (page: Page) => page.getByRole('button', { name: 'Weiter', exact: true });
export const summary = (page: Page) => page.locator('.error-summary');

/** Begins a report and stands on its first step. @returns the draft's address without its last part */
export async function begin(page: Page, hands: Hands = mouse): Promise<string> {
	await page.goto('/start');
	await hands.press(page.getByRole('link', { name: 'Bedarf melden' }));
	await hands.press(page.getByRole('button', { name: 'Beginnen' }));
	await expect(heading(page, 'Worum geht es?')).toBeVisible();
	return new URL(page.url()).pathname.replace(/\/thema$/, '');
}

/** The six steps, from the first one on, to the page where one checks everything. */
export async function write(page: Page, { title, description }: Story, hands: Hands = mouse) {
	await hands.write(page.getByLabel('Kurzer Titel'), title);
	await hands.select(page.getByLabel('Handlungsfeld'), 'Mobilität');
	await hands.tick(page.getByLabel('ältere Menschen', { exact: true }));
	await hands.press(next(page));

	await expect(heading(page, 'Was fehlt, und wo?')).toBeVisible();
	await hands.write(page.getByLabel('Ort oder Ortsteil'), 'Hasselfelde');
	await hands.write(page.getByLabel('Was fehlt?'), description);
	await hands.press(next(page));

	await expect(heading(page, 'Wie ist das aufgefallen?')).toBeVisible();
	await hands.write(page.getByLabel('Tag der Beratung'), '4.11.2026');
	await hands.press(next(page));

	await expect(heading(page, 'Wen betrifft es?')).toBeVisible();
	await hands.tick(page.getByLabel('20 bis 50 Personen'));
	await hands.tick(page.getByLabel('in diesem Jahr'));
	await hands.press(next(page));

	await expect(heading(page, 'Was könnte helfen?')).toBeVisible();
	await hands.write(page.getByLabel('Was schlagen Sie vor?'), 'Ein Bus um 18 Uhr.');
	await hands.press(next(page));

	await expect(heading(page, 'Wen fragen wir, und wer sieht es?')).toBeVisible();
	await hands.tick(page.getByLabel('nur der Landkreis'));
	await hands.press(next(page));
	await expect(heading(page, 'Bitte prüfen')).toBeVisible();
}

/** Releases what stands on the page to check. @returns the report's number */
export async function release(page: Page, hands: Hands = mouse): Promise<string> {
	await hands.press(page.getByRole('button', { name: 'Freigeben' }).first());
	await expect(heading(page, 'Ihre Meldung ist beim Landkreis eingegangen')).toBeVisible();
	return (await page.locator('.confirmation .number').innerText()).trim();
}
