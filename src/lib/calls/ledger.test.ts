import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { writeCsv } from '#lib/server/export/write-csv.ts';
import {
	cellOf,
	columnsOf,
	deliveryOf,
	dueOf,
	headlineOf,
	leadOf,
	meetingOf,
	responseByField,
	stateOf,
	type Addressee,
	type Ledger
} from './ledger.ts';
import { answersSheet, ledgerSheet } from './ledger-sheet.server.ts';
import type { CallAnswers } from './record.ts';

const addressee = (rest: Partial<Addressee> = {}): Addressee => ({
	id: 'a',
	organisationName: 'Huy',
	organisationKind: 'municipality',
	phone: null,
	dueAt: '2026-12-18T22:59:00Z',
	isExtended: false,
	invitedAt: '2026-11-16T08:00:00Z',
	openedAt: null,
	begunAt: null,
	answeredAt: null,
	standing: 'open',
	isLate: false,
	extension: null,
	letters: 2,
	isWaiting: false,
	undelivered: 0,
	postedAt: null,
	confirmedAt: null,
	cells: {},
	counts: {},
	nextMeeting: '2026-12-08T17:00:00Z',
	meetsInside: true,
	keepsCalendar: true,
	lacksMeeting: false,
	...rest
});
const survey = { kind: 'surveys' };
const fields = [
	{ key: 'care', label: 'Pflege', labelEn: 'Care' },
	{ key: 'youth', label: 'Jugend', labelEn: 'Youth' }
];
const ledger = (addressees: Addressee[], rest: Partial<Ledger> = {}): Ledger => ({
	kind: 'surveys',
	slug: 'probe',
	title: 'Probe',
	state: 'open',
	opensAt: '2026-11-16T08:00:00Z',
	closesAt: '2026-12-18T22:59:00Z',
	hasBegun: true,
	isOver: false,
	hasResult: false,
	fields,
	addressees,
	coverage: { total: 20, asked: 20, covered: 16 },
	...rest
});

test('a cell says what was returned, on which way when not online, and whether late', () => {
	const cells = {
		care: 'needs in_time phone' as const,
		youth: 'nil_return late online' as const
	};
	const row = addressee({ cells, counts: { care: 2 } });
	expect(cellOf(row, 'care', survey)).toEqual({ sign: 'done', word: '2 Bedarfe, Anruf', short: '2*' });
	expect(cellOf(row, 'youth', survey)).toEqual({
		sign: 'done',
		word: 'Fehlanzeige, verspätet',
		short: 'F*'
	});
	expect(cellOf(row, 'work', survey)).toEqual({ sign: 'open', word: 'offen', short: '–' });
});

test('of work in progress the ledger says that it is, and not on what', () => {
	const row = addressee({ standing: 'begun' });
	expect(stateOf(row)).toEqual({ sign: 'now', word: 'in Arbeit' });
	expect(fields.map(({ key }) => cellOf(row, key, survey).word)).toEqual(['offen', 'offen']);
});

test('when the call is closed nothing is open any more: who said nothing never answered', () => {
	const silent = addressee({ standing: 'silent' });
	const said = { sign: 'late', word: 'keine Rückmeldung' };
	expect([stateOf(silent), cellOf(silent, 'care', survey)]).toEqual([said, { ...said, short: '×' }]);
	const partly = {
		...silent,
		standing: 'incomplete' as const,
		cells: { care: 'nil_return in_time online' as const }
	};
	expect(stateOf(partly).word).toBe('keine vollständige Antwort');
	expect(cellOf(partly, 'care', survey).word).toBe('Fehlanzeige');
	expect(cellOf(partly, 'youth', survey).word).toBe('keine Rückmeldung');
});

test.each<[Partial<Addressee>, string]>([
	[{ openedAt: '2026-11-17T08:00:00Z' }, 'geöffnet am 17.11.2026'],
	[{ letters: 0 }, 'niemand erreichbar'],
	[{ letters: 0, postedAt: '2026-11-20T08:00:00Z' }, 'Brief am 20.11.2026'],
	[{ letters: 0, confirmedAt: '2026-11-20T08:00:00Z' }, 'Eingang bestätigt am 20.11.2026'],
	[{ undelivered: 2 }, 'unzustellbar'],
	[{ undelivered: 1 }, 'zum Teil unzustellbar'],
	[{ letters: null, isWaiting: true }, 'wird versandt'],
	[{}, 'versandt am 16.11.2026']
])('how an invitation arrived: %j', (rest, word) => {
	expect(deliveryOf(addressee(rest)).word).toBe(word);
});

test('who is reached by nobody needs a letter, until it was posted', () => {
	expect(deliveryOf(addressee({ letters: 0 })).needsLetter).toBe(true);
	expect(deliveryOf(addressee({ letters: 0, postedAt: '2026-11-20T08:00:00Z' })).needsLetter).toBe(false);
});

test('a meeting outside the window is said, and so is a calendar nobody knows', () => {
	expect(meetingOf(addressee()).word).toBe('08.12.2026');
	const after = { meetsInside: false, nextMeeting: '2027-01-15T17:00:00Z' };
	expect(meetingOf(addressee({ ...after, lacksMeeting: true }))).toEqual({
		sign: 'late',
		word: 'erst am 15.01.2027'
	});
	expect(meetingOf(addressee({ ...after, keepsCalendar: null }))).toEqual({
		sign: 'open',
		word: '15.01.2027, soweit bekannt'
	});
	expect(meetingOf(addressee({ nextMeeting: null, meetsInside: false, keepsCalendar: null })).word).toBe(
		'nicht bekannt'
	);
});

test('more time asked for waits for a word', () => {
	expect(dueOf(addressee({ extension: 'asked' }))).toEqual({
		sign: 'late',
		word: '18.12.2026, mehr Zeit erbeten'
	});
});

test('the headline counts administrations only where all are', () => {
	const answered = addressee({ answeredAt: '2026-12-01T08:00:00Z', standing: 'answered' });
	expect(headlineOf(ledger([answered, addressee()]))).toBe('Eine von 2 Verwaltungen hat geantwortet');
	const council = addressee({ organisationKind: 'advisory_council' });
	expect(headlineOf(ledger([answered, council]))).toBe('Einer von 2 Adressaten hat geantwortet');
});

test('a closed call says nothing of sessions to come', () => {
	const heads = (state: Ledger['state']) => columnsOf(ledger([addressee()], { state })).map(({ key }) => key);
	expect(heads('open')).toContain('meeting');
	for (const state of ['closed', 'published'] as const) expect(heads(state)).not.toContain('meeting');
});

test('the lead names coverage, the end and who does not meet before it', () => {
	const without = addressee({ meetsInside: false, lacksMeeting: true });
	expect(leadOf(ledger([without, addressee()], { coverage: { total: 20, asked: 18, covered: 16 } }))).toEqual(
		[
			'Abgedeckt sind 16 von 20 Gemeinden.',
			'2 Gemeinden sind nicht gefragt.',
			'Die Frist endet am Freitag, 18. Dezember 2026, 23:59 Uhr.',
			'Ein Adressat hat bis zum Ende seiner Frist keine Sitzung.'
		]
	);
});

test('a nil return counts as an answer to its field', () => {
	const row = addressee({ cells: { care: 'nil_return in_time online' } });
	expect(responseByField(ledger([row, addressee()])).map(({ value }) => value)).toEqual([1, 0]);
});

/* The file says what the page says, in the same words and the same order. */
const done = addressee({
	organisationName: '=Huy',
	answeredAt: '2026-12-01T08:00:00Z',
	standing: 'answered',
	cells: {
		care: 'needs in_time online',
		youth: 'nil_return in_time online'
	},
	counts: { care: 2 }
});
const silent = addressee({ id: 'b', organisationName: 'Thale', extension: 'asked' });
const csvOf = async (isOpenOnly: boolean) =>
	String(await buffer(writeCsv(ledgerSheet(ledger([done, silent]), isOpenOnly, 'Landkreis')))).split('\r\n');

test('the file has the columns of the page and its words, and nothing in it is a formula', async () => {
	const [head, first, second] = await csvOf(false);
	expect(head).toBe('\ufeffAdressat;Stand;Zugestellt;Frist;Nächste Sitzung;Pflege;Jugend');
	expect(first).toBe("'=Huy;beantwortet;versandt am 16.11.2026;18.12.2026;08.12.2026;2 Bedarfe;Fehlanzeige");
	expect(second).toBe(
		'Thale;offen;versandt am 16.11.2026;18.12.2026, mehr Zeit erbeten;08.12.2026;offen;offen'
	);
});

test('filtered, it holds only those who have not answered, and says so', async () => {
	const rows = await csvOf(true);
	expect(rows.filter((row) => row.includes('Huy'))).toEqual([]);
	expect(rows.filter((row) => row.startsWith('Thale'))).toHaveLength(1);
	const { notes } = ledgerSheet(ledger([done, silent]), true, 'Landkreis');
	expect(notes).toContain('Probe: Eine von 2 Verwaltungen hat geantwortet');
	expect(notes).toContain('Nur Adressaten, die noch nicht geantwortet haben.');
});

/* With the answers there is a row for each addressee and field, and what was said in it as it was typed. */
const versions = [
	{
		outcome: 'nil_return',
		answers: { offers: 'Ein Treff.\nMittwochs.' },
		unknown: ['plans'],
		at: '2026-12-01T08:00:00Z',
		isLate: true,
		channel: 'letter',
		givenBy: 'Frau Thiele',
		receivedOn: '2026-11-30',
		personName: 'Frau Albrecht',
		postTitle: 'Sozialplanung',
		guestName: null
	},
	{
		outcome: 'not_competent',
		answers: { offers: 'Kein Treff.' },
		unknown: [],
		at: '2026-11-20T08:00:00Z',
		isLate: false,
		channel: 'online',
		givenBy: null,
		receivedOn: null,
		personName: 'Herr Voß',
		postTitle: 'Bürgermeister, Huy',
		guestName: 'Frau Ohm'
	}
];
const question = (key: string, label: string) => ({ key, label, labelEn: label, hint: '', hintEn: '' });
const said: CallAnswers = {
	form: { questions: [question('offers', 'Angebote?'), question('plans', 'Pläne?')], own: [] },
	answers: {
		a: { youth: { versions, reports: [{ number: 'HZ-2026-1', title: 'Kein Bus' }] } }
	} as unknown as CallAnswers['answers']
};

test('the file with the answers has one row per addressee and field, the words, and what was said before', async () => {
	const rows = answersSheet(ledger([done, silent]), said, false, 'Landkreis');
	const { labels, records } = {
		labels: rows.columns.map(({ label }) => label),
		records: [...(rows.rows as Iterable<never>)].map((row) => rows.columns.map(({ value }) => value(row)))
	};
	expect(labels.slice(5)).toEqual([
		'Handlungsfeld',
		'Ergebnis',
		'Angebote?',
		'Pläne?',
		'Gemeldete Bedarfe',
		'Abgegeben am',
		'Weg, von wem',
		'Davor gesagt'
	]);
	expect(records.map((cells) => [cells[0], cells[5], cells[6]])).toEqual([
		['=Huy', 'Pflege', '2 Bedarfe'],
		['=Huy', 'Jugend', 'Fehlanzeige'],
		['Thale', 'Pflege', 'offen'],
		['Thale', 'Jugend', 'offen']
	]);
	expect(records[1]!.slice(7)).toEqual([
		'Ein Treff.\nMittwochs.',
		'weiß nicht oder nicht zuständig',
		'HZ-2026-1 Kein Bus',
		'2026-12-01T08:00:00Z',
		'Abgegeben am Dienstag, 1. Dezember 2026, 09:00 Uhr. Brief vom 30. November 2026, von Frau Thiele, eingetragen von Frau Albrecht, Sozialplanung. Nach dem Ende der Frist.',
		'Nicht zuständig oder nicht bekannt. Abgegeben am Freitag, 20. November 2026, 09:00 Uhr. Freigegeben von Herrn Voß, Bürgermeister, Huy. Ausgefüllt über einen Link ohne Anmeldung (Frau Ohm).\nAngebote? Kein Treff.'
	]);
	expect(records[3]!.slice(7)).toEqual(Array(6).fill(null));
});

test('words that no cell of a workbook would hold are cut, and it is said', () => {
	const long = { ...versions[1], answers: { offers: 'x'.repeat(40_000) } };
	const much = {
		...said,
		answers: { a: { youth: { versions: [versions[0], long], reports: [] } } }
	} as never;
	const { columns, rows } = answersSheet(ledger([done]), much, false, 'Landkreis');
	const text = String(columns.at(-1)!.value([...(rows as Iterable<never>)][1]!));
	expect(text.length).toBeLessThan(32_767);
	expect(text).toMatch(/gekürzt, der ganze Text steht auf der Seite des Adressaten\)$/);
});
