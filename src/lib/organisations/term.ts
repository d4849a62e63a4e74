import { z } from 'zod';
import { date } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** A day as date fields send it (2027-03-12), or as typed where there is no such field (12.03.2027). */
const day = z
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

/** First and last day, both included; without a last day the term is open-ended (null). */
export const startsOn = day.refine((text) => text !== '', 'organisations_error_start_missing');
export const endsOn = day.transform((text) => text || null);

/** Whether the last day is not before the first. */
export const isInOrder = ({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }) =>
	!endsOn || endsOn >= startsOn;

export const termForm = z.object({ endsOn });

/** The calendar day in Germany, as ISO date. */
export function today(): string {
	return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date());
}

/** "1. Januar 2027 bis 31. Dezember 2028", or open-ended "seit 1. Januar 2027" / "ab 1. März 2027". */
export function termInWords({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }): string {
	const start = date(startsOn);
	if (endsOn) return m.organisations_term({ start, end: date(endsOn) });
	return startsOn > today() ? m.organisations_term_from({ start }) : m.organisations_term_since({ start });
}
