import ICAL from 'ical.js';
import { legible } from '#lib/i18n/legible.ts';
import { digitsOf, instantOf, isZone } from '#lib/i18n/berlin.ts';
import {
	largestFile,
	type CalendarFile,
	type FileMeeting,
	type ReadableFile,
	type Reason
} from './calendar-file.ts';

/*
 * Calendar files come from anywhere. A file is refused by its size before it is read, its meetings by their number, a
 * rule of recurrence by how often it strikes; and it is read in a thread, for some rules never come to an end.
 */

const most = 2000;
const mostSteps = 20_000;
/** Of one series; a daily one has 730 in two years. */
const mostDates = 1000;
const months = 24;
const times = ['dtstart', 'dtend', 'duration', 'recurrence-id', 'rrule', 'rdate', 'exdate'];
const tooOften = ['SECONDLY', 'MINUTELY', 'HOURLY'];

/**
 * Reads a calendar (RFC 5545). Recurring meetings are told one by one, for two years. For a thread.
 * @param given what lies before `now` is past
 */
export function calendarIn({ text, now }: { text: string; now: Date }): CalendarFile {
	if (!text.trim()) return { problem: 'meetings_error_file_missing' };
	if (Buffer.byteLength(text) > largestFile) return { problem: 'meetings_error_file_large' };
	if ((text.match(/^BEGIN:VEVENT/gim)?.length ?? 0) > most) return { problem: 'meetings_error_many' };
	try {
		return read(text, now);
	} catch {
		const line = text.includes('BEGIN:VCALENDAR') ? brokenLine(text) : undefined;
		return line === undefined ? { problem: 'meetings_error_file' } : { problem: 'meetings_error_line', line };
	}
}

/** The first line that cannot be read by itself, shortened. */
function brokenLine(text: string): string | undefined {
	const line = text.split(/\r?\n(?![ \t])/).find((line) => line && !isLine(line));
	return line === undefined ? undefined : clean(line, 60);
}

/** Whether a line can be read, and says no time that another day would be made of. */
function isLine(line: string): boolean {
	if (/^(BEGIN|END):[\w-]+$/i.test(line)) return true;
	return isSound(`BEGIN:VEVENT\r\n${line}\r\nEND:VEVENT`);
}

/** `start` and `end` as moments; `isDay`: they are days without a time. */
type Entry = { event: ICAL.Event; uid: string; start: Date | null; end: Date | null; isDay: boolean };
type Sink = {
	add: (entry: Entry, isCancelled?: boolean) => void;
	refuse: (title: unknown, reason: Reason, line?: string) => void;
};

function read(text: string, now: Date): CalendarFile {
	const unreadable: ReadableFile['unreadable'] = [];
	const refuse: Sink['refuse'] = (title, reason, line) =>
		void unreadable.push({ title: clean(title, 80) || '–', reason, ...(line && { line }) });
	const parsed = ICAL.parse(withoutBroken(text.replace(/^\uFEFF/, '').trim(), refuse)) as unknown[];
	const calendars = (typeof parsed[0] === 'string' ? [parsed] : parsed).map(
		(part) => new ICAL.Component(part as unknown[])
	);
	const found = new Map<string, FileMeeting>();
	const whole = new Map<string, number>();
	let past = 0;

	for (const calendar of calendars) {
		if (calendar.name !== 'vcalendar') return { problem: 'meetings_error_file' };
		const isCancelling = String(calendar.getFirstPropertyValue('method')).toUpperCase() === 'CANCEL';
		const add: Sink['add'] = (entry, isCancelled = false) => {
			const meeting = told(entry, isCancelled || isCancelling);
			if (typeof meeting === 'string') return refuse(entry.event.summary, meeting);
			if (meeting.startsAt <= now.toISOString()) return void past++;
			if ((found.get(meeting.uid)?.sequence ?? -1) <= meeting.sequence) found.set(meeting.uid, meeting);
		};
		for (const group of byUid(calendar.getAllSubcomponents('vevent'))) {
			const { master } = group;
			const before = unreadable.length;
			tell(group, now, { add, refuse });
			if (master?.uid && (unreadable.length === before || isCancelling || isCalledOff(master)))
				whole.set(clean(master.uid, 300), sequenceOf(master));
		}
		if (found.size > most) return { problem: 'meetings_error_many' };
	}
	return {
		meetings: [...found.values()],
		whole: [...whole].map(([uid, sequence]) => ({ uid, sequence })),
		unreadable,
		past
	};
}

/** One wrong line makes a whole calendar unreadable, so an event that holds one is left out, as is one without an end. */
const withoutBroken = (text: string, refuse: Sink['refuse']): string =>
	text.replace(/^BEGIN:VEVENT[^]*?(?:^END:VEVENT\s*$|(?=^BEGIN:VEVENT|^END:VCALENDAR))/gim, (event) => {
		if (isSound(event)) return event;
		refuse(/^SUMMARY[^:\r\n]*:(.*)$/im.exec(event)?.[1], 'broken', brokenLine(event));
		return '';
	});

/** Whether all can be read that says when an event is. A day that no calendar has would become another. */
function isSound(text: string): boolean {
	try {
		const event = new ICAL.Component(ICAL.parse(text) as unknown[]);
		return times.flatMap((name) => event.getAllProperties(name)).every(isAsWritten);
	} catch {
		return false;
	}
}

function isAsWritten(property: ICAL.Property): boolean {
	const [, , , ...written] = property.toJSON();
	return property
		.getValues()
		.every((value, n) => !(value instanceof ICAL.Time) || plain(value) === plain(written[n]));
}

/** A zone may be UTC's by its name or by the letter behind the time. */
const plain = (time: unknown) => String(time).replace(/Z$/, '');

/** A meeting with the exceptions of its series, if it is one. */
function tell({ master, exceptions }: Group, now: Date, sink: Sink) {
	const events = [master, ...exceptions].filter((event) => event !== null);
	const nameless = events.find(({ uid }) => !uid || uid.length > 200);
	if (nameless) return sink.refuse(nameless.summary, 'uid');
	if (master?.isRecurring()) tellSeries(master, exceptions, now, sink);
	else if (master) sink.add(entryOf(master, master.uid));
	if (master?.isRecurring()) return;
	for (const event of exceptions) sink.add(entryOf(event, named(event.uid, replacedBy(event))));
}

/** Moments are compared as moments: what is moved or left out may be told in UTC while the series has a zone. */
function tellSeries(master: ICAL.Event, exceptions: ICAL.Event[], now: Date, { add, refuse }: Sink) {
	const { uid, component } = master;
	const zone = zoneOf(component.getFirstProperty('dtstart'));
	if (!master.startDate) return refuse(master.summary, 'time');
	if (Object.keys(master.getRecurrenceTypes() as object).some((frequency) => tooOften.includes(frequency)))
		return refuse(master.summary, 'often');
	const last = new Date(now);
	last.setMonth(last.getMonth() + months);
	const until = endOf(component) ?? last;
	const moved = new Map(exceptions.map((event) => [keyOf(replacedBy(event)), event]));
	const leftOut = new Set(
		component.getAllProperties('exdate').flatMap((property) => placesOf(property).map(keyOf))
	);
	component.removeAllProperties('exdate');
	const length = lengthOf(entryOf(master, uid));
	const dates: Parameters<Sink['add']>[] = [];
	const steps = master.iterator();
	let coming = 0;
	for (let step = 0, at = steps.next(); at; at = steps.next()) {
		if (++step > mostSteps || coming > mostDates) return refuse(master.summary, 'often');
		const place = { moment: momentOf(at, zone), isDay: at.isDate, day: dayOf(at) };
		if (place.moment > last || place.moment > until) break;
		if (place.moment > now) coming++;
		const keys = [keyOf(place), place.day];
		const key = keys.find((key) => moved.has(key));
		if (key) dates.push([entryOf(moved.get(key)!, named(uid, place))]);
		else {
			const end = length === null ? null : new Date(place.moment.getTime() + length);
			const isLeftOut = keys.some((key) => leftOut.has(key));
			const entry = { event: master, uid: named(uid, place), start: place.moment, end, isDay: at.isDate };
			dates.push([entry, isLeftOut]);
		}
		if (key) moved.delete(key);
	}
	for (const date of dates) add(...date);
	for (const event of moved.values()) add(entryOf(event, named(uid, replacedBy(event))));
}

/** Where in a series a meeting stands. */
type Place = { moment: Date; isDay: boolean; day: string };

const keyOf = ({ moment, isDay, day }: Place) => (isDay ? day : moment.toISOString());

function placesOf(property: ICAL.Property | null): Place[] {
	const zone = zoneOf(property);
	return ((property?.getValues() ?? []) as ICAL.Time[]).map((at) => ({
		moment: momentOf(at, zone),
		isDay: at.isDate,
		day: dayOf(at)
	}));
}

const replacedBy = ({ component }: ICAL.Event): Place =>
	placesOf(component.getFirstProperty('recurrence-id'))[0]!;

/**
 * When a series ends, taken out of its rule: the library compares with a time of another kind. A day counts to its end.
 */
function endOf(component: ICAL.Component): Date | undefined {
	const zone = zoneOf(component.getFirstProperty('dtstart'));
	const [property, another] = component.getAllProperties('rrule');
	const rule = property?.getFirstValue() as ICAL.Recur | undefined;
	const until = rule?.until;
	if (!rule || !until || another) return;
	rule.until = null;
	if (!until.isDate) return momentOf(until, zone);
	return instantOf(dayOf(until), '23:59:59', zone);
}

const lengthOf = ({ start, end }: Entry) => (start && end ? end.getTime() - start.getTime() : null);

type Group = { master: ICAL.Event | null; exceptions: ICAL.Event[] };

function byUid(components: ICAL.Component[]): Group[] {
	const groups = new Map<string, Group>();
	for (const component of components) {
		const event = new ICAL.Event(component, { strictExceptions: true, exceptions: [] });
		const uid = event.uid || `nameless ${groups.size}`;
		const group = groups.get(uid) ?? { master: null, exceptions: [] };
		groups.set(uid, group);
		if (event.isRecurrenceException()) group.exceptions.push(event);
		else if (!group.master || event.sequence >= group.master.sequence) group.master = event;
	}
	return [...groups.values()];
}

function entryOf(event: ICAL.Event, uid: string): Entry {
	const { component, startDate } = event;
	const zone = zoneOf(component.getFirstProperty('dtstart'));
	const hasEnd = component.hasProperty('dtend') || component.hasProperty('duration');
	const endZone = component.hasProperty('dtend') ? zoneOf(component.getFirstProperty('dtend')) : zone;
	const end = hasEnd || startDate?.isDate ? event.endDate : null;
	return {
		event,
		uid,
		start: startDate && momentOf(startDate, zone),
		end: end && momentOf(end, endZone),
		isDay: Boolean(startDate?.isDate)
	};
}

/** A zone that nobody knows is taken for ours. */
function zoneOf(property: ICAL.Property | null): string {
	const name = String(property?.getFirstParameter('tzid') ?? '');
	return name && isZone(name) ? name : 'Europe/Berlin';
}

/** A meeting as we keep it, or why we cannot. */
function told({ event, start, end, uid, isDay }: Entry, isCancelled: boolean): FileMeeting | Reason {
	const title = clean(event.summary, 200);
	if (!start || Number.isNaN(start.getTime())) return 'time';
	if (title.length < 3) return 'title';
	if (end && end < start) return 'end';
	const endsAt = end && end > start ? end : null;
	if (endsAt && endsAt.getTime() - start.getTime() > 31 * 86_400_000) return 'end';
	if (start.getTime() - Date.now() > 5 * 365 * 86_400_000) return 'far';
	const access = String(event.component.getFirstPropertyValue('class') ?? 'PUBLIC').toUpperCase();
	return {
		uid: clean(uid, 300),
		startsAt: start.toISOString(),
		endsAt: endsAt?.toISOString() ?? null,
		isAllDay: isDay && endsAt !== null,
		title,
		place: clean(event.location, 200) || null,
		isPublic: access === 'PUBLIC',
		isCancelled: isCancelled || isCalledOff(event),
		sequence: sequenceOf(event)
	};
}

/** Zones that the file explains are counted by the file; others by their name; a time without zone is Berlin's. */
function momentOf(time: ICAL.Time, zone: string): Date {
	const { tzid } = time.zone ?? {};
	if (tzid && tzid !== 'floating' && !time.isDate) return new Date(time.toUnixTime() * 1000);
	if (time.isDate) return instantOf(dayOf(time), '00:00:00');
	return instantOf(dayOf(time), `${two(time.hour)}:${two(time.minute)}:${two(time.second)}`, zone);
}

const two = (n: number) => String(n).padStart(2, '0');
const dayOf = ({ year, month, day }: ICAL.Time) => `${year}-${two(month)}-${two(day)}`;

const isCalledOff = ({ component }: ICAL.Event) =>
	String(component.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED';

const sequenceOf = ({ sequence }: ICAL.Event) =>
	Math.min(Math.max(Math.trunc(Number(sequence)) || 0, 0), 1e9);

/** Whatever zone tells of it, a meeting of a series has one name: its series and Berlin's clock where it stood at first. */
const named = (uid: string, { moment, isDay, day }: Place) =>
	`${uid}#${(isDay ? day : digitsOf(moment).replace(' ', 'T')).replace(/[-:]/g, '')}`;

/** One line. */
const clean = (text: unknown, length: number) =>
	legible(String(text ?? ''))
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, length)
		.trim();
