import { runInNewContext } from 'node:vm';
import ICAL from 'ical.js';
import { instantOf, isZone } from '#lib/i18n/berlin.ts';
import { largestFile, type CalendarFile, type FileMeeting, type Reason } from './calendar-file.ts';

/*
 * Calendar files come from anywhere. A file is refused by its size before it is read, its meetings by their number, a
 * rule of recurrence by how often it strikes; and reading has a time limit, for some rules never come to an end.
 */

const most = 2000;
const mostSteps = 20_000;
const patience = 1500;
const months = 24;
const times = ['dtstart', 'dtend', 'duration', 'recurrence-id', 'rrule', 'rdate', 'exdate'];
const tooOften = ['SECONDLY', 'MINUTELY', 'HOURLY'];

/** Reads a calendar (RFC 5545). Recurring meetings are told one by one, for two years. @param now what lies before it is past */
export function readCalendar(text: string, now = new Date()): CalendarFile {
	if (!text.trim()) return { problem: 'meetings_error_file_missing' };
	if (Buffer.byteLength(text) > largestFile) return { problem: 'meetings_error_file_large' };
	if ((text.match(/^BEGIN:VEVENT/gim)?.length ?? 0) > most) return { problem: 'meetings_error_many' };
	try {
		const reading = { read: () => read(text, now) };
		return runInNewContext('read()', reading, { timeout: patience }) as CalendarFile;
	} catch (error) {
		const isSlow = (error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
		return { problem: isSlow ? 'meetings_error_many' : 'meetings_error_file' };
	}
}

type Entry = { event: ICAL.Event; start: ICAL.Time; end: ICAL.Time | null; uid: string; zone: string };
type Sink = {
	add: (entry: Entry, isCancelled?: boolean) => void;
	refuse: (title: unknown, reason: Reason) => void;
};

function read(text: string, now: Date): CalendarFile {
	const unreadable: { title: string; reason: Reason }[] = [];
	const refuse: Sink['refuse'] = (title, reason) =>
		void unreadable.push({ title: clean(title, 80) || '–', reason });
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
		refuse(/^SUMMARY[^:\r\n]*:(.*)$/im.exec(event)?.[1], 'broken');
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
		.every((value, n) => !(value instanceof ICAL.Time) || String(value) === written[n]);
}

/** A meeting with the exceptions of its series, if it is one. */
function tell({ master, exceptions }: Group, now: Date, sink: Sink) {
	const events = [master, ...exceptions].filter((event) => event !== null);
	const nameless = events.find(({ uid }) => !uid || uid.length > 200);
	if (nameless) return sink.refuse(nameless.summary, 'uid');
	if (master?.isRecurring()) tellSeries(master, exceptions, now, sink);
	else if (master) sink.add(entryOf(master, master.uid));
	for (const event of exceptions) sink.add(entryOf(event, named(event.uid, event.recurrenceId)));
}

function tellSeries(master: ICAL.Event, exceptions: ICAL.Event[], now: Date, { add, refuse }: Sink) {
	const { event, start, zone } = entryOf(master, master.uid);
	if (!start) return refuse(master.summary, 'time');
	if (Object.keys(master.getRecurrenceTypes() as object).some((frequency) => tooOften.includes(frequency)))
		return refuse(master.summary, 'often');
	const until = new Date(now);
	until.setMonth(until.getMonth() + months);
	const told = new Set(exceptions.map(({ recurrenceId }) => String(recurrenceId)));
	const length = event.duration;
	const add1 = (at: ICAL.Time, isCancelled: boolean) => {
		const end = at.clone();
		end.addDuration(length);
		add({ event, start: at, end, zone, uid: named(event.uid, at) }, isCancelled);
	};
	const steps = master.iterator();
	for (let step = 0, at = steps.next(); at; at = steps.next()) {
		if (++step > mostSteps) return refuse(master.summary, 'often');
		if (momentOf(at, zone) > until) break;
		if (!told.has(String(at))) add1(at, false);
	}
	for (const property of master.component.getAllProperties('exdate'))
		for (const at of property.getValues() as ICAL.Time[]) add1(at, true);
}

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
	const property = event.component.getFirstProperty('dtstart');
	const tzid = String(property?.getFirstParameter('tzid') ?? '');
	const hasEnd = event.component.hasProperty('dtend') || event.component.hasProperty('duration');
	const end = hasEnd || event.startDate?.isDate ? event.endDate : null;
	return { event, uid, start: event.startDate, end, zone: tzid && isZone(tzid) ? tzid : 'Europe/Berlin' };
}

/** A meeting as we keep it, or why we cannot. */
function told({ event, start, end, uid, zone }: Entry, isCancelled: boolean): FileMeeting | Reason {
	const title = clean(event.summary, 200);
	if (!start || Number.isNaN(momentOf(start, zone).getTime())) return 'time';
	if (title.length < 3) return 'title';
	const startsAt = momentOf(start, zone);
	let endsAt = end ? momentOf(end, zone) : null;
	if (endsAt && endsAt < startsAt) return 'end';
	if (endsAt && endsAt.getTime() === startsAt.getTime()) endsAt = null;
	if (endsAt && endsAt.getTime() - startsAt.getTime() > 31 * 86_400_000) return 'end';
	if (startsAt.getTime() - Date.now() > 5 * 365 * 86_400_000) return 'far';
	const access = String(event.component.getFirstPropertyValue('class') ?? 'PUBLIC').toUpperCase();
	return {
		uid: clean(uid, 300),
		startsAt: startsAt.toISOString(),
		endsAt: endsAt?.toISOString() ?? null,
		isAllDay: start.isDate && endsAt !== null,
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
	const two = (n: number) => String(n).padStart(2, '0');
	const day = `${time.year}-${two(time.month)}-${two(time.day)}`;
	if (time.isDate) return instantOf(day, '00:00:00');
	return instantOf(day, `${two(time.hour)}:${two(time.minute)}:${two(time.second)}`, zone);
}

const isCalledOff = ({ component }: ICAL.Event) =>
	String(component.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED';

const sequenceOf = ({ sequence }: ICAL.Event) =>
	Math.min(Math.max(Math.trunc(Number(sequence)) || 0, 0), 1e9);

const named = (uid: string, at: ICAL.Time) => `${uid}#${at.toICALString()}`;

/** One line without what no text may hold. */
const clean = (text: unknown, length: number) =>
	String(text ?? '')
		.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\s]+/g, ' ')
		.trim()
		.slice(0, length)
		.trim();
