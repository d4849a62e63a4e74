import type { Browser, Page } from '@playwright/test';
import { expect, test } from './database.ts';
import { mailsTo } from './letterbox.ts';
import { signIn, unique } from './people.ts';
import { begin, heading, release, write as compose } from './reporting.ts';

/* How often one hears from us, and what did not arrive. Herr Brandt and Frau Seidel, so as to leave the others alone. */

const seidel = 'seidel@beispiel.example';

test('somebody chooses one mail a day, then none, and finds the choice again', async ({ browser }) => {
	const page = await open(browser);
	await signIn(page, 'lorenz', '/konto');
	await page.getByRole('link', { name: /Benachrichtigungen/ }).click();
	const reports = page.getByRole('group', { name: 'Meldungen Ihrer Organisation' });
	await expect(reports.getByText('Immer kommen: Eingangsbestätigungen')).toBeVisible();
	for (const choice of ['Einmal am Tag', 'Gar nicht']) {
		await reports.getByLabel(choice).check();
		await page.getByRole('button', { name: 'Speichern' }).click();
		await expect(page.getByText('Ihre Wahl ist gespeichert.')).toBeVisible();
		await page.goto('/konto/benachrichtigungen');
		await expect(reports.getByLabel(choice)).toBeChecked();
	}
});

test('the foot of a mail ends such mails, signed out', async ({ browser, owner }) => {
	await write(owner, 'answered', 'Antwort vor dem Abbestellen');
	const page = await open(browser);
	const [mail] = await mailsTo(page, seidel, 'Antwort vor dem Abbestellen');
	const [link] = /http\S+\/abbestellen\/\S+/.exec(mail!)!;
	await page.goto(link);
	await expect(heading(page, 'Mails abbestellen')).toBeVisible();
	await expect(page.getByText('Meldungen Ihrer Organisation')).toBeVisible();
	await page.goto(link); // looking changes nothing
	await page.getByRole('button', { name: 'Abbestellen' }).click();
	await expect(heading(page, 'Die Mails sind abbestellt')).toBeVisible();
	await write(owner, 'answered', 'Antwort nach dem Abbestellen');
	await write(owner, 'question', 'Frage nach dem Abbestellen');
	expect(await mailsTo(page, seidel, 'Antwort nach dem Abbestellen')).toEqual([]);
	const [duty] = await mailsTo(page, seidel, 'Frage nach dem Abbestellen');
	expect(duty).not.toContain('/abbestellen/');
	await owner.sql('delete from public.mail_preferences');
});

test('a mail program’s own button ends such mails, and is led nowhere', async ({ request, page, owner }) => {
	const [{ token } = { token: '' }] = await owner.sql<{ token: string }>(
		`select private.unsubscribe_token(id, 'reports') as token from public.people where email = $1`,
		[seidel]
	);
	const form = { 'List-Unsubscribe': 'One-Click' };
	for (const sent of [{ form }, {}]) {
		const answer = await request.post(`/abbestellen/${token}`, { ...sent, maxRedirects: 0 });
		expect([answer.status(), await answer.text()]).toEqual([200, '']);
	}
	await page.goto(`/abbestellen/${token}`);
	await expect(heading(page, 'Die Mails sind abbestellt')).toBeVisible();
	const invented = await request.post(`/abbestellen/${token.slice(0, -1)}x`, { form, maxRedirects: 0 });
	expect(invented.status()).toBe(404);
	const elsewhere = await request.post('/konto/name', { form, maxRedirects: 0 });
	expect(elsewhere.status()).toBe(403); // no other form is taken from nowhere
	await owner.sql('delete from public.mail_preferences');
});

test('the planner sees what did not arrive and sends it once more', async ({ browser, owner }) => {
	await owner.sql(`insert into private.mails (authority_id, person_id, kind, recipient, subject, letter, state, reason)
		select 'a0000000-0000-4000-8000-000000000001', id, 'question', email, 'Geheimer Titel', '{"locale": "de", "subject": "Geheimer Titel", "greeting": "Guten Tag,", "paragraphs": [], "closing": []}', 'bounced', '550 5.1.1'
		from public.people where email = 'seidel@beispiel.example'`);
	const page = await open(browser);
	await signIn(page, 'albrecht', '/start');
	await page.getByRole('link', { name: /^Nicht zugestellte Mails: / }).click();
	await expect(heading(page, 'Nicht zugestellte Mails')).toBeVisible();
	const row = page.getByRole('row', { name: /Seidel/ }).filter({ hasText: 'Rückfrage zu einer Meldung' });
	await expect(row).toContainText('Diese Adresse gibt es nicht oder nicht mehr.');
	await expect(page.getByText('Geheimer Titel')).toHaveCount(0);
	await row.getByRole('button', { name: 'Noch einmal senden' }).click();
	await expect(page.getByText('Die Mail geht noch einmal hinaus')).toBeVisible();
	await expect(row).toHaveCount(0);
	await expect(async () => {
		const sent = await owner.sql(`select from private.mails where resends is not null and state = 'sent'`);
		expect(sent).toHaveLength(1);
	}).toPass({ timeout: 10_000 });
});

test('a clerk whose request for release came back is told, and can say it herself', async ({
	browser,
	owner
}) => {
	const title = unique('Bank an der Haltestelle');
	const page = await open(browser);
	await signIn(page, 'kern', '/start');
	await begin(page);
	await compose(page, { title, description: 'Ältere Menschen finden an der Haltestelle keinen Platz.' });
	await page.getByRole('button', { name: 'Zur Freigabe vorlegen' }).click();
	await owner.sql(
		`update private.mails set state = 'returned', reason = '550 5.1.1' where kind = 'draft_handed_in' and subject like '%' || $1 || '%'`,
		[title]
	);
	await page.goto('/start');
	const told = page.getByRole('link', { name: 'Sagen Sie Herrn Voß Bescheid: unsere E-Mail kam nicht an' });
	await expect(told).toBeVisible();
	await expect(page.getByText(`Bitte um Freigabe von „${title}“ hat niemanden erreicht`)).toBeVisible();
	await told.click();
	await expect(page.getByText(title).first()).toBeVisible();

	const head = await open(browser);
	await signIn(head, 'voss', '/start');
	await expect(head.getByText(/^Sagen Sie/)).toHaveCount(0);
	await head.getByRole('link', { name: `„${title}“ prüfen und freigeben` }).click();
	await release(head);
	await page.goto('/start');
	await expect(told).toHaveCount(0);
});

test('what did not arrive is nobody else’s business', async ({ browser }) => {
	const page = await open(browser);
	await signIn(page, 'kern', '/start');
	expect((await page.goto('/postausgang'))!.status()).toBe(404);
});

const open = async (browser: Browser): Promise<Page> =>
	(await browser.newContext({ javaScriptEnabled: false })).newPage();

type Owner = { sql: (text: string, values?: unknown[]) => Promise<unknown> };

/** Queues a mail as the jobs do, and waits until it lies in the letterbox. */
async function write(owner: Owner, kind: string, subject: string) {
	const letter = {
		locale: 'de',
		subject,
		greeting: 'Guten Tag,',
		paragraphs: ['Es gibt etwas Neues.'],
		closing: ['Landkreis']
	};
	await owner.sql(
		`select public.mail_queue_many(jsonb_build_array(jsonb_build_object('kind', $1::text, 'recipient', email, 'letter', $2::jsonb,
			'authorityId', 'a0000000-0000-4000-8000-000000000001', 'personId', id))) from public.people where email = $3`,
		[kind, JSON.stringify(letter), seidel]
	);
}
