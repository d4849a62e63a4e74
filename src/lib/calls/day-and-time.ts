import { z } from 'zod';
import { isoDay } from '#lib/i18n/berlin.ts';

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
	.transform((text) => timeIn(text) ?? '')
	.refine((time) => time !== '', 'calls_error_time');

function timeIn(text: string): string | null {
	const [, hour, minute = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?(?:\s*Uhr)?$/i.exec(text) ?? [];
	if (!hour || Number(hour) > 23 || Number(minute) > 59) return null;
	return `${hour.padStart(2, '0')}:${minute}`;
}
