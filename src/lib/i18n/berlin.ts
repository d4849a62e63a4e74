/* People name a day and the time that a clock on the wall shows; the database keeps moments. */

const home = 'Europe/Berlin';
const minute = 60 * 1000;
const minutesOfDay = 24 * 60;
const quarter = 15 * minute;
/** From UTC to Berlin's clock, in milliseconds: it changes at full quarters of an hour only, so one look for each is enough. */
const distances = new Map<number, number>();
const clocks = new Map<string, Intl.DateTimeFormat>();
const dayNames = new Map<number, string>();

/**
 * The moment at which a clock in a zone shows a day and a time. An hour that the change to summer time leaves out is taken
 * an hour later, one that comes twice in autumn is the second.
 * @param day "2027-03-12" @param time "17:30" or "17:30:00"
 */
export function instantOf(day: string, time: string, zone = home): Date {
	const wall = Date.parse(`${day}T${time}Z`);
	const near = wall - offset(wall, zone);
	return new Date(wall - offset(near, zone));
}

/** The moment of a day and a time in Berlin as ISO time; without a time, the last minute of the day. */
export const momentOf = (day: string, time = '23:59') => instantOf(day, time).toISOString();

/** What a clock in Berlin shows: day and time as fields want them, "2027-03-12" and "17:30". */
export function wallOf(moment: Date | string | number): { day: string; time: string } {
	const wall = wallMinutes(moment);
	const day = Math.floor(wall / minutesOfDay);
	const minutes = wall - day * minutesOfDay;
	return { day: dayName(day), time: `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}` };
}

/** Calendar days in Germany, counted from 1 January 1970; a calendar day (10 letters) is its own. */
export const dayNumber = (moment: Date | string | number) =>
	Math.floor((isDay(moment) ? Date.parse(moment) / minute : wallMinutes(moment)) / minutesOfDay);

/** The calendar day in Germany of a moment; a calendar day (10 letters) is its own. */
export const dayOf = (moment: Date | string | number) =>
	isDay(moment) ? moment : dayName(dayNumber(moment));

/** The calendar day in Germany, as ISO date. */
export const today = () => wallOf(new Date()).day;

/** "4.11.2026", "04.11.26", "4/11/2026" and "2026-11-04" as 2026-11-04; null when it is no day of the calendar. */
export function isoDay(text: string): string | null {
	const german = /^\s*(\d{1,2})[./ -]+(\d{1,2})[./ -]+(\d{4}|\d{2})\s*$/.exec(text);
	const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
	const [year, month, day] = german ? [german[3], german[2], german[1]] : iso ? iso.slice(1) : [];
	if (!year || !month || !day) return null;
	const day8 = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	const date = new Date(`${day8}T00:00:00Z`);
	return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(day8) ? day8 : null;
}

/** "9:00", "9.30", "9 Uhr" and "9" as 09:00 and 09:30; null when no clock shows it. */
export function timeOnTheClock(text: string): string | null {
	const [, hour, minute = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?(?:\s*Uhr)?$/i.exec(text) ?? [];
	if (!hour || Number(hour) > 23 || Number(minute) > 59) return null;
	return `${hour.padStart(2, '0')}:${minute}`;
}

/** "2027-03-12 17:30:00" on a clock in a zone. */
export const digitsOf = (moment: Date | string, zone = home) => clockOf(zone).format(new Date(moment));

/** Whether a zone has a name that we know, as in `Europe/Berlin`. */
export function isZone(name: string): boolean {
	try {
		return Boolean(clockOf(name));
	} catch {
		return false;
	}
}

/** What a clock in Berlin shows, as if it were UTC, in whole minutes. */
function wallMinutes(moment: Date | string | number): number {
	const at = typeof moment === 'number' ? moment : new Date(moment).valueOf();
	return Math.floor((at + distanceAt(at)) / minute);
}

const isDay = (moment: Date | string | number): moment is string =>
	typeof moment === 'string' && moment.length === 10;

const twoDigits = (number: number) => (number < 10 ? `0${number}` : String(number));

/** A page names the same few days again and again. @throws RangeError for no day at all */
function dayName(day: number): string {
	let name = dayNames.get(day);
	if (name === undefined) {
		if (dayNames.size > 20_000) dayNames.clear();
		dayNames.set(day, (name = new Date(day * minutesOfDay * minute).toISOString().slice(0, 10)));
	}
	return name;
}

function distanceAt(at: number): number {
	const key = Math.floor(at / quarter);
	let distance = distances.get(key);
	if (distance === undefined) {
		if (distances.size > 20_000) distances.clear();
		distances.set(key, (distance = offset(key * quarter, home)));
	}
	return distance;
}

const offset = (at: number, zone: string) => Date.parse(`${digitsOf(new Date(at), zone)}Z`) - at;

function clockOf(timeZone: string): Intl.DateTimeFormat {
	const known = clocks.get(timeZone);
	if (known) return known;
	const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
	clocks.set(timeZone, clock);
	return clock;
}
