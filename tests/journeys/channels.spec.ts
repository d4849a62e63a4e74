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
		`Brief vom ${letter.said}, von Herr Voß, Bürgermeister`
	);
	await kern.getByRole('link', { name: 'Ergänzen oder berichtigen' }).click();
	await kern.getByRole('textbox').first().fill('Es fehlen zwei Bänke.');
	await kern.locator('main form button').first().click();
	await expect(kern.getByText('Es fehlen zwei Bänke.').first()).toBeVisible();

	// What Frau Kern says on the phone is entered, too.
	await albrecht.goto(`/bedarfe/${number}`);
	await expect(albrecht.getByText(circle)).toBeVisible();
	await albrecht.getByRole('link', { name: 'Ergänzung eintragen' }).click();
	await albrecht.getByLabel('Auf welchem Weg kam es?').selectOption({ label: 'Anruf' });
	await albrecht.getByLabel('An welchem Tag kam es?').fill(call.typed);
	await albrecht.getByLabel('Von wem kam es?').fill('Frau Kern');
	await albrecht.locator('textarea').first().fill('Auch ein Dach wäre gut.');
	await albrecht.locator('main form button').first().click();
	await expect(albrecht.getByText(`Anruf vom ${call.said}, von Frau Kern`).first()).toBeVisible();
});

test('a call answers a survey: nothing in one field, a need in the other', async ({ browser, owner }) => {
	const slug = await openSurvey(owner.sql);
	const title = unique('Kein Bus nach 18 Uhr');
	const ledger = `/abfragen/${slug}/ruecklauf`;

	// Frau Kern calls: in care there is nothing to report. Frau Albrecht enters it.
	const albrecht = await arrive(browser, 'albrecht', { ...options, path: ledger });
	await albrecht.getByRole('link', { name: 'Stadt Oberharz am Brocken' }).click();
	await albrecht.getByRole('link', { name: 'Antwort eintragen' }).click();
	await albrecht.getByLabel('Mobilität').uncheck();
	await albrecht.getByLabel('Fehlanzeige').first().check();
	await albrecht.getByLabel('Anruf').check();
	await albrecht.getByLabel('Wer hat es gesagt oder unterschrieben?').fill('Frau Kern');
	await albrecht.getByRole('button', { name: 'Antwort eintragen' }).click();
	await expect(albrecht.getByRole('status')).toContainText('Die Antwort ist eingetragen.');

	// The need in the other field comes in the same call: who called and how is known already.
	await albrecht.getByRole('link', { name: 'Antwort eintragen' }).click();
	await expect(albrecht.getByLabel('Anruf')).toBeChecked();
	await albrecht.getByLabel('Wer hat es gesagt oder unterschrieben?').fill('');
	await albrecht.getByRole('button', { name: /^Bedarf aufnehmen ?: Mobilität/ }).click();
	await expect(summary(albrecht)).toContainText('Bitte nennen Sie, wer es gesagt');
	await albrecht.getByLabel('Wer hat es gesagt oder unterschrieben?').fill('Frau Kern');
	await albrecht.getByRole('button', { name: /^Bedarf aufnehmen ?: Mobilität/ }).click();
	await expect(heading(albrecht, 'Worum geht es?')).toBeVisible();
	await expect(albrecht.getByLabel('Handlungsfeld')).toHaveValue('mobility');
	await expect(albrecht.getByText('Anruf vom')).toContainText('von Frau Kern');
	await expect(albrecht.getByRole('link', { name: `Probe ${slug}` })).toBeVisible();
	await write(albrecht, { title, description: 'Nach 18 Uhr fährt kein Bus in den Ort.' });

	// Until it is submitted, nothing counts, and the municipality sees nothing of it.
	const kern = await arrive(browser, 'kern', { ...options, path: `/abfragen/${slug}/antwort` });
	await expect(kern.getByText(title)).toHaveCount(0);
	await expect(kern.locator('.survey-fields > li').filter({ hasText: 'Mobilität' })).toContainText('offen');
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

test('the office of a council says for which member it writes', async ({ browser }) => {
	const seidel = await arrive(browser, 'seidel', { path: '/bedarfe/neu' });
	await seidel.getByRole('button', { name: 'Beginnen' }).click();
	await seidel.getByRole('button', { name: 'Ich schreibe für ein Mitglied' }).click();
	await seidel.getByLabel('Wie hat das Mitglied es Ihnen gesagt?').selectOption({ label: 'Anruf' });
	await seidel.getByLabel('Für wen schreiben Sie?').fill('Herr Otto, Mitglied');
	await seidel.getByRole('button', { name: 'Speichern' }).click();
	await expect(seidel.getByText('Sie schreiben für Herr Otto, Mitglied (Anruf).')).toBeVisible();
});
