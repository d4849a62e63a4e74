import type { Browser, Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { expect, test } from './database.ts';
import { keyAfter, keyFor, mailsTo, typeCode } from './letterbox.ts';
import { signIn } from './people.ts';
import { heading, summary } from './reporting.ts';

/* Each story waits for several mails, and none of these pages sends a script. */

type Owner = { sql: <Row>(text: string, values?: unknown[]) => Promise<Row[]> };

/** Somebody of one's own for each story: what they change is nobody else's. */
let drawn = 0;
async function newcomer(owner: Owner, post = 211): Promise<{ id: string; email: string; name: string }> {
	const name = `Probe${Date.now().toString(36)}${(drawn++).toString(36)}`;
	const email = `${name.toLowerCase()}@sample.example`;
	const [{ id } = { id: '' }] = await owner.sql<{ id: string }>(
		`with p as (insert into public.people (salutation, given_name, family_name, email) values ('Frau', 'Ada', $1, $2) returning id)
		insert into public.holdings (post_id, person_id, capacity, starts_on)
		select $3, id, 'deputy', current_date - 1 from p returning person_id as id`,
		[name, email, `20000000-0000-4000-8000-${String(post).padStart(12, '0')}`]
	);
	return { id, email, name };
}

async function comeIn(page: Page, email: string, path = '/konto') {
	await page.goto(`/anmelden?weiter=${encodeURIComponent(path)}`);
	const { code } = await keyFor(page, email);
	await typeCode(page, code);
}

/** What the app shows; `steps` of thirty seconds later. */
const digits = (key: string, steps = 0) =>
	TOTP.generate({
		secret: Secret.fromBase32(key.replace(/\s/g, '')),
		timestamp: Date.now() + steps * 30_000
	});

/** Shows that it is still the same person, with a code by mail. */
async function confirm(page: Page, email: string) {
	await expect(heading(page, 'Sind Sie es noch?')).toBeVisible();
	const fresh = await keyAfter(page, email, () =>
		page.getByRole('button', { name: 'Code anfordern' }).click()
	);
	const code = page.getByLabel('Code aus der E-Mail');
	await code.fill(fresh.code);
	await page.locator('form', { has: code }).getByRole('button', { name: 'Weiter', exact: true }).click();
}

const pageFor = async (browser: Browser) =>
	(await browser.newContext({ javaScriptEnabled: false })).newPage();

test('one reads and takes along what is stored', async ({ browser, baseURL }) => {
	const page = await pageFor(browser);
	await signIn(page, 'voss', '/konto');
	await page.getByRole('link', { name: 'Ihre Daten' }).click();
	await expect(heading(page, 'Ihre Daten')).toBeVisible();
	await expect(page.getByText('voss@beispiel.example')).toBeVisible();
	await expect(
		page.getByRole('table', { name: 'Meldungen, die Sie geschrieben oder freigegeben haben' })
	).toContainText('HZ-');
	const file = await page.request.get(`${baseURL}/konto/daten/herunterladen`);
	expect(file.headers()['content-disposition']).toContain('meine-daten.json');
	expect(await file.json()).toMatchObject({ person: { email: 'voss@beispiel.example' } });
	await page.context().close();
});

test('what was typed is there again when another device ended the sign-in', async ({ browser, owner }) => {
	const page = await pageFor(browser);
	const elsewhere = await pageFor(browser);
	const { email } = await newcomer(owner);
	await comeIn(page, email, '/konto/name');
	await comeIn(elsewhere, email);
	await page.getByLabel('Vorname').fill('Grace');
	await elsewhere.getByRole('button', { name: 'Alle anderen beenden' }).click();
	await expect(elsewhere.getByText('Alle anderen Anmeldungen sind beendet.')).toBeVisible();
	await page.getByRole('button', { name: 'Speichern' }).click();
	await expect(page.getByText('Ihre Eingaben sind gesichert.')).toBeVisible();
	const { code } = await keyFor(page, email);
	await typeCode(page, code);
	await expect(page).toHaveURL('/konto/name');
	await expect(page.getByLabel('Vorname')).toHaveValue('Grace');
	await page.context().close();
	await elsewhere.context().close();
});

test('the address moves once the new one has proved itself', async ({ browser, owner }) => {
	const page = await pageFor(browser);
	const { email } = await newcomer(owner);
	const anew = email.replace('@', '.neu@');
	await comeIn(page, email, '/konto/adresse');
	await page.getByLabel('Neue E-Mail-Adresse').fill(email);
	await page.getByRole('button', { name: 'Link an die neue Adresse senden' }).click();
	await expect(summary(page)).toContainText('Das ist schon Ihre Adresse.');
	await page.getByLabel('Neue E-Mail-Adresse').fill(anew);
	await page.getByRole('button', { name: 'Link an die neue Adresse senden' }).click();
	await expect(heading(page, 'Sehen Sie in Ihre E-Mails')).toBeVisible();

	await page.goto(await linkTo(page, anew, /https?:\/\/\S+\/adresse\/[\w-]+/));
	await page.getByRole('button', { name: 'Neue Adresse bestätigen' }).click();
	await expect(heading(page, 'Ihre neue Adresse gilt')).toBeVisible();
	await page.goto('/konto');
	await expect(page.getByText(anew)).toBeVisible();

	// The old letterbox objects, from a device that is not signed in.
	const elsewhere = await pageFor(browser);
	await elsewhere.goto(await linkTo(page, email, /https?:\/\/\S+\/adresse\/[\w-]+\/einspruch/));
	await elsewhere.getByRole('button', { name: 'Das war ich nicht' }).click();
	await expect(heading(elsewhere, 'Die Änderung gilt nicht')).toBeVisible();
	await page.goto('/konto');
	await expect(page).toHaveURL('/anmelden?weiter=%2Fkonto');
	await elsewhere.context().close();
	await page.context().close();
});

test('the second factor is set up, asked for and taken away', async ({ browser, owner }) => {
	const page = await pageFor(browser);
	const { email } = await newcomer(owner);
	await comeIn(page, email, '/konto/zweiter-faktor');
	await page.getByRole('button', { name: 'Einrichten' }).click();
	await expect(heading(page, 'App verbinden')).toBeVisible();
	await expect(page.getByRole('img', { name: /^QR-Code/ })).toBeVisible();
	const key = await page.locator('.key').innerText();
	expect(key).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
	await page.getByLabel('Code aus der App').fill('12');
	await page.getByRole('button', { name: 'Bestätigen' }).click();
	await expect(summary(page)).toContainText('Bitte geben Sie sechs Ziffern');
	const code = digits(key);
	await page.getByLabel('Code aus der App').fill(code);
	await page.getByRole('button', { name: 'Bestätigen' }).click();
	await expect(heading(page, 'Der zweite Faktor ist eingerichtet')).toBeVisible();
	const codes = await page.locator('ol code').allInnerTexts();
	expect(codes).toHaveLength(10);
	await page.getByRole('link', { name: 'Ich habe die Codes aufbewahrt' }).click();
	await expect(page).toHaveURL('/start');

	const elsewhere = await pageFor(browser);
	await comeIn(elsewhere, email, '/konto');
	await expect(heading(elsewhere, 'Ihr zweiter Faktor')).toBeVisible();
	const asks = elsewhere.url();
	await elsewhere.goto('/start'); // past it
	await expect(elsewhere).toHaveURL('/anmelden?weiter=%2Fstart');
	await elsewhere.goto(asks);
	await elsewhere.getByLabel('Code aus der App').fill(code); // read over the shoulder
	await elsewhere.getByRole('button', { name: 'Anmelden', exact: true }).click();
	await expect(summary(elsewhere)).toContainText('Dieser Code stimmt nicht, oder er wurde schon benutzt.');
	await elsewhere.getByLabel('Code aus der App').fill(codes[0]!);
	await elsewhere.getByRole('button', { name: 'Anmelden', exact: true }).click();
	await expect(elsewhere).toHaveURL('/konto');
	await elsewhere.goto(asks);
	await elsewhere.getByLabel('Code aus der App').fill(codes[1]!);
	await elsewhere.getByRole('button', { name: 'Anmelden', exact: true }).click();
	await expect(summary(elsewhere)).toBeVisible();

	await page.goto('/konto/zweiter-faktor');
	await expect(page.getByText('Unbenutzte Wiederherstellungscodes: 9.')).toBeVisible();
	await page.getByLabel('Code aus der App').fill(codes[0]!); // used before
	await page.getByRole('button', { name: 'Neue Wiederherstellungscodes' }).click();
	await expect(summary(page)).toContainText('Dieser Code stimmt nicht, oder er wurde schon benutzt.');
	await expect(summary(page)).not.toContainText('zehn Minuten');
	await page.getByLabel('Code aus der App').fill(codes[2]!);
	await page.getByRole('button', { name: 'Neue Wiederherstellungscodes' }).click();
	await expect(heading(page, 'Neue Wiederherstellungscodes')).toBeVisible();
	await expect(page.getByText('Ihre bisherigen Wiederherstellungscodes gelten nicht mehr.')).toBeVisible();
	const renewed = await page.locator('ol code').allInnerTexts();
	await page.goto('/konto/zweiter-faktor');
	await page.getByLabel('Code aus der App').fill(renewed[0]!);
	await page.getByRole('button', { name: 'Entfernen' }).click();
	await expect(page.getByText('Der zweite Faktor ist entfernt.')).toBeVisible();
	for (const subject of ['Ein zweiter Faktor wurde eingerichtet', 'Ihr zweiter Faktor wurde entfernt'])
		await expect.poll(() => mailsTo(page, email, subject)).toHaveLength(1);
	await elsewhere.context().close();
	await page.context().close();
});

test('one leaves: the account goes, and nobody comes in with it', async ({ browser, owner }) => {
	const page = await pageFor(browser);
	const { id, email } = await newcomer(owner);
	await comeIn(page, email, '/konto');
	await owner.sql(
		`update private.sessions set created_at = now() - interval '16 minutes' where person_id = $1`,
		[id]
	);
	await page.getByRole('link', { name: 'Konto löschen' }).click();
	await expect(heading(page, 'Konto löschen')).toBeVisible();
	await page.waitForTimeout(5_100); // what is remembered of a session is forgotten
	await page.getByRole('button', { name: 'Konto endgültig löschen' }).click();
	await confirm(page, email);
	await expect(heading(page, 'Konto löschen')).toBeVisible();
	await page.getByRole('button', { name: 'Konto endgültig löschen' }).click();
	await expect(summary(page)).toContainText('Bitte setzen Sie das Häkchen');
	await page.getByLabel('Ja, ich möchte mein Konto löschen').check();
	await page.getByRole('button', { name: 'Konto endgültig löschen' }).click();
	await expect(heading(page, 'Ihr Konto ist gelöscht')).toBeVisible();
	expect(await owner.sql('select from public.people where id = $1', [id])).toEqual([]);
	await page.goto('/konto');
	await expect(page).toHaveURL('/anmelden?weiter=%2Fkonto');
	await page.context().close();
});

test('what was typed on a screen left alone waits until one has shown that it is still oneself', async ({
	browser,
	owner
}) => {
	const page = await pageFor(browser);
	const { id, email } = await newcomer(owner);
	await comeIn(page, email, '/konto/zugriffe');
	await owner.sql(
		`update private.sessions set created_at = now() - interval '16 minutes' where person_id = $1`,
		[id]
	);
	await page.waitForTimeout(5_100); // what is remembered of a session is forgotten
	await page.goto('/konto/adresse');
	await page.getByLabel('Neue E-Mail-Adresse').fill(`neu-${email}`);
	await page.getByRole('button', { name: 'Link an die neue Adresse senden' }).click();
	await expect(page.getByText('Was Sie eingegeben haben, ist gesichert.')).toBeVisible();
	expect(await owner.sql('select from private.address_changes where person_id = $1', [id])).toEqual([]);
	await confirm(page, email);
	await expect(page.getByLabel('Neue E-Mail-Adresse')).toHaveValue(`neu-${email}`);
	await page.getByRole('button', { name: 'Link an die neue Adresse senden' }).click();
	await expect(heading(page, 'Sehen Sie in Ihre E-Mails')).toBeVisible();

	// A password is kept nowhere: here one is asked before one types.
	await owner.sql(
		`update private.sessions set proven_at = now() - interval '16 minutes' where person_id = $1`,
		[id]
	);
	await page.waitForTimeout(5_100);
	await page.goto('/konto/kennwort');
	await confirm(page, email);
	await expect(page).toHaveURL('/konto/kennwort');
	await page.context().close();
});

test('the only administrator is told to find a successor first', async ({ page }) => {
	await signIn(page, 'winkler', '/konto/loeschen');
	await expect(page.getByText('Die letzte Person in der Verwaltung kann nicht ausscheiden.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Konto endgültig löschen' })).toHaveCount(0);
});

test('who asked for a code may still type the password instead', async ({ page, owner }) => {
	const { id, email } = await newcomer(owner);
	await comeIn(page, email, '/konto/kennwort');
	await page.getByLabel('Neues Kennwort', { exact: true }).fill('Drei Ziegen am Brocken');
	await page.getByLabel('Neues Kennwort noch einmal').fill('Drei Ziegen am Brocken');
	await page.getByRole('button', { name: 'Speichern' }).click();
	await expect(page).not.toHaveURL('/konto/kennwort');
	await owner.sql(
		`update private.sessions set created_at = now() - interval '20 minutes', proven_at = null where person_id = $1`,
		[id]
	);
	await expect(async () => {
		await page.goto('/konto/kennwort'); // what is remembered of the session is some seconds old
		await expect(heading(page, 'Sind Sie es noch?')).toBeVisible({ timeout: 500 });
	}).toPass({ timeout: 15_000 });
	await page.getByRole('button', { name: 'Code anfordern' }).click();
	await expect(page.getByText('Eine E-Mail mit einem Code ist an Sie unterwegs')).toBeVisible();
	const password = page.getByLabel('Kennwort');
	await password.fill('Drei Ziegen am Brocken');
	await page.locator('form', { has: password }).getByRole('button', { name: 'Weiter', exact: true }).click();
	await expect(page).toHaveURL('/konto/kennwort');
});

test('an address that somebody has already gets the same answer', async ({ page, owner }) => {
	const { email } = await newcomer(owner);
	await comeIn(page, email, '/konto/adresse');
	const said: string[] = [];
	for (const wanted of ['brandt@beispiel.example', `frei-${email}`]) {
		await page.goto('/konto/adresse');
		await page.getByLabel('Neue E-Mail-Adresse').fill(wanted);
		await page.getByRole('button', { name: 'Link an die neue Adresse senden' }).click();
		await expect(heading(page, 'Sehen Sie in Ihre E-Mails')).toBeVisible();
		said.push(await page.locator('main').innerText());
	}
	expect(said[0]).toBe(said[1]);
	await expect(async () => {
		const [mail] = await mailsTo(
			page,
			'brandt@beispiel.example',
			'Diese Adresse gehört schon zu einem Zugang'
		);
		expect(mail).toBeDefined();
		expect(mail).not.toContain('/adresse/');
	}).toPass({ timeout: 15_000 });
});

test.describe('in a real authority', () => {
	test('a planner does nothing else before the second factor is set up', async ({ page, owner, baseURL }) => {
		const authority = '0a000000-0000-4000-8000-00000000aaaa';
		await owner.sql(
			`insert into public.authorities (id, key, name, prefix, district_key) values ($1, 'echtkreis', 'Echtkreis', 'EK', '99099')
			on conflict do nothing`,
			[authority]
		);
		await owner.sql(
			`insert into public.organisations (id, authority_id, kind, name) values ($1, $1, 'authority', 'Echtkreis, Planung') on conflict do nothing`,
			[authority]
		);
		await owner.sql(
			`insert into public.posts (id, organisation_id, kind, title) values ($1, $1, 'planner', 'Sozialplanung') on conflict do nothing`,
			[authority]
		);
		const { id, email } = await newcomer(owner);
		await owner.sql('update public.holdings set ended_at = now() where person_id = $1', [id]);
		await owner.sql(
			`insert into public.holdings (post_id, person_id, capacity, starts_on) values ($1, $2, 'holder', current_date - 1)`,
			[authority, id]
		);
		await comeIn(page, email, '/bedarfe');
		await expect(page).toHaveURL('/konto/zweiter-faktor');
		for (const path of ['/start', '/bedarfe', '/bedarfe/pool', '/konto', '/konto/daten', '/organisation']) {
			await page.goto(path);
			await expect(page, path).toHaveURL('/konto/zweiter-faktor');
		}
		const sent = await page.request.post(`${baseURL}/konto/name`, {
			form: { givenName: 'Anders', familyName: 'Anders', salutation: '' },
			headers: { origin: baseURL!, accept: 'text/html' },
			maxRedirects: 0
		});
		expect(sent.headers().location).toBe('/konto/zweiter-faktor');

		await page.getByRole('button', { name: 'Einrichten' }).click();
		const key = await page.locator('.key').innerText();
		await page.getByLabel('Code aus der App').fill(digits(key));
		await page.getByRole('button', { name: 'Bestätigen' }).click();
		await page.getByRole('link', { name: 'Ich habe die Codes aufbewahrt' }).click();
		await expect(page).toHaveURL('/start');
		await page.goto('/bedarfe/pool');
		await expect(page).toHaveURL('/bedarfe/pool');
		await page.goto('/konto/zweiter-faktor');
		await expect(page.getByRole('button', { name: 'Entfernen' })).toHaveCount(0);
		await owner.sql('delete from public.authorities where id = $1', [authority]).catch(() => {});
	});
});

/** The link in the newest mail to somebody. */
async function linkTo(page: Page, recipient: string, pattern: RegExp): Promise<string> {
	let link: string | undefined;
	await expect(async () => {
		link = (await mailsTo(page, recipient)).map((text) => pattern.exec(text)?.[0]).find(Boolean);
		expect(link).toBeDefined();
	}).toPass({ timeout: 15_000 });
	return link!;
}
