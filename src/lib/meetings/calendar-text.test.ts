import { expect, test } from 'vitest';
import { calendarIn } from './calendar-file.server.ts';
import type { ReadableFile } from './calendar-file.ts';
import { calendarText } from './calendar-text.server.ts';
import type { FeedEntry } from './feed.ts';

const entry: FeedEntry = {
	uid: 'eins@meetings.augenhoehe',
	sequence: 3,
	title: 'Sitzung des Stadtrates; <b>Haushalt</b>, Teil 2',
	startsAt: '2027-07-12T15:30:00Z',
	endsAt: '2027-07-12T17:00:00Z',
	subject: { kind: 'meeting', key: '1' },
	isCancelled: false,
	isAllDay: false,
	place: 'Rathaus, Saal',
	isPublic: true,
	changedAt: '2026-11-27T12:00:00Z'
};
const text = (...entries: FeedEntry[]) =>
	calendarText('Sitzungen', entries, {
		origin: 'https://example.org',
		cancelled: (title) => `Abgesagt: ${title}`
	});

test('a meeting is told by the clock of Berlin, with the zone explained', () => {
	const calendar = text(entry);
	expect(calendar).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin');
	expect(calendar.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
	expect(calendar).toContain('DTSTART;TZID=Europe/Berlin:20270712T173000\r\n');
	expect(calendar).toContain('DTSTAMP:20261127T120000Z\r\n');
	expect(calendar).toContain('UID:eins@meetings.augenhoehe\r\nSEQUENCE:3\r\n');
	expect(calendar).toContain('Haushalt</b>\\, Teil 2');
});

test('what was called off says so twice: to programs and to people', () => {
	const calendar = text({ ...entry, isCancelled: true });
	expect(calendar).toContain('STATUS:CANCELLED');
	expect(calendar).toContain('SUMMARY:Abgesagt: Sitzung');
});

test('a whole day has no hours', () => {
	const day = { ...entry, isAllDay: true, startsAt: '2027-07-11T22:00:00Z', endsAt: '2027-07-12T22:00:00Z' };
	const calendar = text(day);
	expect(calendar).toContain('DTSTART;VALUE=DATE:20270712\r\n');
	expect(calendar).toContain('DTEND;VALUE=DATE:20270713\r\n');
});

test('a title cannot write lines of its own', () => {
	const calendar = text({
		...entry,
		title: 'Rat\r\nATTENDEE:mailto:x@example.org',
		place: 'Saal\nEND:VCALENDAR'
	});
	expect(calendar).not.toMatch(/^ATTENDEE/m);
	expect(calendar.match(/^END:VCALENDAR/gm)).toHaveLength(1);
});

test('lines are folded at 75 bytes, as programs expect', () => {
	const long = text({ ...entry, title: 'ä'.repeat(180) });
	for (const line of long.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test('what is said of the calendar stands before what is in it, and the last line ends like all others', () => {
	const calendar = text(entry);
	const [head] = calendar.split('BEGIN:VTIMEZONE');
	expect(head).toContain('X-WR-CALNAME:Sitzungen\r\n');
	expect(head).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n');
	expect(calendar.replace(/^BEGIN:(VTIMEZONE|VEVENT)\r\n[^]*?^END:\1\r\n/gm, '')).toBe(
		`${head}END:VCALENDAR\r\n`
	);
	expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	expect(text().endsWith('END:VCALENDAR\r\n')).toBe(true);
});

test('what we write we can read again', () => {
	const { meetings } = calendarIn({
		text: text(entry),
		now: new Date('2026-11-27T12:00:00Z')
	}) as ReadableFile;
	expect(meetings).toMatchObject([
		{
			uid: entry.uid,
			startsAt: '2027-07-12T15:30:00.000Z',
			endsAt: '2027-07-12T17:00:00.000Z',
			title: entry.title
		}
	]);
});
