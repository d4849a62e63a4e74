import { z } from 'zod';
import { isoDay } from '#lib/needs/day.ts';

const parts = new Intl.DateTimeFormat('sv-SE', {
	timeZone: 'Europe/Berlin',
	dateStyle: 'short',
	timeStyle: 'short'
});

/** Day and time as they stand on the calendar and the clock in Berlin: what goes into the fields of a form. */
export function inBerlin(moment: string): { day: string; time: string } {
	const [day = '', time = ''] = parts.format(new Date(moment)).split(' ');
	return { day, time };
}

/** A moment in Berlin as Postgres reads it, which knows when clocks change. @param day ISO date @param time "23:59" */
export const momentInBerlin = (day: string, time = '23:59') => `${day} ${time} Europe/Berlin`;

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
