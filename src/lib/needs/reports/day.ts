import { z } from 'zod';
import { isoDay } from '#lib/i18n/berlin.ts';
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
