import { dayNumber, dayOf, wallOf } from './berlin.ts';
import { m } from './paraglide/messages.js';
import { getLocale } from './paraglide/runtime.js';

type Moment = Date | string | number;

const timeZone = 'Europe/Berlin';

/** "12. März 2027", in Berlin's time. */
export const date = (value: Moment) => ofDay('date', value);

/** "Mittwoch, 12. März 2027" */
export const weekday = (value: Moment) => ofDay('weekday', value);

/** "12.03.2027", for tables */
export const shortDate = (value: Moment) => ofDay('shortDate', value);

/** "März 2027" for "2027-03" */
export function month(value: string): string {
	return formats().month.format(new Date(`${value}-15`));
}

/** "Mittwoch, 12. März 2027, 23:59 Uhr" */
export function moment(value: Moment): string {
	return m.ui_moment({ date: weekday(value), time: clock(value) });
}

/** "23:59 Uhr" */
export function time(value: Moment): string {
	return m.ui_time({ time: clock(value) });
}

/** "23:59" */
export const clock = (value: Moment) => wallOf(value).time;

/** What is left until a due day, in words: "in 19 Tagen", "heute", "seit 2 Tagen überfällig". Days change at Berlin's midnight. */
export function timeLeft(due: Moment, now: Moment = Date.now()): string {
	const days = daysBetween(now, due);
	if (days === -1) return m.ui_overdue_one();
	if (days < -1) return m.ui_overdue_many({ count: number(-days) });
	return formats().relative.format(days, 'day');
}

/** How long ago, in days: "heute", "gestern", "vor 3 Tagen". */
export function ago(value: Moment, now: Moment = Date.now()): string {
	return formats().relative.format(Math.min(0, daysBetween(now, value)), 'day');
}

/** Whether a due day has passed. */
export function isOverdue(due: Moment, now: Moment = Date.now()): boolean {
	return daysBetween(now, due) < 0;
}

/** "2.400" */
export function number(value: number): string {
	return formats().number.format(value);
}

/** "Wohnen, Pflege und Mobilität" */
export function list(words: string[]): string {
	return formats().list.format(words);
}

/** Whole calendar days from one moment to another, in Berlin. */
export function daysBetween(from: Moment, to: Moment): number {
	return dayNumber(to) - dayNumber(from);
}

/** A page shows the same few hundred days again and again: each is formatted once. */
function ofDay(format: 'date' | 'weekday' | 'shortDate', value: Moment): string {
	const { [format]: formatter, kept } = formats();
	const day = dayOf(value);
	const key = format + day;
	let text = kept.get(key);
	if (text === undefined) {
		if (kept.size > 5000) kept.clear();
		kept.set(key, (text = formatter.format(new Date(day))));
	}
	return text;
}

/** Formatters take longer to build than to use: one set per language, kept. */
const sets = new Map<string, ReturnType<typeof build>>();

function formats() {
	const language = getLocale() === 'en' ? 'en-GB' : 'de-DE';
	let set = sets.get(language);
	if (!set) sets.set(language, (set = build(language)));
	return set;
}

function build(language: string) {
	const day = { day: 'numeric', month: 'long', year: 'numeric', timeZone } as const;
	return {
		date: new Intl.DateTimeFormat(language, day),
		weekday: new Intl.DateTimeFormat(language, { weekday: 'long', ...day }),
		shortDate: new Intl.DateTimeFormat(language, {
			day: '2-digit',
			month: '2-digit',
			year: 'numeric',
			timeZone
		}),
		month: new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone }),
		relative: new Intl.RelativeTimeFormat(language, { numeric: 'auto' }),
		number: new Intl.NumberFormat(language),
		list: new Intl.ListFormat(language),
		/** What days already formatted look like. */
		kept: new Map<string, string>()
	};
}
