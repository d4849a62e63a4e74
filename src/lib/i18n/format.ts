import { wallOf } from './berlin.ts';
import { m } from './paraglide/messages.js';
import { getLocale } from './paraglide/runtime.js';

type Moment = Date | string | number;

const timeZone = 'Europe/Berlin';
const dayLength = 24 * 60 * 60 * 1000;

/** "12. März 2027", in Berlin's time. */
export function date(value: Moment): string {
	return formats().date.format(new Date(value));
}

/** "Mittwoch, 12. März 2027" */
export function weekday(value: Moment): string {
	return formats().weekday.format(new Date(value));
}

/** "12.03.2027", for tables */
export function shortDate(value: Moment): string {
	const { shortDate, kept } = formats();
	if (typeof value !== 'string' || value.length !== 10) return shortDate.format(new Date(value));
	let text = kept.get(value);
	if (!text) kept.set(value, (text = shortDate.format(new Date(value))));
	if (kept.size > 2000) kept.clear();
	return text;
}

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
export function clock(value: Moment): string {
	return formats().time.format(new Date(value));
}

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
	return Math.round((dayStart(to) - dayStart(from)) / dayLength);
}

function dayStart(value: Moment): number {
	if (typeof value === 'string' && value.length === 10) return Date.parse(value); // a calendar day already
	return Date.parse(wallOf(new Date(value)).day);
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
		time: new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone }),
		relative: new Intl.RelativeTimeFormat(language, { numeric: 'auto' }),
		number: new Intl.NumberFormat(language),
		list: new Intl.ListFormat(language),
		/** Short dates of calendar days already formatted: a list shows the same few hundred. */
		kept: new Map<string, string>()
	};
}
