import type { Page } from '@playwright/test';
import { expect } from './program.ts';
import { heading } from './reporting.ts';
import type { StoryDays } from './story-days.ts';

/* What the ledger's story asks and says, and what the matrix and the record must tell of it, word for word. */

export const title = 'Bedarfsabfrage Winter';
export const why = 'Vorharz und Wernigerode bekommen mehr Zeit, wenn sie darum bitten.';
export const covering = 'Bitte melden Sie uns bis zum Ende der Frist, was bei Ihnen fehlt.';
export const phone = 'Anruf';
export const letter = 'Brief';
const silence = 'keine Rückmeldung';

/** Who meets while the survey runs, as it was known when it was opened. */
export const meetings = [
	['Adressat', 'Sitzung in der Frist', 'Abhilfe'],
	['Stadt Wernigerode', 'keine in der Frist, die nächste am Tag 50', 'Frist bis Tag 50 verlängern'],
	['Verbandsgemeinde Vorharz', 'keine in der Frist, die nächste am Tag 63', 'Frist bis Tag 63 verlängern'],
	['Gemeinde Huy', 'Kalender nicht bekannt', '–'],
	['Gemeinde Nordharz', 'Kalender nicht bekannt', '–'],
	['Stadt Ballenstedt', 'Kalender nicht bekannt', '–'],
	['Stadt Blankenburg (Harz)', 'Kalender nicht bekannt', '–'],
	['Stadt Harzgerode', 'Kalender nicht bekannt', '–'],
	['Stadt Ilsenburg (Harz)', 'Kalender nicht bekannt', '–'],
	['Stadt Osterwieck', 'Kalender nicht bekannt', '–'],
	['Stadt Falkenstein/Harz', 'tagt nach Bedarf', '–'],
	['Stadt Thale', 'tagt nach Bedarf', '–'],
	['Stadt Halberstadt', 'Sitzung am Tag 20', '–'],
	['Stadt Oberharz am Brocken', 'Sitzung am Tag 10', '–'],
	['Welterbestadt Quedlinburg', 'Sitzung am Tag 30', '–']
];

/** The matrix after the end. */
export async function expectMatrix(page: Page, days: StoryDays) {
	await expect(heading(page, '13 von 14 Verwaltungen haben geantwortet')).toBeVisible();
	expect(await days.lines(page.locator('.lead'))).toEqual([
		'Abgedeckt sind 19 von 20 Gemeinden. Die Frist endete am Tag 42, 23:59 Uhr.'
	]);
	expect(await days.table(page.getByRole('table', { name: 'Stand je Adressat und Handlungsfeld' }))).toEqual([
		'Adressat | Stand | Zugestellt | Frist | Mobilität | Pflege und Angehörige | Jugendarbeit',
		'Gemeinde Huy | Fehlanzeige | geöffnet am Tag 0 | Tag 42 | Fehlanzeige | Fehlanzeige | Fehlanzeige',
		'Gemeinde Nordharz | Fehlanzeige | geöffnet am Tag 14 | Tag 49, verlängert | Fehlanzeige | Fehlanzeige | nicht zuständig',
		'Stadt Ballenstedt | Fehlanzeige | geöffnet am Tag 0 | Tag 42 | Fehlanzeige | Fehlanzeige | Fehlanzeige',
		'Stadt Blankenburg (Harz) | beantwortet | geöffnet am Tag 14 | Tag 42 | Fehlanzeige | Fehlanzeige | 1 Bedarf',
		'Stadt Falkenstein/Harz | Fehlanzeige | geöffnet am Tag 14 | Tag 42, Verlängerung abgelehnt | Fehlanzeige | Fehlanzeige | Fehlanzeige',
		'Stadt Halberstadt | Fehlanzeige | geöffnet am Tag 14 | Tag 42 | Fehlanzeige | Fehlanzeige | nicht zuständig',
		`Stadt Harzgerode | Fehlanzeige | versandt am Tag 0 | Tag 42 | Fehlanzeige, ${phone} | Fehlanzeige, ${phone} | Fehlanzeige, ${phone}`,
		`Stadt Ilsenburg (Harz) | Fehlanzeige | Brief am Tag 0 | Tag 42 | Fehlanzeige, ${letter} | Fehlanzeige, ${letter} | nicht zuständig, ${letter}`,
		'Stadt Oberharz am Brocken | beantwortet | geöffnet am Tag 0 | Tag 42 | 1 Bedarf | Fehlanzeige | Fehlanzeige',
		'Stadt Osterwieck | Fehlanzeige, verspätet | geöffnet am Tag 44 | Tag 42 | Fehlanzeige, verspätet | Fehlanzeige, verspätet | Fehlanzeige, verspätet',
		'Stadt Thale | Fehlanzeige | geöffnet am Tag 42 | Tag 49, verlängert | Fehlanzeige | Fehlanzeige | Fehlanzeige',
		`Stadt Wernigerode | ${silence} | versandt am Tag 0 | Tag 42 | ${silence} | ${silence} | ${silence}`,
		'Verbandsgemeinde Vorharz | beantwortet | geöffnet am Tag 14 | Tag 42 | Fehlanzeige | 1 Bedarf | Fehlanzeige',
		'Welterbestadt Quedlinburg | beantwortet | geöffnet am Tag 14 | Tag 42 | 2 Bedarfe | Fehlanzeige | Fehlanzeige'
	]);
}

const albrecht = 'Frau Albrecht, Sozialplanung';
const mails = (count: number) => (count === 1 ? 'eine E-Mail' : `${count} E-Mails`);
const sent = (name: string) => `E-Mail zugestellt: ${name}`;
const returned = (name: string) => `E-Mail unzustellbar: ${name} 5.1.1`;
const invited = (...names: string[]) => [
	`Tag 0 Einladung: ${mails(names.length)} – ${albrecht}`,
	...names.map((name) => `Tag 0 ${sent(name)}`)
];
const complete = (day: number, ...names: string[]) => [
	`Tag ${day} Vollständig beantwortet, fristgerecht`,
	`Tag ${day} Eingangsbestätigung: ${mails(names.length)}`,
	...names.map((name) => `Tag ${day} ${sent(name)}`)
];

/** Mails that go out together arrive in any order: here in that of their names. */
function settled(lines: string[]): string[] {
	const sorted = [...lines];
	for (let i = 1; i < sorted.length; i++) {
		const [before, line] = [sorted[i - 1]!, sorted[i]!];
		if ([before, line].every((each) => / E-Mail (un)?zu/.test(each)) && line < before)
			sorted.splice(i - 1, 2, line, before);
	}
	return sorted;
}

/** The record of participation after the end. */
export async function expectRecord(page: Page, days: StoryDays) {
	expect(await days.lines(page.locator('.lead'))).toEqual([
		expect.stringMatching(/^Stand: Tag 56(, 23:59 Uhr)?$/)
	]); // the story may end in that minute
	const [figures, asked] = await page.locator('dl.facts').all();
	expect(await days.lines(figures!.locator('dt, dd'))).toEqual(
		[
			['Zeitraum', 'Tag 0 bis Tag 42, 23:59 Uhr'],
			['Gefragt', '14'],
			['Vollständig geantwortet', '13'],
			['davon fristgerecht', '12'],
			['davon verspätet', '1'],
			['davon Fehlanzeige', '9'],
			['Ohne vollständige Antwort', '1'],
			['Gemeldete Bedarfe', '5'],
			['Abgedeckte Gemeinden', '19 von 20']
		].flat()
	);
	expect(await days.table(page.getByRole('table', { name: 'Ergebnis je Adressat' }))).toEqual([
		'Adressat | Ergebnis',
		...Object.entries(record).map(([name, { result }]) => `${name} | ${result}`)
	]);
	await expect(page.getByText(`${title} – bitte antworten Sie bis`)).toBeVisible();
	await expect(page.getByText(covering)).toBeVisible();
	expect((await days.lines(asked!.locator('dt, dd'))).slice(0, 4)).toEqual([
		'Zeitraum',
		'Tag 0 bis Tag 42, 23:59 Uhr',
		'Handlungsfelder',
		'Mobilität, Pflege und Angehörige, Jugendarbeit'
	]);
	await expect(page.getByText('Zuständige Stelle: Sozialplanung, Landkreis Harz')).toBeVisible();
	const chronicles = await page.locator('ol.chronicle').all();
	const [steps, ...addressees] = await Promise.all(chronicles.map((list) => days.lines(list.locator('li'))));
	expect(steps).toEqual([
		`Tag 0 Eröffnet, Frist Tag 42, 23:59 Uhr – ${albrecht}, Landkreis Harz ${why}`,
		`Tag 56 Abgeschlossen – ${albrecht}, Landkreis Harz`
	]);
	expect(await days.table(page.getByRole('table', { name: /^Sitzungen, bekannt am/ }))).toEqual(
		meetings.map((cells) => cells.slice(0, 2).join(' | '))
	);
	await expect(page.getByText(`Dazu die Planung: „${why}“`)).toBeVisible();
	const names = await page.getByRole('heading', { level: 3 }).allTextContents();
	expect(Object.fromEntries(names.map((name, index) => [name, settled(addressees[index]!)]))).toEqual(
		Object.fromEntries(Object.entries(record).map(([name, { chronicle }]) => [name, chronicle]))
	);
}

const all = 'Mobilität, Pflege und Angehörige und Jugendarbeit';
const two = 'Mobilität und Pflege und Angehörige';
const opened = 'Zum ersten Mal geöffnet';
const entered = (channel: string, by: string) =>
	`${channel} vom Tag 14, von ${by} – eingetragen von ${albrecht}, Landkreis Harz`;
const more = (channel: string, by: string) => [
	`Tag 14 Mehr Zeit erbeten bis Tag 49, 23:59 Uhr (${channel}) – ${by}`,
	`Tag 14 Mehr Zeit gegeben bis Tag 49, 23:59 Uhr – ${albrecht}`,
	`Tag 14 Zusage von mehr Zeit: eine E-Mail – ${albrecht}`
];
const reminded = (day: number, name: string, word: string) => [
	`Tag ${day} Erinnerung ${word}: eine E-Mail`,
	`Tag ${day} ${sent(name)}`
];
const week = 'eine Woche vor der Frist';

/** Of each addressee what came of it, and everything that happened. */
const record: Record<string, { result: string; chronicle: string[] }> = {
	'Gemeinde Huy': {
		result: 'Fehlanzeige am Tag 0, fristgerecht',
		chronicle: [
			...invited('Frau Anna Imhof'),
			`Tag 0 ${opened}`,
			`Tag 0 ${all}: Fehlanzeige – Frau Imhof, Bürgermeisterin, Gemeinde Huy`,
			...complete(0, 'Frau Anna Imhof')
		]
	},
	'Gemeinde Nordharz': {
		result: 'Fehlanzeige am Tag 44, fristgerecht',
		chronicle: [
			...invited('Frau Anna Nord'),
			`Tag 14 ${opened}`,
			...more('online', 'Frau Nord, Bürgermeisterin Der Ausschuss berät am Tag davor.'),
			`Tag 14 ${sent('Frau Anna Nord')}`,
			...reminded(42, 'Frau Anna Nord', week),
			`Tag 44 ${two}: Fehlanzeige – Frau Nord, Bürgermeisterin, Gemeinde Nordharz`,
			'Tag 44 Jugendarbeit: nicht zuständig – Frau Nord, Bürgermeisterin, Gemeinde Nordharz',
			...complete(44, 'Frau Anna Nord')
		]
	},
	'Stadt Ballenstedt': {
		result: 'Fehlanzeige am Tag 0, fristgerecht',
		chronicle: [
			...invited('Frau Anna Ballin'),
			`Tag 0 ${opened}`,
			`Tag 0 ${all}: Fehlanzeige – Frau Ballin, Bürgermeisterin, Stadt Ballenstedt`,
			...complete(0, 'Frau Anna Ballin')
		]
	},
	'Stadt Blankenburg (Harz)': {
		result: 'beantwortet am Tag 14, fristgerecht',
		chronicle: [
			...invited('Frau Anna Kramer'),
			`Tag 14 ${opened}`,
			`Tag 14 ${two}: Fehlanzeige – Frau Kramer, Bürgermeisterin, Stadt Blankenburg (Harz)`,
			'Tag 14 Jugendarbeit: Bedarf gemeldet – Frau Kramer, Bürgermeisterin, Stadt Blankenburg (Harz)',
			...complete(14, 'Frau Anna Kramer')
		]
	},
	'Stadt Falkenstein/Harz': {
		result: 'Fehlanzeige am Tag 35, fristgerecht',
		chronicle: [
			...invited('Frau Anna Faust'),
			`Tag 14 ${opened}`,
			'Tag 14 Mehr Zeit erbeten bis Tag 80, 23:59 Uhr (online) – Frau Faust, Bürgermeisterin Wir möchten den Haushalt abwarten.',
			`Tag 14 Mehr Zeit abgelehnt – ${albrecht} Der Plan geht vorher in den Kreistag.`,
			`Tag 14 Absage von mehr Zeit: eine E-Mail – ${albrecht}`,
			`Tag 14 ${sent('Frau Anna Faust')}`,
			...reminded(35, 'Frau Anna Faust', week),
			`Tag 35 ${all}: Fehlanzeige – Frau Faust, Bürgermeisterin, Stadt Falkenstein/Harz`,
			...complete(35, 'Frau Anna Faust')
		]
	},
	'Stadt Halberstadt': {
		result: 'Fehlanzeige am Tag 14, fristgerecht',
		chronicle: [
			...invited('Frau Anna Hoppe'),
			`Tag 14 ${opened}`,
			`Tag 14 ${two}: Fehlanzeige – Frau Hoppe, Bürgermeisterin, Stadt Halberstadt`,
			'Tag 14 Jugendarbeit: nicht zuständig – Frau Hoppe, Bürgermeisterin, Stadt Halberstadt',
			...complete(14, 'Frau Anna Hoppe')
		]
	},
	'Stadt Harzgerode': {
		result: 'Fehlanzeige am Tag 14, fristgerecht',
		chronicle: [
			...invited('Frau Anna Gerlach'),
			`Tag 14 ${all}: Fehlanzeige, ${entered(phone, 'Frau Gerlach, Bürgermeisterin')}`,
			...complete(14, 'Frau Anna Gerlach')
		]
	},
	'Stadt Ilsenburg (Harz)': {
		result: 'Fehlanzeige am Tag 14, fristgerecht',
		chronicle: [
			`Tag 0 Einladung: eine E-Mail – ${albrecht}`,
			`Tag 0 ${returned('Frau Anna Ilgner')}`,
			`Tag 0 Brief verschickt – ${albrecht}`,
			`Tag 14 ${two}: Fehlanzeige, ${entered(letter, 'Frau Ilgner, Bürgermeisterin')}`,
			`Tag 14 Jugendarbeit: nicht zuständig, ${entered(letter, 'Frau Ilgner, Bürgermeisterin')}`,
			'Tag 14 Vollständig beantwortet, fristgerecht',
			'Tag 14 Eingangsbestätigung: eine E-Mail',
			`Tag 14 ${returned('Frau Anna Ilgner')}`
		]
	},
	'Stadt Oberharz am Brocken': {
		result: 'beantwortet am Tag 0, fristgerecht',
		chronicle: [
			...invited('Frau Sabine Kern', 'Herr Martin Voß'),
			`Tag 0 ${opened}`,
			'Tag 0 Mobilität: Bedarf gemeldet – Herr Voß, Bürgermeister, Stadt Oberharz am Brocken',
			'Tag 0 Pflege und Angehörige und Jugendarbeit: Fehlanzeige – Herr Voß, Bürgermeister, Stadt Oberharz am Brocken',
			...complete(0, 'Frau Sabine Kern', 'Herr Martin Voß')
		]
	},
	'Stadt Osterwieck': {
		result: 'Fehlanzeige am Tag 44, verspätet',
		chronicle: [
			...invited('Frau Anna Oswald'),
			...reminded(35, 'Frau Anna Oswald', week),
			...reminded(42, 'Frau Anna Oswald', 'am letzten Tag'),
			`Tag 44 ${opened}`,
			`Tag 44 ${all}: Fehlanzeige, verspätet – Frau Oswald, Bürgermeisterin, Stadt Osterwieck`,
			'Tag 44 Vollständig beantwortet, verspätet',
			'Tag 44 Eingangsbestätigung: eine E-Mail',
			`Tag 44 ${sent('Frau Anna Oswald')}`
		]
	},
	'Stadt Thale': {
		result: 'Fehlanzeige am Tag 42, fristgerecht',
		chronicle: [
			...invited('Frau Anna Thiele'),
			...more(phone, `${albrecht} Die Kollegin ist krank.`),
			`Tag 14 ${sent('Frau Anna Thiele')}`,
			...reminded(42, 'Frau Anna Thiele', week),
			`Tag 42 ${opened}`,
			`Tag 42 ${all}: Fehlanzeige – Frau Thiele, Bürgermeisterin, Stadt Thale`,
			...complete(42, 'Frau Anna Thiele')
		]
	},
	'Stadt Wernigerode': {
		result: `${silence}, Stand Tag 56`,
		chronicle: [
			...invited('Frau Anna Wagner'),
			...reminded(35, 'Frau Anna Wagner', week),
			...reminded(42, 'Frau Anna Wagner', 'am letzten Tag'),
			'Tag 56 Erinnerung nach der Frist, auch an die Vertretungen: 2 E-Mails',
			`Tag 56 ${sent('Frau Anna Wagner')}`,
			`Tag 56 ${sent('Herr Jan Reh')}`
		]
	},
	'Verbandsgemeinde Vorharz': {
		result: 'beantwortet am Tag 14, fristgerecht',
		chronicle: [
			...invited('Frau Anna Conrad', 'Herr Jonas Ernst'),
			`Tag 14 ${opened}`,
			'Tag 14 Mobilität und Jugendarbeit: Fehlanzeige – Frau Conrad, Verbandsgemeindebürgermeisterin, Verbandsgemeinde Vorharz',
			'Tag 14 Pflege und Angehörige: Bedarf gemeldet – Frau Conrad, Verbandsgemeindebürgermeisterin, Verbandsgemeinde Vorharz',
			...complete(14, 'Frau Anna Conrad', 'Herr Jonas Ernst')
		]
	},
	'Welterbestadt Quedlinburg': {
		result: 'beantwortet am Tag 14, fristgerecht',
		chronicle: [
			...invited('Frau Anna Busch'),
			`Tag 14 ${opened}`,
			'Tag 14 Mobilität: Bedarf gemeldet – Frau Busch, Bürgermeisterin, Welterbestadt Quedlinburg',
			'Tag 14 Pflege und Angehörige und Jugendarbeit: Fehlanzeige – Frau Busch, Bürgermeisterin, Welterbestadt Quedlinburg',
			...complete(14, 'Frau Anna Busch')
		]
	}
};
