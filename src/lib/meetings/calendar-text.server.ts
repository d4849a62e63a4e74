import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator';
import { kindOf } from '#lib/calls/kind.ts';
import { href } from '#lib/i18n/addresses.ts';
import { digitsOf } from '#lib/i18n/berlin.ts';
import type { FeedEntry } from './feed.ts';
import type { Meeting } from './meeting.ts';

const zone = 'Europe/Berlin';
const lines = (...lines: string[]) => lines.join('\r\n');

/** Since 1996 the clock has changed on the same Sundays all over the Union (directive 2000/84/EC). */
const berlin = lines(
	'BEGIN:VTIMEZONE',
	`TZID:${zone}`,
	'BEGIN:DAYLIGHT',
	'TZOFFSETFROM:+0100',
	'TZOFFSETTO:+0200',
	'TZNAME:CEST',
	'DTSTART:19960331T020000',
	'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
	'END:DAYLIGHT',
	'BEGIN:STANDARD',
	'TZOFFSETFROM:+0200',
	'TZOFFSETTO:+0100',
	'TZNAME:CET',
	'DTSTART:19961027T030000',
	'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
	'END:STANDARD',
	'END:VTIMEZONE'
);

/**
 * A calendar as text (RFC 5545), in Berlin's time. Text is escaped by the library.
 * @param origin where the pages are, e.g. `https://example.org`
 * @param cancelled the title of what was called off, for programs that do not show it otherwise
 */
export function calendarText(
	name: string,
	entries: FeedEntry[],
	{ origin, cancelled }: { origin: string; cancelled: (title: string) => string }
): string {
	const calendar = ical({
		name,
		prodId: { company: 'Augenhöhe', product: 'Kalender', language: 'DE' },
		method: ICalCalendarMethod.PUBLISH,
		ttl: 3600
	});
	for (const entry of entries) {
		const stamp = new Date(entry.changedAt ?? entry.startsAt);
		calendar.createEvent({
			id: entry.uid,
			sequence: entry.sequence,
			stamp,
			timezone: zone,
			start: onTheWall(entry.startsAt),
			end: entry.endsAt && onTheWall(entry.endsAt),
			allDay: entry.isAllDay,
			summary: entry.isCancelled ? cancelled(entry.title) : entry.title,
			location: entry.place,
			url: origin + pathOf(entry),
			status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
			class: entry.isPublic ? ICalEventClass.PUBLIC : ICalEventClass.PRIVATE
		});
	}
	return whole(calendar.toString());
}

/** The zone stands between what is said of the calendar and what is in it (RFC 5545, 3.4), and every line has an end. */
const whole = (text: string) =>
	`${text.trimEnd()}\r\n`.replace(/^(?=BEGIN:VEVENT\r\n|END:VCALENDAR\r\n)/m, `${berlin}\r\n`);

/** What every answer with a calendar says of itself; no cache on the way may keep it. */
export const calendarHeaders = (fileName: string) => ({
	'content-type': 'text/calendar; charset=utf-8',
	'content-disposition': `attachment; filename="${fileName}"`,
	'cache-control': 'private, no-store',
	'x-robots-tag': 'noindex'
});

export const entryOf = (meeting: Meeting): FeedEntry => ({
	...meeting,
	title: meeting.body ? `${meeting.title} – ${meeting.body}` : meeting.title,
	subject: { kind: 'meeting', key: meeting.id },
	isCancelled: meeting.cancelledAt !== null
});

/** Where one reads more. */
function pathOf({ subject: { kind, key } }: FeedEntry): string {
	if (kind === 'meeting') return href('/meetings/[id=uuid]', { id: key });
	const [callKind = '', slug = ''] = key.split('/');
	return kindOf({ kind: callKind }).replyTo(slug);
}

/** The library takes the digits of a time without zone as they are. */
const onTheWall = (moment: string) => digitsOf(moment).replace(' ', 'T');
