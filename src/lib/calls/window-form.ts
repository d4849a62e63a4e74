import { z } from 'zod';
import { wallOf } from '#lib/i18n/berlin.ts';
import { anyDay, timeOfDay } from './day-and-time.ts';

const now = () => {
	const { day, time } = wallOf(new Date());
	return `${day} ${time}`;
};

/** The window of a call. Its end lies ahead and after its begin. */
export const windowForm = z
	.object({ opens_on: anyDay, opens_time: timeOfDay, closes_on: anyDay, closes_time: timeOfDay })
	.refine(({ closes_on, closes_time }) => `${closes_on} ${closes_time}` > now(), {
		path: ['closes_on'],
		error: 'errors_call_window_is_past'
	})
	.refine((form) => `${form.closes_on} ${form.closes_time}` > `${form.opens_on} ${form.opens_time}`, {
		path: ['closes_on'],
		error: 'calls_error_window'
	});

/** A new end, with the reason for it. */
export const prolongationForm = z.object({
	closes_on: anyDay,
	closes_time: timeOfDay,
	body: z.string().trim().min(1, 'calls_error_reason').max(2000, 'calls_error_long')
});

/** A day named in an address; null when it is none. */
export function dayIn(text: string | null): string | null {
	const { data } = anyDay.safeParse(text ?? '');
	return data ?? null;
}
