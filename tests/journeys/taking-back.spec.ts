import { expect, test, type Page } from '@playwright/test';
import { arrive, unique } from './people.ts';
import { begin, heading, release, write } from './reporting.ts';

test.use({ javaScriptEnabled: false });
const options = { javaScriptEnabled: false };
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const until = /^Bis \d\d:\d\d Uhr können Sie .* zurücknehmen, solange niemand es gelesen hat\./;

test('a release and an answer are taken back while nobody has read them; then they stay', async ({
	browser
}) => {
	const title = unique('Rufbus am Sonntag');
	const head = await arrive(browser, 'voss', options);
	await begin(head);
	await write(head, { title, description: 'Am Sonntag fährt kein Bus.' });
	const number = await release(head);

	// Nobody has opened it: it becomes the draft again, and keeps its number.
	await expect(head.getByText(until)).toBeVisible();
	await head.getByRole('link', { name: 'Zurücknehmen' }).click();
	await expect(heading(head, 'Zurücknehmen: die Freigabe')).toBeVisible();
	await press(head, 'Zurücknehmen');
	await expect(heading(head, 'Bitte prüfen')).toBeVisible();
	await expect(head.getByText(`Die Nummer ${number} bleibt für diese Meldung.`)).toBeVisible();
	const planner = await arrive(browser, 'albrecht', options);
	expect((await planner.goto(`/bedarfe/${number}`))?.status()).toBe(404);
	expect(await release(head)).toBe(number);

	// The planner opens it: now it stays, and the page says why.
	await planner.goto(`/bedarfe/${number}`);
	await expect(planner.getByRole('main')).toContainText('Vorher schon freigegeben und am');
	await head.goto(`/bedarfe/${number}/zuruecknehmen`);
	await expect(head.getByText('Zurücknehmen geht nicht mehr: Jemand hat es schon gelesen.')).toBeVisible();
	await expect(head.getByRole('button', { name: 'Zurücknehmen' })).toHaveCount(0);

	// The planner answers, sees the mistake, and gets the words back.
	const [wrong, right] = [unique('Der Bus fährt ab Juni.'), unique('Der Bus fährt ab Juli.')];
	await planner.goto(`/bedarfe/${number}/beantworten`);
	await planner.getByLabel('Wird berücksichtigt', { exact: true }).check();
	await planner.getByLabel('Begründung').fill(wrong);
	await press(planner, 'Antwort senden');
	await expect(planner.getByText(until)).toBeVisible();
	await planner.getByRole('link', { name: 'Zurücknehmen' }).click();
	await press(planner, 'Zurücknehmen');
	await expect(planner.getByRole('status')).toContainText('Zurückgenommen. Ihr Text steht wieder hier.');
	await expect(planner.getByLabel('Begründung')).toHaveValue(wrong);
	await expect(planner.getByLabel('Wird berücksichtigt', { exact: true })).toBeChecked();
	await planner.getByLabel('Begründung').fill(right);
	await press(planner, 'Antwort senden');

	// The reporter reads the second answer only, and that something was taken back.
	await head.goto(`/bedarfe/${number}`);
	await expect(head.getByRole('main')).toContainText(right);
	await expect(head.getByRole('main')).toContainText('Zurückgenommen, ehe jemand es las: die Antwort');
	expect(await head.content()).not.toContain(wrong);
	await planner.goto(`/bedarfe/${number}`);
	await expect(planner.getByText('Zurücknehmen geht nicht mehr: Jemand hat es schon gelesen.')).toBeVisible();
	await head.goto('/postfach');
	await expect(head.getByText(right)).toHaveCount(0); // words are read on the page, not in the mail
});

test('a file that was taken over is taken back whole, until somebody has read one report of it', async ({
	browser
}) => {
	const title = unique('Abendbus');
	const planner = await arrive(browser, 'albrecht', { ...options, path: '/bedarfe/einlesen' });
	const rows = [title, `${title} zwei`].map(
		(name) =>
			`Oberharz am Brocken;${name};Mobilität;Familien;Oberharz am Brocken;Tanne;Am Abend fährt kein Bus.;5 bis 20;in diesem Jahr\r\n`
	);
	const head =
		'Organisation;Titel;Handlungsfeld;Zielgruppen;Gemeinde;Ort;Was fehlt;Betroffene;Dringlichkeit\r\n';
	await planner.getByLabel('Datei (Excel oder CSV)').setInputFiles({
		name: 'liste.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from(head + rows.join(''))
	});
	await press(planner, 'Datei prüfen');
	const here = planner.url();
	const take = async () => {
		await press(planner, 'Übernehmen');
		await expect(async () => {
			await planner.goto(here);
			await expect(heading(planner, 'Die Datei ist übernommen')).toBeVisible({ timeout: 500 });
		}).toPass({ timeout: 20_000 });
	};
	const found = async () => {
		await planner.goto(`/bedarfe?suche=${encodeURIComponent(title)}`);
		return planner.getByRole('rowheader').filter({ hasText: title }).count(); // others report buses too
	};
	await take();
	expect(await found()).toBe(2);
	await planner.goto(here);
	await press(planner, 'Übernahme zurücknehmen');
	await expect(planner.getByText('Sie haben die Übernahme zurückgenommen.')).toBeVisible();
	expect(await found()).toBe(0);

	await planner.goto(here);
	await take();
	const clerk = await arrive(browser, 'kern', {
		...options,
		path: `/bedarfe?suche=${encodeURIComponent(title)}`
	});
	await clerk.getByRole('link', { name: title, exact: true }).click();
	await expect(clerk.getByRole('main')).toContainText('Am Abend fährt kein Bus.');
	await planner.goto(here);
	await expect(planner.getByText('Zurücknehmen geht nicht mehr: Jemand hat es schon gelesen.')).toBeVisible();
	await expect(planner.getByRole('button', { name: 'Übernahme zurücknehmen' })).toHaveCount(0);
});
