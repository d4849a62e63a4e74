import { z } from 'zod';
import { anyDay } from './day-and-time.ts';
import { channels } from '#lib/channels/source.ts';

const reason = z.string().trim().max(2000, 'calls_error_long');

/** An addressee asks for more time: until when, and why. The day is checked against the present due date in SQL. */
export const askingForm = z.object({
	asked_until: anyDay,
	reason: z.string().trim().min(1, 'calls_error_asking_reason').max(2000, 'calls_error_long')
});

/** The decision on what was asked for: until when, or why not. */
export const decisionForm = z
	.object({
		outcome: z.enum(['granted', 'refused'], 'calls_error_decision'),
		due_on: z.string().trim(),
		reason
	})
	.refine(({ outcome, due_on }) => outcome !== 'granted' || anyDay.safeParse(due_on).success, {
		path: ['due_on'],
		error: 'calls_error_day'
	})
	.refine(({ outcome, reason }) => outcome !== 'refused' || reason !== '', {
		path: ['reason'],
		error: 'calls_error_reason'
	});

/** What was asked for otherwise than online, and is granted. */
export const extensionForm = z.object({
	due_on: anyDay,
	reason: reason.min(1, 'calls_error_reason'),
	channel: z.enum(
		channels.filter((channel) => channel !== 'workshop'),
		'calls_error_channel'
	)
});
