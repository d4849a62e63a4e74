/* Meetings are announced by the clock on the wall of the place; the database keeps moments. */

const home = 'Europe/Berlin';
const clocks = new Map<string, Intl.DateTimeFormat>();

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

/** What a clock in a zone shows: day and time as fields want them. */
export function wallOf(moment: Date | string, zone = home): { day: string; time: string } {
	const [day = '', time = ''] = clockOf(zone).format(new Date(moment)).split(' ');
	return { day, time };
}

/** Whether a zone has a name that we know, as in `Europe/Berlin`. */
export function isZone(name: string): boolean {
	try {
		return Boolean(clockOf(name));
	} catch {
		return false;
	}
}

const offset = (at: number, zone: string) => {
	const { day, time } = wallOf(new Date(at), zone);
	return Date.parse(`${day}T${time}Z`) - at;
};

function clockOf(timeZone: string): Intl.DateTimeFormat {
	const known = clocks.get(timeZone);
	if (known) return known;
	const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
	clocks.set(timeZone, clock);
	return clock;
}
