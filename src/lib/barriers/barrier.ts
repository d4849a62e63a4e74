import { z } from 'zod';
import { calendarDay } from '#lib/i18n/times.ts';

/** What somebody tells us about a barrier; no sign-in, no duty to say who one is. */
export const barrierForm = z.object({
	id: z.uuid(),
	message: z
		.string()
		.trim()
		.min(1, 'pages_accessibility_error_message')
		.max(5000, 'pages_accessibility_error_long'),
	page: z.string().trim().max(300, 'pages_accessibility_error_field_long'),
	contact: z.string().trim().max(300, 'pages_accessibility_error_field_long')
});

export type BarrierForm = z.infer<typeof barrierForm>;

/** The number to ask by, and the day until which we answer: one month (§ 16b Abs. 4 BGG LSA). */
export const barrierReceipt = z.strictObject({
	number: z.string(),
	dueOn: calendarDay
});
export type BarrierReceipt = z.infer<typeof barrierReceipt>;
