import { wallOf } from '#lib/i18n/berlin.ts';

/** A month as the address names it, "2027-03"; the present one when it names none. */
export const readMonth = (sent: string | null, now = new Date()): string =>
	sent && /^20\d\d-(0[1-9]|1[0-2])$/.test(sent) ? sent : wallOf(now).day.slice(0, 7);

/** The month so many months later; earlier ones have a minus. */
export function monthsFrom(month: string, count: number): string {
	const [year = 0, number = 1] = month.split('-').map(Number);
	return new Date(Date.UTC(year, number - 1 + count)).toISOString().slice(0, 7);
}
