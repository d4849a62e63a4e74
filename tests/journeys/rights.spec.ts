import type { Page } from '@playwright/test';
import { expect, test } from './database.ts';
import { arrive, signIn, unique } from './people.ts';
import { begin, heading, release, write } from './reporting.ts';

/** What is not there and what is not for somebody is the same German page. */
async function expectNotThere(page: Page, address: string) {
	const answer = await page.goto(address);
	expect(answer?.status(), address).toBe(404);
	await expect(heading(page, 'Das haben wir nicht gefunden')).toBeVisible();
	await expect(page).toHaveTitle('Das haben wir nicht gefunden – Augenhöhe');
	await expect(page.getByText('03941 0000-100')).toBeVisible();
}

test('what is not released is the organisation’s own, and a report for the district is no one else’s', async ({
	browser
}) => {
	const lorenz = await arrive(browser, 'lorenz');
	const kern = await arrive(browser, 'kern');
	const albrecht = await arrive(browser, 'albrecht');
	const draft = await begin(lorenz);
	for (const page of [kern, albrecht])
		for (const part of ['thema', 'pruefen', 'vorgelegt', 'loeschen', 'zurueckgeben'])
			await expectNotThere(page, `${draft}/${part}`);
	const signedOut = await browser.newPage();
	await signedOut.goto(`${draft}/thema`);
	await expect(signedOut).toHaveURL(`/anmelden?weiter=${encodeURIComponent(`${draft}/thema`)}`);
	await signIn(signedOut, 'lorenz', `${draft}/thema`);
	await expect(heading(signedOut, 'Worum geht es?')).toBeVisible();

	const title = unique('Vertraulich an den Landkreis');
	await write(lorenz, { title, description: 'Das soll nur der Landkreis wissen.' });
	const number = await release(lorenz);
	const short = await lorenz.getByText(/^localhost:\d+\/q\/\w+$/).innerText();
	for (const part of ['', '/eingang', '/ergaenzung', '/antwort', '/luecke', '/beantworten', '/einordnen'])
		await expectNotThere(kern, `/bedarfe/${number}${part}`);
	await expectNotThere(kern, `http://${short}`);
	await albrecht.goto(`/bedarfe/${number}`);
	await expect(heading(albrecht, title)).toBeVisible();
	await Promise.all([lorenz, kern, albrecht, signedOut].map((page) => page.context().close()));
});

test('a page that answers or administers is for those who may, by link and by form', async ({
	page,
	baseURL
}) => {
	await signIn(page, 'kern');
	await page.goto('/bedarfe?eigene=ja');
	const number = await page.locator('main a[href^="/bedarfe/HZ-"]').first().getAttribute('href');
	for (const part of [
		'beantworten',
		'einordnen',
		'rueckfrage',
		'zwischenstand',
		'weitergeben',
		'wiedervorlage'
	])
		await expectNotThere(page, `${number}/${part}`);
	for (const address of ['/verwaltung', '/verwaltung/fristen', '/verwaltung/organisationen/neu'])
		await expectNotThere(page, address);
	const post = (path: string, form: Record<string, string>) =>
		page.request.post(path, { form, headers: { origin: baseURL!, accept: 'text/html' }, maxRedirects: 0 });
	const answer = { decision: 'accepted', reason: 'Weil ich es sage.', forwarded_to: '' };
	expect((await post(`${number}/beantworten`, answer)).status()).toBe(404);
	expect((await post('/verwaltung/fristen', { interim_days: '1', final_days: '2' })).status()).toBe(404);
	await page.goto(number!);
	await expect(page.getByText('Weil ich es sage.')).toHaveCount(0);
});

test('with the term of a post all access ends', async ({ page, owner }) => {
	const family = unique('Test').replace(/\W/g, '');
	const post = '20000000-0000-4000-8000-000000000211'; // clerk of Stadt Thale, vacant in the sample
	const [person] = await owner.sql<{ id: string }>(
		`insert into public.people (salutation, given_name, family_name, email) values ('Frau', 'Eva', $1, $1 || '@beispiel.example') returning id`,
		[family]
	);
	const [holding] = await owner.sql<{ id: string }>(
		`insert into public.holdings (post_id, person_id, capacity, starts_on) values ($1, $2, 'deputy', current_date - 9) returning id`,
		[post, person!.id]
	);
	await page.goto('/anmelden');
	await page.getByRole('button', { name: `Frau ${family}` }).click();
	const draft = await begin(page);
	await page.getByLabel('Kurzer Titel').fill('Angefangen');
	await page.getByRole('button', { name: 'Speichern und später weitermachen' }).click();
	await expect(page.getByRole('link', { name: 'Angefangen' })).toBeVisible();

	await owner.sql('update public.holdings set ends_on = current_date - 1 where id = $1', [holding!.id]);
	await expectNotThere(page, `${draft}/thema`);
	await expect(async () => {
		await page.goto('/konto');
		await expect(page.getByText('Sie haben zurzeit keine Stelle.')).toBeVisible({ timeout: 500 });
	}).toPass();
	await page.goto('/start');
	await expect(page.getByRole('link', { name: 'Angefangen' })).toHaveCount(0);
	await expect(page.getByRole('link', { name: 'Bedarf melden' })).toHaveCount(0);
	await owner.sql('delete from public.holdings where id = $1', [holding!.id]).catch(() => {});
});

test('what is nowhere is said in German, with a way on', async ({ page }) => {
	await expectNotThere(page, '/gibt-es-nicht');
	await expectNotThere(page, '/needs'); // the folder's English name is no address
	await expect(page.getByRole('link', { name: 'Anmelden' }).last()).toBeVisible();
	await expectNotThere(page, '/q/aaaaaaaaaa');
	await page.goto('/bedarfe/HZ-1999-1');
	await expect(page).toHaveURL('/anmelden?weiter=%2Fbedarfe%2FHZ-1999-1');
});

test('a file and a short address that are not there are the same page', async ({ browser }) => {
	const kern = await arrive(browser, 'kern');
	for (const address of [
		'/beteiligung/gibt-es-nicht',
		'/abfragen/gibt-es-nicht',
		'/abfragen/gibt-es-nicht/nachweis.pdf',
		'/dokumente/gibt-es-nicht/1/fassung.docx',
		'/bedarfe/HZ-2026-99999/verlauf.docx',
		'/anlagen/00000000-0000-4000-8000-00000000ffff',
		'/kalender/00000000-0000-4000-8000-00000000ffff.ics'
	])
		await expectNotThere(kern, address);
	await kern.context().close();
});
