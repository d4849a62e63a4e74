import { z } from 'zod';

/** A day as date fields send it (2027-03-12), or as typed where there is no such field (12.03.2027); empty when not given. */
export const day = z
	.string()
	.trim()
	.transform((typed) => typed.replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, (_, d, m, y) => iso(y, m, d)))
	.refine((text) => text === '' || isDay(text), 'organisations_error_day');

const iso = (year: string, month: string, date: string) =>
	`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
const isDay = (text: string) => {
	const day = new Date(text);
	return /^\d{4}-\d{2}-\d{2}$/.test(text) && !isNaN(+day) && day.toISOString().startsWith(text);
};

/** The calendar day in Germany, as ISO date. */
export function today(): string {
	return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date());
}
