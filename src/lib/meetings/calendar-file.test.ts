import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calendarIn } from './calendar-file.server.ts';
import { textOf } from './calendar-files.server.ts';
import type { ReadableFile } from './calendar-file.ts';

const now = new Date('2026-11-27T12:00:00Z');
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const file = (...parts: string[]) =>
	['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//DE', ...parts, 'END:VCALENDAR', ''].join('\r\n');
const meeting = (...lines: string[]) => file(event('UID:1', 'SUMMARY:Stadtrat', ...lines));
const read = (text: string) => calendarIn({ text, now }) as ReadableFile;
const first = (text: string) => read(text).meetings[0];
const starts = (text: string) => read(text).meetings.map(({ startsAt }) => startsAt);

describe('a time is understood', () => {
	test.each([
		['in UTC', 'DTSTART:20270312T160000Z', '2027-03-12T16:00:00.000Z'],
		['without a zone as Berlin’s, in winter', 'DTSTART:20270312T170000', '2027-03-12T16:00:00.000Z'],
		['without a zone as Berlin’s, in summer', 'DTSTART:20270712T170000', '2027-07-12T15:00:00.000Z'],
		['by the name of its zone', 'DTSTART;TZID=America/New_York:20270712T160000', '2027-07-12T20:00:00.000Z'],
		[
			'in a zone nobody knows as Berlin’s',
			'DTSTART;TZID=Irgendwo:20270712T170000',
			'2027-07-12T15:00:00.000Z'
		],
		['as a whole day', 'DTSTART;VALUE=DATE:20270712', '2027-07-11T22:00:00.000Z']
	])('%s', (_, line, moment) => expect(starts(meeting(line))).toEqual([moment]));

	test('in a zone that only the file explains, as Outlook does', () => {
		const zone = `BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE`;
		const inZone = event(
			'UID:1',
			'SUMMARY:Stadtrat',
			'DTSTART;TZID="W. Europe Standard Time":20270712T170000'
		);
		expect(starts(file(zone, inZone))).toEqual(['2027-07-12T15:00:00.000Z']);
	});

	test('whole days end with the last of them', () => {
		expect(first(meeting('DTSTART;VALUE=DATE:20270712', 'DTEND;VALUE=DATE:20270714'))).toMatchObject({
			endsAt: '2027-07-13T22:00:00.000Z',
			isAllDay: true
		});
	});
});

describe('a series', () => {
	test('is told one by one, by the clock on the wall, for two years', () => {
		const told = starts(
			meeting('DTSTART;TZID=Europe/Berlin:20261001T170000', 'RRULE:FREQ=MONTHLY', 'DURATION:PT2H')
		);
		expect(told).toHaveLength(24);
		expect(told[0]).toBe('2026-12-01T16:00:00.000Z');
		expect(told[4]).toBe('2027-04-01T15:00:00.000Z');
	});

	test('knows what was moved, called off and left out', () => {
		const { meetings } = read(
			file(
				event(
					'UID:1',
					'SUMMARY:Stadtrat',
					'DTSTART;TZID=Europe/Berlin:20270104T170000',
					'RRULE:FREQ=MONTHLY;COUNT=4',
					'EXDATE;TZID=Europe/Berlin:20270204T170000'
				),
				event(
					'UID:1',
					'RECURRENCE-ID;TZID=Europe/Berlin:20270304T170000',
					'SUMMARY:Stadtrat, verschoben',
					'DTSTART;TZID=Europe/Berlin:20270311T180000'
				),
				event(
					'UID:1',
					'RECURRENCE-ID;TZID=Europe/Berlin:20270404T170000',
					'SUMMARY:Stadtrat',
					'STATUS:CANCELLED',
					'DTSTART;TZID=Europe/Berlin:20270404T170000'
				)
			)
		);
		const byUid = Object.fromEntries(meetings.map((one) => [one.uid, one]));
		expect(Object.keys(byUid)).toHaveLength(4);
		expect(byUid['1#20270204T170000']).toMatchObject({ isCancelled: true });
		expect(byUid['1#20270304T170000']).toMatchObject({
			title: 'Stadtrat, verschoben',
			startsAt: '2027-03-11T17:00:00.000Z'
		});
		expect(byUid['1#20270404T170000']).toMatchObject({ isCancelled: true });
	});

	test.each(['FREQ=SECONDLY', 'FREQ=MINUTELY', 'FREQ=HOURLY'])('%s is refused by name', (rule) => {
		expect(read(meeting('DTSTART:20270312T160000Z', `RRULE:${rule}`)).unreadable).toEqual([
			{ title: 'Stadtrat', reason: 'often' }
		]);
	});

	test('that strikes every second of some hours is refused, and does not hold up the others', () => {
		const all = Array.from({ length: 60 }, (_, n) => n).join(',');
		const often = meeting(
			'DTSTART:20270312T160000Z',
			`RRULE:FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=${all};BYSECOND=${all}`
		);
		expect(read(often).unreadable).toEqual([{ title: 'Stadtrat', reason: 'often' }]);
	});
});

describe('files as offices send them', () => {
	const fileText = (name: string) => textOf(readFileSync(join('tests', 'inputs', name)));
	const told = (name: string) => {
		const { meetings } = calendarIn({ text: fileText(name), now }) as ReadableFile;
		return meetings
			.map(({ startsAt, title, isCancelled }) => `${startsAt} ${title}${isCancelled ? ' –' : ''}`)
			.sort();
	};

	test('one of a series is moved, told in UTC while the series has a zone', () => {
		expect(told('recid_utc_with_tz.ics')).toEqual([
			'2027-01-04T16:00:00.000Z Seniorenbeirat',
			'2027-01-12T17:00:00.000Z Seniorenbeirat (verlegt)',
			'2027-01-18T16:00:00.000Z Seniorenbeirat'
		]);
	});

	test('the move of one date has the name that the date had in the file of the series', () => {
		const uids = (name: string) =>
			(calendarIn({ text: fileText(name), now }) as ReadableFile).meetings.map(({ uid }) => uid);
		expect(uids('series_plain.ics')).toHaveLength(4);
		expect(uids('request_one_instance_utc.ics')).toEqual(['probe-serie-1@rat.example#20270426T170000']);
		expect(uids('series_plain.ics')).toContain('probe-serie-1@rat.example#20270426T170000');
	});

	test.each(['until_utc_no_vtz.ics', 'until_date.ics'])('the last day of a series counts: %s', (name) => {
		expect(told(name)).toEqual([
			'2027-01-04T16:00:00.000Z Stadtrat',
			'2027-01-11T16:00:00.000Z Stadtrat',
			'2027-01-18T16:00:00.000Z Stadtrat'
		]);
	});

	test('a date left out in UTC does not take place, and is told once', () => {
		expect(told('exdate_utc_without_vtz.ics')).toEqual([
			'2027-01-04T16:00:00.000Z Inklusionsbeirat',
			'2027-01-11T16:00:00.000Z Inklusionsbeirat –',
			'2027-01-18T16:00:00.000Z Inklusionsbeirat'
		]);
	});

	test.each([
		['UTC has a name of its own', 'tzid_utc.ics', '2027-05-06T15:00:00.000Z Ortschaftsrat Hasselfelde'],
		[
			'a line is broken within a letter',
			'fold_in_umlaut.ics',
			'2027-05-03T15:00:00.000Z Gemeinsame Sitzung des Seniorenbeirats mit dem Ausschuss fuer Gepäckhilfe und Ärzteversorgung'
		],
		['Windows-1252', 'cp1252.ics', '2027-05-04T15:00:00.000Z Ausschuss für Bürgeranträge']
	])('%s', (_, name, meeting) => expect(told(name)).toEqual([meeting]));

	test.each(['GMT', 'Etc/UTC', 'Z'])('a time in the zone %s', (zone) => {
		expect(starts(meeting(`DTSTART;TZID=${zone}:20270506T150000`))).toEqual(['2027-05-06T15:00:00.000Z']);
	});

	test('a day left out of a series with a time, and one moved by its day', () => {
		const series = [
			'DTSTART;TZID=Europe/Berlin:20270104T170000',
			'RRULE:FREQ=WEEKLY;COUNT=3',
			'EXDATE;VALUE=DATE:20270111'
		];
		const moved = event(
			'UID:1',
			'SUMMARY:Stadtrat',
			'RECURRENCE-ID;VALUE=DATE:20270118',
			'DTSTART:20270119T160000Z'
		);
		const { meetings } = read(file(event('UID:1', 'SUMMARY:Stadtrat', ...series), moved));
		expect(meetings.map(({ startsAt, isCancelled, uid }) => [uid, startsAt, isCancelled])).toEqual([
			['1#20270104T170000', '2027-01-04T16:00:00.000Z', false],
			['1#20270111T170000', '2027-01-11T16:00:00.000Z', true],
			['1#20270118T170000', '2027-01-19T16:00:00.000Z', false]
		]);
	});

	test('an end in a zone of its own', () => {
		const lines = ['DTSTART;TZID=Europe/Berlin:20270506T150000', 'DTEND;TZID=UTC:20270506T150000'];
		expect(first(meeting(...lines))?.endsAt).toBe('2027-05-06T15:00:00.000Z');
	});
});

describe('what the file tells whole', () => {
	const rule = 'RRULE:FREQ=MONTHLY;COUNT=2';
	const start = 'DTSTART:20270312T160000Z';

	test.each([
		['a meeting', meeting(start)],
		['a series', meeting(start, rule)],
		['a series called off', meeting(start, 'STATUS:CANCELLED')],
		['a series called off by a word of the whole file', file('METHOD:CANCEL', event('UID:1'))]
	])('%s', (_, text) => expect(read(text).whole).toEqual([{ uid: '1', sequence: 0 }]));

	test.each([
		['one date of a series', meeting(start, 'RECURRENCE-ID:20270312T160000Z')],
		['what cannot be read', meeting('DTSTART:20270231T110000')],
		['a series that strikes too often', meeting(start, 'RRULE:FREQ=HOURLY')]
	])('not %s', (_, text) => expect(read(text).whole).toEqual([]));

	test('has the number of its version', () => {
		expect(read(meeting(start, 'SEQUENCE:3'))).toMatchObject({
			meetings: [{ sequence: 3 }],
			whole: [{ sequence: 3 }]
		});
	});
});

describe('one event written wrongly does not hold up the others', () => {
	const sound = event('UID:2', 'SUMMARY:Hauptausschuss', 'DTSTART:20270312T160000Z');
	const start = 'DTSTART:20270508T110000';

	test.each([
		['a time of another kind', ['DTSTART:2027-05-08 11:00']],
		['a day that no calendar has', ['DTSTART:20270231T110000']],
		['a length in words', [start, 'DURATION:90 Minuten']],
		['a line without a colon', [start, 'und so weiter']],
		['a rule nobody knows', [start, 'RRULE:FREQ=MANCHMAL']],
		['a rule with an end that is no day', [start, 'RRULE:FREQ=WEEKLY;UNTIL=Ostern']],
		['an exception that is no day', [start, 'RRULE:FREQ=WEEKLY;COUNT=2', 'EXDATE:Ostern']]
	])('%s', (_, lines) => {
		const { meetings, unreadable } = read(file(event('UID:1', 'SUMMARY:Stadtrat', ...lines), sound));
		expect(meetings.map(({ title }) => title)).toEqual(['Hauptausschuss']);
		expect(unreadable).toEqual([{ title: 'Stadtrat', reason: 'broken', line: lines.at(-1) }]);
	});

	test('a line outside of all events: it is named', () => {
		const broken = file('Kalender des Stadtrates', sound);
		expect(calendarIn({ text: broken, now })).toEqual({
			problem: 'meetings_error_line',
			line: 'Kalender des Stadtrates'
		});
	});

	test.each([true, false])('a missing end (first in the file: %s)', (isFirst) => {
		const torn = ['BEGIN:VEVENT', 'UID:1', 'SUMMARY:Stadtrat', start].join('\r\n');
		const { meetings, unreadable } = read(isFirst ? file(torn, sound) : file(sound, torn));
		expect(meetings.map(({ title }) => title)).toEqual(['Hauptausschuss']);
		expect(unreadable).toEqual([{ title: 'Stadtrat', reason: 'broken' }]);
	});
});

describe('what cannot be read says why', () => {
	test.each([
		['uid', event('SUMMARY:Stadtrat', 'DTSTART:20270312T160000Z')],
		['title', event('UID:1', 'DTSTART:20270312T160000Z')],
		['time', event('UID:1', 'SUMMARY:Stadtrat')],
		['end', event('UID:1', 'SUMMARY:Stadtrat', 'DTSTART:20270312T160000Z', 'DTEND:20270311T160000Z')],
		['far', event('UID:1', 'SUMMARY:Stadtrat', 'DTSTART:20990312T160000Z')]
	])('%s', (reason, text) => {
		expect(read(file(text)).unreadable.map((one) => one.reason)).toEqual([reason]);
	});

	test.each([
		['nothing', '', 'meetings_error_file_missing'],
		['no calendar', 'Guten Tag', 'meetings_error_file'],
		['a page', '<html><body>BEGIN:VCALENDAR</body></html>', 'meetings_error_file'],
		['a torn file', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1', 'meetings_error_file'],
		[
			'100,000 meetings',
			file(...Array.from({ length: 100_000 }, (_, n) => event(`UID:${n}`))),
			'meetings_error_file_large'
		],
		[
			'2,500 small ones',
			file(...Array.from({ length: 2500 }, (_, n) => event(`UID:${n}`))),
			'meetings_error_many'
		],
		[
			'10 MB of description',
			meeting('DTSTART:20270312T160000Z', `DESCRIPTION:${'x'.repeat(10_000_000)}`),
			'meetings_error_file_large'
		]
	])('%s', (_, text, problem) => expect(calendarIn({ text, now })).toEqual({ problem }));
});

test('what has been is counted, not told', () => {
	expect(read(meeting('DTSTART:20260312T160000Z'))).toMatchObject({ meetings: [], past: 1 });
});

test('text stays text, on one line', () => {
	expect(
		first(file(event('UID:1', 'SUMMARY:<script>alert(1)</script>\\n\\, Rat', 'DTSTART:20270312T160000Z')))
			?.title
	).toBe('<script>alert(1)</script> , Rat');
});

test('the later version of a meeting counts', () => {
	const version = (sequence: number, title: string) =>
		event('UID:1', `SEQUENCE:${sequence}`, `SUMMARY:${title}`, 'DTSTART:20270312T160000Z');
	expect(first(file(version(2, 'Neuer'), version(1, 'Älter')))?.title).toBe('Neuer');
});

test('a file that calls off calls off all it holds', () => {
	expect(
		first(file('METHOD:CANCEL', event('UID:1', 'SUMMARY:Rat', 'DTSTART:20270312T160000Z')))?.isCancelled
	).toBe(true);
});

test('texts are read as legible, on one line', () => {
	const [met] = read(
		file(event('UID:1', 'SUMMARY:Ratssitzung \u202eGru\u0308n\u200b', 'DTSTART:20270312T160000Z'))
	).meetings;
	expect(met?.title).toBe('Ratssitzung Grün');
});
