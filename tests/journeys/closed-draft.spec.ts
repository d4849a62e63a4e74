import type { APIResponse, Browser, BrowserContextOptions, Page } from '@playwright/test';
import { expect, test } from './database.ts';
import { arrive, unique } from './people.ts';
import { begin, heading, next, write } from './reporting.ts';

/* A colleague releases the draft, or the assistance ends, while somebody still writes: nobody's words are lost. */

const typed = 'Getippt, während Herr Voß freigab.';
const pdf = { name: 'Plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF') };

/** Frau Kern puts a report before Herr Voß. @returns the draft's address without its last part */
async function handIn(kern: Page): Promise<string> {
	const draft = await begin(kern);
	await write(kern, { title: unique('Bank am Weg'), description: 'Es gibt keine Bank.' });
	await kern.getByRole('button', { name: 'Zur Freigabe vorlegen' }).click();
	await expect(heading(kern, 'Herr Voß hat Ihre Meldung zur Freigabe')).toBeVisible();
	return draft;
}

async function releaseIt(browser: Browser, draft: string) {
	const voss = await arrive(browser, 'voss', { path: `${draft}/pruefen` });
	await voss.getByRole('button', { name: 'Freigeben' }).first().click();
	await expect(heading(voss, 'Ihre Meldung ist beim Landkreis eingegangen')).toBeVisible();
	await voss.context().close();
}

const released = (page: Page) => heading(page, 'Die Meldung ist inzwischen freigegeben');

for (const [how, options] of [
	['with scripts', {}],
	['without JavaScript', { javaScriptEnabled: false }]
] as [string, BrowserContextOptions][]) {
	test(`what is typed while a colleague releases is shown to copy, ${how}`, async ({ browser }) => {
		const kern = await arrive(browser, 'kern', options);
		const draft = await handIn(kern);
		await kern.goto(`${draft}/ort`);
		await releaseIt(browser, draft);
		await kern.getByLabel('Was fehlt?').fill(typed);
		await next(kern).click();
		await expect(released(kern)).toBeVisible();
		await expect(kern.getByText(typed)).toBeVisible();
		await expect(kern.getByText('Hasselfelde')).toHaveCount(0);
		await kern.getByRole('link', { name: 'Zur Meldung HZ-' }).click();
		await expect(kern.getByRole('link', { name: 'Ergänzung hinzufügen' })).toBeVisible();
		await kern.context().close();
	});

	test(`a file that comes or goes after the release is named, with its words, ${how}`, async ({
		browser
	}) => {
		const kern = await arrive(browser, 'kern', options);
		const draft = await handIn(kern);
		await kern.goto(`${draft}/anlagen`);
		await kern.getByLabel('Datei', { exact: true }).setInputFiles(pdf);
		await kern.getByRole('button', { name: 'Datei hinzufügen' }).click();
		await expect(kern.getByRole('link', { name: 'Plan.pdf' })).toBeVisible();
		const second = await kern.context().newPage();
		await second.goto(`${draft}/anlagen`);
		await releaseIt(browser, draft);
		await kern.getByLabel('Datei', { exact: true }).setInputFiles({ ...pdf, name: 'Foto.pdf' });
		await kern.getByLabel('Was ist zu sehen, oder was steht darin?').fill(typed);
		await kern.getByRole('button', { name: 'Datei hinzufügen' }).click();
		await expect(released(kern)).toBeVisible();
		await expect(kern.getByText('Die Datei ist nicht hinzugefügt.')).toBeVisible();
		await expect(kern.getByText(typed)).toBeVisible();
		await second.getByRole('button', { name: /^Entfernen/ }).click();
		await expect(released(second)).toBeVisible();
		await expect(second.getByText('Die Datei ist nicht entfernt.')).toBeVisible();
		await kern.context().close();
	});
}

test('saving by itself ends with the draft, and says so', async ({ browser }) => {
	const kern = await arrive(browser, 'kern');
	const draft = await handIn(kern);
	await kern.goto(`${draft}/ort`);
	await releaseIt(browser, draft);
	await kern.getByLabel('Was fehlt?').fill(typed);
	await expect(
		kern.getByRole('main').getByText('Hier lässt sich nichts mehr speichern.').last()
	).toBeVisible();
	await next(kern).click();
	await expect(kern.getByText(typed)).toBeVisible();
	await kern.context().close();
});

test('whoever may not write a draft, or no more, gets their own words back and learns nothing', async ({
	browser,
	owner
}) => {
	const seidel = await arrive(browser, 'seidel');
	const draft = await begin(seidel);
	const kern = await arrive(browser, 'kern');
	const own = await begin(kern);
	await kern.goto(`${own}/ort`);
	await owner.sql('delete from public.need_report_drafts where id = $1', [own.split('/').at(-1)]);
	await kern.getByLabel('Was fehlt?').fill(typed);
	await next(kern).click();
	const closed = heading(kern, 'Dieser Entwurf ist für Sie nicht mehr offen');
	await expect(closed).toBeVisible();
	await expect(kern.getByText(typed)).toBeVisible();

	const send = (address: string) =>
		kern.request.post(`${address}/ort`, {
			form: { description: typed },
			headers: { origin: test.info().project.use.baseURL!, accept: 'text/html' }
		});
	const [foreign, gone] = await Promise.all([send(draft), send(own)]);
	expect([foreign.status(), gone.status()]).toEqual([404, 404]);
	const words = async (answer: APIResponse) =>
		/<main[\s\S]*<\/main>/.exec(await answer.text())![0].replace(/[0-9a-f-]{36}/, '');
	expect(await words(foreign)).toContain(typed);
	expect(await words(foreign)).toBe(await words(gone));
	await Promise.all([seidel, kern].map((page) => page.context().close()));
});
