import { wallOf } from '../../src/lib/i18n/berlin.ts';
import { expect, test } from './database.ts';
import { mailsTo } from './letterbox.ts';
import { arrive, unique } from './people.ts';
import { heading, summary, write } from './reporting.ts';
import { openSurvey } from './surveying.ts';

const options = { javaScriptEnabled: false };

/** A day as its field sends it and as the page says it. */
function daysAgo(days: number) {
	const day = new Date(Date.now() - days * 86_400_000);
	const inWords = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'Europe/Berlin' });
	return { typed: wallOf(day).day, said: inWords.format(day) };
}
const letter = daysAgo(7);
const call = daysAgo(6);

test('a letter becomes a report that its organisation reads and corrects', async ({ browser }) => {
	const title = unique('Bank an der Haltestelle');

	// Frau Albrecht has a letter from Oberharz on her desk. She forgets who signed it, and hears of it.
	const albrecht = await arrive(browser, 'albrecht', { ...options, path: '/bedarfe' });
	await albrecht.getByRole('link', { name: 'Für jemanden eintragen' }).click();
	await albrecht.getByLabel('Für welche Organisation?').selectOption({ label: 'Stadt Oberharz am Brocken' });
	await albrecht.getByLabel('Auf welchem Weg kam es?').selectOption({ label: 'Brief' });
	await albrecht.getByLabel('An welchem Tag kam es?').fill(letter.typed);
	await albrecht.getByRole('button', { name: 'Weiter zur Meldung' }).click();
	await expect(summary(albrecht)).toContainText('Bitte schreiben Sie, von wem es kam.');
	await expect(albrecht.getByLabel('An welchem Tag kam es?')).toHaveValue(letter.typed);
	await albrecht.getByLabel('Von wem kam es?').fill('Herr Voß, Bürgermeister');
	await albrecht.getByRole('button', { name: 'Weiter zur Meldung' }).click();
	await expect(albrecht.getByText(`Brief vom ${letter.said}`)).toBeVisible();
	await write(albrecht, { title, description: 'Wer wartet, muss stehen. Es fehlt eine Bank.' });

	await expect(albrecht.locator('.summary').getByText('Herr Voß, Bürgermeister')).toBeVisible();
	await expect(
		albrecht.getByText('Diese Meldung sehen nur „Stadt Oberharz am Brocken“ und die Planung')
	).toBeVisible();

	// A scan of the letter goes with it.
	await albrecht.getByRole('link', { name: 'Dateien hinzufügen' }).click();
	await expect(albrecht.getByText('„Stadt Oberharz am Brocken“ und die Planung sehen sie')).toBeVisible();
	await albrecht.getByLabel('Datei', { exact: true }).setInputFiles({
		name: 'Brief.pdf',
		mimeType: 'application/pdf',
		buffer: Buffer.from('%PDF-1.7\n%%EOF')
	});
	await albrecht.getByRole('button', { name: 'Weiter mit der Meldung' }).click();
	const circle = 'Diese Datei sehen nur „Stadt Oberharz am Brocken“ und die Planung.';
	await expect(albrecht.getByText(circle)).toBeVisible();

	// Until she submits, the organisation sees nothing of it.
	const kern = await arrive(browser, 'kern', { ...options, path: '/bedarfe?eigene=ja' });
	await expect(kern.getByText(title)).toHaveCount(0);
	await albrecht.getByRole('button', { name: 'Für „Stadt Oberharz am Brocken“ einreichen' }).click();
	await expect(heading(albrecht, 'Die Meldung ist eingetragen')).toBeVisible();
	const number = (await albrecht.locator('.confirmation .number').innerText()).trim();
	await expect(
		albrecht.getByText('bekommt „Stadt Oberharz am Brocken“ die Antwort mit einer Begründung.')
	).toBeVisible();

	// The organisation gets the receipt, reads how it came, and objects.
	await expect(async () => {
		expect(await mailsTo(kern, 'kern@beispiel.example', title)).not.toEqual([]);
	}).toPass({ timeout: 20_000 });
	await kern.goto(`/bedarfe/${number}`);
	await expect(kern.getByText('Eingetragen von Frau Albrecht').first()).toContainText(
		`Brief vom ${letter.said}, von Herrn Voß, Bürgermeister`
	);
	await kern.getByRole('link', { name: 'Ergänzen oder berichtigen' }).click();
	await kern.getByRole('textbox').first().fill('Es fehlen zwei Bänke.');
	await kern.locator('main form button:visible').first().click();
	await expect(kern.getByText('Es fehlen zwei Bänke.').first()).toBeVisible();

	// What Frau Kern says on the phone is entered, too.
	await albrecht.goto(`/bedarfe/${number}`);
	await expect(albrecht.getByText(circle)).toBeVisible();
	await albrecht.getByRole('link', { name: 'Ergänzung eintragen' }).click();
	await albrecht.getByLabel('Auf welchem Weg kam es?').selectOption({ label: 'Anruf' });
	await albrecht.getByLabel('An welchem Tag kam es?').fill(call.typed);
	await albrecht.getByLabel('Von wem kam es?').fill('Frau Kern');
	await albrecht.locator('textarea').first().fill('Auch ein Dach wäre gut.');
	await albrecht.locator('main form button:visible').first().click();
	await expect(albrecht.getByText(`Anruf vom ${call.said}, von Frau Kern`).first()).toBeVisible();
});

test('a call answers a survey: nothing in one field, a need in the other', async ({ browser, owner }) => {
	const slug = await openSurvey(owner.sql);
	const title = unique('Kein Bus nach 18 Uhr');
	const ledger = `/abfragen/${slug}/ruecklauf`;

	// Frau Kern calls: in care there is nothing to report, in mobility there is. Frau Albrecht enters it.
	const albrecht = await arrive(browser, 'albrecht', { ...options, path: ledger });
	await albrecht.getByRole('link', { name: 'Stadt Oberharz am Brocken' }).click();
	await albrecht.getByRole('link', { name: 'Antwort eintragen' }).click();
	const asked = (field: string, answer: string) =>
		albrecht
			.getByRole('group', { name: `Was wurde geantwortet: ${field}` })
			.getByLabel(answer, { exact: true });
	await asked('Pflege', 'Fehlanzeige').check();
	await asked('Mobilität', 'Bedarf').check();
	await albrecht.getByLabel('Anruf').check();
	await albrecht.getByLabel('Wer hat es gesagt oder unterschrieben?').fill('Frau Kern');
	await albrecht.getByRole('button', { name: 'Weiter: prüfen' }).click();
	await expect(albrecht.getByText('Bedarf für ein Handlungsfeld: Mobilität')).toBeVisible();
	await albrecht.getByRole('button', { name: 'Endgültig eintragen' }).click();
	await expect(heading(albrecht, 'Die Antwort ist eingetragen')).toBeVisible();

	// The need wants a report: who called and how is known already.
	await albrecht.getByRole('button', { name: /^Bedarf aufnehmen ?: Mobilität/ }).click();
	await expect(heading(albrecht, 'Worum geht es?')).toBeVisible();
	await expect(albrecht.getByLabel('Handlungsfeld')).toHaveValue('mobility');
	await expect(albrecht.getByText('Anruf vom')).toContainText('von Frau Kern');
	await expect(albrecht.getByRole('link', { name: `Probe ${slug}` })).toBeVisible();
	await write(albrecht, { title, description: 'Nach 18 Uhr fährt kein Bus in den Ort.' });

	// Until it is submitted, the municipality sees nothing of the report.
	const kern = await arrive(browser, 'kern', { ...options, path: `/abfragen/${slug}/antwort` });
	await expect(kern.getByText(title)).toHaveCount(0);
	await expect(kern.locator('.survey-fields > li').filter({ hasText: 'Mobilität' })).toContainText(
		'Bedarf, '
	);
	await albrecht.getByRole('button', { name: 'Für „Stadt Oberharz am Brocken“ einreichen' }).click();
	await expect(heading(albrecht, 'Die Meldung ist eingetragen')).toBeVisible();
	await albrecht.getByRole('link', { name: 'Zurück zur Abfrage' }).click();
	await expect(albrecht.getByRole('main')).toContainText('1 Bedarf, Anruf');
	await expect(albrecht.getByRole('main')).toContainText(/Mobilität: Bedarf.*Anruf vom .*, von Frau Kern/);
	await expect(albrecht.getByRole('main')).toContainText('eingetragen von Frau Albrecht');
	await albrecht.goto(ledger);
	const row = albrecht.getByRole('row', { name: /Stadt Oberharz/ });
	await expect(row).toContainText('1 Bedarf, Anruf');
	await expect(row).toContainText('Fehlanzeige, Anruf');
	await expect(row).toContainText('beantwortet');
	await albrecht.goto(`/abfragen/${slug}/nachweis`);
	await expect(albrecht.getByRole('main')).toContainText(/Anruf vom .*, von Frau Kern/);

	// The municipality reads what was entered for it, and by whom.
	await kern.reload();
	await expect(kern.locator('.state')).toContainText('Sie haben vollständig geantwortet');
	await expect(kern.getByText(/Anruf vom .*, von Frau Kern/).first()).toContainText(
		'eingetragen von Frau Albrecht'
	);
	await kern.getByRole('link', { name: title }).click();
	await expect(kern.getByText('Eingetragen von Frau Albrecht').first()).toContainText('Anruf vom');
	await Promise.all([albrecht, kern].map((page) => page.context().close()));
});

test('a form on paper is entered word for word; what is missing takes nothing away, and sent twice it is once', async ({
	browser,
	owner,
	baseURL
}) => {
	const slug = await openSurvey(owner.sql);
	const albrecht = await arrive(browser, 'albrecht', { ...options, path: `/abfragen/${slug}/ruecklauf` });
	await albrecht.getByRole('link', { name: 'Stadt Oberharz am Brocken' }).click();
	await albrecht.getByRole('link', { name: 'Antwort eintragen' }).click();
	await expect(albrecht.locator('input:checked')).toHaveCount(0); // nothing is ticked beforehand
	const form = albrecht.locator('form[action="?/check"]');
	const of = (name: string) =>
		form.getByRole('listitem').filter({ has: albrecht.getByRole('heading', { name }) });
	const words = (name: string) => of(name).getByLabel('Welche Angebote gibt es bei Ihnen?').first();
	const open = (name: string) => of(name).locator('summary').click();
	const press = (name: string) => albrecht.getByRole('button', { name, exact: true }).click();

	// Words without an answer, a day to come and no name: each is said where it stands, and nothing is gone.
	await open('Pflege');
	await words('Pflege').fill('Ein Dienst, der keine neuen Menschen nimmt.');
	await of('Pflege')
		.getByRole('checkbox', { name: /Weiß nicht .*Was planen/ })
		.check();
	await of('Mobilität').getByLabel('Nicht zuständig oder nicht bekannt').check();
	await albrecht.getByLabel('Brief').check();
	await albrecht.getByLabel('Tag des Eingangs').fill('2099-01-31');
	await press('Weiter: prüfen');
	for (const mistake of [
		'Bitte nennen Sie, wer es gesagt oder unterschrieben hat.',
		'Der Tag liegt in der Zukunft.',
		'Zu diesem Handlungsfeld stehen Worte da.'
	])
		await expect(summary(albrecht)).toContainText(mistake);
	await expect(words('Pflege')).toHaveValue('Ein Dienst, der keine neuen Menschen nimmt.');
	await of('Pflege').getByLabel('Bedarf', { exact: true }).check();
	await albrecht.getByLabel('Wer hat es gesagt oder unterschrieben?').fill('Frau Thiele, Bürgermeisterin');
	await albrecht.getByLabel('Tag des Eingangs').fill('2020-01-31');
	await press('Weiter: prüfen');
	await press('Endgültig eintragen');
	await expect(summary(albrecht)).toContainText('Der Tag liegt vor dem Beginn der Abfrage.');
	await expect(words('Pflege')).toHaveValue('Ein Dienst, der keine neuen Menschen nimmt.');
	await albrecht.getByLabel('Tag des Eingangs').fill(wallOf(new Date()).day);
	await press('Weiter: prüfen');
	await expect(heading(albrecht, 'Stimmt das so?')).toBeVisible();
	await press('Ändern');
	await expect(of('Mobilität').getByLabel('Nicht zuständig oder nicht bekannt')).toBeChecked();
	await expect(words('Pflege')).toHaveValue('Ein Dienst, der keine neuen Menschen nimmt.');
	await press('Weiter: prüfen');
	await expect(albrecht.getByText('Bedarf für ein Handlungsfeld: Pflege')).toBeVisible();
	await expect(albrecht.getByText('Der Eintrag ist endgültig.')).toBeVisible();

	// Sent twice, as a double click does.
	const sent = Object.fromEntries(
		await albrecht
			.locator('main form input[type=hidden]')
			.evaluateAll((inputs) =>
				inputs.map((input) => [input.getAttribute('name')!, input.getAttribute('value')!])
			)
	);
	const again = () =>
		albrecht.request.post(`${albrecht.url().replace(/\?.*/, '')}?/enter`, {
			form: sent,
			headers: { accept: 'text/html', origin: baseURL! },
			maxRedirects: 0
		});
	const [first, second] = await Promise.all([again(), again()]);
	expect([first.status(), second.status()]).toEqual([303, 303]);
	expect(first.headers().location).toBe(second.headers().location);
	await press('Endgültig eintragen');
	await expect(heading(albrecht, 'Die Antwort ist eingetragen')).toBeVisible();
	await expect(albrecht.getByRole('main')).toContainText(/Eingetragen am .* Uhr/);
	await expect(albrecht.getByText('Ein Dienst, der keine neuen Menschen nimmt.').first()).toBeVisible();
	const returns = await owner.sql(
		`select r.id from public.call_returns r join public.calls c on c.id = r.call_id where c.slug = $1`,
		[slug]
	);
	expect(returns).toHaveLength(1);

	// The need wants a report before the survey can be closed; the way there is on the page of the entry, too.
	await albrecht.goto(`/abfragen/${slug}/abschliessen`);
	await albrecht.getByRole('link', { name: 'Pflege und Angehörige' }).first().click();
	await expect(heading(albrecht, 'Antwort eintragen')).toBeVisible();
	await albrecht.getByRole('button', { name: /^Bedarf aufnehmen ?: Pflege/ }).click();
	await expect(heading(albrecht, 'Worum geht es?')).toBeVisible();
	await expect(albrecht.getByText('Brief vom')).toContainText('von Frau Thiele, Bürgermeisterin');

	// Other eyes: the municipality reads the very words; no other planner, and nobody else, enters here.
	const kern = await arrive(browser, 'kern', { ...options, path: `/abfragen/${slug}/antwort/2` });
	await expect(kern.getByText('Ein Dienst, der keine neuen Menschen nimmt.')).toBeVisible();
	await expect(kern.getByText('weiß nicht oder nicht zuständig', { exact: true })).toBeVisible();
	await expect(kern.getByRole('main')).toContainText('von Frau Thiele, Bürgermeisterin');
	const entry = new URL(first.headers().location!, baseURL).pathname.replace(/\/eingang$/, '');
	for (const address of [entry, first.headers().location!])
		expect((await kern.goto(address))?.status()).toBe(404);
	await albrecht.goto(`/abfragen/${slug}/ruecklauf`);
	const foreign = entry.replace(/[0-9a-f]{8}(?=-)/, '00000000');
	expect((await albrecht.goto(foreign))?.status()).toBe(404);
	expect((await albrecht.goto(`${entry}/eingang?eintrag=${crypto.randomUUID()}`))?.status()).toBe(404);
	await Promise.all([albrecht, kern].map((page) => page.context().close()));
});

test('the office of a council says for which member it writes', async ({ browser }) => {
	const seidel = await arrive(browser, 'seidel', { path: '/bedarfe/neu' });
	await seidel.getByRole('button', { name: 'Beginnen' }).click();
	await seidel.getByRole('button', { name: 'Ich schreibe für ein Mitglied' }).click();
	await seidel.getByLabel('Wie hat das Mitglied es Ihnen gesagt?').selectOption({ label: 'Anruf' });
	await seidel.getByLabel('Für wen schreiben Sie?').fill('Herr Otto, Mitglied');
	await seidel.getByRole('button', { name: 'Speichern' }).click();
	await expect(seidel.getByText('Sie schreiben für Herrn Otto, Mitglied (Anruf).')).toBeVisible();
});
