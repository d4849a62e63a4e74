import { z } from 'zod';
import { date, isOverdue, shortDate, timeLeft } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { calendarDay, instant } from '#lib/i18n/times.ts';
import { emailPattern } from '#lib/people/person.ts';

/** What somebody told about a barrier and what was answered, as the table has it. */
export const barrierReport = z.strictObject({
	number: z.string(),
	page: z.string().nullable(),
	message: z.string(),
	contact: z.string().nullable(),
	received_at: instant,
	/** Calendar day. */
	due_on: calendarDay,
	answer: z.string().nullable(),
	answered_at: instant.nullable()
});
export type BarrierReport = z.infer<typeof barrierReport>;

export const barrierAnswerForm = z.object({
	answer: z.string().trim().min(1, 'barriers_error_answer').max(5000, 'barriers_error_long')
});

type Clock = Pick<BarrierReport, 'due_on' | 'answered_at'>;

/** Until when an answer is due, or when it was given, as a sign and words. */
export function barrierClock({ due_on, answered_at }: Clock, now: Date | string = new Date()) {
	if (answered_at) {
		return { sign: 'done' as const, word: m.barriers_answered_on({ date: shortDate(answered_at) }) };
	}
	return {
		sign: isOverdue(due_on, now) ? ('late' as const) : ('open' as const),
		word: m.barriers_due({ date: date(due_on), left: timeLeft(due_on, now) })
	};
}

/** An address one can write a mail to; null for a phone number or a name. */
export const mailOf = (contact: string | null): string | null => contact?.match(emailPattern)?.[0] ?? null;
