import { z } from 'zod';
import { instantOf, isoDay, momentOf, timeOnTheClock, wallOf } from '#lib/i18n/berlin.ts';
import { instant } from '#lib/i18n/times.ts';
import { formId } from '#lib/ui/form-id.ts';

/** kept: a gap means that there is no meeting; none: meets on demand; unknown: nobody has said. */
export const calendarStates = ['kept', 'none', 'unknown'] as const;
export type CalendarState = (typeof calendarStates)[number];

export const pageSize = 50;

export const meeting = z.strictObject({
	id: z.string(),
	organisationId: z.string(),
	organisationName: z.string(),
	startsAt: instant,
	endsAt: instant.nullable(),
	isAllDay: z.boolean(),
	title: z.string(),
	/** Ortschaftsrat Hasselfelde; null: the organisation itself. */
	body: z.string().nullable(),
	place: z.string().nullable(),
	isPublic: z.boolean(),
	/** Its name in calendar programs. */
	uid: z.string(),
	/** How often it was changed. */
	sequence: z.int(),
	cancelledAt: instant.nullable(),
	enteredAt: instant,
	changedAt: instant,
	enteredBy: z.string().nullable(),
	enteredIn: z.string().nullable(),
	/** By a planner, for an organisation that keeps no calendar. */
	isEnteredForThem: z.boolean(),
	canChange: z.boolean()
});
export type Meeting = z.infer<typeof meeting>;

/** Lists hold one more than `pageSize` when there are more. */
export const calendarDocument = z.strictObject({
	organisation: z.strictObject({
		id: z.string(),
		name: z.string()
	}),
	state: z.enum(calendarStates),
	statedAt: instant.nullable(),
	canKeep: z.boolean(),
	/** May say that the calendar is complete. */
	canPromise: z.boolean(),
	isOwn: z.boolean(),
	upcoming: z.array(meeting),
	past: z.array(meeting)
});
export type Calendar = z.infer<typeof calendarDocument>;

export const districtCalendar = z.strictObject({
	meetings: z.array(meeting),
	organisations: z.array(
		z.strictObject({
			id: z.string(),
			name: z.string(),
			state: z.enum(calendarStates),
			nextAt: instant.nullable()
		})
	)
});
export type DistrictCalendar = z.infer<typeof districtCalendar>;

/** Ends the check where it fails, as a time does: what compares moments needs both. A year before 2000 is a slip. */
const day = z
	.string()
	.trim()
	.min(1, { error: 'meetings_error_day', abort: true })
	.transform((typed) => isoDay(typed) ?? '')
	.refine((day) => day >= '2000', { error: 'calls_error_no_day', abort: true });
const time = z
	.string()
	.trim()
	.transform((typed) => timeOnTheClock(typed) ?? typed);
const isTime = (text: string) => timeOnTheClock(text) !== null;
const noTime = { error: 'meetings_error_time', abort: true };
const text = (most: number) => z.string().trim().max(most, 'meetings_error_long');

export const meetingForm = z
	.object({
		form_id: formId,
		title: text(200).min(3, 'meetings_error_title'),
		body: text(160).refine((value) => value.length !== 1, 'meetings_error_body'),
		day,
		starts: time.refine(isTime, noTime),
		ends: time.refine((text) => text === '' || isTime(text), noTime),
		place: text(200),
		access: z.enum(['public', 'closed'], 'meetings_error_access')
	})
	.refine(({ starts, ends }) => !ends || ends > starts, {
		path: ['ends'],
		message: 'meetings_error_end_before_start'
	})
	.refine((form) => instantOf(form.day, form.starts) > new Date(), {
		path: ['day'],
		message: 'meetings_error_past'
	});
export type MeetingForm = z.infer<typeof meetingForm>;

/** `sequence` is that of the meeting when the form was made. */
export const changeForm = meetingForm.safeExtend({ sequence: z.coerce.number().int().catch(0) });
export type ChangeForm = z.infer<typeof changeForm>;

export const stateForm = z.object({ state: z.enum(calendarStates, 'meetings_error_state') });

/** The moments of a meeting as typed. */
export const momentsOf = ({ day, starts, ends }: MeetingForm) => ({
	startsAt: momentOf(day, starts),
	endsAt: ends ? momentOf(day, ends) : null
});

/** A meeting as its form shows it. */
export function valuesOf(meeting: Meeting): Record<string, string> {
	const starts = wallOf(meeting.startsAt);
	return {
		title: meeting.title,
		body: meeting.body ?? '',
		day: starts.day,
		starts: starts.time,
		ends: meeting.endsAt ? wallOf(meeting.endsAt).time : '',
		place: meeting.place ?? '',
		access: meeting.isPublic ? 'public' : 'closed',
		sequence: String(meeting.sequence)
	};
}
