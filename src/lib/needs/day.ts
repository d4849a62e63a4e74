import { z } from 'zod';
import { isOverdue } from '#lib/i18n/format.ts';

/**
 * A day of the calendar from today on, as ISO date. Browsers send 2027-03-12; where they show a plain field, people type 12.3.2027.
 * @param missing message key for an empty field
 */
export const comingDay = (missing: string) =>
	z
		.string()
		.trim()
		.min(1, { error: missing, abort: true })
		.transform((text) => isoDay(text) ?? '')
		.refine((day) => day !== '', { error: 'needs_planner_error_no_date', abort: true })
		.refine((day) => !isOverdue(day), 'errors_date_is_past');

/** "12.3.2027" or "2027-03-12" as ISO date; null when there is no such day. */
export function isoDay(text: string): string | null {
	const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? reversed(text);
	if (!year || !month || !day) return null;
	const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	const date = new Date(`${iso}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

function reversed(text: string): (string | undefined)[] {
	const [all, day, month, year] = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(text) ?? [];
	return [all, year, month, day];
}
