import { z } from 'zod';
import { isoDay, timeOnTheClock } from '#lib/i18n/berlin.ts';

/** A day of the calendar, also as people type it: 12.3.2027. */
export const anyDay = z
	.string()
	.trim()
	.min(1, { error: 'calls_error_day', abort: true })
	.transform((text) => isoDay(text) ?? '')
	.refine((day) => day !== '', 'calls_error_no_day');

/** A time of day, also as people type it: "9:00", "9 Uhr", "9.30". */
export const timeOfDay = z
	.string()
	.trim()
	.transform((text) => timeOnTheClock(text) ?? '')
	.refine((time) => time !== '', 'calls_error_time');
